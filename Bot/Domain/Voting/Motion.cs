using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;

namespace Bot.Domain.Voting;

/// <summary>What is put to a ballot; decides by which rule it is taken and what follows from its result.</summary>
public enum MotionKind
{
    /// <summary>The advisory board's recommendation on an admission.</summary>
    AdmissionRecommendation,

    /// <summary>The plenary's decision on an admission.</summary>
    Admission,

    /// <summary>Any other motion (Sachantrag).</summary>
    General,

    /// <summary>A joint project.</summary>
    Project,

    /// <summary>The setting up of a working group, which comes into being when it is accepted.</summary>
    WorkingGroup,

    /// <summary>The expulsion of a member organization.</summary>
    Expulsion,

    /// <summary>A change of the rules of procedure.</summary>
    RulesOfProcedure,

    /// <summary>A round of an election.</summary>
    Election,

    /// <summary>A mood poll, from which nothing follows.</summary>
    Poll,

    /// <summary>The end of a working group.</summary>
    WorkingGroupEnd,

    /// <summary>The advisory board's recommendation on an expulsion.</summary>
    ExpulsionRecommendation,
}

/// <summary>A motion (Antrag) put to a ballot; also a round of an election, or a poll.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Committee">Who votes on it.</param>
/// <param name="Title">What is voted on, in the words of whoever moved it, such as the applicant's name.</param>
/// <param name="Case">Identity of the case it belongs to.</param>
public sealed record Motion(MotionKind Kind, CommitteeId Committee, string Title, string Case)
{
    /// <summary>The wording put to the vote, where it is more than the title.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>When and how an organization was heard before the vote on its expulsion, as versions up to 0.5 noted it in free text; empty for all others, also for an
    /// expulsion, whose case holds the hearing.</summary>
    public string Hearing { get; init; } = string.Empty;

    /// <summary>Whether it belongs to an expulsion case; its <see cref="Case"/> is then that case, otherwise, in an expulsion of earlier versions, the organization.</summary>
    public bool IsOnExpulsionCase => Kind == MotionKind.ExpulsionRecommendation || (Kind == MotionKind.Expulsion && Hearing.Length == 0);

    /// <summary>Whether it belongs to an admission case.</summary>
    public bool IsOnAdmission => Kind is MotionKind.Admission or MotionKind.AdmissionRecommendation;

    /// <summary>What a working group is to be there for, and until when; null for other kinds, and where nothing was said.</summary>
    public Remit? Remit { get; init; }

    /// <summary>Who is to be in a working group from its beginning, beside whoever speaks for it.</summary>
    public IReadOnlyList<PersonId> FirstMembers { get; init; } = [];

    /// <summary>What can be chosen, in the order of the numbers on the papers: names of candidates, options, dates. Empty for a question of yes or no.
    /// Kept as they were when the ballot opened.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(Motion? other) => other is not null && Kind == other.Kind && Committee == other.Committee && Title == other.Title && Case == other.Case
        && Text == other.Text && Hearing == other.Hearing && Remit == other.Remit && FirstMembers.SequenceEqual(other.FirstMembers) && Options.SequenceEqual(other.Options);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Committee, Title, Case);
}
