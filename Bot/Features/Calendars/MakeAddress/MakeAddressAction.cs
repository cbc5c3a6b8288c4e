using System.Threading;
using System.Threading.Tasks;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Calendars.MakeAddress;

/// <summary>[Adresse erzeugen]: the new address stands on the card this once.</summary>
internal sealed class MakeAddressAction(MakeAddressHandler handler, CalendarAddressStore addresses, CalendarAddresses places) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => CalendarVerbs.Make;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (CalendarRight.Refuses(turn) is { } why)
        {
            return new CardReply.Say(Messages.Get(turn.Reader, why));
        }

        if (!places.AreServed || FormReference.In(form) is not { } reference)
        {
            return new CardReply.Say(Messages.Get(turn.Reader, Sentence.ButtonUnknown));
        }

        var person = turn.Sender!.Id;
        var before = await addresses.OfAsync(turn.Network.Id, person, cancellationToken);
        var made = await handler.HandleAsync(turn, person, reference, cancellationToken);
        var lead = made is null ? Sentence.CalendarMadeBefore : before is null ? Sentence.CalendarMade : Sentence.CalendarMadeAnew;
        var address = await addresses.OfAsync(turn.Network.Id, person, cancellationToken);
        return new CardReply.Replace(CalendarCard.Render(turn, address, areServed: true, Messages.Get(turn.Reader, lead), made));
    }
}
