using System.Linq;
using Bot.Domain;
using Bot.Platform.Cards;
using Bot.Texts;
using NodaTime;

namespace Bot.Turns;

/// <summary>What a refusal says to whoever asked.</summary>
internal static class RefusalText
{
    /// <summary>As plain text; who lacks a right is told who has it, and moments are in the network's zone.</summary>
    public static string Plain(Turn turn, Refusal refusal) => refusal.Code switch
    {
        RefusalCode.OnlyCoordinator => Messages.Get(turn.Reader, Sentence.AskCoordinator, string.Join(", ", turn.Network.Coordinators.Select(person => person.Name))),
        RefusalCode.OnlyKnown => Messages.Get(turn.Reader, Sentence.MembersOnly),
        _ => Messages.For(turn.Reader, refusal with { Details = [.. refusal.Details.Select(detail => Local(turn, detail))] }),
    };

    /// <summary>The same as Markdown.</summary>
    public static string Markdown(Turn turn, Refusal refusal) => CardText.Escape(Plain(turn, refusal));

    private static object Local(Turn turn, object detail) => detail is Instant moment ? moment.InZone(turn.Network.Zone).LocalDateTime : detail;
}
