using System;
using System.Threading.Tasks;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>"Wann ist die nächste Sitzung?", asked by members and guests, alone and among others.</summary>
public class AskNextMeetingTests
{
    private const string BoardAt = "Beirat: Donnerstag, 14. Januar 2027, 17:00 Uhr";

    private const string PlenaryAt = "Plenum: Dienstag, 9. März 2027, 18:00 Uhr";

    [Theory]
    [InlineData("Wann ist die nächste Sitzung?", BoardAt)]
    [InlineData("wann ist die naechste sitzung", BoardAt)]
    [InlineData("Nächste Sitzung", BoardAt)]
    [InlineData("nächster Beirat?", BoardAt)]
    [InlineData("Wann tagt das Plenum?", PlenaryAt)]
    [InlineData("wann ist die nächste Bündnis-Sitzung", PlenaryAt)]
    [InlineData("naechste Buendnis-Sitzung?", PlenaryAt)]
    [InlineData("next meeting", BoardAt)]
    [InlineData("When is the next plenary?", PlenaryAt)]
    [InlineData("Wann trifft sich der Berat?", BoardAt)]
    [InlineData("Termine", BoardAt)]
    public async Task Ask_AsMember_NamesCommitteeDayTimePlaceAndAgenda(string question, string answer)
    {
        await using var talk = await BothPlannedAsync();
        await talk.SaysAsync("bernd", question);
        talk.Hears("bernd", answer);
        talk.Hears("bernd", "Wo");
        talk.Hears("bernd", "Tagesordnung");
        Assert.Contains("TOP vorschlagen", talk.Buttons(Talk.Personal("bernd")));
    }

    [Fact]
    public async Task Ask_InRooms_AnswersForTheRoom()
    {
        await using var talk = await BothPlannedAsync();
        await talk.SaysAsync("bernd", "Wann ist die nächste Sitzung?", Talk.Board);
        talk.Shows(Talk.Board, BoardAt);
        talk.Shows(Talk.Board, "Rathaus");
        await talk.SaysAsync("bernd", "Wann ist die nächste Sitzung?", Talk.Plenary);
        talk.Shows(Talk.Plenary, PlenaryAt);
        talk.Shows(Talk.Plenary, "Ratssaal");
    }

    [Fact]
    public async Task Ask_AboutTheBoardInThePlenary_TellsNothingOfIt()
    {
        await using var talk = await BothPlannedAsync();
        await talk.SaysAsync("bernd", "Gremien", Talk.Plenary);
        await talk.SaysAsync("bernd", "nächster Beirat?", Talk.Plenary);
        talk.Shows(Talk.Plenary, "Termine von „Beirat“ zeige ich nur Mitgliedern dieses Gremiums");
        Assert.DoesNotContain("14. Januar", talk.Read(Talk.Plenary), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_AboutThePlenaryInTheBoard_TellsOnlyWhen()
    {
        await using var talk = await BothPlannedAsync();
        await talk.SaysAsync("bernd", "Gremien", Talk.Board);
        await talk.SaysAsync("bernd", "Wann tagt das Plenum?", Talk.Board);
        talk.Shows(Talk.Board, PlenaryAt);
        talk.Shows(Talk.Board, "Ort und Tagesordnung sehen die Mitglieder");
        Assert.DoesNotContain("Ratssaal", talk.Last(Talk.Board), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("samira")]
    [InlineData("fremd")]
    public async Task Ask_AsGuest_TellsOnlyWhenThePlenaryMeets(string guest)
    {
        await using var talk = await BothPlannedAsync();
        await talk.SaysAsync("amina", "TOP Plenum: Vertrauliches");
        await talk.SaysAsync(guest, "Wann ist die nächste Sitzung?");
        talk.Hears(guest, PlenaryAt);
        talk.Hears(guest, "Ort und Tagesordnung sehen die Mitglieder");
        await talk.SaysAsync(guest, "nächster Beirat?");
        talk.Hears(guest, "Termine von „Beirat“ zeige ich nur Mitgliedern dieses Gremiums");
        await talk.SaysAsync(guest, "Tagesordnung");
        talk.Hears(guest, "Das ist nur für Mitglieder des Bündnisses.");
        await talk.SaysAsync(guest, "Tagesordnung Beirat");
        talk.Hears(guest, "Das ist nur für Mitglieder des Bündnisses.");
        var heard = talk.Read(Talk.Personal(guest));
        Assert.DoesNotContain("14. Januar", heard, StringComparison.Ordinal);
        Assert.DoesNotContain("Rathaus", heard, StringComparison.Ordinal);
        Assert.DoesNotContain("Vertrauliches", heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_AsGuestAboutTheBoard_AnswersTheSameWithAndWithoutMeeting()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("fremd", "nächster Beirat?");
        var before = talk.LastFor("fremd");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("fremd", "nächster Beirat?");
        Assert.Equal(before, talk.LastFor("fremd"));
    }

    [Fact]
    public async Task Ask_NothingPlanned_SaysSoAndHelpsTheCoordinator()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("bernd", "Wann ist die nächste Sitzung?");
        talk.Hears("bernd", "Es ist noch keine Sitzung geplant.");
        Assert.DoesNotContain("Sie können jetzt eine planen", talk.LastFor("bernd"), StringComparison.Ordinal);
        await talk.SaysAsync("bernd", "nächster Beirat?");
        talk.Hears("bernd", "Für „Beirat“ ist noch keine Sitzung geplant.");
        await talk.SaysAsync("katrin", "nächster Beirat?");
        talk.Hears("katrin", "Sie können jetzt eine planen");
    }

    [Fact]
    public async Task Ask_WhenTheMeetingHasBegun_NamesTheOneAfter()
    {
        await using var talk = await Talk.StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.CallsAsync("Beirat am 11. Februar um 17 Uhr im Rathaus");
        await talk.AtAsync(2027, 1, 14, 16, 59, 59);
        await talk.SaysAsync("bernd", "nächster Beirat?");
        talk.Hears("bernd", BoardAt);
        await talk.AtAsync(2027, 1, 14, 17);
        await talk.SaysAsync("bernd", "nächster Beirat?");
        talk.Hears("bernd", "Beirat: Donnerstag, 11. Februar 2027, 17:00 Uhr");
    }

    private static async Task<Talk> BothPlannedAsync()
    {
        var talk = await Talk.StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.CallsAsync("Plenum am 9. März um 18 Uhr in Rathaus, Ratssaal");
        return talk;
    }
}
