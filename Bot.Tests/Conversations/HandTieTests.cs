using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Domain.Minutes;
using Bot.Domain.Sessions;
using Bot.Domain.Voting;
using Bot.Features.Minutes;
using Bot.Storage;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Shows of hands that come to a tie: broken on the spot as the rules say, or left undecided.</summary>
public class HandTieTests
{
    private const string Tied = "Beschluss: Wir mieten den Saal. 1 ja, 1 nein";

    private static System.Threading.CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Store.Sqlite, "Angenommen", Verdict.Accepted)]
    [InlineData(Store.AzureTables, "Abgelehnt", Verdict.Rejected)]
    public async Task Chair_NotedIt_DecidesOnTheSpotOnce(Store store, string button, Verdict verdict)
    {
        await using var talk = await OpenedAsync(TieRule.ChairDecides, store);
        await talk.SaysAsync("amina", Tied);
        talk.Hears("amina", "Stimmengleichheit: 1 Ja, 1 Nein. Nach den Regeln entscheidet die Sitzungsleitung.");
        talk.Hears("amina", "Damit ist noch nichts entschieden.");
        Assert.Equal(0, talk.HeardBy("katrin", "Nach den Regeln entscheidet die Sitzungsleitung."));
        var data = talk.DataOf("amina", button);
        data["reason"] = "Der Saal ist frei.";
        Assert.Equal("Das entscheidet die Sitzungsleitung: Amina Yıldız.", await talk.PressAsync("katrin", "session.tie.decide", data.DeepClone().AsObject()));
        Assert.Equal("Das entscheidet die Sitzungsleitung: Amina Yıldız.", await talk.PressAsync("bernd", "session.tie.decide", data.DeepClone().AsObject()));
        Assert.Contains("Diese Sitzung gibt es nicht", await talk.PressAsync("dao", "session.tie.decide", data.DeepClone().AsObject()), StringComparison.Ordinal);
        Assert.Contains("Bitte einen Grund nennen.", await talk.PressesAsync("amina", button), StringComparison.Ordinal);
        var word = verdict == Verdict.Accepted ? "angenommen" : "abgelehnt";
        var said = await talk.PressesAsync("amina", button, null, ("reason", "Der Saal ist frei."));
        Assert.Contains("Bei Stimmengleichheit hat Amina Yıldız am", said, StringComparison.Ordinal);
        Assert.Contains($"entschieden: {word}. Begründung: Der Saal ist frei.", said, StringComparison.Ordinal);
        Assert.Contains("keine Stimmengleichheit (mehr)", await talk.PressAsync("amina", "session.tie.decide", data), StringComparison.Ordinal);
        Assert.Single((await talk.RecordAsync()).Entries, entry => entry.Kind == SessionEntryKind.TieBroken);
        Assert.Equal(verdict, Assert.Single((await talk.RecordAsync()).Decisions).Verdict);

        await talk.SaysAsync("amina", "Sitzung schließen");
        talk.Hears("amina", "Beschlüsse, die ins Beschlussbuch eingetragen werden: 1");
        await talk.SaysAsync("amina", "Sitzung schließen: ja");
        var entry = Assert.Single(await talk.RegisterAsync());
        Assert.Equal((verdict, 1, 1), (entry.Verdict, entry.Tally.Yes, entry.Tally.No));
        Assert.Contains("Bei Stimmengleichheit hat Amina Yıldız am", entry.Text, StringComparison.Ordinal);
        var minuted = await MinutedAsync(talk);
        Assert.Equal((verdict, Verdict.ChairDecides, "Amina Yıldız", "Der Saal ist frei."), (minuted.Hands!.Verdict, minuted.TieBreak!.Kind, minuted.TieBreak.By, minuted.TieBreak.Reason));
        var open = (await BodyAsync(talk)).ForEverybody().Everything.SelectMany(item => item.Entries).Single();
        Assert.Equal((verdict, string.Empty, string.Empty), (open.Hands!.Verdict, open.TieBreak!.By, open.TieBreak.Reason));
    }

    [Fact]
    public async Task Chair_SomebodyElseNotedIt_IsAskedInPrivateOnceAndNothingWritesOverTheAnswer()
    {
        await using var talk = await OpenedAsync(TieRule.ChairDecides);
        await talk.SaysAsync("katrin", Tied);
        talk.Hears("katrin", "Die Entscheidung liegt jetzt bei Amina Yıldız (Sitzungsleitung).");
        talk.Hears("amina", "Nach den Regeln entscheidet die Sitzungsleitung.");
        var asked = talk.LastFor("amina");
        await talk.SaysAsync("bernd", "Ich bin da");
        await talk.SaysAsync("clara", "Notiz: Es zieht.");
        Assert.Equal(asked, talk.LastFor("amina"));
        await talk.SaysAsync("amina", "Stichentscheid: angenommen, die Zeit drängt");
        talk.Hears("amina", "entschieden: angenommen. Begründung: die Zeit drängt");
        Assert.Equal(0, talk.HeardBy("amina", "Nach den Regeln entscheidet die Sitzungsleitung.")); // the question says now what came of it
        await talk.SaysAsync("katrin", "Stichentscheid: abgelehnt, doch nicht");
        talk.Hears("katrin", "Im Moment wartet keine Stimmengleichheit auf Ihre Entscheidung.");
    }

    [Fact]
    public async Task Chair_Undo_TakesTheDecisionOfTheTieBackAndThenTheDecision()
    {
        await using var talk = await OpenedAsync(TieRule.ChairDecides);
        await talk.SaysAsync("amina", Tied);
        await talk.PressesAsync("amina", "Angenommen", null, ("reason", "weil"));
        await talk.SaysAsync("amina", "Rückgängig");
        Assert.True(Assert.Single((await talk.RecordAsync()).Decisions).IsTieOpen);
        await talk.SaysAsync("amina", "Stichentscheid Saal: abgelehnt, zu teuer");
        Assert.Equal(Verdict.Rejected, Assert.Single((await talk.RecordAsync()).Decisions).Verdict);
        var decision = (await talk.RecordAsync()).Decisions.Single();
        await talk.PressAsync("amina", "session.undo", new JsonObject { ["meeting"] = (await talk.TheMeetingAsync()).Id.Value, ["entry"] = decision.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        Assert.DoesNotContain((await talk.RecordAsync()).Standing, entry => entry.Kind != SessionEntryKind.Opened); // what was said about its tie goes with it
        await talk.SaysAsync("amina", "Sitzung schließen: ja");
        Assert.Empty(await talk.RegisterAsync());
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Lot_WitnessConfirms_IsDrawnOnce(Store store)
    {
        await using var talk = await OpenedAsync(TieRule.Lot, store);
        await talk.SaysAsync("amina", Tied);
        talk.Hears("amina", "Wer bezeugt die Ziehung?");
        Assert.Contains("kenne ich nicht", await talk.PressesAsync("amina", "Als Zeug:in bitten", null, ("witness", "Niemand")), StringComparison.Ordinal);
        Assert.Contains("kann die Ziehung nicht selbst bezeugen", await talk.PressesAsync("amina", "Als Zeug:in bitten", null, ("witness", "Amina Yıldız")), StringComparison.Ordinal);
        Assert.Contains("Das können nur Mitglieder dieses Gremiums", await talk.PressesAsync("amina", "Als Zeug:in bitten", null, ("witness", "Dao Nguyen")), StringComparison.Ordinal);
        Assert.Contains("sobald Bernd Krüger bestätigt", await talk.PressesAsync("amina", "Als Zeug:in bitten", null, ("witness", "Bernd Krüger")), StringComparison.Ordinal);
        talk.Hears("bernd", "Amina Yıldız bittet Sie, die Ziehung zu bezeugen.");
        var data = talk.DataOf("bernd", "Ich bin dabei: Los ziehen");
        Assert.Equal("Das kann nur die Person bestätigen, die als Zeug:in benannt ist.", await talk.PressAsync("clara", "session.tie.draw", data.DeepClone().AsObject()));
        Assert.Equal("Das kann nur die Person bestätigen, die als Zeug:in benannt ist.", await talk.PressAsync("amina", "session.tie.draw", data.DeepClone().AsObject()));
        Assert.True(Assert.Single((await talk.RecordAsync()).Decisions).IsTieOpen);
        Assert.Contains("hat das Los entschieden", await talk.PressesAsync("bernd", "Ich bin dabei: Los ziehen"), StringComparison.Ordinal);
        var drawn = Assert.Single((await talk.RecordAsync()).Decisions);
        Assert.Contains("keine Stimmengleichheit (mehr)", await talk.PressAsync("bernd", "session.tie.draw", data), StringComparison.Ordinal);
        Assert.Equal(drawn, Assert.Single((await talk.RecordAsync()).Decisions));

        // Who saw it drawn does not take it back, nor does anybody else.
        await talk.SaysAsync("bernd", "Rückgängig");
        talk.Hears("bernd", "Da ist nichts mehr rückgängig zu machen.");
        await talk.SaysAsync("amina", "Rückgängig");
        talk.Hears("amina", "Hier hat das Los entschieden, und dabei bleibt es");
        Assert.Equal(drawn, Assert.Single((await talk.RecordAsync()).Decisions));
        await talk.SaysAsync("amina", "Sitzung schließen: ja");
        Assert.Equal(drawn.Verdict, Assert.Single(await talk.RegisterAsync()).Verdict);
        var minuted = await MinutedAsync(talk);
        Assert.Equal((Verdict.Lot, "Amina Yıldız", "Bernd Krüger"), (minuted.TieBreak!.Kind, minuted.TieBreak.By, minuted.TieBreak.Witness));
    }

    /// <summary>It is not drawn again for the same question; another vote with its reason counts, and both stand in the register.</summary>
    [Fact]
    public async Task Lot_SameQuestionAgain_OnlyWithAReason_AndNeverBySecondLot()
    {
        await using var talk = await OpenedAsync(TieRule.Lot);
        await talk.SaysAsync("amina", Tied);
        await talk.PressesAsync("amina", "Als Zeug:in bitten", null, ("witness", "Bernd Krüger"));
        var undo = new JsonObject { ["meeting"] = (await talk.TheMeetingAsync()).Id.Value, ["entry"] = "2" };
        await talk.PressesAsync("bernd", "Ich bin dabei: Los ziehen");
        Assert.StartsWith("Hier hat das Los entschieden", await talk.PressAsync("amina", "session.undo", undo), StringComparison.Ordinal);
        await talk.SaysAsync("amina", "Sitzung");
        Assert.DoesNotContain("Rückgängig", talk.Buttons(Talk.Personal("amina")));
        await talk.SaysAsync("amina", "Beschluss: wir mieten den Saal! 2 ja, 1 nein");
        talk.Hears("amina", "Hier hat das Los entschieden");
        await talk.SaysAsync("amina", "Beschluss: Wir mieten den Saal, weil falsch gezählt war. 1 ja, 1 nein");
        talk.Hears("amina", "Hier hat das Los entschieden");
        await talk.SaysAsync("amina", "Los ziehen: Bernd Krüger");
        Assert.True((await talk.RecordAsync()).Decisions.Last().IsTieOpen);
        await talk.SaysAsync("amina", "Beschluss: Wir mieten den Saal, weil eine Stimme fehlte. 2 ja, 1 nein");
        await talk.SaysAsync("amina", "Sitzung schließen: ja");
        Assert.Equal(2, (await talk.RegisterAsync()).Count);
    }

    [Fact]
    public async Task Lot_Typed_InEnglish()
    {
        await using var talk = await OpenedAsync(TieRule.Lot);
        talk.Locale = "en-GB";
        await talk.SaysAsync("amina", "Decision: We rent the hall. 1 yes, 1 no");
        await talk.SaysAsync("amina", "Draw lots: Bernd Krüger");
        talk.Hears("amina", "Bernd Krüger");
        await talk.SaysAsync("bernd", "I witness the lot");
        talk.Hears("bernd", "the lot decided");
        Assert.False(Assert.Single((await talk.RecordAsync()).Decisions).IsTieOpen);
    }

    [Fact]
    public async Task Repeat_SaysSo_AndTheButtonPutsTheQuestionAgain()
    {
        await using var talk = await OpenedAsync(TieRule.Repeat);
        await talk.SaysAsync("amina", Tied);
        talk.Hears("amina", "Nach den Regeln wird noch einmal abgestimmt");
        await talk.PressesAsync("amina", "Jetzt abstimmen");
        Assert.Contains(talk.Shown("amina", "Jetzt abstimmen").Inputs, input => input.GetProperty("id").GetString() == "question" && input.GetProperty("value").GetString() == "Wir mieten den Saal.");
        await talk.SaysAsync("amina", "Stichentscheid: angenommen, weil");
        talk.Hears("amina", "Im Moment wartet keine Stimmengleichheit");
    }

    [Theory]
    [InlineData(TieRule.ChairDecides)]
    [InlineData(TieRule.Lot)]
    public async Task Closing_WithATieThatWaits_NamesItAndRecordsNothing(TieRule rule)
    {
        await using var talk = await OpenedAsync(rule);
        await talk.SaysAsync("katrin", Tied);
        await talk.SaysAsync("amina", "Sitzung schließen");
        talk.Hears("amina", "Abstimmungen mit Gleichstand, die nicht eingetragen werden: 1");
        talk.Hears("amina", "Noch nicht entschieden: 17:00 Uhr: Beschluss „Wir mieten den Saal.“");
        await talk.PressesAsync("amina", "Ja, jetzt schließen");
        talk.Shows(Talk.Board, "Wegen Gleichstands nicht entschieden und deshalb nicht eingetragen: 1.");
        Assert.Empty(await talk.RegisterAsync());
        var minuted = await MinutedAsync(talk);
        Assert.True(minuted.Hands!.Verdict.IsOpenTie());
        Assert.Contains("Darüber wurde bis zum Ende der Sitzung nicht entschieden.", MinutesWords.Method(Bot.Texts.Reader.German, minuted), StringComparison.Ordinal);
        await talk.SaysAsync("amina", "Stichentscheid: angenommen, nachträglich");
        talk.Hears("amina", "Im Moment wartet keine Stimmengleichheit");
        var late = new JsonObject { ["meeting"] = (await talk.TheMeetingAsync()).Id.Value, ["decision"] = "2", ["verdict"] = "Accepted", ["reason"] = "zu spät" };
        Assert.Contains("Die Sitzung ist geschlossen", await talk.PressAsync("amina", "session.tie.decide", late), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClosedByTheClock_WithATieThatWaits_SaysSoInTheQuestionsPlace()
    {
        await using var talk = await OpenedAsync(TieRule.ChairDecides);
        await talk.SaysAsync("katrin", Tied);
        talk.Hears("amina", "Nach den Regeln entscheidet die Sitzungsleitung.");
        await talk.AtAsync(2027, 1, 15, 9);
        Assert.Equal(1, talk.HeardBy("amina", "Über diesen Gleichstand wurde nicht entschieden; im Beschlussbuch steht dazu nichts."));
        Assert.Equal(0, talk.HeardBy("amina", "Nach den Regeln entscheidet die Sitzungsleitung."));
        Assert.Empty(await talk.RegisterAsync());
    }

    /// <summary>A ballot's tie and one of hands wait for the same person, and the line does not say which: nothing is done before that is answered.</summary>
    [Fact]
    public async Task Typed_BallotAndHandsWait_IsAskedWhich()
    {
        await using var talk = await OpenedAsync(TieRule.ChairDecides);
        await talk.SaysAsync("amina", "Ich bin da");
        await talk.SaysAsync("bernd", "Ich bin da");
        await talk.SaysAsync("amina", "Jetzt abstimmen: Stellen wir den Antrag?");
        await talk.PressesAsync("amina", "Jetzt abstimmen");
        await talk.SaysAsync("amina", "Ja");
        await talk.SaysAsync("bernd", "Nein");
        await talk.EndsBallotAsync();
        await talk.SaysAsync("amina", Tied);
        await talk.SaysAsync("amina", "Stichentscheid: angenommen, weil");
        talk.Hears("amina", "Stimmengleichheit: 1 Ja, 1 Nein.");
        Assert.True(Assert.Single((await talk.RecordAsync()).Decisions).IsTieOpen);
        await talk.SaysAsync("amina", "Stichentscheid Saal: angenommen, weil");
        Assert.Equal(Verdict.Accepted, Assert.Single((await talk.RecordAsync()).Decisions).Verdict);
    }

    [Theory]
    [MemberData(nameof(Talk.Failures), MemberType = typeof(Talk))]
    public async Task Chair_StoreFailsAtAnyWrite_DecidesOnce(Store store, bool isWritten) => await Talk.AtEachWriteAsync(1, store, async failing =>
    {
        await using var talk = await OpenedAsync(TieRule.ChairDecides, store);
        await talk.SaysAsync("amina", Tied);
        var data = talk.DataOf("amina", "Angenommen");
        data["reason"] = "weil";
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressAsync("amina", "session.tie.decide", data.DeepClone().AsObject()));
        Assert.Equal(Verdict.Accepted, Assert.Single((await talk.RecordAsync()).Decisions).Verdict);
        Assert.Single((await talk.RecordAsync()).Entries, entry => entry.Kind == SessionEntryKind.TieBroken);
        return writes;
    });

    /// <summary>The chair says accepted on one screen in the very moment in which the other says rejected: the first counts, in the register as well.</summary>
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Chair_TwoScreensAtOnce_TheFirstCounts(Store store)
    {
        await using var talk = await OpenedAsync(TieRule.ChairDecides, store);
        await talk.SaysAsync("amina", Tied);
        var other = talk.Join();
        talk.Settles = false;
        var hasRaced = false;
        talk.Faults.BeforeWrite = async table =>
        {
            if (table == TableNames.Meetings && !hasRaced)
            {
                hasRaced = true;
                using var response = await Talk.SendAsync(other, talk.Typed("amina", "Stichentscheid: abgelehnt, zuerst"));
            }
        };
        await talk.SaysAsync("amina", "Stichentscheid: angenommen, danach");
        Assert.True(hasRaced);
        Assert.Equal((Verdict.Rejected, "zuerst"), (Assert.Single((await talk.RecordAsync()).Decisions).Verdict, (await talk.RecordAsync()).Decisions.Single().Tie!.Reason));
        talk.Hears("amina", "keine Stimmengleichheit (mehr)");
    }

    private static Task<Talk> OpenedAsync(TieRule tie, Store store = Store.Sqlite) => Talk.OpenedAsync(
        store, snapshot => Talk.WithRules(snapshot, "beirat", rules => rules with { Majority = MajorityRule.Default with { Tie = tie } }));

    private static async Task<MinutesBody> BodyAsync(Talk talk)
    {
        var (meeting, network) = (await talk.TheMeetingAsync(), (await talk.NetworkAsync()).Network);
        return await talk.Get<MinutesDrafting>().AssembleAsync(network, network.Committee(meeting.Committee)!, meeting, Cancellation);
    }

    private static async Task<MinutesEntry> MinutedAsync(Talk talk) => (await BodyAsync(talk)).Everything.SelectMany(item => item.Entries).Single(entry => entry.Kind == SessionEntryKind.Decision);
}
