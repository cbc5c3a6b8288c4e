using System;
using System.Globalization;

namespace Bot.Domain.Elections;

/// <summary>What those who vote in a round should know beforehand; written down with its ballot.</summary>
/// <param name="Number">Number of the round, from 1.</param>
/// <param name="Seats">How many it is to elect.</param>
/// <param name="NeedsMajority">Whether more than half is needed; otherwise the most votes are enough.</param>
/// <param name="Reason">Why it is held.</param>
public sealed record RoundTerms(int Number, int Seats, bool NeedsMajority, RoundReason Reason)
{
    /// <summary>The terms of a round.</summary>
    public static RoundTerms Of(ElectionRound round) => new(round.Number, round.Seats, round.NeedsMajority, round.Reason);

    /// <summary>Written as one word for storage, such as <c>2;1;most;Tie</c>.</summary>
    public string ToCode() => string.Create(CultureInfo.InvariantCulture, $"{Number};{Seats};{(NeedsMajority ? "majority" : "most")};{Reason}");

    /// <summary>Reads what <see cref="ToCode"/> wrote; null for any other text.</summary>
    public static RoundTerms? Parse(string code) => code.Split(';') is [var number, var seats, var needs, var reason]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var round) && int.TryParse(seats, NumberStyles.None, CultureInfo.InvariantCulture, out var filled)
        && Enum.TryParse<RoundReason>(reason, out var why)
            ? new RoundTerms(round, filled, needs == "majority", why)
            : null;
}
