using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Voting;

/// <summary>One voter's line on the roll of a ballot, written when the ballot opens.</summary>
/// <param name="Voter">Whose vote it is: an organization or a person.</param>
/// <param name="Actors">Persons who may cast it: representative and substitute, or the person.</param>
/// <param name="Reason">Why the voter is on the roll.</param>
/// <param name="Excluded">Why the voter has no vote in this ballot, or null.</param>
/// <param name="Paper">The vote as it stands, where votes stand on the roll; null when none was cast, and always in a secret ballot.</param>
/// <param name="CastBy">Who cast the vote as it stands; null when none was cast.</param>
/// <param name="CastAt">When it was cast; always null in a secret ballot.</param>
/// <param name="Frozen">The ballot has ended and this line is counted as it is.</param>
public sealed record RollEntry(
    VoterId Voter,
    IReadOnlyList<PersonId> Actors,
    EntitlementReason Reason,
    Exclusion? Excluded,
    BallotPaper? Paper,
    PersonId? CastBy,
    Instant? CastAt,
    bool Frozen)
{
    /// <summary>Whether a vote was cast, by name or in secret.</summary>
    public bool HasVoted => CastBy is not null;

    /// <summary>The answer that stands on the roll; null when none was cast, in a secret ballot, and where no yes or no was asked for.</summary>
    public VoteOption? Vote => Paper?.Answer;

    /// <summary>Whether the voter was present when the ballot opened; null where no attendance was taken.</summary>
    public bool? IsPresent { get; init; }

    /// <summary>Whether a secret vote was asked for, before the ballot opened.</summary>
    public bool AsksForSecrecy { get; init; }

    /// <summary>A line as it is when the ballot opens: nothing cast, not frozen.</summary>
    public static RollEntry Open(VoterId voter, IReadOnlyList<PersonId> actors, EntitlementReason reason, Exclusion? excluded = null) =>
        new(voter, actors, reason, excluded, null, null, null, false);

    /// <summary>Whether this person may cast the vote, exclusion left aside.</summary>
    public bool HasActor(PersonId person) => Actors.Contains(person);

    /// <summary>Equal in every value; the order of actors counts.</summary>
    public bool Equals(RollEntry? other) =>
        other is not null && Voter == other.Voter && Actors.SequenceEqual(other.Actors) && Reason == other.Reason
        && Excluded == other.Excluded && Paper == other.Paper && CastBy == other.CastBy && CastAt == other.CastAt && Frozen == other.Frozen
        && IsPresent == other.IsPresent && AsksForSecrecy == other.AsksForSecrecy;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Voter, Paper, CastBy, CastAt, Frozen);
}
