using System;
using System.Globalization;
using Bot.Platform.Tables;
using NodaTime;
using NodaTime.Text;

namespace Bot.Storage;

/// <summary>How the domain's values are written into rows, in one place: days and times as ISO text, moments as UTC,
/// enumerations by name. Every row carries a format version; a newer version of the bot reads older ones.</summary>
internal static class RowFormat
{
    /// <summary>The format this version writes.</summary>
    public const int Version = 1;

    /// <summary>Column that holds the format version.</summary>
    public const string VersionColumn = "Format";

    /// <summary>A new row in the current format.</summary>
    public static TableEntity NewRow(string partition, string row) => new(partition, row) { [VersionColumn] = Version };

    /// <summary>Text of a day, <c>2027-01-14</c>.</summary>
    public static string Write(LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>Text of a time, <c>17:00</c>.</summary>
    public static string Write(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The day under a name; the row is damaged when it is missing.</summary>
    public static LocalDate Day(this TableEntity row, string name) => LocalDatePattern.Iso.Parse(row.Text(name)).Value;

    /// <summary>The time under a name; the row is damaged when it is missing.</summary>
    public static LocalTime Time(this TableEntity row, string name) =>
        LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(row.Text(name)).Value;

    /// <summary>The moment under a name; the row is damaged when it is missing.</summary>
    public static Instant Moment(this TableEntity row, string name) =>
        row.MomentOrNull(name) ?? throw Damaged(row, name);

    /// <summary>The moment under a name, or null.</summary>
    public static Instant? MomentOrNull(this TableEntity row, string name) =>
        row.GetDateTimeOffset(name) is { } moment ? Instant.FromDateTimeOffset(moment) : null;

    /// <summary>The text under a name; the row is damaged when it is missing.</summary>
    public static string Text(this TableEntity row, string name) => row.GetString(name) ?? throw Damaged(row, name);

    /// <summary>The number under a name; the row is damaged when it is missing.</summary>
    public static int Number(this TableEntity row, string name) => row.GetInt32(name) ?? throw Damaged(row, name);

    /// <summary>The named value under a name; the row is damaged when it is missing or unknown.</summary>
    public static T Named<T>(this TableEntity row, string name)
        where T : struct, Enum =>
        row.NamedOrNull<T>(name) ?? throw Damaged(row, name);

    /// <summary>The named value under a name, or null.</summary>
    public static T? NamedOrNull<T>(this TableEntity row, string name)
        where T : struct, Enum =>
        row.GetString(name) is not { } text ? null : Enum.TryParse<T>(text, out var value) ? value : throw Damaged(row, name);

    private static InvalidOperationException Damaged(TableEntity row, string name) =>
        new($"Row {row.PartitionKey} / {row.RowKey} has no readable {name}.");
}
