using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Calendars;
using Bot.Tests.TestSupport;
using NodaTime;
using Xunit;

namespace Bot.Tests.Platform.Calendars;

/// <summary>Calendar files, as a calendar program's own library reads them.</summary>
public class CalendarDocumentTests
{
    private const string Berlin = "Europe/Berlin";

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb[Berlin];

    private static readonly int[] Hours = [0, 1, 3, 4, 9, 18, 23];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Six in the evening is six in the evening on each day of two years: before and after the clocks change, on a leap day, and at the hours around.</summary>
    [Fact]
    public async Task Write_EachDayOfTwoYears_IsReadAtTheSameMoment()
    {
        var days = Enumerable.Range(0, 731).Select(day => new LocalDate(2027, 7, 1).PlusDays(day)).ToList();
        var appointments = days.SelectMany(day => Hours.Select(hour => Appointment($"{day:uuuuMMdd}-{hour}", day + new LocalTime(hour, 0)))).ToList();
        using var read = await ReadAsync(appointments);
        var events = read.RootElement.GetProperty("events").EnumerateArray().ToDictionary(shown => shown.GetProperty("uid").GetString()!, StringComparer.Ordinal);
        Assert.Equal(appointments.Count, events.Count);
        Assert.All(appointments, appointment =>
        {
            var shown = events[appointment.Uid];
            Assert.Equal(Zone.AtLeniently(appointment.Start).ToInstant().ToUnixTimeSeconds(), shown.GetProperty("start").GetInt64());
            if (Zone.MapLocal(appointment.End).Count == 1)
            {
                // Two o'clock in the nights in which the clocks change is no hour, or two; programs differ.
                Assert.Equal(Zone.AtStrictly(appointment.End).ToInstant().ToUnixTimeSeconds(), shown.GetProperty("end").GetInt64());
            }

            Assert.Equal(Berlin, shown.GetProperty("zone").GetString());
        });
    }

    [Theory]
    [InlineData("Rathaus, Saal 3; Eingang Süd", "Thema: „Haushalt“\\n2027")]
    [InlineData("BEGIN:VEVENT", "END:VCALENDAR")]
    [InlineData("日本語 🤝 ä", "x")]
    [InlineData("\"Zitat\" und 'Strich' \\", "a,b;c:d")]
    public async Task Write_AnyWords_AreReadAsTheyWere(string location, string description)
    {
        var long60 = string.Concat(Enumerable.Repeat("Bündnis für Demokratie und Toleranz ", 12)).Trim();
        using var read = await ReadAsync([Appointment("a@b", new LocalDateTime(2027, 1, 14, 17, 0)) with { Summary = long60, Location = location, Description = description }]);
        var shown = Assert.Single(read.RootElement.GetProperty("events").EnumerateArray());
        Assert.Equal((long60, location, description), (Word(shown, "summary"), Word(shown, "location"), Word(shown, "description")));
        Assert.Equal(("Sitzungen", "PUBLISH", "2.0", "PT2H"), (Word(read.RootElement, "name"), Word(read.RootElement, "method"), Word(read.RootElement, "version"), Word(read.RootElement, "refresh")));
    }

    [Fact]
    public async Task Write_CancelledAndChanged_SaysSo()
    {
        var changed = Instant.FromUtc(2026, 11, 23, 9, 0);
        using var read = await ReadAsync([Appointment("a@b", new LocalDateTime(2027, 1, 14, 17, 0)) with { IsCancelled = true, Sequence = 2, ChangedAt = changed }]);
        var shown = Assert.Single(read.RootElement.GetProperty("events").EnumerateArray());
        Assert.Equal(("CANCELLED", 2, changed.ToUnixTimeSeconds()), (Word(shown, "status"), shown.GetProperty("sequence").GetInt32(), shown.GetProperty("stamp").GetInt64()));
    }

    /// <summary>RFC 5545, 3.1: lines end with CR LF and have at most 75 bytes; no letter is torn apart.</summary>
    [Fact]
    public void Write_LongLines_AreFolded()
    {
        var text = Encoding.UTF8.GetString(Write([Appointment("a@b", new LocalDateTime(2027, 1, 14, 17, 0)) with { Summary = string.Concat(Enumerable.Repeat("äß🤝", 80)) }]));
        Assert.DoesNotContain('\uFFFD', text);
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), line =>
        {
            Assert.DoesNotContain('\n', line);
            Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75);
        });
    }

    [Fact]
    public void Write_TheSameInAnotherOrder_GivesTheSameBytes()
    {
        var appointments = Enumerable.Range(1, 9).Select(day => Appointment("a" + day, new LocalDateTime(2027, 1, day, 17, 0))).ToList();
        Assert.Equal(Write(appointments), Write([.. Enumerable.Reverse(appointments)]));
        Assert.NotEqual(Write(appointments), Write(appointments[1..]));
    }

    [Fact]
    public async Task Write_Nothing_IsACalendarAllTheSame()
    {
        using var read = await ReadAsync([]);
        Assert.Empty(read.RootElement.GetProperty("events").EnumerateArray());
    }

    private static CalendarAppointment Appointment(string uid, LocalDateTime start) => new()
    {
        Uid = uid,
        ChangedAt = Instant.FromUtc(2026, 11, 23, 9, 0),
        Start = start,
        End = start.PlusHours(2),
        Zone = Berlin,
        Summary = "Beirat",
    };

    private static byte[] Write(IReadOnlyCollection<CalendarAppointment> appointments) => CalendarDocument.Write("Sitzungen", "de", TimeSpan.FromHours(2), appointments);

    private static string? Word(JsonElement shown, string name) => shown.GetProperty(name).GetString();

    /// <summary>What the official library reads of them.</summary>
    private static async Task<JsonDocument> ReadAsync(IReadOnlyCollection<CalendarAppointment> appointments)
    {
        await NodePeers.RequireAsync(Cancellation);
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "sitzungen.ics");
        await File.WriteAllBytesAsync(path, Write(appointments), Cancellation);
        return JsonDocument.Parse(await NodePeers.RunAsync("calendar.mjs", [path], Cancellation));
    }
}
