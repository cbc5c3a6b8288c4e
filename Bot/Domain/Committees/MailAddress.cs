using System;
using System.Linq;

namespace Bot.Domain.Committees;

/// <summary>A mail address that calendars and mail servers everywhere take: what can be told of it without writing to it.</summary>
/// <remarks>Of RFC 5321 only what is in use: no quotes, no comments, no addresses by number. Domains with other letters are taken in their ASCII form (xn--).
/// Its text form is hidden, so that it never gets into a log or a trace by being part of something else.</remarks>
public sealed record MailAddress
{
    /// <summary>The longest address, in characters (RFC 5321, 4.5.3.1.3 without the brackets).</summary>
    public const int Longest = 254;

    private const int LongestLocalPart = 64;

    private const int LongestLabel = 63;

    private const string LocalMarks = "!#$%&'*+/=?^_`{|}~-";

    private MailAddress(string value) => Value = value;

    /// <summary>The address itself; its domain in lower case.</summary>
    public string Value { get; }

    /// <summary>Reads an address.</summary>
    /// <param name="text">Exactly an address, without blanks around it.</param>
    /// <returns>Null for what is none, or is longer than <see cref="Longest"/>.</returns>
    public static MailAddress? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && text.Length <= Longest && IsLocalPart(text[..at]) && IsDomain(text[(at + 1)..])
            ? new MailAddress(text[..at] + text[at..].ToLowerInvariant())
            : null;
    }

    /// <summary>Finds the one address in a text as chat clients send it: bare, in brackets, or as a link of either kind.</summary>
    /// <returns>Null when there is none, or more than one.</returns>
    public static MailAddress? In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = text.Split([' ', '\t', '\r', '\n', '<', '>', '(', ')', '[', ']', '"', ',', ';'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Contains('@', StringComparison.Ordinal))
            .Select(word => word.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? word["mailto:".Length..] : word)
            .Select(word => word.TrimEnd('.', '!', '?', ':'))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        return found is [var one] ? Read(one) : null;
    }

    /// <summary>Whether it is the same mailbox. The part before the @ is compared without case as well: no service in use tells such two apart.</summary>
    public bool IsSame(string? other) => string.Equals(Value, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Says only that there is one.</summary>
    public override string ToString() => "(mail address)";

    private static bool IsLocalPart(string part) =>
        part.Length <= LongestLocalPart && part[0] != '.' && part[^1] != '.' && !part.Contains("..", StringComparison.Ordinal)
        && part.All(character => char.IsAsciiLetterOrDigit(character) || character == '.' || LocalMarks.Contains(character, StringComparison.Ordinal));

    private static bool IsDomain(string domain) =>
        domain.Split('.') is { Length: >= 2 } labels && labels.All(IsLabel) && labels[^1].Length >= 2 && !labels[^1].All(char.IsAsciiDigit);

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LongestLabel && label[0] != '-' && label[^1] != '-' && label.All(character => char.IsAsciiLetterOrDigit(character) || character == '-');
}
