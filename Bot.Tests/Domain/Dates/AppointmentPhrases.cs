using System;
using System.Linq;
using Bot.Domain.Dates;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Bot.Tests.Domain.Dates;

/// <summary>One phrase a line: the text, what is understood, and the rest of the text.</summary>
/// <remarks>Understood is written as day, start and length ("-" for none), then each problem with its candidates.</remarks>
internal static class AppointmentPhrases
{
    public static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    public static TheoryData<string, string, string> Table(string lines)
    {
        var table = new TheoryData<string, string, string>();
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            table.Add(cells[0], cells[1], cells.Length > 2 ? cells[2] : string.Empty);
        }

        return table;
    }

    public static AppointmentReading Read(string text, string now) =>
        AppointmentReader.Read(text, LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(now).Value, Berlin);

    public static string Describe(AppointmentReading reading)
    {
        var time = reading.Start is { } start ? Written(start) : "-";
        var length = reading.Length is { } duration ? "+" + duration.TotalMinutes.ToString(System.Globalization.CultureInfo.InvariantCulture) : string.Empty;
        var day = reading.Day is { } date ? Written(date) : "-";
        return string.Join(' ', reading.Problems.Select(Written).Prepend($"{day} {time}{length}"));
    }

    private static string Written(AppointmentProblem problem) =>
        string.Join(' ', problem.Days.Select(Written).Concat(problem.Times.Select(Written)).Prepend(problem.Kind.ToString()));

    public static string Written(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public static string Written(LocalTime time) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(time);
}
