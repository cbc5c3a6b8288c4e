using System.Collections.Generic;
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

    /// <summary>The organization has declared that it leaves; its last day is not over.</summary>
    Leaving,

    /// <summary>The membership is suspended, or will be.</summary>
    Suspended,
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

    /// <summary>The day it ends by itself; null for none.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Who is to take the next step.</summary>
    public CaseActor Actor => Stage switch
    {
        CaseStage.Applied or CaseStage.BoardStuck or CaseStage.PlenaryStuck => CaseActor.Coordinator,
        CaseStage.BoardVotes => CaseActor.Board,
        CaseStage.PlenaryVotes => CaseActor.Plenary,
        _ => CaseActor.Nobody,
    };

    /// <summary>Whether the advisory board has it before it, so that its members may know of it.</summary>
    public bool IsBeforeBoard => Stage is CaseStage.BoardVotes or CaseStage.BoardStuck;

    /// <summary>Whether nothing has happened for so long that the coordinators are told.</summary>
    public bool IsStalledAt(Instant now) => Actor != CaseActor.Nobody && now - Since >= Patience;

    /// <summary>The case of an application; null when it is over.</summary>
    /// <param name="admission">The application.</param>
    /// <param name="isStuck">Whether its current ballot has ended without deciding anything, and nobody has had it taken again.</param>
    public static OpenCase? Of(Admission admission, bool isStuck)
    {
        CaseStage? stage = admission.State switch
        {
            AdmissionState.Applied => CaseStage.Applied,
            AdmissionState.Consulting => isStuck ? CaseStage.BoardStuck : CaseStage.BoardVotes,
            AdmissionState.Voting => isStuck ? CaseStage.PlenaryStuck : CaseStage.PlenaryVotes,
            _ => null,
        };
        return stage is { } known
            ? new OpenCase(admission.Applicant, known, admission.StateSince ?? admission.AppliedAt)
            {
                Owners = admission.Representative is { } person ? [admission.AppliedBy, person] : [admission.AppliedBy],
            }
            : null;
    }

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
