using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Memberships;

/// <summary>Where a case about a membership is, as those see it who may.</summary>
public enum CaseStage
{
    /// <summary>Applied; a coordinator has not yet passed it on.</summary>
    Applied,

    /// <summary>The advisory board votes on its recommendation.</summary>
    BoardVotes,

    /// <summary>The board's ballot is void or decided nothing, and nobody has had it taken again.</summary>
    BoardStuck,

    /// <summary>The plenary votes.</summary>
    PlenaryVotes,

    /// <summary>The plenary's ballot is void or waits for a tie to be decided.</summary>
    PlenaryStuck,

    /// <summary>The plenary has admitted the applicant, which becomes a member on a day to come.</summary>
    Admitted,

    /// <summary>The organization has declared that it leaves; its last day is not over.</summary>
    Leaving,

    /// <summary>The membership is suspended, or will be.</summary>
    Suspended,

    /// <summary>An expulsion was proposed, and the organization has time for its statement.</summary>
    Hearing,

    /// <summary>The organization was heard, or has let the deadline pass; a coordinator has not yet passed the case on.</summary>
    Heard,
}

/// <summary>Who is to take the next step.</summary>
public enum CaseActor
{
    /// <summary>A coordinator.</summary>
    Coordinator,

    /// <summary>The advisory board.</summary>
    Board,

    /// <summary>The plenary.</summary>
    Plenary,

    /// <summary>Whoever acts for the organization, until a day comes.</summary>
    Organization,

    /// <summary>Nobody: a day brings it about, or it may stay as it is.</summary>
    Nobody,
}

/// <summary>A case about a membership that is not over.</summary>
/// <param name="Name">The organization, or who applies.</param>
/// <param name="Stage">Where it is.</param>
/// <param name="Since">Since when.</param>
public sealed record OpenCase(string Name, CaseStage Stage, Instant Since)
{
    /// <summary>After how long without a step a case is stalled. Source: issue 6, point 2, leaves the time open; a month is that of the report.</summary>
    public static Duration Patience { get; } = Duration.FromDays(30);

    /// <summary>Whose case it is: who applied or is to represent the applicant, or who represents the organization.</summary>
    public IReadOnlyList<PersonId> Owners { get; init; } = [];

    /// <summary>The day on which a membership is to begin, of whoever has applied; null for that of the decision, and for all other cases.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The day on which the applicant introduces itself, or did; null for none.</summary>
    public LocalDate? IntroductionOn { get; init; }

    /// <summary>Whether it has introduced itself on that day.</summary>
    public bool IsIntroduced { get; init; }

    /// <summary>The day it ends by itself, or until which the organization can answer; null for none.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Whether it is about an expulsion: its ballots are on that, not on an admission.</summary>
    public bool IsExpulsion { get; init; }

    /// <summary>Who is to take the next step.</summary>
    public CaseActor Actor => Stage switch
    {
        CaseStage.Applied or CaseStage.Heard or CaseStage.BoardStuck or CaseStage.PlenaryStuck => CaseActor.Coordinator,
        CaseStage.BoardVotes => CaseActor.Board,
        CaseStage.PlenaryVotes => CaseActor.Plenary,
        CaseStage.Hearing => CaseActor.Organization,
        _ => CaseActor.Nobody,
    };

    /// <summary>Whether the advisory board has it before it, so that its members may know of it.</summary>
    public bool IsBeforeBoard => Stage is CaseStage.BoardVotes or CaseStage.BoardStuck;

    /// <summary>Whether nothing has happened for so long that the coordinators are told.</summary>
    /// <remarks>An organization that has its time for a statement is not, however long that is.</remarks>
    public bool IsStalledAt(Instant now) => Actor is not (CaseActor.Nobody or CaseActor.Organization) && now - Since >= Patience;

    /// <summary>The case of an application; null when it is over.</summary>
    /// <param name="admission">The application.</param>
    /// <param name="isStuck">Whether its current ballot has ended without deciding anything, and nobody has had it taken again.</param>
    /// <param name="today">The day, in the network's zone: an admission is over on the day it takes effect.</param>
    public static OpenCase? Of(Admission admission, bool isStuck, LocalDate today)
    {
        CaseStage? stage = admission.State switch
        {
            AdmissionState.Applied => CaseStage.Applied,
            AdmissionState.Consulting => isStuck ? CaseStage.BoardStuck : CaseStage.BoardVotes,
            AdmissionState.Voting => isStuck ? CaseStage.PlenaryStuck : CaseStage.PlenaryVotes,
            AdmissionState.Admitted when admission.EffectiveOn > today => CaseStage.Admitted,
            _ => null,
        };
        return stage is { } known
            ? new OpenCase(admission.Applicant, known, admission.StateSince ?? admission.AppliedAt)
            {
                Owners = admission.Representative is { } person ? [admission.AppliedBy, person] : [admission.AppliedBy],
                From = admission.EffectiveOn,
            }
            : null;
    }

    /// <summary>The case of a proposed expulsion; null when it is over, also because the organization has left.</summary>
    /// <param name="expulsion">The expulsion.</param>
    /// <param name="network">The network as it is now.</param>
    /// <param name="isStuck">Whether its current ballot has ended without deciding anything, and nobody has had it taken again.</param>
    /// <param name="today">The day, in the network's zone.</param>
    public static OpenCase? Of(Expulsion expulsion, Network network, bool isStuck, LocalDate today)
    {
        if (!expulsion.IsRunning || network.Organizations.FirstOrDefault(one => one.Id == expulsion.Organization) is not { } organization)
        {
            return null;
        }

        var stage = expulsion.State switch
        {
            ExpulsionState.Consulting => isStuck ? CaseStage.BoardStuck : CaseStage.BoardVotes,
            ExpulsionState.Voting => isStuck ? CaseStage.PlenaryStuck : CaseStage.PlenaryVotes,
            _ => expulsion.IsHeardOn(today) ? CaseStage.Heard : CaseStage.Hearing,
        };
        return new OpenCase(organization.Name, stage, stage == CaseStage.Hearing ? expulsion.ProposedAt : WaitsSince(expulsion, network.Zone))
        {
            Owners = [expulsion.ProposedBy, .. organization.Representatives],
            Until = stage == CaseStage.Hearing ? expulsion.AnswerBy : null,
            IsExpulsion = true,
        };
    }

    /// <summary>Since when a case waits, or from when on it will: at first from the hearing on, or from the end of the time for it.</summary>
    public static Instant WaitsSince(Expulsion expulsion, DateTimeZone zone) => expulsion.State == ExpulsionState.Proposed
        ? expulsion.Hearing?.At ?? zone.AtStartOfDay(expulsion.AnswerBy.PlusDays(1)).ToInstant()
        : expulsion.StateSince ?? expulsion.ProposedAt;

    /// <summary>What is open about a member: that it leaves, that it is suspended.</summary>
    /// <param name="organization">A member as of today.</param>
    /// <param name="today">The day, in the network's zone.</param>
    public static IEnumerable<OpenCase> Of(MemberOrganization organization, LocalDate today)
    {
        if (organization.Resignation is { IsStanding: true } resignation)
        {
            yield return new OpenCase(organization.Name, CaseStage.Leaving, resignation.At) { Owners = organization.Representatives, Until = resignation.LastDay };
        }

        if (organization.Suspension is { } suspension && !suspension.IsOverOn(today))
        {
            yield return new OpenCase(organization.Name, CaseStage.Suspended, suspension.At) { Owners = organization.Representatives, Until = suspension.Until };
        }
    }
}
