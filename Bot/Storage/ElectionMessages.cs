using System;
using System.Globalization;
using Bot.Domain.Elections;

namespace Bot.Storage;

/// <summary>What messages about an election are filed as that ask somebody for something.</summary>
internal static class ElectionMessages
{
    /// <summary>The call to propose names.</summary>
    public const string Call = "call";

    private const string Ask = "ask-", Elected = "elected-";

    /// <summary>What the question to somebody is filed as whether they stand: once a person; for a list once for each place on one.</summary>
    public static string AskKind(Election election, Nomination name) => election.Method == ElectionMethod.List
        ? string.Create(CultureInfo.InvariantCulture, $"{Ask}{name.Person.Value}-{name.At.ToUnixTimeMilliseconds()}")
        : Ask + name.Person.Value;

    /// <summary>What the question to somebody is filed as whether they accept.</summary>
    public static string ElectedKind(Mandate mandate) => Elected + mandate.Person.Value;

    /// <summary>Whether a message asks somebody whether they stand.</summary>
    public static bool IsAsk(string kind) => kind.StartsWith(Ask, StringComparison.Ordinal);

    /// <summary>Whether a message asks somebody whether they accept.</summary>
    public static bool IsElected(string kind) => kind.StartsWith(Elected, StringComparison.Ordinal);
}
