using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Calendars.MakeAddress;

/// <summary>Makes the sender's calendar address, in the place of the one before.</summary>
internal sealed class MakeAddressHandler(CalendarAddressStore addresses, CalendarAddresses places)
{
    /// <summary>Makes it.</summary>
    /// <returns>The address, told this once; null when one was made from this form already.</returns>
    public async Task<Uri?> HandleAsync(Turn turn, PersonId person, FormReference form, CancellationToken cancellationToken)
    {
        var address = new CalendarAddress(turn.Network.Id, person, turn.Reader.Language, turn.Now);
        return await addresses.MakeAsync(address, form.Id, cancellationToken) is { } secret ? places.Of(secret) : null;
    }
}
