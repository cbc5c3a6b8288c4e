using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Meetings;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Meetings that are moved to another day, time or place.</summary>
public class MoveMeetingTests
{
    private const string Called = "Beirat am 14. Januar um 17 Uhr im Rathaus";

    private const string News = "Diese Sitzung wurde verlegt.";

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Move_ByChat_TellsThoseWhoWereToldOnceAndFreesTheDay(Store store)
    {
        await using var talk = await InvitedAsync(store);
        await talk.SaysAsync("amina", "TOP: Stand Demokratiefest");
        await talk.SaysAsync("katrin", "Beirat verschieben auf 21.1. 18 Uhr: Saal belegt");
        talk.Hears("katrin", "Bisher");
        talk.Hears("katrin", "Donnerstag, 14. Januar 2027, 17:00 Uhr");
        talk.Hears("katrin", "Donnerstag, 21. Januar 2027, 18:00 Uhr");
        talk.Hears("katrin", "letzter Tag für die Einladung ist Mittwoch, 13. Januar 2027");
        var button = talk.DataOf("katrin", "Verschieben");
        Assert.Contains("Verschoben: **Beirat: Donnerstag, 21. Januar 2027, 18:00 Uhr**", await talk.PressesAsync("katrin", "Verschieben"), StringComparison.Ordinal);
        foreach (var conversation in new[] { Talk.Board, Talk.Personal("amina"), Talk.Personal("katrin") })
        {
            talk.Shows(conversation, News + " Bisher: Donnerstag, 14. Januar 2027, 17:00 Uhr, Rathaus. Grund: Saal belegt.");
            talk.Shows(conversation, "bitte sagen Sie noch einmal Bescheid");
            talk.Shows(conversation, "Stand Demokratiefest");
        }

        // Pressed once more, and looked at again and again: once is enough.
        Assert.Contains("Verschoben:", await talk.PressAsync("katrin", "meeting.move", button), StringComparison.Ordinal);
        await talk.RestartAsync();
        await talk.AtAsync(2026, 12, 20, 12);
        Assert.Equal(1, talk.CountOf(Talk.Board, News));
        Assert.Equal(1, talk.HeardBy("amina", News));
        Assert.Equal(0, talk.HeardBy("dao", "verlegt"));

        var meeting = Assert.Single(await talk.MeetingsAsync());
        Assert.Equal((new LocalDate(2027, 1, 21), new LocalTime(18, 0), 1, MeetingKind.Ordinary), (meeting.Day, meeting.Start, meeting.Revision, meeting.Kind));
        await talk.CallsAsync(Called);
        Assert.Equal(2, (await talk.MeetingsAsync()).Count);
    }

    [Fact]
    public async Task Move_InEnglish_SaysTheSame()
    {
        await using var talk = await InvitedAsync();
        talk.Locale = "en-GB";
        await talk.SaysAsync("amina", "hello");
        await talk.SaysAsync("katrin", "move board to 21 January 6 pm to the town hall: hall taken");
        talk.Hears("katrin", "town hall");
        Assert.Contains("Moved: **Beirat: Thursday, 21 January 2027, 18:00**", await talk.PressesAsync("katrin", "Move"), StringComparison.Ordinal);
        talk.Hears("amina", "This meeting was moved. Before: Thursday, 14 January 2027, 17:00, Rathaus. Reason: hall taken.");
        Assert.Equal("town hall", Assert.Single(await talk.MeetingsAsync()).Place);
    }

    [Theory]
    [InlineData("Beirat verlegen in die VHS", 14, 17, 0, "VHS")]
    [InlineData("Beirat verlegen ins Rathaus, Zimmer 3", 14, 17, 0, "Rathaus, Zimmer 3")]
    [InlineData("Beirat verlegen nach Zwickau", 14, 17, 0, "Zwickau")]
    [InlineData("Sitzung verschieben: Beirat", 0, 0, 0, "")] // nothing new: asked
    [InlineData("Beirat verschieben auf 18:30", 14, 18, 30, "Rathaus")]
    [InlineData("Verschiebe den Beirat auf den 21. Januar", 21, 17, 0, "Rathaus")]
    [InlineData("Beirat vom 14.1. auf den 21.1. verschieben", 21, 17, 0, "Rathaus")]
    [InlineData("Bitte den Beirat um eine Woche verschieben", 21, 17, 0, "Rathaus")]
    [InlineData("Beirat um 2 Stunden vorverlegen", 14, 15, 0, "Rathaus")]
    [InlineData("Beirat um zwei Tage verschieben", 16, 17, 0, "Rathaus")]
    [InlineData("postpone board by one week", 21, 17, 0, "Rathaus")]
    [InlineData("reschedule the board to 22 January", 22, 17, 0, "Rathaus")]
    public async Task Words_OfAMove_AreUnderstood(string line, int day, int hour, int minute, string place)
    {
        await using var talk = await InvitedAsync();
        await talk.SaysAsync("katrin", line);
        if (day == 0)
        {
            talk.Hears("katrin", "Ich habe noch keinen neuen Tag, keine neue Uhrzeit und keinen neuen Ort verstanden.");
            Assert.Contains("Verschieben prüfen", await talk.PressesAsync("katrin", "Prüfen", null, ("place", "VHS")), StringComparison.Ordinal);
            return;
        }

        await talk.PressesAsync("katrin", "Verschieben");
        var meeting = Assert.Single(await talk.MeetingsAsync());
        Assert.Equal((new LocalDate(2027, 1, day), new LocalTime(hour, minute), place), (meeting.Day, meeting.Start, meeting.Place));
    }

    [Fact]
    public async Task Move_ToAnotherPlace_KeepsAnswersAndSaysWhere()
    {
        await using var talk = await InvitedAsync();
        await talk.SaysAsync("amina", "Ich komme zum Beirat");
        await talk.SaysAsync("katrin", "Beirat verlegen in die VHS");
        talk.Hears("katrin", "die Ladungsfrist ist davon nicht berührt");
        talk.Hears("katrin", "Zusagen und Absagen gelten weiter.");
        await talk.PressesAsync("katrin", "Verschieben");
        talk.Hears("amina", "Diese Sitzung findet an einem anderen Ort statt. Bisher: Rathaus.");
        Assert.DoesNotContain("noch einmal Bescheid", talk.LastFor("amina"), StringComparison.Ordinal);
        await talk.SaysAsync("katrin", "Wer kommt zum Beirat?");
        talk.Hears("katrin", "Zugesagt: 1 von 3");
    }

    [Fact]
    public async Task Move_TooLate_NeedsAReasonAndBecomesUrgent()
    {
        await using var talk = await InvitedAsync();
        await talk.AtAsync(2027, 1, 12, 12);
        await talk.SaysAsync("katrin", "Beirat verschieben auf 19.1.");
        talk.Hears("katrin", "nicht mehr zu halten; letzter Tag wäre Montag, 11. Januar 2027 gewesen");
        Assert.DoesNotContain("Verschieben", talk.Buttons(Talk.Personal("katrin")));
        var data = talk.DataOf("katrin", "Als Sondersitzung verschieben");
        Assert.Contains("nicht mehr zu halten", await talk.PressAsync("katrin", "meeting.move", data.DeepClone().AsObject()), StringComparison.Ordinal);
        Assert.Equal(MeetingKind.Ordinary, Assert.Single(await talk.MeetingsAsync()).Kind);
        Assert.Contains("Verschoben: **Beirat (Sondersitzung)", await talk.PressesAsync("katrin", "Als Sondersitzung verschieben", null, ("reason", "Wasserschaden")), StringComparison.Ordinal);
        talk.Shows(Talk.Board, "Grund: Wasserschaden.");
        talk.Shows(Talk.Board, "1. Bestätigung der Dringlichkeit");
    }

    [Fact]
    public async Task Move_SeveralMeetings_AsksWhichOnOneCardFilledIn()
    {
        await using var talk = await InvitedAsync();
        await talk.CallsAsync("Beirat am 18. März um 17 Uhr im Rathaus");
        await talk.SaysAsync("katrin", "Beirat verschieben auf den 25.3. um 18 Uhr");
        talk.Hears("katrin", "Welche Sitzung soll verschoben werden?");
        var march = (await talk.MeetingsAsync())[1];
        Assert.Contains("Donnerstag, 25. März 2027, 18:00 Uhr", await talk.PressesAsync("katrin", "Prüfen", null, ("meeting", march.Id.Value)), StringComparison.Ordinal);
        await talk.PressesAsync("katrin", "Verschieben");
        Assert.Equal([new LocalDate(2027, 1, 14), new LocalDate(2027, 3, 25)], (await talk.MeetingsAsync()).Select(meeting => meeting.Day));

        // The day it is on now says which.
        await talk.SaysAsync("katrin", "Beirat vom 14.1. auf den 21.1. verschieben");
        await talk.PressesAsync("katrin", "Verschieben");
        Assert.Equal([new LocalDate(2027, 1, 21), new LocalDate(2027, 3, 25)], (await talk.MeetingsAsync()).Select(meeting => meeting.Day));
    }

    [Fact]
    public async Task Move_WhatIsAmbiguousOrImpossible_IsAskedOnTheForm()
    {
        await using var talk = await InvitedAsync();
        await talk.SaysAsync("katrin", "Beirat verschieben auf 31.2.");
        talk.Hears("katrin", "gibt es im Kalender nicht");
        await talk.SaysAsync("katrin", "Beirat verschieben auf 21.1. um 6");
        talk.Hears("katrin", "ist nicht eindeutig");
        Assert.Contains("Donnerstag, 21. Januar 2027, 18:00 Uhr", await talk.PressesAsync("katrin", "18:00 Uhr", null, ("day", "2027-01-21")), StringComparison.Ordinal);
        await talk.CallsAsync("Beirat am 4. Februar um 17 Uhr");
        await talk.SaysAsync("katrin", "Beirat vom 14.1. auf den 4.2. verschieben");
        talk.Hears("katrin", "Beirat hat an diesem Tag schon eine Sitzung: Donnerstag, 4. Februar 2027, 17:00 Uhr.");
        Assert.Equal(new LocalDate(2027, 1, 14), (await talk.MeetingsAsync())[0].Day);
    }

    [Fact]
    public async Task Move_ByAMemberOrAfterTheBeginning_IsRefused()
    {
        await using var talk = await InvitedAsync();
        await talk.SaysAsync("bernd", "Beirat verschieben auf 21.1.");
        talk.Hears("bernd", "Das kann nur die Koordination: Katrin Vogel.");
        await talk.SaysAsync("katrin", "Beirat verschieben auf 21.1.");
        var data = talk.DataOf("katrin", "Verschieben");
        foreach (var verb in new[] { "meeting.move", "meeting.move.preview", "meeting.move.edit" })
        {
            Assert.Equal("Das kann nur die Koordination: Katrin Vogel.", await talk.PressAsync("bernd", verb, data.DeepClone().AsObject()));
        }

        talk.Time.SetBerlin(2027, 1, 14, 17);
        Assert.Contains("hat schon begonnen", await talk.PressAsync("katrin", "meeting.move", data), StringComparison.Ordinal);
        Assert.Equal(new LocalDate(2027, 1, 14), Assert.Single(await talk.MeetingsAsync()).Day);
    }

    [Fact]
    public async Task Move_Twice_TellsTwiceAndEachOnceWithTheDateTheyKnew()
    {
        await using var talk = await InvitedAsync();
        var (room, person) = (talk.Connector.In(Talk.Board).Count, talk.Connector.In(Talk.Personal("amina")).Count);
        foreach (var (day, before) in new[] { (21, 14), (28, 21), (14, 28) })
        {
            await MovesAsync(talk, $"Beirat verschieben auf {day}.1.");
            Assert.Equal((++room, ++person), (talk.Connector.In(Talk.Board).Count, talk.Connector.In(Talk.Personal("amina")).Count));
            talk.Hears("amina", $"{News} Bisher: Donnerstag, {before}. Januar 2027, 17:00 Uhr, Rathaus.");
        }

        Assert.Equal(3, Assert.Single(await talk.MeetingsAsync()).Revision);
    }

    [Fact]
    public async Task Move_TwiceWhileNobodyCouldBeTold_TellsOnceFromTheDateTheyKnew()
    {
        await using var talk = await InvitedAsync();
        talk.Settles = false;
        await MovesAsync(talk, "Beirat verschieben auf 21.1.");
        await MovesAsync(talk, "Beirat verschieben auf 28.1.");
        talk.Settles = true;
        await talk.AfterAsync(Duration.FromMinutes(3));
        Assert.Equal(1, talk.CountOf(Talk.Board, News));
        talk.Hears("amina", News + " Bisher: Donnerstag, 14. Januar 2027, 17:00 Uhr, Rathaus.");
        talk.Hears("amina", "28. Januar 2027, 17:00 Uhr");
    }

    [Fact]
    public async Task Move_AsleepOverMoveAndReminder_SaysBothInOneMessage()
    {
        await using var talk = await InvitedAsync();
        talk.Settles = false;
        await MovesAsync(talk, "Beirat verschieben auf 21.1.");
        talk.Settles = true;
        talk.Time.SetBerlin(2027, 1, 18, 10);
        await talk.RestartAsync();
        talk.Hears("amina", "Erinnerung: in 3 Tagen. " + News);
        Assert.Equal(1, talk.HeardBy("amina", News));
        await talk.AtAsync(2027, 1, 20, 9);
        talk.Hears("amina", "Erinnerung: morgen!");
        Assert.Equal(1, talk.HeardBy("amina", News));
    }

    [Fact]
    public async Task Move_Reminders_AreThoseOfTheNewDate()
    {
        await using var talk = await InvitedAsync();
        await talk.AtAsync(2026, 12, 31, 9);
        Assert.Equal(1, talk.HeardBy("amina", "Erinnerung:"));
        await MovesAsync(talk, "Beirat verschieben auf 21.1.");
        Assert.Equal(0, talk.HeardBy("amina", "Erinnerung:")); // the old card shows the new date
        foreach (var (day, count) in new[] { (7, 1), (11, 1), (13, 1), (18, 2), (20, 3), (22, 3) })
        {
            await talk.AtAsync(2027, 1, day, 9);
            Assert.Equal(count, talk.HeardBy("amina", "Erinnerung:"));
            Assert.Equal(count, talk.CountOf(Talk.Board, "Erinnerung:"));
        }
    }

    internal static async Task MovesAsync(Talk talk, string line, string who = "katrin")
    {
        await talk.SaysAsync(who, line);
        Assert.Contains("Verschoben:", await talk.PressesAsync(who, "Verschieben"), StringComparison.Ordinal);
    }

    internal static async Task<Talk> InvitedAsync(Store store = Store.Sqlite)
    {
        var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync(Called);
        return talk;
    }
}
