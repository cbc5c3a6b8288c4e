using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Platform.Calendars;
using Bot.Storage;
using Bot.Texts;
using NodaTime;

namespace Bot.Features.Calendars;

/// <summary>A person's calendar as bytes.</summary>
internal sealed class OwnCalendar(OwnAppointments appointments, TimeProvider time)
{
    /// <summary>How often subscribers are asked to look for news. Most look when they like; a changed meeting is told in the chat at once anyway.</summary>
    private static readonly TimeSpan AskAgain = TimeSpan.FromHours(2);

    /// <summary>The calendar as it is now; null when the person belongs to no committee (any more).</summary>
    public async Task<byte[]?> OfAsync(NetworkSnapshot snapshot, PersonId person, Reader reader, CancellationToken cancellationToken)
    {
        var network = snapshot.Network;
        if (!IsFor(network, person))
        {
            return null;
        }

        var today = Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(network.Zone).Date;
        var own = await appointments.OfAsync(snapshot, person, reader, today, cancellationToken);
        return CalendarDocument.Write(Messages.Get(reader, Sentence.CalendarName, network.Name), reader.Language, AskAgain, own);
    }

    /// <summary>Whether a person has a calendar: whoever belongs to a committee.</summary>
    public static bool IsFor(Network network, PersonId person) => network.Committees.Any(committee => network.Allows(Right.KeepOwnCalendar, person, committee));
}
