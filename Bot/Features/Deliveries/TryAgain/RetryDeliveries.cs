using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Rights;
using Bot.Features.Deliveries.ShowDeliveries;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Deliveries.TryAgain;

/// <summary>"Erneut zustellen", "Erneut zustellen Beirat 21.1.": for what was announced lately and still counts, by coordinators.</summary>
internal sealed class RetryDeliveriesCommand(ReachReports reports, DeliveryRetry retry) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.RetryDeliveries;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (DeliveryReply.WhyNot(turn, Right.RetryDeliveries) is { } why)
        {
            return new Answer.Text(CardText.Escape(why));
        }

        var count = 0;
        foreach (var subject in await ShowDeliveriesCommand.AskedAsync(turn, reports, Entry.RestOf(text), cancellationToken))
        {
            count += await retry.AgainAsync(turn, subject, cancellationToken);
        }

        return new Answer.Text(Said(turn, count));
    }

    /// <summary>What is done about it, in numbers alone.</summary>
    internal static string Said(Turn turn, int count) =>
        count == 0 ? Messages.Get(turn.Reader, Sentence.DeliveryRetryNothing) : Messages.Get(turn.Reader, Sentence.DeliveryRetryBegun, count);
}

/// <summary>[Noch einmal versuchen].</summary>
internal sealed class RetryDeliveryAction(ReachReports reports, DeliveryRetry retry) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => DeliveryVerbs.Retry;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => DeliveryReply.OfAsync(
        turn, Right.RetryDeliveries, form, reports,
        async subject =>
        {
            var said = RetryDeliveriesCommand.Said(turn, await retry.AgainAsync(turn, subject, cancellationToken));
            return new CardReply.Replace(await DeliveryReply.DetailAsync(turn, reports, subject, said, cancellationToken));
        },
        cancellationToken);
}
