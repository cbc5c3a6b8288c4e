using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Domain.Voting;
using NodaTime;

namespace Bot.Domain.Memberships;

/// <summary>Where an admission case is.</summary>
public enum AdmissionState
{
    /// <summary>Applied; a coordinator has not yet passed it on.</summary>
    Applied,

    /// <summary>The advisory board votes on its recommendation.</summary>
    Consulting,

    /// <summary>The plenary votes.</summary>
    Voting,

    /// <summary>The plenary admitted the applicant, which becomes a member on a day to come.</summary>
    Admitted,

    /// <summary>The applicant is a member.</summary>
    Member,

    /// <summary>The plenary did not admit the applicant.</summary>
    Rejected,

    /// <summary>The plenary's ballot decided nothing: no quorum, or a tie that the rules leave open.</summary>
    Undecided,

    /// <summary>A coordinator did not pass the application on.</summary>
    Declined,

    /// <summary>The applicant took the application back.</summary>
    Withdrawn,
}

/// <summary>What the advisory board told the plenary.</summary>
public enum Recommendation
{
    /// <summary>To do as was moved: to admit, or to expel.</summary>
    For,

    /// <summary>Not to.</summary>
    Against,

    /// <summary>Neither: nobody voted, there is no board, or the plenary votes without one.</summary>
    None,
}

/// <summary>An organization's way into the network: applied, recommended by the advisory board, voted on by the plenary.</summary>
/// <remarks>Source: the network's founding document: the board advises on admissions and recommends, the plenary decides.</remarks>
public sealed partial record Admission
{
    /// <summary>The longest name of an applicant, in UTF-16 units.</summary>
    public const int NameLimit = 120;

    /// <summary>Identity within the network.</summary>
    public required AdmissionId Id { get; init; }

    /// <summary>Name of the organization that wants to join.</summary>
    public required string Applicant { get; init; }

    /// <summary>Who will represent it once it is a member; null when not yet named.</summary>
    public PersonId? Representative { get; init; }

    /// <summary>Who handed the application in.</summary>
    public required PersonId AppliedBy { get; init; }

    /// <summary>When.</summary>
    public required Instant AppliedAt { get; init; }

    /// <summary>Where the case is.</summary>
    public AdmissionState State { get; init; }

    /// <summary>Since when it is there; null in cases of earlier versions, where only <see cref="AppliedAt"/> is known.</summary>
    public Instant? StateSince { get; init; }

    /// <summary>How it ended before the plenary decided; null for most.</summary>
    public ApplicationEnd? End { get; init; }

    /// <summary>Whether it still waits for somebody.</summary>
    public bool IsRunning => State is AdmissionState.Applied or AdmissionState.Consulting or AdmissionState.Voting;

    /// <summary>Whether nobody else can apply under its name: it runs, or the applicant is admitted and not yet a member.</summary>
    public bool HoldsName => IsRunning || State == AdmissionState.Admitted;

    /// <summary>Whether it is this person's: whoever applied, and whoever is to represent the applicant.</summary>
    public bool IsOf(PersonId person) => AppliedBy == person || Representative == person;

    /// <summary>The board's recommendation; null before it.</summary>
    public Recommendation? Recommendation { get; init; }

    /// <summary>How the board voted; null before it closed.</summary>
    public Tally? BoardTally { get; init; }

    /// <summary>That the plenary votes or voted without a recommendation, and why; null where the board was heard, or there is none.</summary>
    public RecommendationWaiver? Waiver { get; init; }

    /// <summary>Number of the plenary's resolution, such as <c>2026-01</c>; null before it.</summary>
    public string? Resolution { get; init; }

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

    private BallotId FirstBoardBallot => new(Id.Value + "-board");

    private BallotId FirstPlenaryBallot => new(Id.Value + "-plenary");

    /// <summary>The former member that applies again; null for whoever was none when it applied.</summary>
    public OrganizationId? Returning { get; init; }

    /// <summary>The organization the applicant becomes, or becomes again.</summary>
    public OrganizationId Organization => Returning ?? new("org-" + Id.Value);

    /// <summary>The former member of that name, the one that left last; null for none.</summary>
    public static MemberOrganization? FormerOf(Network network, string applicant) => network.FormerOrganizations
        .Where(organization => OrganizationName.IsSame(organization.Name, applicant)).MaxBy(organization => organization.MemberUntil);

    /// <summary>Voters without a vote on this admission: the applicant, should it be a member under that name by the time the ballot opens.</summary>
    public IReadOnlyDictionary<VoterId, Exclusion> Excluded(Network network) => network.Organizations
        .Where(organization => organization.Id == Organization || OrganizationName.IsSame(organization.Name, Applicant))
        .ToDictionary(organization => new VoterId(organization.Id.Value), _ => Exclusion.Applicant);

    /// <summary>Decides whether an application can be taken.</summary>
    /// <returns>The case in state <see cref="AdmissionState.Applied"/>; a refusal when the name has no letter or digit, is too long, or already a member's or that of one
    /// who is admitted, or when <paramref name="effectiveOn"/> cannot be.</returns>
    public static Outcome<Admission> Apply(
        Network network, string applicant, PersonId? representative, PersonId appliedBy, AdmissionId id, Instant now, LocalDate? effectiveOn = null)
    {
        var name = applicant.Trim();
        if (!name.Any(char.IsLetterOrDigit))
        {
            return new Refusal(RefusalCode.ApplicantMissing);
        }

        if (name.Length > NameLimit)
        {
            return new Refusal(RefusalCode.TextTooLong, NameLimit);
        }

        return (WhyTaken(network, name) ?? WhyNotOn(effectiveOn, now.InZone(network.Zone).Date)) is { } refusal
            ? refusal
            : new Admission
            {
                Id = id, Applicant = name, Representative = representative, AppliedBy = appliedBy, AppliedAt = now, Returning = FormerOf(network, name)?.Id, EffectiveOn = effectiveOn,
            };
    }

    /// <summary>A coordinator passes the application on to the advisory board. Doing it twice changes nothing.</summary>
    public Outcome<Admission> Consult(Network network, PersonId coordinator)
    {
        if (!network.Allows(Right.ConsultBoard, coordinator))
        {
            return new Refusal(RefusalCode.OnlyCoordinator);
        }

        return State == AdmissionState.Applied ? this with { State = AdmissionState.Consulting } : this;
    }

    /// <summary>A coordinator does not pass the application on. Doing it twice changes nothing.</summary>
    /// <returns>The case in state <see cref="AdmissionState.Declined"/>; refused with <see cref="RefusalCode.OnlyCoordinator"/>, <see cref="RefusalCode.DeclineTooLate"/> once the
    /// board was asked, <see cref="RefusalCode.ReasonMissing"/> or <see cref="RefusalCode.TextTooLong"/>.</returns>
    public Outcome<Admission> Decline(Network network, PersonId coordinator, string reason, Instant now)
    {
        if (!network.Allows(Right.ConsultBoard, coordinator))
        {
            return new Refusal(RefusalCode.OnlyCoordinator);
        }

        if (State != AdmissionState.Applied)
        {
            return State == AdmissionState.Declined ? this : new Refusal(RefusalCode.DeclineTooLate);
        }

        var why = reason.Trim();
        return !why.Any(char.IsLetterOrDigit) ? new Refusal(RefusalCode.ReasonMissing)
            : why.Length > Voiding.ReasonLimit ? new Refusal(RefusalCode.TextTooLong, Voiding.ReasonLimit)
            : this with { State = AdmissionState.Declined, End = new ApplicationEnd(coordinator, now, why) };
    }

    /// <summary>The applicant takes the application back, until the plenary has decided. Doing it twice changes nothing.</summary>
    /// <returns>The case in state <see cref="AdmissionState.Withdrawn"/>; refused with <see cref="RefusalCode.AdmissionNotFound"/> to whose it is not, so that nobody learns of
    /// it, with <see cref="RefusalCode.WithdrawalAfterAdmission"/> to whoever is admitted and not yet a member, or with <see cref="RefusalCode.WithdrawalTooLate"/>.</returns>
    /// <param name="network">The network as it is now.</param>
    /// <param name="sender">Who.</param>
    /// <param name="hasPlenaryVoted">Whether the plenary's ballot has ended and was neither void nor left undecided, also when nobody has counted it yet.</param>
    /// <param name="now">When.</param>
    public Outcome<Admission> Withdraw(Network network, PersonId sender, bool hasPlenaryVoted, Instant now) =>
        !network.Allows(Right.WithdrawApplication, sender, isOwner: IsOf(sender)) ? new Refusal(RefusalCode.AdmissionNotFound)
        : State == AdmissionState.Withdrawn ? this
        : State == AdmissionState.Admitted && EffectiveOn is { } day ? new Refusal(RefusalCode.WithdrawalAfterAdmission, day)
        : !IsRunning || (State == AdmissionState.Voting && hasPlenaryVoted) ? new Refusal(RefusalCode.WithdrawalTooLate)
        : this with { State = AdmissionState.Withdrawn, End = new ApplicationEnd(sender, now, string.Empty) };

    /// <summary>The case as it was changed, with the moment at which it came to where it is.</summary>
    public Admission Since(Admission before, Instant now) => State == before.State ? this : this with { StateSince = now };

    /// <summary>A coordinator has the plenary vote without a recommendation. Doing it twice changes nothing.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="coordinator">Who.</param>
    /// <param name="board">The board's ballot on this case; null before it was opened.</param>
    /// <param name="result">What that came to; null before it was counted.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">When.</param>
    /// <returns>The case in state <see cref="AdmissionState.Voting"/>; refused with <see cref="RefusalCode.OnlyCoordinator"/>, <see cref="RefusalCode.AdmissionWentOn"/>,
    /// <see cref="RefusalCode.BoardStillDecides"/> unless the board's ballot is void or decided nothing, <see cref="RefusalCode.ReasonMissing"/> or
    /// <see cref="RefusalCode.TextTooLong"/>.</returns>
    /// <remarks>No plenary vote before a recommendation unless overridden with a reason. Source: design, 5.</remarks>
    public Outcome<Admission> WaiveRecommendation(Network network, PersonId coordinator, Ballot? board, BallotResult? result, string reason, Instant now)
    {
        if (!network.Allows(Right.WaiveRecommendation, coordinator))
        {
            return new Refusal(RefusalCode.OnlyCoordinator);
        }

        if (State is not (AdmissionState.Applied or AdmissionState.Consulting))
        {
            return State == AdmissionState.Voting && Waiver is not null ? this : new Refusal(RefusalCode.AdmissionWentOn);
        }

        if (State == AdmissionState.Consulting && (board is null || board.WhyNotRepeat(result, now) is not null))
        {
            return new Refusal(RefusalCode.BoardStillDecides);
        }

        if (reason.Trim() is not { Length: > 0 } why)
        {
            return new Refusal(RefusalCode.ReasonMissing);
        }

        return why.Length > Voiding.ReasonLimit
            ? new Refusal(RefusalCode.TextTooLong, Voiding.ReasonLimit)
            : this with
            {
                State = AdmissionState.Voting, Recommendation = Memberships.Recommendation.None, BoardTally = result?.Tally, Waiver = new RecommendationWaiver(coordinator, now, why),
            };
    }

    /// <summary>The board's ballot has closed: its verdict is the recommendation, and the plenary's turn begins. Afterwards nothing changes it. Where too few took part
    /// the board has recommended nothing, not even nothing: the case waits for another ballot of the board, or for <see cref="WaiveRecommendation"/>.</summary>
    public Admission Recommended(BallotResult result) => State != AdmissionState.Consulting || !result.Verdict.IsFinal() || result.Verdict == Verdict.NoQuorum ? this : this with
    {
        State = AdmissionState.Voting,
        Recommendation = result.Verdict switch
        {
            Verdict.Accepted => Memberships.Recommendation.For,
            _ => result.Tally.Cast == 0 ? Memberships.Recommendation.None : Memberships.Recommendation.Against,
        },
        BoardTally = result.Tally,
    };

    /// <summary>The ballot the case waits for, or that left it undecided; null where none can change it any more.</summary>
    public BallotId? CurrentBallot => State switch
    {
        AdmissionState.Consulting => BoardBallot,
        AdmissionState.Voting or AdmissionState.Undecided => PlenaryBallot,
        _ => null,
    };

    /// <summary>The current ballot is taken again: the case goes on with the new one, also when it had been left undecided.</summary>
    public Admission Repeated(BallotId ballot) => State switch
    {
        AdmissionState.Consulting => this with { BoardBallot = ballot },
        AdmissionState.Voting or AdmissionState.Undecided => this with { State = AdmissionState.Voting, PlenaryBallot = ballot, Resolution = null },
        _ => this,
    };

    /// <summary>Whether the plenary decided otherwise than recommended; false without a recommendation.</summary>
    public bool Deviates => (Recommendation, State) is
        (Memberships.Recommendation.For, AdmissionState.Rejected) or (Memberships.Recommendation.Against, AdmissionState.Member or AdmissionState.Admitted);
}
