using System;
using System.Threading.Tasks;
using Bot.Domain.Meetings;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>A coordinator sets when a committee meets and how long before people are invited.</summary>
public class SetRhythmTests
{
    private const string Line = "Rhythmus Beirat: alle zwei Monate am zweiten Dienstag um 17 Uhr im Rathaus";

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Set_InWords_ShowsFourDatesThenAppliesAsAVersion(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.OpensAsync("katrin");
        await talk.SaysAsync("katrin", Line + " ab 1.12.2026");
        talk.Hears("katrin", "Gilt ab Dienstag, 1. Dezember 2026 (Fassung 2)");
        talk.Hears("katrin", "verbindlich (fest)");
        foreach (var day in new[] { "Dienstag, 8. Dezember 2026", "Dienstag, 9. Februar 2027", "Dienstag, 13. April 2027", "Dienstag, 8. Juni 2027" })
        {
            talk.Hears("katrin", day);
        }

        Assert.Contains("Festgelegt. Beirat, Sitzungsrhythmus: Die neue Regel gilt ab Dienstag, 1. Dezember 2026 (Fassung 2).", await talk.PressesAsync("katrin", "Festlegen"), StringComparison.Ordinal);
        talk.Time.Now += Duration.FromSeconds(6);
        var timeline = (await talk.NetworkAsync()).Network.AdvisoryBoard!.Timeline;
        Assert.Null(timeline.InForce(new LocalDate(2026, 11, 30)).Rhythm);
        var rules = timeline.InForce(new LocalDate(2026, 12, 1));
        Assert.Equal(("FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU", false, new LocalTime(17, 0), "Rathaus"), (rules.Rhythm!.Rule, rules.RhythmIsSoft, rules.UsualStart, rules.UsualPlace));
    }

    [Fact]
    public async Task Set_PressedTwiceAndByAMember_SetsOnce()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", Line);
        var data = talk.DataOf("katrin", "Festlegen");
        Assert.Equal("Das kann nur die Koordination: Katrin Vogel.", await talk.PressAsync("amina", "rules.rhythm.set", data.DeepClone().AsObject()));
        Assert.Contains("Festgelegt.", await talk.PressAsync("katrin", "rules.rhythm.set", data.DeepClone().AsObject()), StringComparison.Ordinal);
        Assert.Contains("Festgelegt.", await talk.PressAsync("katrin", "rules.rhythm.set", data), StringComparison.Ordinal);
        talk.Time.Now += Duration.FromSeconds(6);
        Assert.Equal(2, (await talk.NetworkAsync()).Network.AdvisoryBoard!.Timeline.Latest);
    }

    [Fact]
    public async Task Set_SchoolHolidays_AreNotedAtTheDate()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Schulferien: Winterferien 8.2.2027 bis 19.2.2027");
        await talk.SaysAsync("katrin", Line);
        talk.Hears("katrin", "Dienstag, 9. März 2027");
        await talk.SaysAsync("katrin", Line + " ab 1.12.2026");
        talk.Hears("katrin", "Dienstag, 9. Februar 2027 – in den Schulferien (Winterferien)");
    }

    [Theory]
    [InlineData("Rhythmus Beirat: jeden zweiten Dienstag", "Das hat zwei Bedeutungen.")]
    [InlineData("Rhythmus Beirat: alle zwei Monate", "An welchem Tag?")]
    [InlineData("Rhythmus Beirat: FREQ=MONTHLY;BYHOUR=3", "Die Regel „BYHOUR=3“ ist nicht zu lesen.")]
    [InlineData("Rhythmus: alle zwei Monate", "Für welches Gremium?")]
    [InlineData("Ladungsfrist Beirat: 99 Tage", "möglich sind 1 bis 90 Tage")]
    public async Task Set_Unclear_IsAskedBackOnOneCard(string line, string expected)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", line);
        var said = talk.LastFor("katrin").Replace("\\", string.Empty, StringComparison.Ordinal);
        Assert.Contains(expected, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Set_AskedBack_TheLineIsKeptAndCanBeCompleted()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Rhythmus Beirat: alle zwei Monate");
        var shown = await talk.PressesAsync("katrin", "Prüfen", null, ("line", "in der Regel alle zwei Monate am zweiten Dienstag"));
        Assert.Contains("in der Regel (weich)", shown, StringComparison.Ordinal);
        Assert.Contains("verbindlich", await talk.PressesAsync("katrin", "Ändern") + "verbindlich", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_ByAMember_TellsWithoutTheForm()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("amina", "Rhythmus Plenum");
        talk.Hears("amina", "alle drei Monate am zweiten Dienstag");
        Assert.DoesNotContain("Prüfen", talk.Buttons(Talk.Personal("amina")));
        await talk.SaysAsync("dao", "Rhythmus Beirat");
        Assert.DoesNotContain("Rathaus", talk.LastFor("dao"), StringComparison.Ordinal);
        await talk.SaysAsync("amina", "Rhythmus Beirat: monatlich am ersten Montag");
        talk.Hears("amina", "Das kann nur die Koordination");
    }

    [Fact]
    public async Task Notice_FromReceipt_MovesTheLastDayForTheInvitation()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Ladungsfrist Beirat: 10 Tage, ab Zugang");
        talk.Hears("katrin", "Ladungsfrist: 10 volle Tage ab Zugang");
        Assert.Contains("Festgelegt. Beirat, Ladungsfrist", await talk.PressesAsync("katrin", "Festlegen"), StringComparison.Ordinal);
        talk.Time.Now += Duration.FromSeconds(6);
        Assert.Equal(new NoticePeriod(10, NoticeCounting.FromReceipt), (await talk.NetworkAsync()).Network.AdvisoryBoard!.Rules.Notice);
        await talk.SaysAsync("katrin", "Beirat am 14. Januar um 17 Uhr im Rathaus");
        talk.Hears("katrin", "letzter Tag für die Einladung ist Samstag, 2. Januar 2027");
    }

    [Fact]
    public async Task Set_InEnglish_IsUnderstood()
    {
        await using var talk = await Talk.StartAsync();
        talk.Locale = "en-GB";
        await talk.SaysAsync("katrin", "Rhythm board: as a rule every two months on the second Tuesday at 17:00 in the town hall from 1 December 2026");
        talk.Hears("katrin", "In force from Tuesday, 1 December 2026 (version 2)");
        talk.Hears("katrin", "Tuesday, 9 February 2027");
        Assert.Contains("Done. Beirat, meeting rhythm", await talk.PressesAsync("katrin", "Set"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Set_Soft_OnlyHintsAndIsNotWatched()
    {
        await using var talk = await Talk.StartAsync();
        await talk.OpensAsync("katrin");
        await talk.SaysAsync("katrin", "Rhythmus Beirat: in der Regel alle zwei Monate am zweiten Dienstag ab 1.12.2026");
        await talk.PressesAsync("katrin", "Festlegen");
        await talk.AtAsync(2026, 12, 15, 8);
        Assert.Equal(1, talk.HeardBy("katrin", "„Beirat“ trifft sich in der Regel alle zwei Monate am zweiten Dienstag; demnach wäre Dienstag, 9. Februar 2027 an der Reihe."));
        await talk.AtAsync(2027, 2, 3, 8);
        Assert.Equal(0, talk.HeardBy("katrin", "„Beirat“ hat im"));
        Assert.Equal(1, talk.HeardBy("katrin", "„Plenum“ hat im 1. Quartal 2027 noch keine Sitzung."));
    }

    /// <summary>A rhythm that names no day only hints, once for each of its months, and never invents a day.</summary>
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Set_SoftWithoutADay_HintsOnceAMonthItNamesAndIsNotWatched(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.OpensAsync("katrin");
        await talk.SaysAsync("katrin", "Rhythmus Beirat: in der Regel alle zwei Monate ab 1.2.2027");
        talk.Hears("katrin", "in der Regel alle zwei Monate");
        talk.Hears("katrin", "im April 2027");
        Assert.DoesNotContain("FREQ", talk.LastFor("katrin"), StringComparison.Ordinal);
        await talk.PressesAsync("katrin", "Festlegen");
        await talk.AtAsync(2027, 2, 1, 8);
        const string Hint = "„Beirat“ trifft sich in der Regel alle zwei Monate. Demnach wäre im Februar 2027 eine Sitzung an der Reihe; geplant ist noch keine.";
        Assert.Equal(1, talk.HeardBy("katrin", Hint));
        await talk.AtAsync(2027, 2, 2, 8);
        await talk.CallsAsync("Beirat am 18. Februar um 17 Uhr im Rathaus");
        await talk.AtAsync(2027, 2, 3, 8);
        Assert.Equal(1, talk.HeardBy("katrin", Hint));
        Assert.Equal(0, talk.HeardBy("katrin", "im April 2027 eine Sitzung"));
        await talk.AtAsync(2027, 2, 4, 8);
        Assert.Equal(1, talk.HeardBy("katrin", "im April 2027 eine Sitzung an der Reihe"));
        Assert.Equal(0, talk.HeardBy("katrin", "„Beirat“ hat im"));
        await talk.SaysAsync("katrin", "Jahresplan 2027");
        talk.Hears("katrin", "Beirat: in der Regel alle zwei Monate um");
        Assert.DoesNotContain("Beirat (Vorschlag", talk.LastFor("katrin"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_TheLine_SaysTheSameInWordsAndIsReadAgain()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", Line + " ab 1.12.2026");
        var form = await talk.PressesAsync("katrin", "Ändern");
        Assert.DoesNotContain("FREQ", form, StringComparison.Ordinal);
        await talk.SaysAsync("katrin", "Rhythmus Beirat: alle zwei Monate am zweiten Dienstag um 17:00 Uhr, üblicher Ort: Rathaus ab 01.12.2026");
        Assert.Contains("Festgelegt.", await talk.PressesAsync("katrin", "Festlegen"), StringComparison.Ordinal);
        await talk.SaysAsync("katrin", "Regeln Beirat");
        talk.Hears("katrin", "alle zwei Monate am zweiten Dienstag");
    }

    [Fact]
    public async Task Show_InEnglish_IsInWords()
    {
        await using var talk = await Talk.StartAsync();
        talk.Locale = "en-GB";
        await talk.SaysAsync("amina", "Rhythm plenary");
        talk.Hears("amina", "every three months on the second Tuesday");
    }
}
