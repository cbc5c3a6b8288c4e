using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Voting;
using NodaTime;

namespace Bot.Domain.Meetings;

/// <summary>Whether enough were present for a vote in the course of a meeting, by what was noted of arrivals and departures.</summary>
/// <param name="Turns">The moments at which that changed, in order, the first of them where the course begins; empty where nothing can be said: the rule has no quorum, or
/// nobody was noted.</param>
public sealed record QuorumCourse(IReadOnlyList<QuorumTurn> Turns)
{
    /// <summary>Whether too few are present at the end of the course.</summary>
    public bool IsMissing => Turns is [.., { Holds: false }];

    /// <summary>Since when too few are present after there had been enough; null when there are enough, when there never were, and when nothing can be said.</summary>
    public Instant? LostAt => Turns is [.., { Holds: true }, { Holds: false } lost] ? lost.At : null;

    /// <summary>Follows a stretch of time.</summary>
    /// <param name="rule">The majority of a motion as it counts in the meeting, see <see cref="Meeting.Here"/>.</param>
    /// <param name="electorate">Who may vote in the committee.</param>
    /// <param name="attendance">What was noted.</param>
    /// <param name="from">Where the course begins, which is where the meeting was opened.</param>
    /// <param name="until">Its last moment; not before <paramref name="from"/>.</param>
    public static QuorumCourse Of(MajorityRule rule, IReadOnlyList<RollEntry> electorate, Attendance attendance, Instant from, Instant until)
    {
        var stays = attendance.Lines.SelectMany(line => line.Stays).Where(stay => stay.From <= until).ToList();
        if (rule.Quorum is null || stays.Count == 0)
        {
            return new QuorumCourse([]);
        }

        var turns = new List<QuorumTurn>();
        var changes = stays.Select(stay => stay.From).Concat(stays.Select(stay => stay.Until).OfType<Instant>()).Where(at => at > from && at <= until);
        foreach (var at in changes.Prepend(from).Distinct().Order())
        {
            var holds = attendance.CountAt(electorate, at).HoldsQuorum(rule) == true;
            if (turns is [] || turns[^1].Holds != holds)
            {
                turns.Add(new QuorumTurn(at, holds));
            }
        }

        return new QuorumCourse(turns);
    }
}

/// <summary>From a moment on enough are present, or too few.</summary>
/// <param name="At">When.</param>
/// <param name="Holds">Whether there are enough from then on.</param>
public sealed record QuorumTurn(Instant At, bool Holds);

/// <summary>How a meeting stood with its quorum.</summary>
public enum QuorumStanding
{
    /// <summary>Nothing can be said: no quorum is asked for, or nobody was noted.</summary>
    Unknown,

    /// <summary>There were enough, until the end or so far.</summary>
    Held,

    /// <summary>There never were enough.</summary>
    Missed,

    /// <summary>There had been enough and then not any more, while items were left.</summary>
    Lost,
}
