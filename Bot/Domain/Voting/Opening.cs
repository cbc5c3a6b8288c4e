using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Voting;

/// <summary>A ballot as it is when it opens: with the rule it keeps and the voters it keeps, each with the reason.</summary>
/// <param name="Ballot">The ballot.</param>
/// <param name="Motion">What is put to it.</param>
/// <param name="Roll">Everybody on the roll once; those excluded too, with the reason. Never computed again.</param>
public sealed record Opening(Ballot Ballot, Motion Motion, IReadOnlyList<RollEntry> Roll)
{
    /// <summary>Freezes rule and electorate as they are now.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="committee">Who votes.</param>
    /// <param name="motion">What is put to the ballot.</param>
    /// <param name="id">Identity of the ballot.</param>
    /// <param name="opens">From this moment on votes are taken.</param>
    /// <param name="closes">From this moment on none are taken any more; after <paramref name="opens"/>.</param>
    /// <param name="mode">How it is taken; decides which majority is needed.</param>
    /// <param name="excluded">Voters without a vote in this ballot, each with the reason, beside those whose membership is suspended; null for none.</param>
    /// <param name="present">The voters present, for a ballot taken in a meeting; null for one over several days.</param>
    public static Opening Of(
        Network network, Committee committee, Motion motion, BallotId id, Instant opens, Instant closes,
        BallotMode mode = BallotMode.OverDays, IReadOnlyDictionary<VoterId, Exclusion>? excluded = null, IReadOnlySet<VoterId>? present = null)
    {
        var rule = committee.Rules.DecisionOn(motion.Kind);
        var ballot = new Ballot(id, opens, closes, mode == BallotMode.Circular ? rule.Circular : rule.Majority, ClosedAt: null)
        {
            Mode = mode,
            Secrecy = rule.Secrecy.Kind,
            SecrecyBy = rule.Secrecy,
            CanChangeVote = rule.CanChangeVote,
            Reminders = mode == BallotMode.InMeeting
                ? ReminderMoments.None
                : committee.Rules.BallotReminders.MomentsOf(opens, closes, committee.Rules.ReminderTime, network.Zone),
        };
        var roll = network.Roll(committee, rule.VotingRight).Select(entry => entry with
        {
            Excluded = excluded is not null && excluded.TryGetValue(entry.Voter, out var reason) ? reason : entry.Excluded,
            IsPresent = present is null ? null : present.Contains(entry.Voter),
        });
        return new Opening(ballot, motion, [.. roll]);
    }
}
