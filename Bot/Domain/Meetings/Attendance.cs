using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using NodaTime;

namespace Bot.Domain.Meetings;

/// <summary>Who is present at a meeting (Anwesenheit), and when.</summary>
/// <param name="Lines">One for each voter who was ever noted, in no order.</param>
public sealed record Attendance(IReadOnlyList<AttendanceLine> Lines)
{
    /// <summary>Attendance is noted from so long before the meeting begins.</summary>
    public static Duration Before { get; } = Duration.FromMinutes(60);

    /// <summary>The voters present at a moment.</summary>
    public IReadOnlySet<VoterId> PresentAt(Instant moment) => Lines.Where(line => line.IsPresentAt(moment)).Select(line => line.Voter).ToHashSet();

    /// <summary>How many of the committee's voters are present at a moment; who has no vote there, or not any more, is not counted.</summary>
    /// <param name="electorate">Who may vote in the committee now.</param>
    /// <param name="moment">When.</param>
    public AttendanceCount CountAt(IEnumerable<RollEntry> electorate, Instant moment)
    {
        var present = PresentAt(moment);
        var entitled = electorate.Select(entry => entry.Voter).ToList();
        return new AttendanceCount(entitled.Count(present.Contains), entitled.Count);
    }

    /// <summary>The line of a voter; an empty one for a voter who was never noted.</summary>
    public AttendanceLine Of(VoterId voter) => Lines.FirstOrDefault(line => line.Voter == voter) ?? AttendanceLine.Empty(voter);
}

/// <summary>How many are present of how many who may vote.</summary>
/// <param name="Present">Voters present.</param>
/// <param name="Entitled">Voters of the committee.</param>
public sealed record AttendanceCount(int Present, int Entitled)
{
    /// <summary>Whether so many are enough for a vote taken now.</summary>
    /// <returns>Null where the rule has no quorum.</returns>
    /// <remarks>Only a look ahead: what counts is who takes part in the vote.</remarks>
    public bool? HoldsQuorum(MajorityRule rule) => rule.Quorum?.IsReachedBy(Present, Entitled, rule.QuorumComparison);
}

/// <summary>When one voter was present. Several people of an organization may be there: it is present as long as one of them is.</summary>
/// <param name="Voter">The organization or person.</param>
/// <param name="Stays">In order of arrival.</param>
public sealed record AttendanceLine(VoterId Voter, IReadOnlyList<Stay> Stays)
{
    /// <summary>How many stays are kept; who comes and goes more often than that has their last stay prolonged.</summary>
    public const int MostStays = 50;

    /// <summary>Never noted.</summary>
    public static AttendanceLine Empty(VoterId voter) => new(voter, []);

    /// <summary>Whether anybody is there for the voter.</summary>
    public bool IsPresentAt(Instant moment) => Stays.Any(stay => stay.CoversAt(moment));

    /// <summary>Who is there for the voter, the first who came first; empty when nobody is, or when it is not said who.</summary>
    public IEnumerable<PersonId> PeopleAt(Instant moment) => Stays.Where(stay => stay.CoversAt(moment)).Select(stay => stay.Person).OfType<PersonId>();

    /// <summary>Since when the voter is there without a break; null when nobody is.</summary>
    public Instant? PresentSince(Instant moment) => Stays.Where(stay => stay.CoversAt(moment)).Select(stay => (Instant?)stay.From).Min();

    /// <summary>Somebody arrives for the voter. Who is there already stays as they are.</summary>
    /// <param name="person">Who; null when a coordinator only says that the voter is there.</param>
    /// <param name="notedBy">Who says so.</param>
    /// <param name="now">When.</param>
    /// <returns>The line with the arrival, the same by reference when nothing changes.</returns>
    public AttendanceLine Arrive(PersonId? person, PersonId notedBy, Instant now)
    {
        if (Stays.Any(stay => stay.CoversAt(now) && (stay.Person == person || person is null)))
        {
            return this;
        }

        return Stays.Count < MostStays
            ? this with { Stays = [.. Stays, new Stay(person, notedBy, now, Until: null)] }
            : this with { Stays = [.. Stays.SkipLast(1), Stays[^1] with { Until = null }] };
    }

    /// <summary>Somebody leaves; the voter stays present while others are there for it.</summary>
    /// <param name="person">Who; null for everybody who is there for the voter.</param>
    /// <param name="now">When.</param>
    /// <returns>The line with the departure, the same by reference when nobody leaves.</returns>
    public AttendanceLine Leave(PersonId? person, Instant now)
    {
        bool Leaves(Stay stay) => stay.CoversAt(now) && (person is null || stay.Person == person || stay.Person is null);
        return Stays.Any(Leaves) ? this with { Stays = [.. Stays.Select(stay => Leaves(stay) ? stay with { Until = now } : stay)] } : this;
    }

    /// <inheritdoc/>
    public bool Equals(AttendanceLine? other) => other is not null && Voter == other.Voter && Stays.SequenceEqual(other.Stays);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Voter, Stays.Count);
}

/// <summary>From an arrival to a departure.</summary>
/// <param name="Person">Who was there; null when a coordinator only said that the voter is.</param>
/// <param name="NotedBy">Who said so.</param>
/// <param name="From">Arrival.</param>
/// <param name="Until">Departure, from which on they are not there; null as long as none was noted.</param>
public sealed record Stay(PersonId? Person, PersonId NotedBy, Instant From, Instant? Until)
{
    /// <summary>Whether they are there at a moment.</summary>
    public bool CoversAt(Instant moment) => From <= moment && (Until is not { } until || moment < until);
}
