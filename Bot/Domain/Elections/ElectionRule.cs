using System;
using System.Globalization;
using System.Linq;
using Bot.Domain.Voting;

namespace Bot.Domain.Elections;

/// <summary>How a committee elects, part of its rules of procedure. An election keeps the rule it was called under.</summary>
public sealed record ElectionRule
{
    private const int PartsOfFirstFormat = 6;

    /// <summary>One paper for all seats, lists not allowed, secret; round 1 needs more than half of the valid papers, later rounds the most votes; two years; a week to accept.</summary>
    public static ElectionRule Default { get; } = new();

    /// <summary>How papers are filled in where the call does not say otherwise.</summary>
    public ElectionMethod Method { get; init; }

    /// <summary>How it may be elected; holds <see cref="Method"/>. Lists only where the rules say so.</summary>
    public ElectionMethods Allowed { get; init; } = ElectionMethods.Joint | ElectionMethods.OneByOne | ElectionMethods.SeatBySeat;

    /// <summary>How seats are handed out to lists.</summary>
    public SeatMethod Seats { get; init; }

    /// <summary>What follows a tie at the border of the seats.</summary>
    public ElectionTie Tie { get; init; }

    /// <summary>Whether it is kept who chose whom; secret unless the rules say otherwise.</summary>
    public BallotSecrecy Secrecy { get; init; } = BallotSecrecy.Secret;

    /// <summary>In so many first rounds more than half of the valid papers is needed, 0 to 9; in later ones the most votes are enough. Where seats are filled one
    /// after the other, of each seat. For lists it means nothing.</summary>
    public int AbsoluteRounds { get; init; } = 1;

    /// <summary>So many rounds there are at most, for each seat where seats are filled one after the other, run-offs included, 1 to 9; then the lot decides what is tied and other seats stay empty.</summary>
    public int MostRounds { get; init; } = 4;

    /// <summary>How long those elected hold their seats, in months, 1 to 120.</summary>
    public int TermMonths { get; init; } = 24;

    /// <summary>Days in which somebody elected is to accept, 1 to 60; silence is a refusal.</summary>
    public int AcceptanceDays { get; init; } = 7;

    /// <summary>Whether every number is within its bounds and the usual way is an allowed one; what comes from a card can be made up.</summary>
    public bool IsSound => Allows(Method) && AbsoluteRounds is >= 0 and <= MostOfRounds && MostRounds is >= 1 and <= MostOfRounds && TermMonths is >= 1 and <= LongestTerm
        && AcceptanceDays is >= 1 and <= LongestAcceptance && Secrecy is BallotSecrecy.Open or BallotSecrecy.Secret;

    /// <summary>The most rounds a rule may give.</summary>
    public const int MostOfRounds = 9;

    /// <summary>The longest term, in months.</summary>
    public const int LongestTerm = 120;

    /// <summary>The longest time to accept, in days.</summary>
    public const int LongestAcceptance = 60;

    /// <summary>Whether it may be elected so.</summary>
    public bool Allows(ElectionMethod method) => Allowed.HasFlag((ElectionMethods)(1 << (int)method));

    /// <summary>Written as one line for storage.</summary>
    public string ToCode() => string.Create(
        CultureInfo.InvariantCulture, $"{Method};{Secrecy};{AbsoluteRounds};{MostRounds};{TermMonths};{AcceptanceDays};{Allowed.ToString().Replace(", ", "+", StringComparison.Ordinal)};{Seats};{Tie}");

    /// <summary>Reads what <see cref="ToCode"/> wrote, also before there were lists.</summary>
    /// <exception cref="FormatException">It was not written by <see cref="ToCode"/>, or by a later version of it.</exception>
    public static ElectionRule Parse(string code) => TryParse(code) ?? throw new FormatException($"Not a rule of election: '{code}'.");

    /// <summary>The same for what anybody can have made up: null when it is none.</summary>
    public static ElectionRule? TryParse(string code)
    {
        var parts = code.Split(';');
        if (parts.Length < PartsOfFirstFormat || Named<ElectionMethod>(parts[0]) is not { } method || Named<BallotSecrecy>(parts[1]) is not { } secrecy
            || parts[2..PartsOfFirstFormat].Select(Number).ToArray() is not [{ } absolute, { } most, { } term, { } acceptance])
        {
            return null;
        }

        var rule = new ElectionRule { Method = method, Secrecy = secrecy, AbsoluteRounds = absolute, MostRounds = most, TermMonths = term, AcceptanceDays = acceptance };
        if (parts.Length == PartsOfFirstFormat)
        {
            return rule;
        }

        return parts[PartsOfFirstFormat..] is [var allowed, var seats, var tie] && MethodsIn(allowed) is { } methods && Named<SeatMethod>(seats) is { } by && Named<ElectionTie>(tie) is { } follows
            ? rule with { Allowed = methods, Seats = by, Tie = follows }
            : null;
    }

    private static ElectionMethods? MethodsIn(string text)
    {
        var named = text.Split('+').Select(Named<ElectionMethod>).ToList();
        return named.Contains(null) ? null : named.Aggregate(ElectionMethods.None, (all, method) => all | (ElectionMethods)(1 << (int)method!.Value));
    }

    /// <summary>By name only: the framework's own parser would also take numbers.</summary>
    private static T? Named<T>(string name)
        where T : struct, Enum => Enum.GetValues<T>().Where(value => value.ToString() == name).Cast<T?>().FirstOrDefault();

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
