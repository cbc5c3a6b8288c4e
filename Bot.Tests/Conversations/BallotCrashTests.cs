using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Storage;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>The store fails once at each write of what may happen to a ballot and of what follows, before or after writing: nothing is lost, and nothing said twice.</summary>
public class BallotCrashTests
{
    public static TheoryData<Store, bool> Failures => Talk.Failures;

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Close_ByTheChair_EndsWithOneResultAndOneResolution(Store store, bool isWritten)
    {
        await using var talk = await StartAsync(store);
        await Talk.AtEachWriteAsync(10, store, async (failing, round) =>
        {
            var id = await OpensAsync(talk, $"Frage {round} Ende?", "bernd");
            await talk.SaysAsync("amina", "Ja");
            var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressAsync("bernd", "ballot.close", new JsonObject { ["ballot"] = id.Value }));
            Assert.Equal(Verdict.Accepted, (await talk.BallotAsync(id)).Result!.Verdict);
            Assert.Equal((round, $"Frage {round} Ende?"), ((await talk.ResolutionsAsync()).Count, (await talk.ResolutionsAsync())[^1].Title));
            Assert.Equal(2, talk.CountOf(Talk.Plenary, $"Frage {round} Ende?")); // the ballot, and its result
            Assert.Empty(await talk.RunningBallotsAsync());
            return writes;
        });
    }

    /// <summary>A secret ballot: the papers must be gone, whenever it failed.</summary>
    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Void_IsToldOnceAndDestroysThePapers(Store store, bool isWritten)
    {
        await using var talk = await StartAsync(store, rules => rules with { Usual = rules.Usual with { Secrecy = SecrecyRule.Always } });
        await Talk.AtEachWriteAsync(8, store, async (failing, round) =>
        {
            var id = await OpensAsync(talk, $"Frage {round} Ende?");
            await talk.SaysAsync("amina", "Ja");
            var press = new JsonObject { ["ballot"] = id.Value, ["reason"] = "Irrtum" };
            var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressAsync("katrin", "ballot.void", press));
            var record = await talk.BallotAsync(id);
            Assert.Equal(("Irrtum", false), (record.Ballot.Voided!.Reason, record.IsCounted));
            Assert.Empty(await talk.Get<BallotStore>().PapersAsync(Talk.Network, id, TestContext.Current.CancellationToken));
            Assert.All(await talk.RollAsync(id), line => Assert.True(line.Frozen));
            Assert.Equal(2, talk.CountOf(Talk.Plenary, $"Frage {round} Ende?")); // the ballot, and that it is void
            Assert.Empty(await talk.RunningBallotsAsync());
            Assert.Contains((await talk.Get<BallotStore>().UnsettledAsync(Talk.Network, TestContext.Current.CancellationToken)), unsettled => unsettled.Ballot.Id == id);
            return writes;
        });
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Tie_DecidedByTheChair_EndsWithOneResolution(Store store, bool isWritten)
    {
        await using var talk = await StartAsync(store, Tied(TieRule.ChairDecides));
        await Talk.AtEachWriteAsync(8, store, async (failing, round) =>
        {
            var id = await TiesAsync(talk, round, "bernd");
            var press = new JsonObject { ["ballot"] = id.Value, ["verdict"] = "Accepted", ["reason"] = "weil" };
            var writes = await FailAtTieAsync(talk, failing, isWritten, "bernd", "ballot.tie.decide", press);
            Assert.Equal(("weil", Verdict.Accepted), ((await talk.BallotAsync(id)).TieBreak!.Reason, (await talk.BallotAsync(id)).Result!.Verdict));
            await DecidedOnceAsync(talk, round, Verdict.Accepted);
            return writes;
        });
    }

    /// <summary>The lot falls once: whatever was drawn and stored stands, however often the witness presses.</summary>
    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Tie_DecidedByLot_IsDrawnOnce(Store store, bool isWritten)
    {
        await using var talk = await StartAsync(store, Tied(TieRule.Lot));
        await Talk.AtEachWriteAsync(8, store, async (failing, round) =>
        {
            var id = await TiesAsync(talk, round);
            await talk.PressAsync("katrin", "ballot.lot.witness", new JsonObject { ["ballot"] = id.Value, ["witness"] = "Bernd Krüger" });
            var writes = await FailAtTieAsync(talk, failing, isWritten, "bernd", "ballot.lot.draw", new JsonObject { ["ballot"] = id.Value });
            await DecidedOnceAsync(talk, round, (await talk.BallotAsync(id)).Result!.Verdict);
            return writes;
        });
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Repeat_OpensOneBallot(Store store, bool isWritten)
    {
        await using var talk = await StartAsync(store);
        await Talk.AtEachWriteAsync(10, store, async (failing, round) =>
        {
            var title = $"Frage {round} Ende?";
            var id = await OpensAsync(talk, title);
            await talk.PressAsync("katrin", "ballot.void", new JsonObject { ["ballot"] = id.Value, ["reason"] = "Irrtum" });
            var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressAsync("katrin", "ballot.repeat", new JsonObject { ["ballot"] = id.Value }));
            var again = Assert.Single(await talk.RunningBallotsAsync(), running => running.Motion.Title == title);
            Assert.Equal((id, 8), (again.Ballot.RepeatOf!.Value, (await talk.RollAsync(again.Ballot.Id)).Count));
            Assert.Equal(round, talk.CountOf(Talk.Plenary, "Diese Abstimmung wiederholt die vom"));
            Assert.Equal(round, talk.HeardBy("amina", "Diese Abstimmung wiederholt die vom"));
            return writes;
        });
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Reminders_AreSaidOnceToThoseWhoHaveNotVoted(Store store, bool isWritten)
    {
        await using var talk = await StartAsync(store);
        await Talk.AtEachWriteAsync(3, store, async (failing, round) =>
        {
            var id = await OpensAsync(talk, $"Frage {round} Ende?");
            await talk.SaysAsync("amina", "Ja");
            talk.Time.Now = (await talk.BallotAsync(id)).Ballot.Reminders.At[0];
            var writes = await talk.FailOnceAsync(failing, isWritten, () => Task.CompletedTask);
            // The reminder of an ended ballot has become its result.
            Assert.Equal((0, 1), (talk.HeardBy("amina", "Erinnerung: Ihre Stimme fehlt noch."), talk.HeardBy("bernd", "Erinnerung: Ihre Stimme fehlt noch.")));
            await talk.PressAsync("katrin", "ballot.close", new JsonObject { ["ballot"] = id.Value });
            await talk.AfterAsync(Duration.FromMinutes(2));
            Assert.Equal(round, (await talk.ResolutionsAsync()).Count);
            return writes;
        });
    }

    /// <summary>Whoever was told that something went wrong says it again; being there twice is being there once.</summary>
    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Attendance_ArrivingAndLeaving_IsNotedOnce(Store store, bool isWritten)
    {
        await using var talk = await StartAsync(store);
        await talk.CallsAsync("Plenum am 14. Januar um 18 Uhr im Rathaus");
        await talk.AtAsync(2027, 1, 14, 17, 30);
        var meeting = Assert.Single(await talk.MeetingsAsync());
        var press = new JsonObject { ["meeting"] = meeting.Id.Value };
        await Talk.AtEachWriteAsync(1, store, async (failing, round) =>
        {
            var arriving = await talk.FailOnceAsync(failing, isWritten, () => talk.PressAsync("amina", "attendance.arrive", press.DeepClone().AsObject()));
            Assert.Single((await LineAsync(talk, meeting.Id)).Stays, stay => stay.Until is null);
            Assert.True((await LineAsync(talk, meeting.Id)).IsPresentAt(talk.Time.Now));
            var leaving = await talk.FailOnceAsync(failing, isWritten, () => talk.PressAsync("amina", "attendance.leave", press.DeepClone().AsObject()));
            var line = await LineAsync(talk, meeting.Id);
            Assert.False(line.IsPresentAt(talk.Time.Now));
            Assert.Equal(round, line.Stays.Count);
            return int.Max(arriving, leaving);
        });
    }

    private static async Task<int> FailAtTieAsync(Talk talk, int failing, bool isWritten, string who, string verb, JsonObject press)
    {
        var presses = 0;
        return await talk.FailOnceAsync(failing, isWritten, async () =>
        {
            presses++;
            var said = await talk.PressAsync(who, verb, press.DeepClone().AsObject());
            // Whoever presses again after what was stored all the same is told that there is no tie any more.
            Assert.True(presses > 1 || !said.Contains("keine Stimmengleichheit (mehr)", System.StringComparison.Ordinal));
        });
    }

    private static async Task DecidedOnceAsync(Talk talk, int round, Verdict verdict)
    {
        var register = await talk.ResolutionsAsync();
        Assert.Equal((round, verdict), (register.Count, register[^1].Verdict));
        Assert.Equal(3, talk.CountOf(Talk.Plenary, $"Eingetragen als Beschluss **{register[^1].Number}**.")); // the ballot, its result, and the decision
        Assert.Equal(3, talk.CountOf(Talk.Plenary, $"Frage {round} Ende?"));
    }

    private static async Task<Bot.Domain.Meetings.AttendanceLine> LineAsync(Talk talk, Bot.Domain.Meetings.MeetingId meeting) =>
        (await talk.Get<AttendanceStore>().OfAsync(Talk.Network, meeting, TestContext.Current.CancellationToken)).Of(new VoterId("kulturbruecke"));

    private static async Task<BallotId> OpensAsync(Talk talk, string title, string? chair = null)
    {
        await talk.OpensBallotAsync("Abstimmung Plenum: " + title);
        var id = (await talk.RunningBallotsAsync()).Single(running => running.Motion.Title == title).Ballot.Id;
        if (chair is not null)
        {
            await talk.LedByAsync(chair);
        }

        return id;
    }

    private static async Task<BallotId> TiesAsync(Talk talk, int number, string? chair = null)
    {
        var id = await OpensAsync(talk, $"Frage {number} Ende?", chair);
        await talk.SaysAsync("amina", "Ja");
        await talk.SaysAsync("bernd", "Nein");
        await talk.EndsBallotAsync();
        return id;
    }

    private static System.Func<RulesOfProcedure, RulesOfProcedure> Tied(TieRule tie) => rules => rules with { Majority = MajorityRule.Default with { Tie = tie } };

    private static async Task<Talk> StartAsync(Store store, System.Func<RulesOfProcedure, RulesOfProcedure>? change = null)
    {
        var talk = await Talk.StartAsync(store, snapshot => Talk.WithRules(snapshot, "plenum", change ?? (rules => rules)));
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        return talk;
    }
}
