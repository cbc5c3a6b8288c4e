using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Calendars;
using Bot.Storage;
using Bot.Texts;
using NodaTime;

namespace Bot.Features.Calendars;

/// <summary>A person's meetings as appointments: those of the committees the person belongs to now. What a calendar shows may be seen by whoever
/// looks over a shoulder, so there are no names of people in it and nothing of the agenda.</summary>
internal sealed class OwnAppointments(MeetingStore meetings)
{
    /// <summary>How far back meetings are still told, so that they do not vanish from a calendar the day after.</summary>
    private static readonly Period Past = Period.FromMonths(3);

    /// <summary>How long a meeting is taken to last whose end was not named.</summary>
    private static readonly Period Length = Period.FromHours(2);

    /// <summary>All of a person, from three months ago on, the cancelled among them.</summary>
    public async Task<IReadOnlyList<CalendarAppointment>> OfAsync(NetworkSnapshot snapshot, PersonId person, Reader reader, LocalDate today, CancellationToken cancellationToken)
    {
        var (network, from) = (snapshot.Network, today - Past);
        var own = network.Committees.Where(committee => network.Belongs(person, committee)).ToDictionary(committee => committee.Id);
        var found = new List<CalendarAppointment>();
        foreach (var order in new[] { meetings.FromAsync(network.Id, from, cancellationToken), meetings.CancelledFromAsync(network.Id, from, cancellationToken) })
        {
            await foreach (var meeting in order)
            {
                if (own.TryGetValue(meeting.Committee, out var committee))
                {
                    found.Add(Of(network, committee, meeting, reader));
                }
            }
        }

        return found;
    }

    private static CalendarAppointment Of(Network network, Committee committee, Meeting meeting, Reader reader) => new()
    {
        Uid = $"{meeting.Id}.{network.Id}@koordinationsbot",
        Sequence = meeting.Revision,
        ChangedAt = meeting.ChangedAt ?? meeting.CalledAt,
        Start = meeting.Day + meeting.Start,
        End = EndOf(meeting),
        Zone = network.Zone.Id,
        Summary = Summary(committee, meeting, reader),
        Location = meeting.Place,
        Description = meeting.Topic,
        IsCancelled = meeting.State == MeetingState.Cancelled,
    };

    private static LocalDateTime EndOf(Meeting meeting) => meeting.End is { } end
        ? (end > meeting.Start ? meeting.Day : meeting.Day.PlusDays(1)) + end
        : meeting.Day + meeting.Start + Length;

    private static string Summary(Committee committee, Meeting meeting, Reader reader) => meeting switch
    {
        { State: MeetingState.Cancelled } => Messages.Get(reader, Sentence.CalendarSummaryCancelled, committee.Name),
        { Kind: MeetingKind.Urgent } => Messages.Get(reader, Sentence.CalendarSummaryUrgent, committee.Name),
        _ => committee.Name,
    };
}
