using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Voting;

/// <summary>What changes in the network when a motion is carried.</summary>
public abstract record MotionEffect
{
    private MotionEffect()
    {
    }

    /// <summary>A working group comes into being, with the usual rules and nobody in it yet.</summary>
    public sealed record WorkingGroupSetUp(Committee Committee) : MotionEffect;

    /// <summary>An organization stops being a member.</summary>
    /// <param name="Organization">Which.</param>
    /// <param name="LastDay">The last day of its membership: that of the decision.</param>
    public sealed record MembershipEnded(OrganizationId Organization, LocalDate LastDay) : MotionEffect;

    /// <summary>What follows by itself from a final verdict.</summary>
    /// <param name="ballot">The ballot; what comes into being takes its identity from it, so that it does so once.</param>
    /// <param name="motion">What was put to it.</param>
    /// <param name="verdict">What it came to.</param>
    /// <param name="decidedOn">Day of the decision in the network's zone.</param>
    /// <returns>Null when nothing follows but the resolution.</returns>
    public static MotionEffect? Of(BallotId ballot, Motion motion, Verdict verdict, LocalDate decidedOn) => (motion.Kind, verdict) switch
    {
        (MotionKind.WorkingGroup, Verdict.Accepted) => new WorkingGroupSetUp(
            new Committee(new CommitteeId("ag-" + ballot.Value), CommitteeKind.WorkingGroup, motion.Title, [], new RulesOfProcedure { EffectiveFrom = decidedOn })),
        (MotionKind.Expulsion, Verdict.Accepted) => new MembershipEnded(new OrganizationId(motion.Case), decidedOn),
        _ => null,
    };
}
