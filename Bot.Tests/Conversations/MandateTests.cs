using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Who has which seat until when: terms set by hand, seats given up, and the card that shows it.</summary>
public class MandateTests
{
    private static readonly CommitteeId Board = new("beirat");

    [Fact]
    public async Task Mandates_OfTheBoard_SaysHowEachSeatCameAndWhatIsVacant()
    {
        await using var talk = await StartAsync();
        await SetsAsync(talk, "Beirat hat 7 Sitze");
        await SetsAsync(talk, "Sitz Bernd bis 31.12.2028");
        await SetsAsync(talk, "Sitz Amina im Beirat kraft Amtes");
        await talk.SaysAsync("katrin", "Mandate Beirat");
        talk.Hears("katrin", "Besetzte Sitze: 3 von 7; frei: 4.");
        talk.Hears("katrin", "). Von der Koordination eingetragen; Amtszeit bis 31.12.2028.");
        talk.Hears("katrin", "Kraft Amtes;");
        talk.Hears("katrin", "Nächster Schritt: eine Wahl oder Nachwahl („Wahl Beirat“)");
        await talk.SaysAsync("dao", "Mandate");
        talk.Hears("dao", "**Beirat**: Besetzte Sitze: 3 von 7; frei: 4.");
        Assert.DoesNotContain("Nächster Schritt", talk.LastFor("dao"), StringComparison.Ordinal);
        await talk.SaysAsync("samira", "Mandate Beirat");
        Assert.DoesNotContain("Amina", talk.LastFor("samira"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sitz Bernd bis 31.12.2028", "Sitz von **Bernd Krüger** in **Beirat**: Amtszeit bis 31.12.2028.")]
    [InlineData("Sitz Amina im Beirat ab 23.11.2026 bis 31.12.2028", "Amtszeit 23.11.2026 bis 31.12.2028")]
    [InlineData("Sitz Beirat: Amina bis 31.12.2028", "Amtszeit bis 31.12.2028")]
    [InlineData("Sitz Dao im Beirat ab 1.1.2027 bis 31.12.2028", "Der Sitz wird damit auch vergeben.")]
    [InlineData("Sitz Amina im Beirat unbefristet", "Amtszeit ohne festes Ende")]
    [InlineData("Sitz befristen: Beirat", "Bitte nennen Sie genau eine")]
    [InlineData("Sitz Amina im Beirat ab 1.1.2027 bis 31.12.2028", "würde ihn bis Freitag, 1. Januar 2027 verlieren")]
    [InlineData("Sitz Amina im Beirat bis 1.3.2020", "Dieser letzte Tag geht nicht")]
    [InlineData("Sitz Amina im Beirat bis irgendwann", "Welcher Tag ist gemeint mit: irgendwann")]
    [InlineData("Sitz Amina im Plenum bis 31.12.2028", "Plenum")]
    [InlineData("Beirat hat 0 Sitze", "Möglich sind 1 bis 200")]
    [InlineData("Sitze Beirat: 5", "**Beirat** soll 5 Sitze haben.")]
    [InlineData("Plenum hat 7 Sitze", "Plenum")]
    public async Task Say_ALineAboutTerms_IsUnderstoodOrAskedBack(string line, string expected)
    {
        await using var talk = await StartAsync();
        await talk.SaysAsync("katrin", line);
        talk.Hears("katrin", expected);
        Assert.Empty((await talk.NetworkAsync()).Network.Terms);
    }

    [Fact]
    public async Task Term_ThatEnds_IsToldOnceEightWeeksBefore_AndTheSeatStays()
    {
        await using var talk = await StartAsync();
        await SetsAsync(talk, "Sitz Bernd bis 30.6.2027");
        await talk.AtAsync(2027, 5, 5, 7, 59);
        Assert.Equal(0, talk.HeardBy("bernd", "Die Amtszeit von **Bernd"));
        await talk.AtAsync(2027, 5, 5, 8);
        await talk.AtAsync(2027, 6, 10, 8);
        Assert.Equal((1, 1), (talk.HeardBy("bernd", "Die Amtszeit von **Bernd"), talk.HeardBy("katrin", "Die Amtszeit von **Bernd")));
        await talk.SaysAsync("katrin", "Mandate Beirat");
        talk.Hears("katrin", "Läuft bald ab.");
        await talk.AtAsync(2027, 7, 1, 9);
        await talk.SaysAsync("katrin", "Mandate Beirat");
        talk.Hears("katrin", "Abgelaufen; der Sitz bleibt, bis jemand folgt.");
        Assert.True(await SitsAsync(talk, "bernd"));

        // Extending announces the new end again, in its time.
        await SetsAsync(talk, "Sitz Bernd bis 30.6.2028");
        await talk.AtAsync(2028, 5, 5, 8);
        Assert.Equal(1, talk.HeardBy("bernd", "in **Beirat** endet am Freitag, 30. Juni 2028"));
    }

    [Fact]
    public async Task Seat_ToCome_BeginsOnItsDay()
    {
        await using var talk = await StartAsync();
        await SetsAsync(talk, "Sitz Dao im Beirat ab 1.12.2026 bis 31.12.2028");
        Assert.False(await SitsAsync(talk, "dao"));
        await talk.SaysAsync("katrin", "Mandate Beirat");
        talk.Hears("katrin", "Beginnt erst noch.");
        await talk.AtAsync(2026, 11, 30, 23, 59);
        Assert.False(await SitsAsync(talk, "dao"));
        await talk.AtAsync(2026, 12, 1, 0);
        Assert.True(await SitsAsync(talk, "dao"));
    }

    [Fact]
    public async Task GiveUp_OnesOwnSeat_IsVacantFromTheDayAfter_AndToldOnce()
    {
        await using var talk = await StartAsync();
        await talk.SaysAsync("amina", "Sitz niederlegen Beirat zum 30.11.");
        talk.Hears("amina", "Letzter Tag: Montag, 30. November 2026; ab Dienstag, 1. Dezember 2026 ist er frei.");
        var confirm = talk.DataOf("amina", "So festlegen");
        await talk.PressAsync("amina", "mandate.confirm", confirm);
        await talk.PressAsync("amina", "mandate.confirm", confirm);
        Assert.Equal(1, talk.HeardBy("katrin", "gibt den Sitz in **Beirat** zurück"));
        Assert.Equal(0, talk.HeardBy("amina", "gibt den Sitz in **Beirat** zurück; der"));
        await talk.AtAsync(2026, 11, 30, 23, 59);
        Assert.True(await SitsAsync(talk, "amina"));
        await talk.AtAsync(2026, 12, 1, 0);
        Assert.False(await SitsAsync(talk, "amina"));
        await talk.AtAsync(2026, 12, 2, 9);
        Assert.Equal(1, talk.HeardBy("katrin", "gibt den Sitz in **Beirat** zurück"));

        // Given again, it is a seat like any other.
        await SetsAsync(talk, "Sitz geben: Beirat: Amina");
        Assert.True(await SitsAsync(talk, "amina"));
        Assert.Empty((await talk.NetworkAsync()).Network.Terms);
    }

    [Fact]
    public async Task GiveUp_ForSomebody_ByTheCoordinatorOnly()
    {
        await using var talk = await StartAsync();
        await talk.SaysAsync("bernd", "Sitz von Amina im Beirat endet am 30.11.");
        talk.Hears("bernd", "Katrin Vogel");
        Assert.DoesNotContain("Letzter Tag", talk.LastFor("bernd"), StringComparison.Ordinal);
        await talk.SaysAsync("samira", "Sitz niederlegen");
        talk.Hears("samira", "Sie haben keinen Sitz, den Sie niederlegen könnten.");
        await talk.SaysAsync("katrin", "Sitz von Amina im Beirat endet am 30.11.");
        await talk.PressesAsync("katrin", "So festlegen");
        Assert.Equal(1, talk.HeardBy("amina", "gibt den Sitz in **Beirat** zurück"));

        // She is to keep it after all.
        await SetsAsync(talk, "Sitz geben: Beirat: Amina");
        await talk.AtAsync(2026, 12, 1, 9);
        Assert.True(await SitsAsync(talk, "amina"));
    }

    [Theory]
    [InlineData("Sitz von Amina im Beirat endet am 22.11.2026", "Dieser letzte Tag geht nicht")]
    [InlineData("Sitz von Amina im Beirat endet am 23.11.2026", "ab Dienstag, 24. November 2026 ist er frei")]
    [InlineData("Sitz von Amina im Beirat endet am 23.11.2029", "ab Samstag, 24. November 2029 ist er frei")]
    [InlineData("Sitz von Amina im Beirat endet am 24.11.2029", "Dieser letzte Tag geht nicht")]
    [InlineData("Sitz von Amina im Beirat endet irgendwann", "Welcher Tag ist gemeint mit: irgendwann")]
    [InlineData("Sitz von Niemand endet am 30.11.", "kenne ich nicht")]
    [InlineData("Sitz von Amina endet am 30.11.", "Um welchen Sitz geht es")]
    [InlineData("Sitz von Frank endet am 30.11.", "hat keinen Sitz.")]
    public async Task Say_ThatASeatEnds_IsUnderstoodOrAskedBack(string line, string expected)
    {
        await using var talk = await StartAsync();
        await talk.SaysAsync("katrin", line);
        talk.Hears("katrin", expected);
    }

    [Fact]
    public async Task Terms_InEnglish()
    {
        await using var talk = await StartAsync();
        talk.Locale = "en-GB";
        await talk.SaysAsync("katrin", "Seat Bernd until 31 December 2028");
        talk.Hears("katrin", "Seat of **Bernd Krüger** in **Beirat**: term until ");
        await talk.PressesAsync("katrin", "Set it so");
        await talk.SaysAsync("katrin", "Board has 4 seats");
        await talk.PressesAsync("katrin", "Set it so");
        await talk.SaysAsync("amina", "Give up seat: board by 30 November");
        talk.Hears("amina", "Last day: Monday, 30 November 2026");
        await talk.PressesAsync("amina", "Set it so");
        await talk.SaysAsync("katrin", "Mandates board");
        talk.Hears("katrin", "Seats taken: 3 of 4; vacant: 1.");
        talk.Hears("katrin", "Given up; last day ");
        await talk.SaysAsync("katrin", "Seat of Bernd in the board ends on 30 November");
        talk.Hears("katrin", "from Tuesday, 1 December 2026 on it is vacant");
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task TwoCoordinators_SetATermAtTheSameTime_OneIsShownAnew(Store store)
    {
        await using var talk = await StartAsync(store);
        await talk.SaysAsync("katrin", "Sitz Bernd bis 31.12.2028");
        var first = talk.DataOf("katrin", "So festlegen");
        await talk.SaysAsync("katrin", "Sitz Bernd bis 31.12.2029");
        var second = talk.DataOf("katrin", "So festlegen");
        await Task.WhenAll(talk.PressAsync("katrin", "setup.confirm", first), talk.PressAsync("katrin", "setup.confirm", second));
        var term = Assert.Single((await talk.NetworkAsync()).Network.Terms).Value;
        Assert.InRange(term.Until!.Value.Year, 2028, 2029);
        Assert.True(await SitsAsync(talk, "amina"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task GiveUp_StoreFailsOnceAtEachWrite_IsToldOnceAndEndsOnItsDay(bool isWritten) => Talk.AtEachWriteAsync(4, async failing =>
    {
        await using var talk = await StartAsync();
        await talk.SaysAsync("amina", "Sitz niederlegen Beirat zum 30.11.");
        var confirm = talk.DataOf("amina", "So festlegen");
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressAsync("amina", "mandate.confirm", confirm));
        Assert.Equal(1, talk.HeardBy("katrin", "gibt den Sitz in **Beirat** zurück"));
        await talk.AtAsync(2026, 12, 1, 9);
        Assert.False(await SitsAsync(talk, "amina"));
        Assert.Equal(1, talk.HeardBy("katrin", "gibt den Sitz in **Beirat** zurück"));
        return writes;
    });

    [Fact]
    public async Task GiveUp_AnElectedSeat_LetsTheSubstituteMoveUpOnTheDayAfter()
    {
        await using var talk = await ElectionTests.StartAsync();
        await ElectionTests.CallAsync(talk, "Wahl Beirat: 2 Sitze, Vorschläge bis 14.12., Wahl bis 21.12.");
        foreach (var who in new[] { "amina", "clara", "dao" })
        {
            await talk.SaysAsync(who, "Ich kandidiere: Beirat");
        }

        await talk.AtAsync(2026, 12, 14, 18);
        await ElectionTests.VoteAsync(talk, "1, 2", "1, 2", "1, 2", "1, 3", "1, 3", "2, 3", "2, 3");
        await talk.AtAsync(2026, 12, 21, 18);
        await talk.SaysAsync("amina", "Wahl annehmen");
        await talk.SaysAsync("clara", "Wahl annehmen");
        await talk.SaysAsync("katrin", "Mandate Beirat");
        talk.Hears("katrin", "Gewählt am 21.12.2026; Amtszeit 21.12.2026 bis 20.12.2028.");
        await talk.SaysAsync("katrin", "Sitz Clara im Beirat bis 31.12.2028");
        talk.Hears("katrin", "Diese Amtszeit ändert nur die nächste Wahl.");

        await talk.SaysAsync("amina", "Sitz niederlegen Beirat zum 31.1.");
        talk.Hears("amina", "Gefragt wird als Nächstes: Dao Nguyen.");
        await talk.PressesAsync("amina", "So festlegen");
        Assert.Equal(1, talk.HeardBy("katrin", "gibt den Sitz in **Beirat** zurück"));
        await talk.AtAsync(2027, 1, 31, 23, 59);
        Assert.Equal(0, talk.HeardBy("dao", "Ein Sitz ist frei geworden, Sie rücken nach."));
        await talk.AtAsync(2027, 2, 1, 0);
        Assert.Equal(1, talk.HeardBy("dao", "Ein Sitz ist frei geworden, Sie rücken nach."));
        await talk.SaysAsync("dao", "Wahl annehmen");
        Assert.Equal(["clara", "dao"], (await ElectionTests.BoardAsync(talk)).Select(person => person.Value).Order());
        Assert.Empty((await talk.NetworkAsync()).Network.Terms);
        await talk.SaysAsync("katrin", "Mandate Beirat");
        talk.Hears("katrin", "Nachgerückt am 01.02.2027;");
    }

    [Fact]
    public async Task Election_ThatTakesAllSeats_LeavesTheOneByOffice_AndForgetsWhatWasSetBefore()
    {
        await using var talk = await ElectionTests.StartAsync();
        await SetsAsync(talk, "Sitz Amina im Beirat kraft Amtes");
        await SetsAsync(talk, "Sitz Bernd bis 31.12.2028");
        await talk.SaysAsync("bernd", "Sitz niederlegen Beirat zum 31.1.2027");
        await talk.PressesAsync("bernd", "So festlegen");
        await ElectionTests.CallAsync(talk, "Wahl Beirat: 1 Sitz, Vorschläge bis 14.12., Wahl bis 21.12.");
        await talk.SaysAsync("bernd", "Ich kandidiere: Beirat");
        await talk.AtAsync(2026, 12, 14, 18);
        await ElectionTests.VoteAsync(talk, "1 ja", "1 ja");
        await talk.AtAsync(2026, 12, 21, 18);
        await talk.SaysAsync("bernd", "Wahl annehmen");
        await talk.AtAsync(2027, 2, 2, 9);
        Assert.Equal(["amina", "bernd"], (await ElectionTests.BoardAsync(talk)).Select(person => person.Value).Order());
        Assert.True(Assert.Single((await talk.NetworkAsync()).Network.Terms).Value.IsByOffice);
    }

    private static async Task<Talk> StartAsync(Store store = Store.Sqlite)
    {
        var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara", "dao", "samira");
        return talk;
    }

    private static async Task SetsAsync(Talk talk, string line)
    {
        await talk.SaysAsync("katrin", line);
        await talk.PressesAsync("katrin", "So festlegen");
    }

    private static async Task<bool> SitsAsync(Talk talk, string person) => (await talk.NetworkAsync()).Network.Seats.Contains(new Seat(Board, new PersonId(person)));
}
