using System.Threading;
using System.Threading.Tasks;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Calendars.RevokeAddress;

/// <summary>[Adresse widerrufen]. Also for those who are members no longer: taking something away needs no right but one's own name.</summary>
internal sealed class RevokeAddressAction(CalendarAddressStore addresses, CalendarAddresses places) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => CalendarVerbs.Revoke;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => turn switch
    {
        { IsPersonal: false } => new CardReply.Say(Messages.Get(turn.Reader, Sentence.CalendarInPrivate)),
        { Sender: { } sender } => new CardReply.Replace(CalendarCard.Render(
            turn, address: null, places.AreServed, Messages.Get(turn.Reader, await RevokeAsync(turn, sender.Id, cancellationToken)))),
        _ => new CardReply.Say(Messages.Get(turn.Reader, Sentence.MembersOnly)),
    };

    /// <summary>Takes the address away.</summary>
    /// <returns>What to say.</returns>
    public async Task<Sentence> RevokeAsync(Turn turn, Domain.Committees.PersonId person, CancellationToken cancellationToken) =>
        await addresses.RevokeAsync(turn.Network.Id, person, cancellationToken) ? Sentence.CalendarRevoked : Sentence.CalendarNone;
}
