using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Sessions;
using Bot.Domain.Voting;
using NodaTime;

namespace Bot.Domain.Minutes;

/// <summary>What was noted in the meeting: decisions, tasks, notes. What was undone is left out.</summary>
internal static class EntryLines
{
    /// <summary>The lines in order, each with the agenda item it was noted at.</summary>
    public static IReadOnlyList<(int? Item, MinutesEntry Line)> Of(MinutesSources sources) =>
    [
        .. sources.Session.Standing
            .Where(entry => entry.Kind is SessionEntryKind.Decision or SessionEntryKind.Task or SessionEntryKind.Note)
            .Select(entry => (entry.Item, Line(sources, entry))),
    ];

    private static MinutesEntry Line(MinutesSources sources, SessionEntry entry)
    {
        var recorded = sources.Decisions.GetValueOrDefault(entry.Number);
        return new MinutesEntry(entry.Number, entry.Kind, MinutesAssembly.Local(sources.Network, entry.At), entry.Text)
        {
            Assignee = MinutesAssembly.NameOf(sources.Network, entry.Assignee),
            Due = entry.Due,
            Hands = entry.Hands is { } hands ? recorded?.Result ?? Result(sources, hands, entry.At, entry.TieVerdict) : null,
            TieBreak = entry.Tie is { IsDecided: true } tie
                ? new MinutesTieBreak(tie.Kind, MinutesAssembly.NameOf(sources.Network, tie.By), MinutesAssembly.NameOf(sources.Network, tie.Witness), tie.Reason)
                : null,
            IsWithoutQuorum = entry.IsWithoutQuorum,
            Resolution = recorded?.Number.ToString() ?? string.Empty,
        };
    }

    /// <summary>What a show of hands came to by the rules the meeting was called under; where more hands were counted than there are votes, those hands are the votes.</summary>
    private static BallotResult Result(MinutesSources sources, HandCount hands, Instant at, Verdict? broken)
    {
        var rule = sources.Meeting.Here(MinutesAssembly.RulesOf(sources.Committee, sources.Meeting).DecisionOn(MotionKind.General).Majority);
        var count = sources.Attendance.CountAt(sources.Network.Electorate(sources.Committee), at);
        var cast = hands.Yes + hands.No + hands.Abstain;
        var entitled = int.Max(count.Entitled, cast);
        var result = rule.Decide(new Tally(hands.Yes, hands.No, hands.Abstain, entitled - cast, int.Clamp(count.Present, cast, entitled), entitled, 0));
        return broken is { } verdict ? result with { Verdict = verdict } : result;
    }
}
