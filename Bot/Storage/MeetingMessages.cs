using System;
using System.Globalization;
using Bot.Domain.Meetings;

namespace Bot.Storage;

/// <summary>What messages about a meeting are filed as.</summary>
internal static class MeetingMessages
{
    /// <summary>The message that calls to the meeting.</summary>
    public const string Invitation = "invitation";

    /// <summary>The message that it will not take place.</summary>
    public const string Cancellation = "cancellation";

    /// <summary>The offer to follow up a meeting without quorum.</summary>
    public const string FollowUpOffer = "follow-up";

    private const string Moved = "moved-", Reminder = "reminder-", OfRevision = "-r";

    /// <summary>What the message is filed as that tells of the date a meeting has now: its invitation, or once it was moved, each move by itself.</summary>
    public static string NewsKind(Meeting meeting) => meeting.MovedRevision == 0 ? Invitation : Moved + Written(meeting.MovedRevision);

    /// <summary>What a reminder is filed as. Of a meeting that was moved each date has reminders of its own.</summary>
    public static string ReminderKind(Meeting meeting, MeetingReminder reminder) =>
        Reminder + Written(reminder.Days) + (meeting.MovedRevision == 0 ? string.Empty : OfRevision + Written(meeting.MovedRevision));

    /// <summary>Of which <see cref="Meeting.MovedRevision"/> a message tells that is filed so; null for one that is no card of the meeting.</summary>
    public static int? RevisionTold(string kind)
    {
        if (kind == Invitation)
        {
            return 0;
        }

        if (kind.StartsWith(Moved, StringComparison.Ordinal))
        {
            return Read(kind[Moved.Length..]);
        }

        var mark = kind.IndexOf(OfRevision, StringComparison.Ordinal);
        return !kind.StartsWith(Reminder, StringComparison.Ordinal) ? null : mark < 0 ? 0 : Read(kind[(mark + OfRevision.Length)..]);
    }

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int? Read(string number) => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : null;
}
