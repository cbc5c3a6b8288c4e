using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Dates;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Holidays of the Land and of the schools: said on previews, and never in the way.</summary>
public class DayHintTests
{
    [Theory]
    [InlineData("Beirat am 26.3.2027 um 17 Uhr", "Hinweis: Dieser Tag ist ein Feiertag (Karfreitag).")]
    [InlineData("Beirat am Gründonnerstag um 17 Uhr", "Hinweis: Der Tag danach ist ein Feiertag (Karfreitag).")]
    [InlineData("Beirat am Freitag nach Himmelfahrt um 17 Uhr", "Hinweis: Das ist ein Brückentag zwischen einem Feiertag (Christi Himmelfahrt) und dem Wochenende.")]
    [InlineData("Beirat am Buß- und Bettag um 17 Uhr", "Hinweis: Dieser Tag ist ein Feiertag (Buß- und Bettag).")]
    [InlineData("Abstimmung Plenum: Sollen wir das Fest verlegen? bis 25.12. 12 Uhr", "Hinweis: Dieser Tag ist ein Feiertag (Erster Weihnachtstag).")]
    [InlineData("Umfrage Beirat: Welche Farbe? Rot, Grün bis 1.1. 12 Uhr", "Hinweis: Dieser Tag ist ein Feiertag (Neujahr).")]
    public async Task Preview_OnAHoliday_SaysSo(string line, string hint)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", line);
        talk.Hears("katrin", hint);
    }

    [Fact]
    public async Task Preview_OnAHoliday_DoesNotStandInTheWay()
    {
        await using var talk = await Talk.StartAsync();
        await talk.CallsAsync("Beirat am Karfreitag um 17 Uhr");
        Assert.Equal(new LocalDate(2027, 3, 26), Assert.Single(await talk.MeetingsAsync()).Day);
    }

    [Fact]
    public async Task SchoolHolidays_EnteredShownRemoved_AreSaidOnPreviews()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Schulferien");
        talk.Hears("katrin", "Es sind keine Schulferien eingetragen.");
        await talk.SaysAsync("katrin", "Schulferien: Winterferien 8.2.2027 bis 19.2.2027; *Oster*ferien 26.3.2027 bis 2.4.2027");
        talk.Hears("katrin", "Eingetragen: Winterferien (08.02.2027 bis 19.02.2027); ");
        foreach (var (day, isIn) in new[] { ("7.2.2027", false), ("8.2.2027", true), ("19.2.2027", true), ("20.2.2027", false) })
        {
            await talk.SaysAsync("katrin", $"Beirat am {day} um 17 Uhr");
            Assert.Equal(isIn, talk.LastFor("katrin").Contains("Hinweis: An diesem Tag sind Schulferien (Winterferien, 08.02.2027 bis 19.02.2027).", StringComparison.Ordinal));
        }

        await talk.SaysAsync("katrin", "Schulferien streichen: 8.2.2027 bis 19.2.2027");
        await talk.SaysAsync("bernd", "Schulferien");
        Assert.DoesNotContain("Winterferien", talk.LastFor("bernd"), StringComparison.Ordinal);
        talk.Hears("bernd", "26.03.2027 bis 02.04.2027");
    }

    [Theory]
    [InlineData("Schulferien: Winterferien", "„Winterferien“ verstehe ich nicht als Ferien.")]
    [InlineData("Schulferien: Winterferien 8.2.2027 bis 31.2.2027", "verstehe ich nicht als Ferien.")]
    [InlineData("Schulferien: 8.2.2027 bis 19.2.2027", "verstehe ich nicht als Ferien.")]
    [InlineData("Schulferien: Sommerferien 1.7.2027 bis 31.8.2027", "Eingetragen: Sommerferien")]
    [InlineData("Schulferien: Sommerferien 1.7.2027 bis 1.9.2027", "verstehe ich nicht als Ferien.")]
    [InlineData("Schulferien: Winterferien 8.2.2027 bis 19.2.2027; Ostern 1.4.2027, 3.4.2027 und 5.4.2027", "„Ostern 1.4.2027, 3.4.2027 und 5.4.2027“ verstehe ich nicht als Ferien.")]
    public async Task SchoolHolidays_Typed_AreTakenWholeOrNotAtAll(string line, string said)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", line);
        talk.Hears("katrin", said);
        Assert.Equal(said.StartsWith("Eingetragen", StringComparison.Ordinal) ? 1 : 0, (await talk.NetworkAsync()).Network.SchoolHolidays.Count);
    }

    [Fact]
    public async Task SchoolHolidays_ByAnybodyElse_AreNotEntered()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("bernd", "Schulferien: Winterferien 8.2.2027 bis 19.2.2027");
        talk.Hears("bernd", "Das kann nur die Koordination");
        Assert.Empty((await talk.NetworkAsync()).Network.SchoolHolidays);
    }

    [Fact]
    public async Task SchoolHolidays_MoreThanAreKept_AreRefusedAndThoseOverMakeRoom()
    {
        await using var talk = await Talk.StartAsync();
        var line = "Schulferien: " + string.Join("; ", Enumerable.Range(0, SchoolHolidays.Most).Select(number => $"F{number} {1 + (number % 28)}.{1 + (number / 28)}.2027"));
        await talk.SaysAsync("katrin", line);
        talk.Hears("katrin", "Eingetragen");
        await talk.SaysAsync("katrin", "Schulferien: Eins zu viel 8.8.2027");
        talk.Hears("katrin", "Mehr als 40 Ferien kann ich nicht führen.");
        await talk.AtAsync(2027, 1, 2, 10);
        await talk.SaysAsync("katrin", "Schulferien: Eins mehr 8.8.2027");
        talk.Hears("katrin", "Eingetragen: Eins mehr");
        Assert.Equal(SchoolHolidays.Most, (await talk.NetworkAsync()).Network.SchoolHolidays.Count);
    }

    [Fact]
    public async Task SchoolHolidays_InEnglish_AreEnteredAndSaid()
    {
        await using var talk = await Talk.StartAsync();
        talk.Locale = "en-GB";
        await talk.SaysAsync("katrin", "School holidays: winter break 8 February 2027 to 19 February 2027");
        talk.Hears("katrin", "Entered: winter break (8 Feb 2027 to 19 Feb 2027)");
        await talk.SaysAsync("katrin", "Board on 9 February 2027 at 17:00");
        talk.Hears("katrin", "Note: there are school holidays on this day (winter break, 8 Feb 2027 to 19 Feb 2027).");
    }
}
