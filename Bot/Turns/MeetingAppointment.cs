using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Calendars;
using Bot.Texts;
using NodaTime;

namespace Bot.Turns;

/// <summary>A meeting as an appointment, the same in every calendar: feed, file, mail and event. What a calendar shows may be seen by whoever looks over a shoulder,
/// so there are no names of people in it and nothing of the agenda.</summary>
internal static class MeetingAppointment
{
    /// <summary>How long a meeting is taken to last whose end was not named.</summary>
    private static readonly Period Length = Period.FromHours(2);

    /// <summary>The appointment.</summary>
    public static CalendarAppointment Of(Network network, Committee committee, Meeting meeting, Reader reader) => new()
    {
        Uid = meeting.CalendarUid ?? OwnUid(network, meeting),
        Sequence = meeting.Revision,
        ChangedAt = meeting.ChangedAt ?? meeting.CalledAt,
        Start = meeting.Day + meeting.Start,
        End = EndOf(meeting),
        Zone = network.Zone.Id,
        Summary = Summary(committee, meeting, reader),
        Location = meeting.Place,
        Description = meeting is { OnlineLink: { } link, State: not MeetingState.Cancelled } ? (meeting.Topic.Length == 0 ? link : meeting.Topic + "\n" + link) : meeting.Topic,
        IsCancelled = meeting.State == MeetingState.Cancelled,
    };

    /// <summary>What names the meeting in calendars while the organizer's calendar has not named it, and for those who know it by that name.</summary>
    public static string OwnUid(Network network, Meeting meeting) => $"{meeting.Id}.{network.Id}@koordinationsbot";

    /// <summary>When it ends, or is taken to.</summary>
    public static LocalDateTime EndOf(Meeting meeting) => EndOf(meeting.Day, meeting.Start, meeting.End);

    /// <inheritdoc cref="EndOf(Meeting)"/>
    public static LocalDateTime EndOf(LocalDate day, LocalTime start, LocalTime? end) => end is { } last
        ? (last > start ? day : day.PlusDays(1)) + last
        : day + start + Length;

    private static string Summary(Committee committee, Meeting meeting, Reader reader) => meeting switch
    {
        { State: MeetingState.Cancelled } => Messages.Get(reader, Sentence.CalendarSummaryCancelled, committee.Name),
        { Kind: MeetingKind.Urgent } => Messages.Get(reader, Sentence.CalendarSummaryUrgent, committee.Name),
        _ => committee.Name,
    };
}
