using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Voting;

/// <summary>What changes in the network when a motion is carried.</summary>
public abstract record MotionEffect
{
    private MotionEffect()
    {
    }

    /// <summary>A working group comes into being, with the usual rules.</summary>
    /// <param name="Committee">The group with its remit.</param>
    /// <param name="Members">Who is in it from the beginning.</param>
    public sealed record WorkingGroupSetUp(Committee Committee, IReadOnlyList<PersonId> Members) : MotionEffect;

    /// <summary>A working group ends, as soon as nothing runs in it any more.</summary>
    /// <param name="Group">Which.</param>
    /// <param name="Resolution">Number of the resolution that ends it.</param>
    public sealed record WorkingGroupEnded(CommitteeId Group, string Resolution) : MotionEffect;

    /// <summary>An organization stops being a member, by a motion of versions up to 0.5; one of an expulsion case is followed by the case.</summary>
    /// <param name="Organization">Which.</param>
    /// <param name="LastDay">The last day of its membership: that of the decision.</param>
    public sealed record MembershipEnded(OrganizationId Organization, LocalDate LastDay) : MotionEffect;

    /// <summary>What follows by itself from a final verdict.</summary>
    /// <param name="ballot">The ballot; what comes into being takes its identity from it, so that it does so once.</param>
    /// <param name="motion">What was put to it.</param>
    /// <param name="verdict">What it came to.</param>
    /// <param name="decidedOn">Day of the decision in the network's zone.</param>
    /// <param name="resolution">Number of the resolution it was recorded as.</param>
    /// <param name="now">When it takes effect.</param>
    /// <returns>Null when nothing follows but the resolution.</returns>
    public static MotionEffect? Of(BallotId ballot, Motion motion, Verdict verdict, LocalDate decidedOn, string resolution, Instant now) => (motion.Kind, verdict) switch
    {
        (MotionKind.WorkingGroup, Verdict.Accepted) => SetUp(ballot, motion, (motion.Remit ?? new Remit()) with { Resolution = resolution, Since = decidedOn, SetAt = now }),
        (MotionKind.WorkingGroupEnd, Verdict.Accepted) => new WorkingGroupEnded(new CommitteeId(motion.Case), resolution),
        (MotionKind.Expulsion, Verdict.Accepted) => new MembershipEnded(new OrganizationId(motion.Case), decidedOn),
        _ => null,
    };

    private static WorkingGroupSetUp SetUp(BallotId ballot, Motion motion, Remit remit) => new(
        new Committee(new CommitteeId("ag-" + ballot.Value), CommitteeKind.WorkingGroup, motion.Title, [], new RulesOfProcedure { EffectiveFrom = remit.Since!.Value }) { Remit = remit },
        [.. (remit.Spokesperson is { } speaker ? [speaker] : Enumerable.Empty<PersonId>()).Concat(motion.FirstMembers).Distinct()]);
}
