using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Privacy;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Privacy.ShowAudit;

/// <summary>Which entries of the audit log are asked for.</summary>
/// <param name="Kind">Of which kind; null for all.</param>
/// <param name="Month">First day of the month; null for all.</param>
/// <param name="Person">By whom; null for everybody.</param>
internal sealed record AuditFilter(AuditKind? Kind, LocalDate? Month, Person? Person)
{
    private static readonly (AuditKind Kind, string[] Words)[] Kinds =
    [
        (AuditKind.Setup, ["einrichtung", "setup"]),
        (AuditKind.Memberships, ["mitgliedschaften", "mitgliedschaft", "memberships", "membership"]),
        (AuditKind.Meetings, ["sitzungen", "sitzung", "meetings", "meeting"]),
        (AuditKind.Ballots, ["abstimmungen", "abstimmung", "ballots", "ballot"]),
        (AuditKind.Elections, ["wahlen", "elections", "election"]),
        (AuditKind.Records, ["beschluesse", "protokolle", "resolutions", "minutes"]),
        (AuditKind.Rules, ["geschaeftsordnungen", "geschaeftsordnung", "rules"]),
        (AuditKind.People, ["personendaten", "profile", "profiles"]),
    ];

    private static readonly string[] Fillers = ["im", "in", "von", "by", "of", "for", "fuer", "der", "the", "und", "and", "procedure", "personal", "data", "setting", "up"];

    /// <summary>Reads what was typed: a kind, a month, a name, in any order.</summary>
    /// <returns>The filter; or the words that mean nothing.</returns>
    public static (AuditFilter? Filter, string Unknown) Read(Turn turn, string text)
    {
        var filter = new AuditFilter(null, null, null);
        var rest = new List<string>();
        int? year = null, month = null;
        foreach (var word in CommandText.WordsOf(CommandText.Fold(text)).SelectMany(Parts))
        {
            var number = int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1;
            if (MonthOf(word) is { } named)
            {
                month = named;
            }
            else if (number is >= 2000 and <= 2999)
            {
                year = number;
            }
            else if (number is >= 1 and <= 12)
            {
                month = number;
            }
            else if (Kinds.FirstOrDefault(kind => kind.Words.Contains(word)) is { Words: not null } kind)
            {
                filter = filter with { Kind = kind.Kind };
            }
            else if (!Fillers.Contains(word))
            {
                rest.Add(word);
            }
        }

        var person = rest.Count == 0 ? null : PersonFinder.Named(turn.Network, string.Join(' ', rest)) is [var one] ? one : null;
        return (rest.Count > 0 && person is null) || (year is not null && month is null)
            ? (null, rest.Count > 0 ? string.Join(' ', rest) : text)
            : (filter with { Person = person, Month = month is { } asked ? MonthAt(turn.LocalNow.Date, year, asked) : null }, string.Empty);
    }

    /// <summary>The moments between which entries are, in the network's zone; nulls without a month.</summary>
    public (Instant? From, Instant? Until) Span(DateTimeZone zone) => Month is { } first
        ? (zone.AtStartOfDay(first).ToInstant(), zone.AtStartOfDay(first.PlusMonths(1)).ToInstant())
        : (null, null);

    /// <summary>Whether an entry is asked for.</summary>
    public bool Fits(AuditEntry entry) => (Kind is null || AuditTable.Audited[entry.Right] == Kind) && (Person is null || entry.By == Person.Id);

    /// <summary>Of a month without a year the latest that has begun is meant.</summary>
    private static LocalDate MonthAt(LocalDate today, int? year, int month) =>
        new(year ?? (month <= today.Month ? today.Year : today.Year - 1), month, 1);

    /// <summary>"2027-01" is a year and a month; a name with a hyphen stays one word.</summary>
    private static string[] Parts(string word) => word.Split('-') is [{ Length: 4 } year, { Length: 1 or 2 } month] && year.All(char.IsAsciiDigit) && month.All(char.IsAsciiDigit) ? [year, month] : [word];

    private static int? MonthOf(string word)
    {
        foreach (var reader in (Reader[])[Reader.German, Reader.English])
        {
            var names = reader.Culture.DateTimeFormat.MonthNames;
            for (var month = 0; month < 12; month++)
            {
                if (CommandText.Fold(names[month]) == word)
                {
                    return month + 1;
                }
            }
        }

        return null;
    }
}
