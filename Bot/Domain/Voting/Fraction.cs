using System;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Bot.Domain.Voting;

/// <summary>A share in whole numbers, more than nothing and at most all: 0 &lt; <see cref="Numerator"/> ≤ <see cref="Denominator"/>.</summary>
/// <remarks>Not reduced: 2/4 is shown as the rules of procedure wrote it. Compared by cross multiplication, never by division.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Fraction
{
    /// <summary>The share <paramref name="numerator"/> of <paramref name="denominator"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 &lt; numerator ≤ denominator.</exception>
    public Fraction(int numerator, int denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(numerator);
        ArgumentOutOfRangeException.ThrowIfLessThan(denominator, numerator);
        Numerator = numerator;
        Denominator = denominator;
    }

    /// <summary>The upper number, at least 1.</summary>
    public int Numerator { get; }

    /// <summary>The lower number, at least <see cref="Numerator"/>; 0 only in a value nobody constructed.</summary>
    public int Denominator { get; }

    /// <summary>Whether <paramref name="part"/> of <paramref name="whole"/> reaches this share.</summary>
    /// <param name="part">A count of heads, 0 or more.</param>
    /// <param name="whole">A count of heads, 0 or more; of nobody every share is reached by <see cref="Comparison.AtLeast"/>.</param>
    /// <param name="comparison">Whether exactly this share is enough.</param>
    public bool IsReachedBy(int part, int whole, Comparison comparison)
    {
        var difference = Distance(part, whole);
        return comparison == Comparison.AtLeast ? difference >= 0 : difference > 0;
    }

    /// <summary>Whether <paramref name="part"/> of <paramref name="whole"/> is exactly this share.</summary>
    public bool IsExactly(int part, int whole) => Distance(part, whole) == 0;

    /// <summary>The fewest of <paramref name="whole"/> that reach this share; one more than the whole where more than all is asked for.</summary>
    public long FewestOf(int whole, Comparison comparison)
    {
        var product = (long)whole * Numerator;
        return comparison == Comparison.AtLeast ? (product + Denominator - 1) / Denominator : (product / Denominator) + 1;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <returns>False when the text is no such fraction.</returns>
    public static bool TryParse(string text, out Fraction fraction)
    {
        fraction = default;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || !TryRead(text.AsSpan(0, slash), out var numerator)
            || !TryRead(text.AsSpan(slash + 1), out var denominator) || numerator < 1 || denominator < numerator)
        {
            return false;
        }

        fraction = new Fraction(numerator, denominator);
        return true;
    }

    private static bool TryRead(ReadOnlySpan<char> digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private long Distance(int part, int whole) => ((long)part * Denominator) - ((long)whole * Numerator);
}
