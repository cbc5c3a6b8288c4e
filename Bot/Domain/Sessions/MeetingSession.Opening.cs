using System.Linq;
using Bot.Domain.Meetings;
using NodaTime;

namespace Bot.Domain.Sessions;

/// <content>An opening that was a mistake.</content>
public sealed partial record MeetingSession
{
    /// <summary>Takes the opening back: afterwards the meeting is an invited one again, as before.</summary>
    /// <param name="attendance">Who came and went.</param>
    /// <param name="ballots">How many ballots were opened in the meeting, ended and void ones among them.</param>
    /// <param name="act">Who, when.</param>
    /// <returns>A refusal once anything stands that came after the opening: then the meeting took place, and can only be closed. One that is taken back stays so.</returns>
    /// <remarks>What was noted and undone again does not count. Who was noted as present before the opening stays noted.</remarks>
    public Outcome<SessionStep> TakeBackOpening(Attendance attendance, int ballots, SessionAct act)
    {
        if (!IsLedBy(act))
        {
            return new Refusal(RefusalCode.OnlyMeetingLead);
        }

        if (Record.Opening is not { } opening)
        {
            return Record.Entries.LastOrDefault(entry => entry.Kind == SessionEntryKind.Opened) is { } before ? Repeated(before) : new Refusal(RefusalCode.NothingToUndo);
        }

        if (NotOpen(act.At) is { } refusal)
        {
            return refusal;
        }

        if (Record.Standing.Any(entry => entry != opening))
        {
            return new Refusal(RefusalCode.OpeningWithEntries);
        }

        if (ballots > 0)
        {
            return new Refusal(RefusalCode.OpeningWithBallots, ballots);
        }

        return attendance.Lines.SelectMany(line => line.Stays).Any(stay => stay.From >= opening.At || stay.Until >= opening.At)
            ? new Refusal(RefusalCode.OpeningWithAttendance)
            : Undoing(opening, act) with { Meeting = Meeting with { State = MeetingState.Invited, OpenedAt = null } };
    }

    /// <summary>When an opening was taken back that nobody has repeated; null where there is none.</summary>
    public Instant? OpeningTakenBack => Record.Opening is null && Record.Entries.LastOrDefault(entry => entry.Kind == SessionEntryKind.Opened) is { } before ? before.At : null;
}
