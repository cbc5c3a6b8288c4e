using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Deliveries;

/// <summary>What all commands and buttons about deliveries check first, and how they answer.</summary>
internal static class DeliveryReply
{
    /// <summary>Why the sender may not here, as plain text; null when they may.</summary>
    public static string? WhyNot(Turn turn, Right right) => turn.WhyNot(right) is { } refusal ? RefusalText.Plain(turn, refusal)
        : turn.May(right) ? null
        : Messages.Get(turn.Reader, Sentence.OnlyInPrivate);

    /// <summary>Answers a button with the subject it carries, if the sender may.</summary>
    public static async Task<CardReply> OfAsync(Turn turn, Right right, CardForm form, ReachReports reports, Func<ReachSubject, Task<CardReply>> reply, CancellationToken cancellationToken)
    {
        if (WhyNot(turn, right) is { } why)
        {
            return new CardReply.Say(why);
        }

        return form.Id(DeliveryVerbs.SubjectField) is { } key && await reports.FindAsync(turn.Network, key, cancellationToken) is { } subject
            ? await reply(subject)
            : new CardReply.Say(Messages.Get(turn.Reader, Sentence.ButtonUnknown));
    }

    /// <summary>The report on one subject.</summary>
    public static async Task<AdaptiveCard> DetailAsync(Turn turn, ReachReports reports, ReachSubject subject, string? lead, CancellationToken cancellationToken) =>
        ReachCard.Detail(turn.Reader, turn.Network, subject, await reports.ReadAsync(turn.Snapshot, subject, turn.Now, cancellationToken), lead);

    /// <summary>A card as an answer.</summary>
    public static Answer.Card Shown(AdaptiveCard card) => new(card, card.FallbackText ?? string.Empty);
}
