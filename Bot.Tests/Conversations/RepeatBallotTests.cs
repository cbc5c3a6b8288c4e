using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Ballots that decided nothing and are taken again.</summary>
public class RepeatBallotTests
{
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Repeat_OfAVoidBoardBallot_TakesTheCaseOn(Store store)
    {
        await using var talk = await VotingAsync(store);
        var repeat = "Abstimmung wiederholen: Verein Brücke";
        await talk.SaysAsync("katrin", repeat);
        talk.Hears("katrin", "Im Moment gibt es keine Abstimmung, die sich wiederholen lässt.");
        await VoidsAsync(talk, "Irrtum");
        await talk.SaysAsync("amina", repeat);
        talk.Hears("amina", "Das kann nur die Koordination: Katrin Vogel.");
        await talk.AtAsync(2026, 12, 1, 12);
        await talk.LeavesTheBoardAsync("clara");
        await talk.SaysAsync("katrin", repeat);
        talk.Hears("katrin", "läuft bis Freitag, 4. Dezember 2026, 18:00 Uhr");
        talk.Hears("katrin", "nach heutigem Stand stehen 2 auf der Liste");
        talk.Hears("katrin", "(Fassung 1)");
        var data = talk.DataOf("katrin", "Ja, wiederholen");
        await talk.PressesAsync("katrin", "Ja, wiederholen");
        await talk.PressAsync("katrin", "ballot.repeat", data);
        Assert.Equal(1, talk.HeardBy("amina", "Diese Abstimmung wiederholt die vom Montag, 23. November 2026, die für ungültig erklärt wurde."));
        Assert.Equal(2, talk.CountOf(Talk.Board, "Darüber wird erneut abgestimmt: Katrin Vogel"));
        var running = Assert.Single(await talk.RunningBallotsAsync());
        Assert.Equal(running.Ballot.Id, (await talk.RunningCaseAsync("Verein Brücke"))!.BoardBallot);
        await talk.SaysAsync("katrin", repeat);
        talk.Hears("katrin", "Im Moment gibt es keine Abstimmung, die sich wiederholen lässt.");

        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        talk.Shows(Talk.Plenary, "Der Beirat empfiehlt: **aufnehmen** (Ja: 1, Nein: 0, Enthaltung: 0).");
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        Assert.Equal(Verdict.Accepted, Assert.Single(await talk.ResolutionsAsync()).Verdict);
    }

    [Fact]
    public async Task Repeat_AfterNoQuorum_ReopensTheCaseAndRecordsAnew()
    {
        await using var talk = await Talk.StartAsync(change: snapshot => Talk.WithRules(
            snapshot, "plenum", rules => rules with { Majority = MajorityRule.Default with { Quorum = new Fraction(1, 4) } }));
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "samira");
        await talk.PlenaryVotesOnAsync("Verein Brücke", representative: "samira");
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        Assert.Equal(Verdict.NoQuorum, Assert.Single(await talk.ResolutionsAsync()).Verdict);
        Assert.Null(await talk.RunningCaseAsync("Verein Brücke"));
        await talk.PressesAsync("katrin", "Erneut abstimmen");
        await talk.PressesAsync("katrin", "Ja, wiederholen");
        Assert.Equal(AdmissionState.Voting, (await talk.RunningCaseAsync("Verein Brücke"))!.State);
        await talk.SaysAsync("amina", "Ja");
        await talk.SaysAsync("bernd", "Ja");
        await talk.EndsBallotAsync();
        var register = await talk.ResolutionsAsync();
        Assert.Equal([Verdict.NoQuorum, Verdict.Accepted], register.Select(entry => entry.Verdict));
        Assert.Equal(1, talk.HeardBy("samira", "Herzlich willkommen"));
        Assert.Equal(9, (await talk.NetworkAsync()).Network.Organizations.Count);
        Assert.Null(await talk.RunningCaseAsync("Verein Brücke"));
    }

    [Fact]
    public async Task Repeat_SomebodyAppliedAnewMeanwhile_IsRefused()
    {
        await using var talk = await Talk.StartAsync(change: snapshot => Talk.WithRules(
            snapshot, "plenum", rules => rules with { Majority = MajorityRule.Default with { Quorum = new Fraction(1, 4) } }));
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.PlenaryVotesOnAsync("Verein Brücke");
        await talk.EndsBallotAsync();
        var data = talk.DataOf("katrin", "Erneut abstimmen");
        await talk.AppliesAsync("Verein Brücke");
        Assert.Contains("Die Sache ist inzwischen weitergegangen", await talk.PressAsync("katrin", "ballot.repeat.ask", data), StringComparison.Ordinal);
        Assert.Contains("Die Sache ist inzwischen weitergegangen", await talk.PressAsync("katrin", "ballot.repeat", data), StringComparison.Ordinal);
        Assert.Single(await talk.RunningBallotsAsync());
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Repeat_TwoInstancesAtOnce_OpensOneBallot(Store store)
    {
        await using var talk = await VotingAsync(store);
        await VoidsAsync(talk, "Irrtum");
        await talk.SaysAsync("katrin", "Abstimmung wiederholen");
        var data = talk.DataOf("katrin", "Ja, wiederholen");
        var other = talk.Join();
        talk.Settles = false;
        var invoke = new System.Text.Json.Nodes.JsonObject
        {
            ["type"] = "invoke",
            ["name"] = "adaptiveCard/action",
            ["value"] = new System.Text.Json.Nodes.JsonObject
            {
                ["action"] = new System.Text.Json.Nodes.JsonObject { ["type"] = "Action.Execute", ["verb"] = "ballot.repeat", ["data"] = data.DeepClone() }, ["trigger"] = "manual",
            },
        };
        await talk.DeliverTwiceAsync(other, invoke, "katrin");
        talk.Time.Now += Duration.FromMinutes(3);
        await talk.SettleTogetherAsync(other);
        Assert.Single(await talk.RunningBallotsAsync());
        Assert.Equal(1, talk.CountOf(Talk.Board, "Diese Abstimmung wiederholt die vom"));
    }

    [Fact]
    public async Task Repeat_StoreFailsOnceAtEachWrite_OpensOneBallot()
    {
        for (var failing = 1; failing <= 60; failing++)
        {
            await using var talk = await VotingAsync();
            await VoidsAsync(talk, "Irrtum");
            await talk.SaysAsync("katrin", "Abstimmung wiederholen");
            talk.Settles = false;
            await talk.PressesAsync("katrin", "Ja, wiederholen");
            talk.Faults.Count(failing);
            await Record.ExceptionAsync(talk.SettleAsync);
            var writes = talk.Faults.Writes;
            talk.Faults.Count();
            talk.Settles = true;
            for (var minutes = 0; minutes < 8; minutes += 2)
            {
                await talk.AfterAsync(Duration.FromMinutes(2));
            }

            Assert.Equal(Assert.Single(await talk.RunningBallotsAsync()).Ballot.Id, (await talk.RunningCaseAsync("Verein Brücke"))!.BoardBallot);
            Assert.Equal(1, talk.CountOf(Talk.Board, "Diese Abstimmung wiederholt die vom"));
            if (writes < failing)
            {
                Assert.InRange(failing, 6, 60);
                return;
            }
        }

        Assert.Fail("More than 60 writes for one repetition.");
    }

    private static async Task<Talk> VotingAsync(Store store = Store.Sqlite)
    {
        var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.AppliesAsync("Verein Brücke");
        await talk.SaysAsync("amina", "Ja");
        return talk;
    }

    private static async Task VoidsAsync(Talk talk, string reason)
    {
        await talk.SaysAsync("katrin", "Abstimmung für ungültig erklären");
        await talk.PressesAsync("katrin", "Ja, für ungültig erklären", null, ("reason", reason));
    }
}
