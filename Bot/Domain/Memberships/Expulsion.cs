using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using NodaTime;

namespace Bot.Domain.Memberships;

/// <summary>Where an expulsion case is.</summary>
public enum ExpulsionState
{
    /// <summary>Proposed: the organization is heard, or has been; a coordinator has not yet passed it on.</summary>
    Proposed,

    /// <summary>The advisory board votes on its recommendation.</summary>
    Consulting,

    /// <summary>The plenary votes.</summary>
    Voting,

    /// <summary>The organization is expelled.</summary>
    Expelled,

    /// <summary>The plenary did not expel it.</summary>
    Kept,

    /// <summary>The plenary's ballot decided nothing: no quorum, or a tie that the rules leave open.</summary>
    Undecided,

    /// <summary>The motion was taken back.</summary>
    Withdrawn,

    /// <summary>The organization left by itself before the plenary decided.</summary>
    Left,
}

/// <summary>A member's way out of the network against its will: proposed, heard, recommended by the advisory board, voted on by the plenary.</summary>
/// <remarks>Source: design, 5, "Membership case".</remarks>
public sealed partial record Expulsion
{
    /// <summary>The longest reasons, in UTF-16 units.</summary>
    public const int ReasonsLimit = 800;

    /// <summary>The longest statement, in UTF-16 units.</summary>
    public const int StatementLimit = 1200;

    /// <summary>The fewest days an organization has to answer. Source: a choice of ours, since the documents name none: a week, so that a board of volunteers can meet.</summary>
    public const int FewestDays = 7;

    /// <summary>The days it has where nothing else is said.</summary>
    public const int UsualDays = 14;

    /// <summary>The most days it has.</summary>
    public const int MostDays = 60;

    /// <summary>How many days before the deadline it is reminded.</summary>
    public const int ReminderDays = 3;

    /// <summary>Identity within the network.</summary>
    public required ExpulsionId Id { get; init; }

    /// <summary>Whose expulsion was proposed.</summary>
    public required OrganizationId Organization { get; init; }

    /// <summary>Its name when that was done.</summary>
    public required string Name { get; init; }

    /// <summary>Who proposed it.</summary>
    public required PersonId ProposedBy { get; init; }

    /// <summary>When.</summary>
    public required Instant ProposedAt { get; init; }

    /// <summary>Why; never empty. Stands unchanged on both ballots.</summary>
    public required string Reasons { get; init; }

    /// <summary>The last day on which the organization can answer, in the network's zone.</summary>
    public required LocalDate AnswerBy { get; init; }

    /// <summary>Where the case is.</summary>
    public ExpulsionState State { get; init; }

    /// <summary>Since when it is there; null while it is where it began.</summary>
    public Instant? StateSince { get; init; }

    /// <summary>That the organization was heard; null before. Stands unchanged on both ballots.</summary>
    public Hearing? Hearing { get; init; }

    /// <summary>The board's recommendation: for the expulsion or against it; null before it.</summary>
    public Recommendation? Recommendation { get; init; }

    /// <summary>How the board voted; null before it closed.</summary>
    public Tally? BoardTally { get; init; }

    /// <summary>That the plenary votes or voted without a recommendation, and why; null where the board was heard, or there is none.</summary>
    public RecommendationWaiver? Waiver { get; init; }

    /// <summary>Number of the plenary's resolution; null before it.</summary>
    public string? Resolution { get; init; }

    /// <summary>How the motion was taken back; null for most.</summary>
    public Withdrawal? End { get; init; }

    /// <summary>The advisory board's ballot on this case; the latest when it was taken again.</summary>
    public BallotId BoardBallot
    {
        get => field == default ? FirstBoardBallot : field;
        init;
    }

    /// <summary>The plenary's ballot on this case; the latest when it was taken again.</summary>
    public BallotId PlenaryBallot
    {
        get => field == default ? FirstPlenaryBallot : field;
        init;
    }

    /// <summary>Whether the board votes or voted on this case more than once.</summary>
    public bool IsBoardRepeated => BoardBallot != FirstBoardBallot;

    /// <summary>Whether the plenary votes or voted on this case more than once.</summary>
    public bool IsPlenaryRepeated => PlenaryBallot != FirstPlenaryBallot;

    /// <summary>Whether it still waits for somebody.</summary>
    public bool IsRunning => State is ExpulsionState.Proposed or ExpulsionState.Consulting or ExpulsionState.Voting;

    /// <summary>Whether the plenary decided otherwise than recommended; false without a recommendation.</summary>
    public bool Deviates => (Recommendation, State) is
        (Memberships.Recommendation.For, ExpulsionState.Kept) or (Memberships.Recommendation.Against, ExpulsionState.Expelled);

    /// <summary>The ballot the case waits for, or that left it undecided; null where none can change it any more.</summary>
    public BallotId? CurrentBallot => State switch
    {
        ExpulsionState.Consulting => BoardBallot,
        ExpulsionState.Voting or ExpulsionState.Undecided => PlenaryBallot,
        _ => null,
    };

    private BallotId FirstBoardBallot => new(Id.Value + "-board");

    private BallotId FirstPlenaryBallot => new(Id.Value + "-plenary");

    /// <summary>Whether the organization has been heard by that day, or has let the deadline pass. Decided by the day itself, not by whoever looks.</summary>
    public bool IsHeardOn(LocalDate today) => Hearing is not null || today > AnswerBy;

    /// <summary>Whether it concerns an organization this person acts for.</summary>
    public bool Concerns(Network network, PersonId person) => network.KnownOrganizations
        .Any(organization => organization.Id == Organization && organization.Representatives.Contains(person));

    /// <summary>Whether the motion is this person's to take back: whoever proposed it, or a coordinator once that person has left the network.</summary>
    public bool IsToBeWithdrawnBy(Network network, PersonId person) =>
        ProposedBy == person || (network.Person(ProposedBy) is null && network.Coordinators.Any(coordinator => coordinator.Id == person));

    /// <summary>Voters without a vote in the plenary's ballot: the organization itself, where the rules say so.</summary>
    public IReadOnlyDictionary<VoterId, Exclusion> Excluded(Committee committee) => committee.Rules.DecisionOn(MotionKind.Expulsion).ConcernedVotes
        ? new Dictionary<VoterId, Exclusion>()
        : new Dictionary<VoterId, Exclusion> { [new VoterId(Organization.Value)] = Exclusion.Concerned };
}
