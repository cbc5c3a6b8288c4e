using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Bot.Domain.Agendas;

/// <summary>What stands on every agenda of a committee (feste Tagesordnungspunkte), by its rules of procedure.</summary>
/// <param name="First">Before what is proposed, in order.</param>
/// <param name="Last">After it, in order.</param>
public sealed record StandingItems(IReadOnlyList<StandingItem> First, IReadOnlyList<StandingItem> Last)
{
    /// <summary>The most that may stand on every agenda.</summary>
    public const int Most = 10;

    /// <summary>The longest title, in UTF-16 units.</summary>
    public const int TitleLimit = 60;

    /// <summary>How the first item of an urgent meeting is kept. A card says it in the reader's language.</summary>
    public const string UrgencyTitle = "Bestätigung der Dringlichkeit";

    /// <summary>Nothing.</summary>
    public static StandingItems None { get; } = new([], []);

    /// <summary>All of them, in order.</summary>
    public IEnumerable<StandingItem> All => First.Concat(Last);

    /// <summary>As one text for a row or a button: <c>0|5|title</c> a line, 1 for those that stand last.</summary>
    public string ToCode() => string.Join('\n', First.Select(item => Line(0, item)).Concat(Last.Select(item => Line(1, item))));

    /// <summary>Reads what <see cref="ToCode"/> wrote; null for anything else, also for what breaks a limit.</summary>
    public static StandingItems? TryParse(string code)
    {
        var lines = code.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ReadLine).ToList();
        if (lines.Any(line => line is null))
        {
            return null;
        }

        var read = new StandingItems([.. lines.Where(line => !line!.Value.IsLast).Select(line => line!.Value.Item)], [.. lines.Where(line => line!.Value.IsLast).Select(line => line!.Value.Item)]);
        return read.IsSound ? read : null;
    }

    /// <summary>Whether all limits are kept and no title comes twice.</summary>
    public bool IsSound => All.Count() <= Most
        && All.All(item => item.Title.Length is > 0 and <= TitleLimit && item.Minutes is null or (>= 1 and <= AgendaItem.MinutesLimit) && !item.Title.Contains('\n', StringComparison.Ordinal))
        && All.DistinctBy(item => item.Title.ToUpperInvariant()).Count() == All.Count();

    /// <inheritdoc/>
    public bool Equals(StandingItems? other) => other is not null && First.SequenceEqual(other.First) && Last.SequenceEqual(other.Last);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(First.Count, Last.Count);

    private static string Line(int last, StandingItem item) =>
        string.Join('|', last.ToString(CultureInfo.InvariantCulture), item.Minutes?.ToString(CultureInfo.InvariantCulture) ?? string.Empty, item.Title);

    private static (bool IsLast, StandingItem Item)? ReadLine(string line)
    {
        var parts = line.Split('|', 3);
        if (parts.Length < 3 || parts[0] is not ("0" or "1"))
        {
            return null;
        }

        if (parts[1].Length == 0)
        {
            return (parts[0] == "1", new StandingItem(parts[2]));
        }

        return int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? (parts[0] == "1", new StandingItem(parts[2]) { Minutes = minutes }) : null;
    }
}

/// <summary>One item that stands on every agenda.</summary>
/// <param name="Title">What it is called, in the network's language.</param>
public sealed record StandingItem(string Title)
{
    /// <summary>How long it takes, 1 to <see cref="AgendaItem.MinutesLimit"/> minutes; null when not said.</summary>
    public int? Minutes { get; init; }
}
