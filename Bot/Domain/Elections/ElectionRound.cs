using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using NodaTime;

namespace Bot.Domain.Elections;

/// <summary>One round of an election, its counts kept with it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Reason">Why it is held.</param>
/// <param name="Candidates">The names in the order of the paper.</param>
/// <param name="Seats">How many of them it is to elect, at least 1.</param>
/// <param name="Form">What a valid paper looks like.</param>
/// <param name="NeedsMajority">Whether more than half is needed; otherwise the most votes are enough.</param>
/// <param name="OpensAt">From this moment on it is voted.</param>
/// <param name="ClosesAt">Until then.</param>
public sealed record ElectionRound(
    int Number, RoundReason Reason, IReadOnlyList<PersonId> Candidates, int Seats, PaperForm Form, bool NeedsMajority, Instant OpensAt, Instant ClosesAt)
{
    /// <summary>Which seat it is about, from 1, where seats are filled one after the other; 0 elsewhere.</summary>
    public int Seat { get; init; }

    /// <summary>The lists on the paper, in its order; empty where names are on it. The candidates are then those of the first list, of the second and so on.</summary>
    public IReadOnlyList<RoundList> Lists { get; init; } = [];

    /// <summary>How the names stand, in the order of the paper; null before it was counted.</summary>
    public IReadOnlyList<Standing>? Standings { get; init; }

    /// <summary>What was counted; without what is on the papers where they were secret and too few. Null before.</summary>
    public BallotCount? Count { get; init; }

    /// <summary>Whom the round elects, and what is left open.</summary>
    /// <exception cref="InvalidOperationException">It was not counted.</exception>
    public RoundOutcome Decide()
    {
        var standings = Standings ?? throw new InvalidOperationException($"Round {Number} was not counted.");
        var elected = new List<PersonId>();
        foreach (var group in Groups(standings.Index().Where(name => IsEnough(name.Item))))
        {
            if (elected.Count + group.Count > Seats)
            {
                return new RoundOutcome(elected, elected.Count < Seats ? group : [], Seats - elected.Count);
            }

            elected.AddRange(group);
        }

        return new RoundOutcome(elected, [], Seats - elected.Count);
    }

    /// <summary>Who comes into a run-off when too few reached the majority: of those left with any vote twice as many as there are seats to fill, the best,
    /// and all who stand level with the last of them.</summary>
    /// <param name="elected">Those this round has elected.</param>
    /// <param name="seats">Seats still to fill.</param>
    public IReadOnlyList<PersonId> Best(IReadOnlyCollection<PersonId> elected, int seats)
    {
        var best = new List<PersonId>();
        foreach (var group in Groups(Standings!.Index().Where(name => name.Item.Support != Support.None && !elected.Contains(Candidates[name.Index]))))
        {
            if (best.Count >= 2 * seats)
            {
                break;
            }

            best.AddRange(group);
        }

        return [.. Candidates.Where(best.Contains)];
    }

    /// <summary>Whether somebody who stands so may be elected in this round. Those in a run-off because of a tie have all reached what was needed.</summary>
    public bool IsEnough(Standing standing) =>
        Reason == RoundReason.Tie || standing.Support == Support.Majority || (!NeedsMajority && standing.Support == Support.Some);

    private IEnumerable<List<PersonId>> Groups(IEnumerable<(int Index, Standing Item)> names) => names
        .GroupBy(name => name.Item.Place).OrderBy(group => group.Key).Select(group => group.Select(name => Candidates[name.Index]).ToList());
}

/// <summary>What a counted round comes to.</summary>
/// <param name="Elected">Elected, the most votes first.</param>
/// <param name="Tied">Level with each other at the border of the seats, so that none of them is elected yet; empty for no tie.</param>
/// <param name="Open">Seats still to fill.</param>
public sealed record RoundOutcome(IReadOnlyList<PersonId> Elected, IReadOnlyList<PersonId> Tied, int Open);

/// <summary>Why a round is held.</summary>
public enum RoundReason
{
    /// <summary>It is the first.</summary>
    First,

    /// <summary>Too few had reached the majority.</summary>
    Majority,

    /// <summary>Exactly these stood level at the border of the seats.</summary>
    Tie,

    /// <summary>It is the first for the next seat, where seats are filled one after the other.</summary>
    NextSeat,
}
