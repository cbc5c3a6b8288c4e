using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Voting;

namespace Bot.Domain.Elections;

/// <summary>What those who vote in a round should know beforehand; written down with its ballot.</summary>
/// <param name="Number">Number of the round, from 1.</param>
/// <param name="Seats">How many it is to elect.</param>
/// <param name="NeedsMajority">Whether more than half is needed; otherwise the most votes are enough.</param>
/// <param name="Reason">Why it is held.</param>
/// <param name="Lists">How seats are handed out to the lists on the paper; null where names are on it.</param>
/// <param name="Seat">Which seat it is about where seats are filled one after the other; 0 elsewhere.</param>
public sealed record RoundTerms(int Number, int Seats, bool NeedsMajority, RoundReason Reason, ListTerms? Lists = null, int Seat = 0)
{
    /// <summary>The terms of a round.</summary>
    /// <param name="election">The election.</param>
    /// <param name="round">One of its rounds.</param>
    public static RoundTerms Of(Election election, ElectionRound round) => new(
        round.Number, round.Seats, round.NeedsMajority, round.Reason,
        round.Lists.Count > 0 ? new ListTerms(election.Rule.Seats, [.. round.Lists.Select(list => list.Candidates)]) : null, round.Seat);

    /// <summary>How the names stand by the papers.</summary>
    /// <param name="count">The counted papers, nothing withheld.</param>
    /// <param name="form">The form of the papers.</param>
    /// <param name="rule">The share that makes a majority.</param>
    /// <returns>One for each name, in the order of the paper.</returns>
    public IReadOnlyList<Standing> Standings(BallotCount count, PaperForm form, MajorityRule rule) => Lists is { } lists ? lists.Standings(count, form, rule, Seats) : Standing.Of(count, form, rule);

    /// <summary>Written as one word for storage, such as <c>2;1;most;Tie</c> or, with lists, <c>1;5;most;First;DHondt:3,4</c>, or, for a seat, <c>4;1;most;NextSeat;seat:2</c>.</summary>
    public string ToCode() => string.Create(CultureInfo.InvariantCulture, $"{Number};{Seats};{(NeedsMajority ? "majority" : "most")};{Reason}")
        + (Lists is { } lists ? ";" + lists.ToCode() : string.Empty)
        + (Seat > 0 ? string.Create(CultureInfo.InvariantCulture, $";{SeatWord}:{Seat}") : string.Empty);

    private const string SeatWord = "seat";

    /// <summary>Reads what <see cref="ToCode"/> wrote; null for any other text.</summary>
    public static RoundTerms? Parse(string code)
    {
        if (code.Split(';') is not [var number, var seats, var needs, var reason, .. var more] || more.Length > 1 || NumberIn(number) is not { } round || NumberIn(seats) is not { } filled
            || !Enum.TryParse<RoundReason>(reason, out var why))
        {
            return null;
        }

        var terms = new RoundTerms(round, filled, needs == "majority", why);
        return more.FirstOrDefault()?.Split(':') switch
        {
            null => terms,
            [SeatWord, var seat] => NumberIn(seat) is { } which ? terms with { Seat = which } : null,
            _ => ListTerms.Parse(more[0]) is { } lists ? terms with { Lists = lists } : null,
        };
    }

    private static int? NumberIn(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
