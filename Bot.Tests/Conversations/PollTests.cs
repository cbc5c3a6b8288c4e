using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Mood polls, from the typed line to the counts.</summary>
public class PollTests
{
    [Fact]
    public async Task Poll_ByAnybodyButACoordinator_IsRefused()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.SaysAsync("amina", "Umfrage Beirat: Welches Motto? Vielfalt, Mut");
        talk.Hears("amina", "Katrin Vogel");
        await talk.SaysAsync("katrin", "Umfrage Beirat: Welches Motto? Vielfalt, Mut");
        foreach (var title in new[] { "Umfrage starten", "Ändern", "Verwerfen" })
        {
            var data = talk.DataOf("katrin", title);
            Assert.Contains("Katrin Vogel", await talk.PressAsync("amina", data["verb"]?.ToString() ?? VerbOf(title), data), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Poll_WithSomethingMissing_ShowsTheFormFilledIn()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin");
        await talk.SaysAsync("katrin", "Umfrage: Welches Motto? Vielfalt, Mut");
        talk.Hears("katrin", "Wer wird gefragt? Bitte wählen Sie das Gremium.");
        var preview = await talk.PressesAsync("katrin", "Prüfen", null, ("committee", "beirat"), ("kind", "One"), ("question", "Welches Motto?"), ("options", "Vielfalt; Mut"), ("anonymous", "true"));
        Assert.Contains("Soll ich diese Umfrage starten?", preview, StringComparison.Ordinal);
        Assert.Contains("Beirat (3 Personen)", preview, StringComparison.Ordinal);
        Assert.Contains("Antworten weniger als 5, wird nichts gezeigt.", preview, StringComparison.Ordinal);
        Assert.Contains("Donnerstag, 26. November 2026, 18:00 Uhr", preview, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Umfrage Beirat: Was? Nur eins", "mindestens 2 und höchstens 12")]
    [InlineData("Umfrage Beirat: Was? A, a", "„A“ steht zweimal da")]
    [InlineData("Terminumfrage Beirat: Wann? 14.1. 17 Uhr, irgendwann", "„irgendwann“ ist kein Termin")]
    [InlineData("Terminumfrage Beirat: Wann? 25.11. 17 Uhr, 14.1. 17 Uhr", "liegt vor dem Ende der Umfrage")]
    [InlineData("Umfrage Beirat: Was? A, B bis 1.9.2027", "höchstens 60 Tage")]
    [InlineData("Umfrage Beirat: Was? A, B bis heute 9 Uhr", "Bis wann? „heute“ liegt in der Vergangenheit.")]
    public async Task Poll_ThatCannotBe_ShowsTheFormWithTheReason(string line, string reason)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin");
        await talk.SaysAsync("katrin", line);
        talk.Hears("katrin", reason);
        Assert.DoesNotContain("Umfrage starten", talk.Buttons(Talk.Personal("katrin")));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Poll_Anonymous_CountsAndKeepsNobodysChoice(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        string[] people = ["amina", "bernd", "ivo", "clara", "dao"];
        await talk.EverybodyOpensAsync(["katrin", .. people]);
        await OpensPollAsync(talk, "Umfrage Plenum: Welches Motto? Vielfalt, Mut, Zusammenhalt bis Freitag 12 Uhr");
        talk.Shows(Talk.Plenary, "Umfrage: Welches Motto?");
        talk.Shows(Talk.Plenary, "Ein Stimmungsbild: Es wird nichts beschlossen.");
        foreach (var (who, option) in people.Zip([1, 2, 2, 2, 3]))
        {
            await talk.SaysAsync(who, "Stimme: " + option);
            Assert.DoesNotContain("Mut**", talk.LastFor(who), StringComparison.Ordinal);
        }

        talk.Shows(Talk.Plenary, "5 von 9 haben abgestimmt.");
        Assert.DoesNotContain("Mut: 3", talk.Read(Talk.Plenary), StringComparison.Ordinal);
        await talk.EndsBallotAsync();
        talk.Shows(Talk.Plenary, "1. Vielfalt: 1");
        talk.Shows(Talk.Plenary, "2. Mut: 3");
        Assert.Empty(await talk.ResolutionsAsync());
    }

    [Fact]
    public async Task Poll_OnDates_LeadsToTheMeetingThatSuitsBest()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        await OpensPollAsync(talk, "Terminumfrage Beirat: Wann tagen wir? 14.1. 17 Uhr, 15.1. 18:30, 21.1. 17 Uhr");
        talk.Hears("amina", "1. Donnerstag, 14. Januar 2027, 17:00 Uhr");
        Assert.StartsWith("Bei „Freitag, 15. Januar 2027, 18:30 Uhr“ fehlt eine Angabe.", await talk.PressesAsync("amina", "Stimme abgeben", null, ("mark1", "Yes")), StringComparison.Ordinal);
        await talk.PressesAsync("amina", "Stimme abgeben", null, ("mark1", "Yes"), ("mark2", "IfNeedBe"), ("mark3", "No"));
        await talk.SaysAsync("bernd", "Stimme: 1 wenn nötig, 2");
        await talk.SaysAsync("clara", "Stimme: 2, 3");
        await talk.EndsBallotAsync();
        talk.Shows(Talk.Board, "Am besten passt: **Freitag, 15. Januar 2027, 18:30 Uhr**.");
        Assert.Empty(talk.Buttons(Talk.Board));
        Assert.Contains("Beirat", await talk.PressesAsync("katrin", talk.Buttons(Talk.Personal("katrin")).Single(title => title.StartsWith("Fr", StringComparison.Ordinal))), StringComparison.Ordinal);
        Assert.Contains("Eingeladen:", await talk.PressesAsync("katrin", "Einladen"), StringComparison.Ordinal);
        var meeting = Assert.Single(await talk.MeetingsAsync());
        Assert.Equal(new NodaTime.LocalDate(2027, 1, 15) + new NodaTime.LocalTime(18, 30), meeting.Day + meeting.Start);
    }

    [Fact]
    public async Task Poll_OnDatesThatAreEven_LeavesTheChoiceToTheCoordination()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await OpensPollAsync(talk, "Terminumfrage Beirat: Wann? 14.1. 17 Uhr, 15.1. 18:30");
        await talk.SaysAsync("amina", "Stimme: 1");
        await talk.SaysAsync("bernd", "Stimme: 2");
        await talk.EndsBallotAsync();
        talk.Shows(Talk.Board, "Gleich gut passen:");
        Assert.Equal(2, talk.Buttons(Talk.Personal("katrin")).Count(title => title.Contains("2027", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Poll_OnAnOrder_PutsFirstWhatBeatsTheOthers()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        await OpensPollAsync(talk, "Rangfolge Beirat mit Namen: Was zuerst? Fest, Lesung, Ausflug");
        await talk.SaysAsync("amina", "Stimme: 2>1>3");
        await talk.SaysAsync("bernd", "Stimme: 2>3>1");
        await talk.SaysAsync("clara", "Stimme: 1");
        await talk.EndsBallotAsync();
        talk.Shows(Talk.Board, "Platz 1: Lesung (vor 2 von 2 anderen)");
        talk.Shows(Talk.Board, "Platz 2: Fest (vor 1 von 2 anderen)");
    }

    [Fact]
    public async Task Poll_ConfirmedTwiceOnTwoInstances_IsOpenedOnce()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        var other = talk.Join();
        Assert.NotNull(other);
        await talk.SaysAsync("katrin", "Umfrage Beirat: Welches Motto? Vielfalt, Mut");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => talk.PressesAsync("katrin", "Umfrage starten")));
        await talk.SettleAsync();
        Assert.Equal(1, talk.CountOf(Talk.Board, "Umfrage: Welches Motto?"));
        Assert.Equal(1, talk.HeardBy("amina", "Umfrage: Welches Motto?"));
    }

    [Fact]
    public async Task Poll_OfAnotherCommittee_IsSeenByNobodyElse()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "dao");
        await OpensPollAsync(talk, "Umfrage Beirat: Welches Motto? Vielfalt, Mut");
        await talk.SaysAsync("dao", "Abstimmungen");
        Assert.DoesNotContain("Motto", talk.Read(Talk.Personal("dao")), StringComparison.Ordinal);
        Assert.DoesNotContain("Motto", talk.Read(Talk.Plenary), StringComparison.Ordinal);
    }

    private static async Task OpensPollAsync(Talk talk, string line)
    {
        await talk.SaysAsync("katrin", line);
        Assert.Contains("läuft.", await talk.PressesAsync("katrin", "Umfrage starten"), StringComparison.Ordinal);
    }

    private static string VerbOf(string title) => title switch { "Umfrage starten" => "poll.open", "Ändern" => "poll.edit", _ => "poll.dismiss" };

    /// <summary>Behind each date stands what speaks against it, for the coordinator who offers the dates; those who are asked are not told where others meet.</summary>
    [Fact]
    public async Task Dates_WithClashesAndHolidays_AreOfferedWithHints()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.CallsAsync("Beirat am 21. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("katrin", "Beirat absagen: krank");
        await talk.PressesAsync("katrin", "Sitzung absagen");
        await talk.SaysAsync("katrin", "Terminumfrage IKA: Wann tagen wir? 14.1. 18 Uhr, 21.1. 18 Uhr, 31.12. 18 Uhr");
        var preview = talk.LastFor("katrin");
        Assert.Contains("21. Januar 2027, 18:00 Uhr Achtung: Zur selben Zeit ist „Beirat“ (17:00 Uhr).", preview, StringComparison.Ordinal);
        Assert.Single(preview.Split("Achtung:")[1..]);
        Assert.Contains("Dezember 2026, 18:00 Uhr Hinweis: Der Tag danach ist ein Feiertag (Neujahr).", preview, StringComparison.Ordinal);
        await talk.PressesAsync("katrin", "Umfrage starten");
        Assert.DoesNotContain("Achtung:", talk.Read(Talk.Personal("amina")), StringComparison.Ordinal);
    }
}
