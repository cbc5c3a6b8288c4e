using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NodaTime;
using NodaTime.Text;

namespace Bot.Domain.Meetings;

/// <summary>Reads the text of a recurrence rule. What is not understood is never skipped: half a rule would be another rule.</summary>
internal static class RecurrenceRuleText
{
    private const string Prefix = "RRULE:";
    private const int MaxNumber = 1000;

    private static readonly LocalDatePattern UntilPattern = LocalDatePattern.CreateWithInvariantCulture("yyyyMMdd");
    private static readonly string[] Weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    /// <param name="text">The rule.</param>
    /// <param name="rule">What was read.</param>
    /// <param name="notUnderstood">The part that could not be read, as it was written; the whole rule when parts contradict each other.</param>
    public static bool TryRead(string text, out RecurrenceRule rule, out string notUnderstood)
    {
        rule = new RecurrenceRule();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var body = text.Trim();
        body = body.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? body[Prefix.Length..] : body;
        foreach (var part in body.Split(';'))
        {
            var (name, value) = Split(part);
            if (!seen.Add(name) || With(rule, name, value) is not { } changed)
            {
                notUnderstood = part;
                return false;
            }

            rule = changed;
        }

        notUnderstood = text;
        return seen.Contains("FREQ") && FitsTogether(rule);
    }

    private static (string Name, string Value) Split(string part)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        return equals < 0
            ? (part, string.Empty)
            : (part[..equals].Trim().ToUpperInvariant(), part[(equals + 1)..].Trim().ToUpperInvariant());
    }

    private static RecurrenceRule? With(RecurrenceRule rule, string name, string value) => name switch
    {
        "FREQ" => ReadFrequency(value) is { } frequency ? rule with { Frequency = frequency } : null,
        "INTERVAL" => ReadNumber(value, 1, MaxNumber) is { } interval ? rule with { Interval = interval } : null,
        "COUNT" => ReadNumber(value, 1, MaxNumber) is { } times ? rule with { Count = times } : null,
        "UNTIL" => UntilPattern.Parse(value) is { Success: true } until ? rule with { Until = until.Value } : null,
        "BYDAY" => ReadList(value, ReadDay) is { } days ? rule with { Days = days } : null,
        "BYMONTHDAY" => ReadList(value, item => ReadSigned(item, 31)) is { } days ? rule with { MonthDays = days } : null,
        "BYMONTH" => ReadList(value, item => ReadNumber(item, 1, 12)) is { } months ? rule with { Months = months } : null,
        "BYSETPOS" => ReadList(value, item => ReadSigned(item, 366)) is { } positions ? rule with { Positions = positions } : null,
        "WKST" => value == "MO" ? rule : null,
        _ => null,
    };

    private static bool FitsTogether(RecurrenceRule rule)
    {
        var ordinals = rule.Days.Where(day => day.Ordinal is not null).Select(day => Math.Abs(day.Ordinal!.Value)).ToList();
        var limit = rule.Frequency switch
        {
            RecurrenceFrequency.Yearly when rule.Months.Count == 0 => 53,
            RecurrenceFrequency.Yearly or RecurrenceFrequency.Monthly => 5,
            _ => 0,
        };
        return ordinals.TrueForAll(ordinal => ordinal <= limit)
            && (rule.Count is null || rule.Until is null)
            && (rule.Frequency != RecurrenceFrequency.Weekly || rule.MonthDays.Count == 0)
            && (rule.Positions.Count == 0 || rule.Days.Count + rule.MonthDays.Count + rule.Months.Count > 0);
    }

    private static RecurrenceFrequency? ReadFrequency(string value) => value switch
    {
        "DAILY" => RecurrenceFrequency.Daily,
        "WEEKLY" => RecurrenceFrequency.Weekly,
        "MONTHLY" => RecurrenceFrequency.Monthly,
        "YEARLY" => RecurrenceFrequency.Yearly,
        _ => null,
    };

    private static RecurrenceDay? ReadDay(string item)
    {
        var weekday = item.Length < 2 ? -1 : Array.IndexOf(Weekdays, item[^2..]);
        if (weekday < 0)
        {
            return null;
        }

        int? ordinal = item.Length == 2 ? null : ReadSigned(item[..^2], 53);
        return item.Length > 2 && ordinal is null ? null : new RecurrenceDay(ordinal, (IsoDayOfWeek)(weekday + 1));
    }

    private static int? ReadSigned(string item, int limit)
    {
        var number = ReadNumber(item.TrimStart('+', '-'), 1, limit);
        return item.LastIndexOfAny(['+', '-']) > 0 ? null : item.StartsWith('-') ? -number : number;
    }

    private static int? ReadNumber(string item, int least, int most) =>
        int.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : null;

    private static List<T>? ReadList<T>(string value, Func<string, T?> read)
        where T : struct
    {
        var items = value.Split(',').Select(read).ToList();
        return items.TrueForAll(item => item is not null) ? items.ConvertAll(item => item!.Value) : null;
    }
}
