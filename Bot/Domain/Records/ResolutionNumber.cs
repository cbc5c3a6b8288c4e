using System;
using System.Globalization;

namespace Bot.Domain.Records;

/// <summary>Number of a resolution within its network: a year, and a sequence that starts at 1 each year and has no gaps.</summary>
public sealed record ResolutionNumber : IComparable<ResolutionNumber>
{
    /// <summary>A number by its parts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not 1 to 9999, or the sequence is less than 1.</exception>
    public ResolutionNumber(int year, int sequence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        Year = year;
        Sequence = sequence;
    }

    /// <summary>Calendar year, 1 to 9999.</summary>
    public int Year { get; }

    /// <summary>Place within the year, from 1.</summary>
    public int Sequence { get; }

    /// <summary>The number for the next resolution.</summary>
    /// <param name="last">The number given last, or null when there is none.</param>
    /// <param name="year">Year of the decision.</param>
    /// <returns>The next in that year. Once a later year has begun in the register, a resolution recorded belatedly is numbered in
    /// that later year: numbers ascend in the order of recording.</returns>
    public static ResolutionNumber After(ResolutionNumber? last, int year) =>
        last is null || year > last.Year ? new ResolutionNumber(year, 1) : new ResolutionNumber(last.Year, last.Sequence + 1);

    /// <summary>Written as in <c>2026-07</c>; the sequence has at least two digits.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Sequence:D2}");

    /// <summary>Reads what <see cref="ToString"/> writes; <c>2026-7</c> is understood as well.</summary>
    /// <returns>False when the text is no such number; never throws.</returns>
    public static bool TryParse(string? text, out ResolutionNumber? number)
    {
        number = null;
        var dash = text?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        if (dash != 4 || !TryRead(text.AsSpan(0, dash), out var year) || !TryRead(text.AsSpan(dash + 1), out var sequence)
            || year < 1 || sequence < 1)
        {
            return false;
        }

        number = new ResolutionNumber(year, sequence);
        return true;
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text is no such number.</exception>
    public static ResolutionNumber Parse(string text) =>
        TryParse(text, out var number) ? number! : throw new FormatException($"Not the number of a resolution: '{text}'.");

    /// <summary>By year, then by sequence.</summary>
    public int CompareTo(ResolutionNumber? other) =>
        other is null ? 1 : (Year, Sequence).CompareTo((other.Year, other.Sequence));

    /// <summary>Whether one was given before the other.</summary>
    public static bool operator <(ResolutionNumber left, ResolutionNumber right) => left.CompareTo(right) < 0;

    /// <summary>Whether one was given after the other.</summary>
    public static bool operator >(ResolutionNumber left, ResolutionNumber right) => left.CompareTo(right) > 0;

    /// <summary>Whether one was given before the other, or they are the same.</summary>
    public static bool operator <=(ResolutionNumber left, ResolutionNumber right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one was given after the other, or they are the same.</summary>
    public static bool operator >=(ResolutionNumber left, ResolutionNumber right) => left.CompareTo(right) >= 0;

    private static bool TryRead(ReadOnlySpan<char> digits, out int value) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
