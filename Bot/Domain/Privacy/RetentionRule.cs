using System.Collections.Generic;
using System.Linq;

namespace Bot.Domain.Privacy;

/// <summary>What is deleted when it has been kept long enough.</summary>
public enum RetentionKind
{
    /// <summary>What people answered to invitations, to the bot and in calendars, and by which name their calendar knows the meeting.</summary>
    Replies,

    /// <summary>Who was at a meeting, from when to when.</summary>
    Attendance,

    /// <summary>The rolls of ballots, with the votes on them where they were taken by name.</summary>
    Rolls,

    /// <summary>The same of polls.</summary>
    Polls,

    /// <summary>Applications that were rejected, not passed on, or taken back, and motions to expel that were rejected, taken back or overtaken.</summary>
    Applications,

    /// <summary>Organizations that could become partners, with what was noted about them; those that are members by now with the next deletion.</summary>
    Prospects,

    /// <summary>Which message about a meeting, a ballot, a weekly overview or a change of power was delivered to whom, and those changes themselves as the coordinators were told of them.</summary>
    Deliveries,

    /// <summary>Who asked for somebody's contact data.</summary>
    LookUps,

    /// <summary>Entries of the audit log.</summary>
    Acts,

    /// <summary>Contact data of people who have left.</summary>
    Contacts,
}

/// <summary>From which moment on the time of keeping runs.</summary>
public enum RetentionStart
{
    /// <summary>The minutes of the meeting were approved; of a meeting that was cancelled, or never opened and has no minutes, its own time. While minutes wait for approval nothing runs, for three years.</summary>
    Minutes,

    /// <summary>The ballot was closed and counted, or declared void, and nothing more can follow from it.</summary>
    Closing,

    /// <summary>The case ended.</summary>
    End,

    /// <summary>It was written.</summary>
    Entry,

    /// <summary>Something about it was last recorded. While an application runs, or a day to ask again lies ahead, nothing runs.</summary>
    Touch,

    /// <summary>What it is about is over, and nothing was delivered about it any more.</summary>
    Subject,

    /// <summary>The person left.</summary>
    Leaving,
}

/// <summary>How long one kind is kept.</summary>
/// <param name="Kind">What.</param>
/// <param name="Start">From when on.</param>
/// <param name="Months">How many calendar months, unless a coordinator says otherwise.</param>
/// <param name="Least">The fewest months that can be set.</param>
/// <param name="Most">The most.</param>
public sealed record RetentionRule(RetentionKind Kind, RetentionStart Start, int Months, int Least, int Most)
{
    /// <summary>Whether a coordinator can say otherwise.</summary>
    public bool IsFixed => Least == Most;
}

/// <summary>Why a kind of data is not deleted by the monthly deletion.</summary>
public enum RetentionReason
{
    /// <summary>It is a record of what the network decided and who belonged to it: a resolution without its vote, its minutes or its voters proves nothing. It names people by identity only.</summary>
    Record,

    /// <summary>It is needed while somebody belongs, and goes when they leave.</summary>
    Belonging,

    /// <summary>It goes by itself within hours or days.</summary>
    Expires,
}

/// <summary>The one table of what is kept how long. Rows of one kind about people are either deleted when they have been kept long enough, or there is a reason why not.</summary>
/// <remarks>Source: design, 9: what is kept about people has an end. Half a year after the minutes were approved nobody needs to know who had promised to come; a year covers the time in which a
/// resolution is contested in practice, and the next general assembly, which approves the minutes of the last.</remarks>
public static class RetentionTable
{
    /// <summary>What is deleted, in the order in which it is shown and deleted.</summary>
    public static IReadOnlyList<RetentionRule> All { get; } =
    [
        new(RetentionKind.Replies, RetentionStart.Minutes, 6, 1, 36),
        new(RetentionKind.Attendance, RetentionStart.Minutes, 12, 3, 60),
        new(RetentionKind.Rolls, RetentionStart.Closing, 12, 3, 60),
        new(RetentionKind.Polls, RetentionStart.Closing, 6, 1, 36),
        new(RetentionKind.Applications, RetentionStart.End, 12, 3, 36),
        new(RetentionKind.Prospects, RetentionStart.Touch, 24, 3, 60),
        // Not shorter than half a year: after that nobody is told anything about it any more, and nothing could be said a second time.
        new(RetentionKind.Deliveries, RetentionStart.Subject, 12, 6, 36),
        // Longer than a year they are not even stored.
        new(RetentionKind.LookUps, RetentionStart.Entry, 12, 1, 12),
        new(RetentionKind.Acts, RetentionStart.Entry, 12, 3, 60),
        new(RetentionKind.Contacts, RetentionStart.Leaving, 0, 0, 0),
    ];

    /// <summary>The rule of a kind.</summary>
    public static RetentionRule Of(RetentionKind kind) => All.First(rule => rule.Kind == kind);

    /// <summary>What becomes of each kind of data about people in time.</summary>
    /// <returns>The kinds under which it is deleted; none where it stays, then the reason says why.</returns>
    public static (IReadOnlyList<RetentionKind> Deleted, RetentionReason? Stays) Of(KeptKind kind) => kind switch
    {
        KeptKind.Replies => ([RetentionKind.Replies], null),
        KeptKind.Attendance => ([RetentionKind.Attendance], null),
        KeptKind.Votes => ([RetentionKind.Rolls, RetentionKind.Polls], null),
        KeptKind.Admissions => ([RetentionKind.Applications], null),
        KeptKind.Prospects => ([RetentionKind.Prospects], null),
        KeptKind.Deliveries => ([RetentionKind.Deliveries], null),
        KeptKind.LookedAt or KeptKind.LookUps => ([RetentionKind.LookUps], null),
        KeptKind.Acts => ([RetentionKind.Acts], null),
        KeptKind.Contact => ([RetentionKind.Contacts], null),
        KeptKind.Lists or KeptKind.Leaving => ([], RetentionReason.Expires),
        KeptKind.Profile or KeptKind.Mail or KeptKind.Place or KeptKind.Settings or KeptKind.Chat => ([], RetentionReason.Belonging),
        KeptKind.MeetingWork or KeptKind.Tasks or KeptKind.Elections or KeptKind.Resolutions or KeptKind.Minutes or KeptKind.Changes => ([], RetentionReason.Record),
        _ => throw new System.ArgumentOutOfRangeException(nameof(kind)),
    };
}
