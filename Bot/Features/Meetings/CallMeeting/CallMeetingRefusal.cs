using System.Linq;
using Bot.Domain;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.CallMeeting;

/// <summary>What somebody is told who may not call a meeting, or not like this.</summary>
internal static class CallMeetingRefusal
{
    /// <summary>The sentence; who lacks the right is told who has it.</summary>
    public static string Say(Turn turn, Refusal refusal) => refusal.Code == RefusalCode.OnlyCoordinator
        ? Messages.Get(turn.Reader, Sentence.AskCoordinator, string.Join(", ", turn.Network.Coordinators.Select(person => CardText.Escape(person.Name))))
        : Messages.For(turn.Reader, refusal);
}
