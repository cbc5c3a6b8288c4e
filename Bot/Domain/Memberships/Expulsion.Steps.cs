using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Domain.Voting;
using NodaTime;

namespace Bot.Domain.Memberships;

/// <content>How a case goes on. Each step done twice changes nothing.</content>
public sealed partial record Expulsion
{
    /// <summary>Somebody proposes to expel a member.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="organization">Which.</param>
    /// <param name="reasons">Why.</param>
    /// <param name="days">How many days it has to answer, today not counted.</param>
    /// <param name="by">Who.</param>
    /// <param name="id">Identity of the case.</param>
    /// <param name="now">When.</param>
    /// <returns>The case in state <see cref="ExpulsionState.Proposed"/>; refused with <see cref="RefusalCode.OnlyMembersPropose"/>, <see cref="RefusalCode.OrganizationUnknown"/>,
    /// <see cref="RefusalCode.ExpulsionOfOwn"/>, <see cref="RefusalCode.ReasonMissing"/>, <see cref="RefusalCode.TextTooLong"/> or <see cref="RefusalCode.HearingDaysWrong"/>.</returns>
    public static Outcome<Expulsion> Propose(Network network, OrganizationId organization, string reasons, int days, PersonId by, ExpulsionId id, Instant now)
    {
        if (!network.Allows(Right.ProposeExpulsion, by))
        {
            return new Refusal(RefusalCode.OnlyMembersPropose);
        }

        var why = reasons.Trim();
        return network.Organizations.FirstOrDefault(one => one.Id == organization) is not { } member ? new Refusal(RefusalCode.OrganizationUnknown)
            : member.Representatives.Contains(by) ? new Refusal(RefusalCode.ExpulsionOfOwn, member.Name)
            : !why.Any(char.IsLetterOrDigit) ? new Refusal(RefusalCode.ReasonMissing)
            : why.Length > ReasonsLimit ? new Refusal(RefusalCode.TextTooLong, ReasonsLimit)
            : days is < FewestDays or > MostDays ? new Refusal(RefusalCode.HearingDaysWrong, FewestDays, MostDays)
            : new Expulsion
            {
                Id = id, Organization = organization, Name = member.Name, ProposedBy = by, ProposedAt = now, Reasons = why, AnswerBy = now.InZone(network.Zone).Date.PlusDays(days),
            };
    }

    /// <summary>Somebody who acts for the organization makes its statement, or says that it makes none; also after the deadline, until the case is passed on. The last one counts.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="by">Who.</param>
    /// <param name="statement">In its own words; null for none.</param>
    /// <param name="now">When.</param>
    /// <returns>Refused with <see cref="RefusalCode.ExpulsionNotFound"/> to whom it does not concern, <see cref="RefusalCode.HearingTooLate"/>,
    /// <see cref="RefusalCode.StatementMissing"/> or <see cref="RefusalCode.TextTooLong"/>.</returns>
    public Outcome<Expulsion> Answer(Network network, PersonId by, string? statement, Instant now) =>
        !network.Allows(Right.AnswerExpulsion, by, isOwner: Concerns(network, by)) ? new Refusal(RefusalCode.ExpulsionNotFound)
        : Heard(new Hearing(statement is null ? HearingKind.Declined : HearingKind.Written, now.InZone(network.Zone).Date, statement?.Trim() ?? string.Empty, by, now) { IsOwn = true });

    /// <summary>A coordinator records how the organization was heard, where it did not answer here itself.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="by">Who.</param>
    /// <param name="kind">How.</param>
    /// <param name="on">On which day.</param>
    /// <param name="words">What was said; not needed of one that declined.</param>
    /// <param name="now">When it is recorded.</param>
    /// <returns>Refused with <see cref="RefusalCode.OnlyCoordinator"/>, <see cref="RefusalCode.HeardByThemselves"/>, <see cref="RefusalCode.HearingDayWrong"/> for a day to come or
    /// before the motion, <see cref="RefusalCode.HearingTooLate"/>, <see cref="RefusalCode.StatementMissing"/> or <see cref="RefusalCode.TextTooLong"/>.</returns>
    public Outcome<Expulsion> RecordHearing(Network network, PersonId by, HearingKind kind, LocalDate on, string words, Instant now) =>
        !network.Allows(Right.RecordHearing, by) ? new Refusal(RefusalCode.OnlyCoordinator)
        : Hearing is { IsOwn: true } ? new Refusal(RefusalCode.HeardByThemselves, Name)
        : on > now.InZone(network.Zone).Date || on < ProposedAt.InZone(network.Zone).Date ? new Refusal(RefusalCode.HearingDayWrong, ProposedAt.InZone(network.Zone).Date)
        : Heard(new Hearing(kind, on, words.Trim(), by, now));

    /// <summary>A coordinator passes the case on to the advisory board, once the organization has been heard or has let the deadline pass.</summary>
    /// <returns>Refused with <see cref="RefusalCode.OnlyCoordinator"/>, <see cref="RefusalCode.ExpulsionNotHeard"/> or <see cref="RefusalCode.ExpulsionWentOn"/>.</returns>
    public Outcome<Expulsion> Consult(Network network, PersonId coordinator, Instant now) =>
        !network.Allows(Right.ConsultBoard, coordinator) ? new Refusal(RefusalCode.OnlyCoordinator)
        : State == ExpulsionState.Consulting ? this
        : State != ExpulsionState.Proposed ? new Refusal(RefusalCode.ExpulsionWentOn)
        : !IsHeardOn(now.InZone(network.Zone).Date) ? new Refusal(RefusalCode.ExpulsionNotHeard, Name, AnswerBy)
        : WithHearing(coordinator, now) with { State = ExpulsionState.Consulting };

    /// <summary>A coordinator has the plenary vote without a recommendation; never without a hearing.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="coordinator">Who.</param>
    /// <param name="board">The board's ballot on this case; null before it was opened.</param>
    /// <param name="result">What that came to; null before it was counted.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">When.</param>
    /// <returns>The case in state <see cref="ExpulsionState.Voting"/>; refused as <see cref="Admission.WaiveRecommendation"/>, with <see cref="RefusalCode.ExpulsionWentOn"/>, and with
    /// <see cref="RefusalCode.ExpulsionNotHeard"/>.</returns>
    /// <remarks>No plenary vote before a recommendation unless overridden with a reason. Source: design, 5.</remarks>
    public Outcome<Expulsion> WaiveRecommendation(Network network, PersonId coordinator, Ballot? board, BallotResult? result, string reason, Instant now)
    {
        if (!network.Allows(Right.WaiveRecommendation, coordinator))
        {
            return new Refusal(RefusalCode.OnlyCoordinator);
        }

        if (State is not (ExpulsionState.Proposed or ExpulsionState.Consulting))
        {
            return State == ExpulsionState.Voting && Waiver is not null ? this : new Refusal(RefusalCode.ExpulsionWentOn);
        }

        if (!IsHeardOn(now.InZone(network.Zone).Date))
        {
            return new Refusal(RefusalCode.ExpulsionNotHeard, Name, AnswerBy);
        }

        if (State == ExpulsionState.Consulting && (board is null || board.WhyNotRepeat(result, now) is not null))
        {
            return new Refusal(RefusalCode.BoardStillDecides);
        }

        var why = reason.Trim();
        return ObjectionTo(why) is { } objection ? objection : WithHearing(coordinator, now) with
        {
            State = ExpulsionState.Voting, Recommendation = Memberships.Recommendation.None, BoardTally = result?.Tally, Waiver = new RecommendationWaiver(coordinator, now, why),
        };
    }

    /// <summary>Whoever proposed it takes the motion back, until the plenary has decided.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="by">Who.</param>
    /// <param name="reason">Why.</param>
    /// <param name="hasPlenaryVoted">Whether the plenary's ballot has ended and was neither void nor left undecided, also when nobody has counted it yet.</param>
    /// <param name="now">When.</param>
    /// <returns>Refused with <see cref="RefusalCode.ExpulsionNotFound"/> to whose it is not, <see cref="RefusalCode.WithdrawalTooLate"/>, <see cref="RefusalCode.ReasonMissing"/> or
    /// <see cref="RefusalCode.TextTooLong"/>.</returns>
    public Outcome<Expulsion> Withdraw(Network network, PersonId by, string reason, bool hasPlenaryVoted, Instant now)
    {
        if (!network.Allows(Right.WithdrawExpulsion, by, isOwner: IsToBeWithdrawnBy(network, by)))
        {
            return new Refusal(RefusalCode.ExpulsionNotFound);
        }

        if (!IsRunning || (State == ExpulsionState.Voting && hasPlenaryVoted))
        {
            return State == ExpulsionState.Withdrawn ? this : new Refusal(RefusalCode.WithdrawalTooLate);
        }

        var why = reason.Trim();
        return ObjectionTo(why) is { } objection ? objection : this with { State = ExpulsionState.Withdrawn, End = new Withdrawal(by, now, why) };
    }

    /// <summary>The organization has left by itself: nothing is left to decide.</summary>
    public Expulsion Leave() => IsRunning ? this with { State = ExpulsionState.Left } : this;

    /// <summary>The board's ballot has closed: its verdict is the recommendation, and the plenary's turn begins. Afterwards nothing changes it. Where too few took part the board has
    /// recommended nothing, not even nothing.</summary>
    public Expulsion Recommended(BallotResult result) => State != ExpulsionState.Consulting || !result.Verdict.IsFinal() || result.Verdict == Verdict.NoQuorum ? this : this with
    {
        State = ExpulsionState.Voting,
        Recommendation = result.Verdict == Verdict.Accepted ? Memberships.Recommendation.For
            : result.Tally.Cast == 0 ? Memberships.Recommendation.None : Memberships.Recommendation.Against,
        BoardTally = result.Tally,
    };

    /// <summary>The plenary's ballot has closed and its resolution is recorded. Afterwards nothing changes it.</summary>
    public Expulsion Decided(BallotResult result, string resolution) => State != ExpulsionState.Voting ? this : this with
    {
        State = result.Verdict switch
        {
            Verdict.Accepted => ExpulsionState.Expelled,
            Verdict.Rejected => ExpulsionState.Kept,
            _ => ExpulsionState.Undecided,
        },
        Resolution = resolution,
    };

    /// <summary>The current ballot is taken again: the case goes on with the new one, also when it had been left undecided.</summary>
    public Expulsion Repeated(BallotId ballot) => State switch
    {
        ExpulsionState.Consulting => this with { BoardBallot = ballot },
        ExpulsionState.Voting or ExpulsionState.Undecided => this with { State = ExpulsionState.Voting, PlenaryBallot = ballot, Resolution = null },
        _ => this,
    };

    /// <summary>The case as it was changed, with the moment at which it came to where it is.</summary>
    public Expulsion Since(Expulsion before, Instant now) => State == before.State ? this : this with { StateSince = now };

    private static Refusal? ObjectionTo(string reason) => !reason.Any(char.IsLetterOrDigit) ? new Refusal(RefusalCode.ReasonMissing)
        : reason.Length > Voiding.ReasonLimit ? new Refusal(RefusalCode.TextTooLong, Voiding.ReasonLimit)
        : null;

    private Outcome<Expulsion> Heard(Hearing hearing) =>
        Hearing is { } before && before with { At = hearing.At } == hearing ? this
        : State != ExpulsionState.Proposed ? new Refusal(RefusalCode.HearingTooLate, Name)
        : hearing.Kind != HearingKind.Declined && !hearing.Words.Any(char.IsLetterOrDigit) ? new Refusal(RefusalCode.StatementMissing)
        : hearing.Words.Length > StatementLimit ? new Refusal(RefusalCode.TextTooLong, StatementLimit)
        : this with { Hearing = hearing };

    private Expulsion WithHearing(PersonId coordinator, Instant now) =>
        Hearing is not null ? this : this with { Hearing = new Hearing(HearingKind.Unanswered, AnswerBy, string.Empty, coordinator, now) };
}
