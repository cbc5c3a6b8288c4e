using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using Bot.Features.Ballots.RepeatBallot;
using Bot.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>A board that recommends nothing: it votes again, or the plenary votes without it, for a reason.</summary>
public class WaiveRecommendationTests
{
    public static TheoryData<Store, bool> Failures => Talk.Failures;

    private const string Nothing = "Der Beirat hat zur Aufnahme von **Verein Brücke** nichts entschieden";

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Board_WithoutQuorum_MayVoteAgainBeforeThePlenaryDoes(Store store)
    {
        await using var talk = await WithoutQuorumAsync(store);
        Assert.Equal(1, talk.HeardBy("katrin", Nothing));
        Assert.Equal(AdmissionState.Consulting, (await talk.RunningCaseAsync("Verein Brücke"))!.State);
        Assert.Empty(await talk.RunningBallotsAsync());
        await talk.PressesAsync("katrin", "Erneut abstimmen");
        await talk.PressesAsync("katrin", "Ja, wiederholen");
        talk.Shows(Talk.Board, "die nichts entschieden hat");
        await talk.SaysAsync("amina", "Ja");
        await talk.SaysAsync("bernd", "Ja");
        await talk.EndsBallotAsync();
        talk.Shows(Talk.Plenary, "Der Beirat empfiehlt: **aufnehmen** (Ja: 2, Nein: 0, Enthaltung: 0).");
        Assert.Equal(1, talk.HeardBy("katrin", Nothing));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Waive_ByTheCoordinator_PutsItToThePlenaryWithTheReason(Store store)
    {
        await using var talk = await WithoutQuorumAsync(store);
        var ask = talk.DataOf("katrin", "Ohne Empfehlung ins Plenum");
        Assert.Equal("Das kann nur die Koordination: Katrin Vogel.", await talk.PressAsync("amina", "admission.waive.ask", ask));
        ask["reason"] = "weil";
        Assert.Equal("Das kann nur die Koordination: Katrin Vogel.", await talk.PressAsync("amina", "admission.waive", ask));
        Assert.Contains("Das Plenum stimmt dann ohne Empfehlung ab", await talk.PressesAsync("katrin", "Ohne Empfehlung ins Plenum"), StringComparison.Ordinal);
        Assert.Contains("Bitte einen Grund nennen.", await talk.PressesAsync("katrin", "Ja, so abstimmen lassen", null, ("reason", " ")), StringComparison.Ordinal);
        Assert.Contains("höchstens 500", await talk.PressesAsync("katrin", "Ja, so abstimmen lassen", null, ("reason", new string('x', 501))), StringComparison.Ordinal);
        Assert.Empty(await talk.RunningBallotsAsync());
        var data = talk.DataOf("katrin", "Ja, so abstimmen lassen");
        data["reason"] = "Der Beirat ist im Urlaub_";
        Assert.Contains("stimmt gerade das Plenum ab", await talk.PressAsync("katrin", "admission.waive", data), StringComparison.Ordinal);
        Assert.Contains("stimmt gerade das Plenum ab", await talk.PressAsync("katrin", "admission.waive", data), StringComparison.Ordinal);

        Assert.Single(await talk.RunningBallotsAsync());
        talk.Shows(Talk.Plenary, "Der Beirat gibt keine Empfehlung ab.");
        talk.Shows(Talk.Plenary, "Ohne Empfehlung zur Abstimmung gestellt von Katrin Vogel am Montag, 23. November 2026, 10:00 Uhr. Grund: Der Beirat ist im Urlaub");
        await talk.SaysAsync("katrin", "Abstimmung wiederholen");
        talk.Hears("katrin", "Im Moment gibt es keine Abstimmung, die sich wiederholen lässt.");
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        var entry = Assert.Single(await talk.ResolutionsAsync());
        Assert.Equal((Verdict.Accepted, Recommendation.None), (entry.Verdict, entry.Recommendation!.Value));
        Assert.Contains("Abgestimmt ohne Empfehlung des Beirats. Grund: Der Beirat ist im Urlaub_", entry.Text, StringComparison.Ordinal);
        Assert.Contains("Über diese Aufnahme stimmt das Plenum schon ab, oder es hat entschieden.", await talk.PressAsync("katrin", "admission.waive", data), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waive_Typed_AsksForTheReasonAndWhichOne()
    {
        await using var talk = await WithoutQuorumAsync();
        await talk.SaysAsync("amina", "Ohne Empfehlung ins Plenum: Verein Brücke");
        talk.Hears("amina", "Das kann nur die Koordination: Katrin Vogel.");
        await talk.SaysAsync("katrin", "Ohne Empfehlung ins Plenum: Verein Brücke", Talk.Plenary);
        talk.Shows(Talk.Plenary, "Darum bitte ich Sie im Einzelchat.");
        await talk.SaysAsync("katrin", "Ohne Empfehlung ins Plenum: Niemand");
        talk.Hears("katrin", "Diesen Antrag gibt es nicht mehr.");
        await talk.SaysAsync("gast", "Aufnahme beantragen: Radio *Nord*");
        await talk.PressesAsync("gast", "Antrag stellen");
        await talk.SaysAsync("katrin", "ohne empfehlung");
        talk.Hears("katrin", "Es warten: Radio *Nord*, Verein Brücke.");
        await talk.SaysAsync("katrin", "Ohne Empfehlung: radio nord");
        talk.Hears("katrin", "Der Beirat wurde noch nicht gefragt.");
        await talk.PressesAsync("katrin", "Ja, so abstimmen lassen", null, ("reason", "Es eilt."));
        talk.Shows(Talk.Plenary, "Grund: Es eilt.");
        await talk.SaysAsync("katrin", "Ohne Empfehlung");
        talk.Hears("katrin", "Ohne Empfehlung ins Plenum: Verein Brücke");
        await talk.PressesAsync("katrin", "Ja, so abstimmen lassen", null, ("reason", "Auch eilig."));
        await talk.SaysAsync("katrin", "Ohne Empfehlung");
        talk.Hears("katrin", "Im Moment wartet kein Aufnahmeantrag");
    }

    [Fact]
    public async Task Waive_InEnglish()
    {
        await using var talk = await WithoutQuorumAsync();
        talk.Locale = "en-GB";
        await talk.SaysAsync("katrin", "Without recommendation: Verein Brücke");
        talk.Hears("katrin", "The plenary then votes without one; the reason stands on the ballot and in the resolution.");
        Assert.Contains("The plenary is voting on the admission", await talk.PressesAsync("katrin", "Yes, let them vote", null, ("reason", "On leave.")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waive_WhileTheBoardVotesOrRepeats_IsRefused()
    {
        await using var talk = await StartAsync();
        await talk.AppliesAsync("Verein Brücke");
        await talk.SaysAsync("katrin", "Ohne Empfehlung: Verein Brücke");
        talk.Hears("katrin", "Der Beirat ist damit noch nicht fertig");
        await talk.SaysAsync("katrin", "Abstimmung für ungültig erklären");
        await talk.PressesAsync("katrin", "Ja, für ungültig erklären", null, ("reason", "Irrtum"));
        await talk.SaysAsync("katrin", "Ohne Empfehlung: Verein Brücke");
        talk.Hears("katrin", "Der Beirat hat keine Empfehlung abgegeben.");
        var waive = talk.DataOf("katrin", "Ja, so abstimmen lassen");
        waive["reason"] = "weil";
        await talk.SaysAsync("katrin", "Abstimmung wiederholen");
        await talk.PressesAsync("katrin", "Ja, wiederholen");
        Assert.Contains("Der Beirat ist damit noch nicht fertig", await talk.PressAsync("katrin", "admission.waive", waive), StringComparison.Ordinal);
        Assert.Equal(MotionKind.AdmissionRecommendation, Assert.Single(await talk.RunningBallotsAsync()).Motion.Kind);
    }

    /// <summary>One has the board vote again in the moment in which the other passes it over: nobody votes for nothing.</summary>
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Waive_WhileAnotherInstanceRepeats_OpensOnlyThePlenarysBallot(Store store)
    {
        await using var talk = await WithoutQuorumAsync(store);
        var other = talk.Join();
        var board = (await talk.RunningCaseAsync("Verein Brücke"))!.BoardBallot;
        var waive = new JsonObject { ["admission"] = (await talk.RunningCaseAsync("Verein Brücke"))!.Id.Value, ["reason"] = "weil" };
        var snapshot = await talk.NetworkAsync();
        var turn = new Bot.Turns.Turn
        {
            Activity = new Bot.Platform.Activities.Activity { Type = "invoke" }, Snapshot = snapshot, Sender = snapshot.Network.Coordinators.First(),
            Account = new Account("29:katrin", null), Reader = Bot.Texts.Reader.German, Now = talk.Time.Now,
        };
        talk.Settles = false;
        var hasRaced = false;
        talk.Faults.BeforeWrite = async table =>
        {
            if (table == TableNames.Admissions && !hasRaced)
            {
                hasRaced = true;
                await other.Services.GetRequiredService<RepeatBallotHandler>().HandleAsync(turn, board, TestContext.Current.CancellationToken);
            }
        };
        Assert.Contains("stimmt gerade das Plenum ab", await talk.PressAsync("katrin", "admission.waive", waive), StringComparison.Ordinal);
        Assert.True(hasRaced);
        talk.Faults.BeforeWrite = null;
        talk.Time.Now += NodaTime.Duration.FromMinutes(3);
        await talk.SettleTogetherAsync(other);
        Assert.Equal(MotionKind.Admission, Assert.Single(await talk.RunningBallotsAsync()).Motion.Kind);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Waive_StoreFailsOnceAtEachWrite_OpensOneBallot(Store store, bool isWritten)
    {
        await using var talk = await StartAsync(store);
        await Talk.AtEachWriteAsync(10, store, async (failing, round) =>
        {
            var name = $"Verein {round} Mitte";
            await talk.AppliesAsync(name);
            await talk.EndsBallotAsync(name);
            var data = new JsonObject { ["admission"] = (await talk.RunningCaseAsync(name))!.Id.Value, ["reason"] = "weil" };
            var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressAsync("katrin", "admission.waive", data));
            Assert.Equal(round, (await talk.RunningBallotsAsync()).Count);
            Assert.Equal(1, talk.CountOf(Talk.Plenary, $"Aufnahme: {name}\n"));
            Assert.Equal(AdmissionState.Voting, (await talk.RunningCaseAsync(name))!.State);
            return writes;
        });
    }

    private static async Task<Talk> WithoutQuorumAsync(Store store = Store.Sqlite)
    {
        var talk = await StartAsync(store);
        await talk.AppliesAsync("Verein Brücke");
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        return talk;
    }

    private static async Task<Talk> StartAsync(Store store = Store.Sqlite)
    {
        var talk = await Talk.StartAsync(store, snapshot => Talk.WithRules(
            snapshot, "beirat", rules => rules with { Majority = MajorityRule.Default with { Quorum = new Fraction(1, 2) } }));
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        return talk;
    }
}
