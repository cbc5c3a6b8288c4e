using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Platform.Calendars;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Calendars;

/// <summary>A person's meetings as appointments: those of the committees the person belongs to now.</summary>
internal sealed class OwnAppointments(MeetingStore meetings)
{
    /// <summary>How far back meetings are still told, so that they do not vanish from a calendar the day after.</summary>
    private static readonly Period Past = Period.FromMonths(3);

    /// <summary>All of a person, from three months ago on, the cancelled among them.</summary>
    public async Task<IReadOnlyList<CalendarAppointment>> OfAsync(NetworkSnapshot snapshot, PersonId person, Reader reader, LocalDate today, CancellationToken cancellationToken)
    {
        var (network, from) = (snapshot.Network, today - Past);
        var own = network.Committees.Where(committee => network.Allows(Right.KeepOwnCalendar, person, committee)).ToDictionary(committee => committee.Id);
        var found = new List<CalendarAppointment>();
        foreach (var order in new[] { meetings.FromAsync(network, from, cancellationToken), meetings.CancelledFromAsync(network, from, cancellationToken) })
        {
            await foreach (var meeting in order)
            {
                if (own.TryGetValue(meeting.Committee, out var committee))
                {
                    found.Add(MeetingAppointment.Of(network, committee, meeting, reader));
                }
            }
        }

        return found;
    }
}
