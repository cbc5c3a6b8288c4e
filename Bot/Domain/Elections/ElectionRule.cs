using System;
using System.Globalization;
using Bot.Domain.Voting;

namespace Bot.Domain.Elections;

/// <summary>How a committee elects, part of its rules of procedure. An election keeps the rule it was called under.</summary>
public sealed record ElectionRule
{
    /// <summary>One paper for all seats, secret; round 1 needs more than half of the valid papers, later rounds the most votes; two years; a week to accept.</summary>
    public static ElectionRule Default { get; } = new();

    /// <summary>How papers are filled in where the call does not say otherwise.</summary>
    public ElectionMethod Method { get; init; }

    /// <summary>Whether it is kept who chose whom; secret unless the rules say otherwise.</summary>
    public BallotSecrecy Secrecy { get; init; } = BallotSecrecy.Secret;

    /// <summary>In so many first rounds more than half of the valid papers is needed, 0 to 9; in later ones the most votes are enough.</summary>
    public int AbsoluteRounds { get; init; } = 1;

    /// <summary>So many rounds there are at most, run-offs included, 1 to 9; then the lot decides what is tied and other seats stay empty.</summary>
    public int MostRounds { get; init; } = 4;

    /// <summary>How long those elected hold their seats, in months, 1 to 120.</summary>
    public int TermMonths { get; init; } = 24;

    /// <summary>Days in which somebody elected is to accept, 1 to 60; silence is a refusal.</summary>
    public int AcceptanceDays { get; init; } = 7;

    /// <summary>Written as one line for storage.</summary>
    public string ToCode() => string.Create(CultureInfo.InvariantCulture, $"{Method};{Secrecy};{AbsoluteRounds};{MostRounds};{TermMonths};{AcceptanceDays}");

    /// <summary>Reads what <see cref="ToCode"/> wrote.</summary>
    /// <exception cref="FormatException">It was not written by <see cref="ToCode"/>, or by a later version of it.</exception>
    public static ElectionRule Parse(string code)
    {
        var parts = code.Split(';');
        if (parts.Length != 6 || !Enum.TryParse<ElectionMethod>(parts[0], out var method) || !Enum.TryParse<BallotSecrecy>(parts[1], out var secrecy))
        {
            throw new FormatException($"Not a rule of election: '{code}'.");
        }

        return new ElectionRule
        {
            Method = method,
            Secrecy = secrecy,
            AbsoluteRounds = Number(parts[2]),
            MostRounds = Number(parts[3]),
            TermMonths = Number(parts[4]),
            AcceptanceDays = Number(parts[5]),
        };
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
