using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>What is to come of rhythm, notice period and standing items is taken back before it begins: by a button or in words, after a preview, once.</summary>
public class TakeBackRulesTests
{
    private const string Rhythm = "Rhythmus Beirat: alle zwei Monate am zweiten Dienstag um 17 Uhr im Rathaus ab 1.2.2027";

    private const string Notice = "Ladungsfrist Beirat: 10 Tage, ab Zugang, ab 1.2.2027";

    private const string Standing = "Regel Beirat Tagesordnung: Begrüßung; …; Verschiedenes ab 1.2.2027";

    private static readonly LocalDate Before = new(2027, 1, 31), Begins = new(2027, 2, 1);

    [Theory]
    [InlineData(Store.Sqlite, Rhythm, "Rhythmus Beirat", "Sitzungsrhythmus")]
    [InlineData(Store.AzureTables, Rhythm, "Rhythmus Beirat", "Sitzungsrhythmus")]
    [InlineData(Store.Sqlite, Notice, "Ladungsfrist Beirat", "Ladungsfrist")]
    [InlineData(Store.AzureTables, Notice, "Ladungsfrist Beirat", "Ladungsfrist")]
    [InlineData(Store.Sqlite, Standing, "Regeln Beirat", "Feste Tagesordnungspunkte")]
    [InlineData(Store.AzureTables, Standing, "Regeln Beirat", "Feste Tagesordnungspunkte")]
    public async Task TakeBack_Pressed_WhatWasBeforeGoesOnAndNothingIsLost(Store store, string set, string show, string part)
    {
        await using var talk = await SetAsync(store, set);
        await talk.SaysAsync("katrin", show);
        var shown = await talk.PressesAsync("katrin", "Zurücknehmen");
        Assert.Contains($"Änderung zurücknehmen: Beirat, {part}", shown, StringComparison.Ordinal);
        Assert.Contains("Das entfällt dann", shown, StringComparison.Ordinal);
        Assert.Equal(2, (await TimelineAsync(talk)).Latest);
        Assert.Contains($"Zurückgenommen. Beirat, {part}: Ab Montag, 1. Februar 2027 bleibt es bei der Regel davor (Fassung 3).", await talk.PressesAsync("katrin", "Zurücknehmen"), StringComparison.Ordinal);
        await AssertTakenBackAsync(talk, 3);
        await talk.SaysAsync("katrin", show);
        Assert.DoesNotContain("Zurücknehmen", talk.Buttons(Talk.Personal("katrin")));
    }

    [Theory]
    [InlineData(Rhythm, "Rhythmus Beirat: zurücknehmen")]
    [InlineData(Rhythm, "Rhythmus Beirat: zurücknehmen ab 1.2.2027")]
    [InlineData(Notice, "Ladungsfrist Beirat: zurücknehmen")]
    [InlineData(Standing, "Regel Beirat Tagesordnung: zurücknehmen")]
    public async Task TakeBack_Typed_LeadsToThePreviewAndIsConfirmed(string set, string typed)
    {
        await using var talk = await SetAsync(Store.Sqlite, set);
        await talk.SaysAsync("katrin", typed);
        talk.Hears("katrin", "Änderung zurücknehmen: Beirat");
        Assert.Contains("Zurückgenommen.", await talk.PressesAsync("katrin", "Zurücknehmen"), StringComparison.Ordinal);
        await AssertTakenBackAsync(talk, 3);
        await talk.SaysAsync("katrin", typed.Replace(" ab 1.2.2027", string.Empty, StringComparison.Ordinal));
        talk.Hears("katrin", "Für „Beirat“ steht keine Änderung dieser Regel bevor");
    }

    [Theory]
    [InlineData(Rhythm, "Rhythmus Beirat: zurücknehmen", "rules.rhythm.set")]
    [InlineData(Notice, "Ladungsfrist Beirat: zurücknehmen", "rules.notice.set")]
    [InlineData(Standing, "Regel Beirat Tagesordnung: zurücknehmen", "rules.standing.set")]
    public async Task TakeBack_PressedTwiceAndByOthers_TakesBackOnce(string set, string typed, string verb)
    {
        await using var talk = await SetAsync(Store.Sqlite, set);
        await talk.SaysAsync("katrin", typed);
        var data = talk.DataOf("katrin", "Zurücknehmen");
        Assert.Equal("Das kann nur die Koordination: Katrin Vogel, Ruth Lange.", await talk.PressAsync("amina", verb, data.DeepClone().AsObject()));
        Assert.Equal("Das kann nur die Koordination: Katrin Vogel, Ruth Lange.", await talk.PressAsync("amina", verb.Replace(".set", ".takeback.ask", StringComparison.Ordinal), data.DeepClone().AsObject()));
        Assert.Contains("Zurückgenommen.", await talk.PressAsync("katrin", verb, data.DeepClone().AsObject()), StringComparison.Ordinal);
        Assert.Contains("Zurückgenommen.", await talk.PressAsync("katrin", verb, data), StringComparison.Ordinal);
        await AssertTakenBackAsync(talk, 3);
    }

    [Theory]
    [InlineData(Store.Sqlite, Rhythm, "Rhythmus Beirat: zurücknehmen")]
    [InlineData(Store.AzureTables, Rhythm, "Rhythmus Beirat: zurücknehmen")]
    [InlineData(Store.AzureTables, Notice, "Ladungsfrist Beirat: zurücknehmen")]
    [InlineData(Store.AzureTables, Standing, "Regel Beirat Tagesordnung: zurücknehmen")]
    public async Task TakeBack_RulesSetMeanwhile_ShowsTheNewStateFirst(Store store, string set, string typed)
    {
        await using var talk = await SetAsync(store, set);
        await talk.SaysAsync("katrin", typed);
        await talk.SaysAsync("ruth", "Regel Beirat alles: geheim ab 1.12.2026");
        await talk.PressesAsync("ruth", "Festlegen");
        talk.Time.Now += Duration.FromSeconds(6);
        var again = await talk.PressesAsync("katrin", "Zurücknehmen");
        Assert.Contains("Inzwischen hat jemand die Regeln dieses Gremiums geändert.", again, StringComparison.Ordinal);
        Assert.Contains("Zurückgenommen.", await talk.PressesAsync("katrin", "Zurücknehmen"), StringComparison.Ordinal);
        talk.Time.Now += Duration.FromSeconds(6);
        var timeline = await TimelineAsync(talk);
        Assert.Equal(Bot.Domain.Voting.SecrecyRule.Always, timeline.InForce(Begins).Usual.Secrecy);
        AssertAsBefore(timeline);
    }

    [Theory]
    [InlineData(Rhythm, "Rhythmus Beirat: zurücknehmen")]
    [InlineData(Notice, "Ladungsfrist Beirat: zurücknehmen")]
    [InlineData(Standing, "Regel Beirat Tagesordnung: zurücknehmen")]
    public async Task TakeBack_BegunMeanwhile_IsRefused(string set, string typed)
    {
        await using var talk = await SetAsync(Store.Sqlite, set);
        await talk.SaysAsync("katrin", typed);
        talk.Time.SetBerlin(2027, 2, 1, 0);
        Assert.Contains("Es gibt nichts zu ändern.", await talk.PressesAsync("katrin", "Zurücknehmen"), StringComparison.Ordinal);
        Assert.Equal(2, (await TimelineAsync(talk)).Latest);
    }

    private static async Task<Talk> SetAsync(Store store, string line)
    {
        var talk = await Talk.StartAsync(store, change: Talk.WithRuth);
        await talk.EverybodyOpensAsync("katrin", "ruth");
        await talk.SaysAsync("katrin", line);
        Assert.Contains("Festgelegt.", await talk.PressesAsync("katrin", "Festlegen"), StringComparison.Ordinal);
        talk.Time.Now += Duration.FromSeconds(6);
        return talk;
    }

    private static async Task AssertTakenBackAsync(Talk talk, int latest)
    {
        talk.Time.Now += Duration.FromSeconds(6);
        var timeline = await TimelineAsync(talk);
        Assert.Equal(Enumerable.Range(1, latest), timeline.Versions.Select(rules => rules.Version).Order());
        AssertAsBefore(timeline);
    }

    private static void AssertAsBefore(RulesTimeline timeline)
    {
        var (before, after) = (timeline.InForce(Before), timeline.InForce(Begins));
        Assert.Equal((RhythmRule.Of(before), before.Notice, before.StandingItems.ToCode()), (RhythmRule.Of(after), after.Notice, after.StandingItems.ToCode()));
    }

    private static async Task<RulesTimeline> TimelineAsync(Talk talk) => (await talk.NetworkAsync()).Network.AdvisoryBoard!.Timeline;
}
