using System;
using System.Globalization;
using Azure;

namespace Bot.Platform.Scheduling;

/// <summary>"At T look at subject S": a reminder to look, not an order to act. What is still to be done is decided when looking.</summary>
/// <param name="At">The moment, UTC, whole seconds; a fraction is rounded up so that nobody looks too early.</param>
/// <param name="Subject">What to look at.</param>
internal sealed record DueRow(DateTimeOffset At, DueSubject Subject)
{
    /// <summary>The version that was read; default for a row that was not.</summary>
    public ETag ETag { get; init; }

    /// <summary>How often in a row looking at it has failed; 0 for a row that stands for something new.</summary>
    public int Failures { get; init; }

    /// <summary>Key of the row; ordinal order is order of time.</summary>
    public string RowKey => KeyOf(At) + "|" + Subject.Kind + "|" + Subject.Network + "|" + Subject.Id;

    /// <summary>The part of a row key that stands for a moment.</summary>
    public static string KeyOf(DateTimeOffset moment)
    {
        var ticks = moment.UtcTicks;
        var seconds = (ticks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond;
        return new DateTime(seconds * TimeSpan.TicksPerSecond, DateTimeKind.Utc).ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
    }

    /// <summary>Reads a row key back.</summary>
    public static DueRow Parse(string rowKey)
    {
        var parts = rowKey.Split('|', 4);
        var at = DateTimeOffset.ParseExact(parts[0], "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return new DueRow(at, new DueSubject(parts[1], parts[2], parts[3]));
    }
}

/// <summary>Something that has moments at which it must be looked at.</summary>
/// <param name="Kind">Which handler looks, such as <c>meeting</c>; without '|'.</param>
/// <param name="Network">The network it belongs to; without '|'.</param>
/// <param name="Id">Its identity within kind and network.</param>
internal sealed record DueSubject(string Kind, string Network, string Id);
