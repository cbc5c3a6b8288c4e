using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Rights;
using Bot.Turns;

namespace Bot.Features.Deliveries.ShowDeliveries;

/// <summary>[Ansehen], [Aktualisieren]: the report on one subject as it is now.</summary>
internal sealed class ShowDeliveryAction(ReachReports reports) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => DeliveryVerbs.Show;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => DeliveryReply.OfAsync(
        turn, Right.ReadDeliveries, form, reports,
        async subject => new CardReply.Replace(await DeliveryReply.DetailAsync(turn, reports, subject, null, cancellationToken)), cancellationToken);
}
