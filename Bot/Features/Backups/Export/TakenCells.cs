using System.Globalization;
using Bot.Texts;
using NodaTime;

namespace Bot.Features.Backups.Export;

/// <summary>Cells of exported tables: days and moments as ISO 8601 writes them, so that every program sorts them.</summary>
internal static class TakenCells
{
    /// <summary>A day; empty for none.</summary>
    public static string Day(LocalDate? day) => day?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>The day of a moment; empty for none.</summary>
    public static string Day(DateTimeZone zone, Instant? moment) => moment is { } at ? Day(at.InZone(zone).Date) : string.Empty;

    /// <summary>A time of day; empty for none.</summary>
    public static string Time(LocalTime? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>A moment; empty for none.</summary>
    public static string Moment(DateTimeZone zone, Instant? moment) => moment?.InZone(zone).LocalDateTime.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>One word of a sentence that names the cases of something in their order, separated by semicolons.</summary>
    public static string Word(Reader reader, Sentence words, int place) => Messages.Get(reader, words).Split(';')[place];

    /// <summary>Yes or no.</summary>
    public static string YesNo(Reader reader, bool yes) => Word(reader, Sentence.TakenYesNo, yes ? 0 : 1);
}
