using System;
using System.Collections.Generic;
using System.Linq;

namespace Bot.Domain.Privacy;

/// <summary>What becomes of something when the person has their data deleted.</summary>
public enum Fate
{
    /// <summary>It goes, at once.</summary>
    Goes,

    /// <summary>It is part of a record of what the network did and stays, but leads to nobody any more: the name behind it is gone.</summary>
    LosesName,

    /// <summary>It goes by itself within hours, whether anybody asks for it or not.</summary>
    Expires,
}

/// <summary>One line of the table of what is kept.</summary>
/// <param name="Kind">What.</param>
/// <param name="Fate">What becomes of it.</param>
public sealed record KeptRule(KeptKind Kind, Fate Fate);

/// <summary>The one table of what is kept about people, and what becomes of it when they leave.</summary>
/// <remarks>Source: design, 9, and features 4.6: whoever leaves leaves no contact data; votes stay as counts, resolutions and minutes as they were recorded. A record shows people by
/// their identity only, so that taking the name away from the identity takes it out of all records without touching one, nor the chain of the register.</remarks>
public static class KeptTable
{
    /// <summary>All lines, in the order they are shown.</summary>
    public static IReadOnlyList<KeptRule> All { get; } =
    [
        new(KeptKind.Profile, Fate.Goes),
        new(KeptKind.Mail, Fate.Goes),
        new(KeptKind.Place, Fate.Goes),
        new(KeptKind.Contact, Fate.Goes),
        new(KeptKind.LookedAt, Fate.Goes),
        new(KeptKind.Settings, Fate.Goes),
        new(KeptKind.Chat, Fate.Goes),
        new(KeptKind.Deliveries, Fate.Goes),
        new(KeptKind.Replies, Fate.Goes),
        new(KeptKind.Attendance, Fate.LosesName),
        new(KeptKind.MeetingWork, Fate.LosesName),
        new(KeptKind.Tasks, Fate.LosesName),
        new(KeptKind.Votes, Fate.LosesName),
        new(KeptKind.Elections, Fate.LosesName),
        new(KeptKind.Admissions, Fate.LosesName),
        new(KeptKind.Prospects, Fate.LosesName),
        new(KeptKind.Resolutions, Fate.LosesName),
        new(KeptKind.Minutes, Fate.LosesName),
        new(KeptKind.Changes, Fate.LosesName),
        new(KeptKind.Acts, Fate.LosesName),
        new(KeptKind.LookUps, Fate.LosesName),
        new(KeptKind.Lists, Fate.Expires),
        new(KeptKind.Leaving, Fate.Expires),
    ];

    /// <summary>What becomes of it.</summary>
    public static Fate FateOf(KeptKind kind) => All.First(rule => rule.Kind == kind).Fate;
}

/// <summary>Why the name of somebody who has left is still needed.</summary>
[Flags]
public enum NameNeeded
{
    /// <summary>It is not.</summary>
    No = 0,

    /// <summary>They stand on the roll of a ballot that is open: the others must be able to check it until it has ended.</summary>
    InBallot = 1,

    /// <summary>They are noted as present in a meeting that goes on, or lead it.</summary>
    InMeeting = 2,

    /// <summary>They stand in an election that has not ended, and its papers name them.</summary>
    InElection = 4,
}
