using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Rights;
using Bot.Domain.Voting;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Ballots;

/// <summary>What a ballot's card is drawn from.</summary>
/// <param name="Network">The network as it is now.</param>
/// <param name="Record">The ballot.</param>
/// <param name="Admission">The case it is on, or null when it is gone.</param>
internal sealed record BallotView(Network Network, BallotRecord Record, Admission? Admission)
{
    /// <summary>The expulsion case it is on; null for any other.</summary>
    public Expulsion? Expulsion { get; init; }

    /// <summary>Whether the plenary decided otherwise than the board recommended.</summary>
    public bool Deviates => Admission is { Deviates: true } || Expulsion is { Deviates: true };

    /// <summary>Number of the resolution the case ended with; null before it, and for what is on no case.</summary>
    public string? CaseResolution => Admission?.Resolution ?? Expulsion?.Resolution;

    /// <summary>How many voted of how many entitled; null where the card does not say.</summary>
    public (int Cast, int Entitled)? Turnout { get; init; }

    /// <summary>The viewer's own line on the roll; null for cards everybody sees and for those not on it.</summary>
    public RollEntry? Own { get; init; }

    /// <summary>Whether the viewer may plan meetings, and is offered to.</summary>
    public bool MayPlan { get; init; }

    /// <summary>All lines of the viewer on the roll; empty for cards everybody sees, and where they were not looked up.</summary>
    public IReadOnlyList<RollEntry> Lines { get; init; } = [];

    /// <summary>Who looks; null for cards everybody sees.</summary>
    public PersonId? Viewer { get; init; }

    /// <summary>The ballot this one takes again; null for most.</summary>
    public BallotRecord? Before { get; init; }

    /// <summary>Whether the viewer may close the ballot.</summary>
    public bool MayClose { get; init; }

    /// <summary>Whether the viewer may declare the ballot void.</summary>
    public bool MayVoid { get; init; }

    /// <summary>Whether the viewer may have the ballot repeated; the chair of a meeting only while that is on, which is found out when they press.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>Whether to offer voting; false for a viewer who is not on the roll.</summary>
    public bool OffersVoting { get; init; } = true;

    /// <summary>The ballot as somebody sees it who may do with it what they may; their votes left aside.</summary>
    public BallotView For(PersonId? viewer) => this with
    {
        Viewer = viewer,
        MayPlan = viewer is { } planner && Network.Allows(Right.OpenMotion, planner, Record.Motion.Committee),
        MayClose = viewer is { } person && Record.Ballot.IsLedBy(Network, person),
        MayVoid = viewer is { } voider && Record.Ballot.MayBeVoidedBy(Network, voider),
        MayRepeat = viewer is { } repeater
            && Network.Allows(Right.RepeatBallot, repeater, Record.Motion.Committee, Record.Ballot is { Mode: BallotMode.InMeeting, Meeting: not null } ? Record.Ballot.Chair : null)
            && Record is { Repeat: null } && Record.Ballot.WhyNotRepeat(Record.Result, Instant.MaxValue) is null,
    };

    /// <summary>The same with their votes.</summary>
    /// <param name="viewer">Who looks.</param>
    /// <param name="roll">The whole roll, or at least their lines.</param>
    public BallotView For(PersonId? viewer, IEnumerable<RollEntry> roll)
    {
        IReadOnlyList<RollEntry> lines = viewer is { } person ? [.. roll.Where(entry => entry.HasActor(person))] : [];
        return For(viewer) with { Lines = lines, Own = lines is [var own] ? own : null, OffersVoting = lines.Count > 0 };
    }

    /// <summary>Whether the card holds a paper to vote with: not for somebody who acts for several and must say for whom first, without a vote in it, nor for one whose secret vote is cast, which nobody can change.</summary>
    public bool OffersPaper => OffersVoting && Lines.Count < 2 && Own is not { Excluded: not null } && !(Record.Ballot.IsSecret && Own is { HasVoted: true });
}
