using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Bot.Domain.Records;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Turns;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>The store fails once at each write, before or after writing, from the pressed button to the open ballot and from the ended ballot to what
/// follows: everything still happens once.</summary>
public class MotionCrashTests
{
    private const int MostWrites = 120;

    public static TheoryData<Store, bool> Failures => Talk.Failures;

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Follow_StoreFailsOnceAtEachWrite_EndsWithOneResolutionOneGroupOneNotice(Store store, bool isWritten)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina");
        for (var failing = 1; failing <= MostWrites; failing++)
        {
            var name = $"AG {failing} Mitte";
            await talk.OpensBallotAsync("Abstimmung Arbeitsgruppe: " + name);
            await talk.SaysAsync("amina", "Ja");
            talk.Settles = false;
            await talk.EndsBallotAsync();
            var writes = await FailsOnceAsync(talk, failing, isWritten);
            var register = await talk.ResolutionsAsync();
            Assert.Equal(failing, register.Count);
            Assert.Null(ResolutionChain.FirstBroken(register, RegisterHead.At(register[^1])));
            Assert.Equal("Arbeitsgruppe: " + name, register[^1].Title);
            Assert.Equal(3 + failing, (await talk.NetworkAsync()).Network.Committees.Count);
            Assert.Equal(1, talk.HeardBy("katrin", $"Die Arbeitsgruppe **{name}** ist eingerichtet (Beschluss **{register[^1].Number}**)"));
            Assert.Equal(2, talk.CountOf(Talk.Plenary, $"Eingetragen als Beschluss **{register[^1].Number}**."));
            if (writes < failing)
            {
                Assert.InRange(failing, 10, MostWrites);
                return;
            }
        }

        Assert.Fail("More writes than thought for one decision.");
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Follow_StoreFailsOnceAtEachWriteOfAnExpulsion_EndsOneMembershipOnTheDayOfTheDecision(Store store, bool isWritten)
    {
        for (var failing = 1; failing <= MostWrites; failing++)
        {
            await using var talk = await Talk.StartAsync(store);
            await talk.EverybodyOpensAsync("katrin", "amina", "dao");
            await talk.HasOldExpulsionAsync("sportbund", "am 2. November");
            await talk.SaysAsync("amina", "Ja");
            await talk.AtAsync(2026, 11, 24, 23, 55);
            talk.Settles = false;
            await talk.EndsBallotAsync();
            var writes = await FailsOnceAsync(talk, failing, isWritten);
            Assert.Single(await talk.ResolutionsAsync());
            var network = (await talk.NetworkAsync()).Network;
            Assert.Equal(7, network.Organizations.Count);
            Assert.Equal(new LocalDate(2026, 11, 24), Assert.Single(network.FormerOrganizations).MemberUntil);
            Assert.Equal(1, talk.HeardBy("dao", "ist aus dem Bündnis ausgeschlossen worden"));
            Assert.Equal(1, talk.HeardBy("katrin", "ist ausgeschlossen (Beschluss"));
            if (writes < failing)
            {
                return;
            }
        }

        Assert.Fail("More writes than thought for one decision.");
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Open_StoreFailsOnceAtEachWrite_OpensOneBallotWhenPressedAgain(Store store, bool isWritten)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina");
        var unneeded = new List<int>();
        for (var failing = 1; failing <= MostWrites; failing++)
        {
            var title = $"Frage {failing} Ende?";
            await talk.SaysAsync("katrin", "Abstimmung Plenum: " + title);
            talk.Settles = false;
            talk.Faults.Count(isWritten ? 0 : failing, isWritten ? failing : 0);
            await Record.ExceptionAsync(() => talk.PressesAsync("katrin", "Abstimmung eröffnen"));
            var writes = talk.Faults.Writes;
            talk.Faults.Count();
            var shows = await Record.ExceptionAsync(() => talk.PressesAsync("katrin", "Abstimmung eröffnen"));
            talk.Settles = true;
            await talk.AfterAsync(Duration.FromMinutes(3));
            await talk.AfterAsync(Duration.FromMinutes(3));
            if (shows is not null && writes >= failing && !isWritten)
            {
                unneeded.Add(failing);
            }

            Assert.Single(await talk.Get<BallotStore>().RunningAsync(Talk.Network, TestContext.Current.CancellationToken), ballot => ballot.Motion.Title == title);
            Assert.Equal(1, talk.CountOf(Talk.Plenary, title));
            Assert.Equal(1, talk.HeardBy("amina", title));
            if (writes < failing)
            {
                // One write is the entry in the audit log; without it the ballot is open all the same, and the button gone.
                Assert.Equal(isWritten ? 0 : 1, unneeded.Count);
                return;
            }
        }

        Assert.Fail("More writes than thought for opening one ballot.");
    }

    [Fact]
    public async Task Open_AfterACrashWithOthersLeftOut_IsRefusedInsteadOfKeepingTheOldRoll()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        talk.Settles = false;
        var ballots = talk.Get<BallotStore>();
        for (var failing = 1; failing <= MostWrites; failing++)
        {
            await talk.SaysAsync("katrin", "Abstimmung Plenum: Machen wir mit?");
            var data = talk.DataOf("katrin", "Abstimmung eröffnen");
            data["title"] = "Machen wir mit?";
            var id = new BallotId(new FormReference(data["form"]!.ToString(), 0).IdentityOf(Subjects.Ballot));
            talk.Faults.Count(failing);
            await Record.ExceptionAsync(() => talk.PressAsync("katrin", "motion.open", data));
            talk.Faults.Count();
            var isBegun = (await ballots.RollAsync(Talk.Network, id, TestContext.Current.CancellationToken)).Count > 0;
            if (!isBegun || await ballots.FindAsync(Talk.Network, id, TestContext.Current.CancellationToken) is not null)
            {
                continue;
            }

            data["conflicted"] = "sportbund";
            Assert.Contains("Jemand anderes hat im selben Moment etwas geändert.", await talk.PressAsync("katrin", "motion.open", data), StringComparison.Ordinal);
            Assert.Null(await ballots.FindAsync(Talk.Network, id, TestContext.Current.CancellationToken));
            data["conflicted"] = string.Empty;
            Assert.Contains("Stimmberechtigt: 8.", await talk.PressAsync("katrin", "motion.open", data), StringComparison.Ordinal);
            return;
        }

        Assert.Fail("No crash between roll and head.");
    }

    private static async Task<int> FailsOnceAsync(Talk talk, int failing, bool isWritten)
    {
        talk.Settles = true;
        talk.Faults.Count(isWritten ? 0 : failing, isWritten ? failing : 0);
        await Record.ExceptionAsync(talk.SettleAsync);
        var writes = talk.Faults.Writes;
        talk.Faults.Count();
        for (var minutes = 0; minutes < 10; minutes += 2)
        {
            await talk.AfterAsync(Duration.FromMinutes(2));
        }

        return writes;
    }
}
