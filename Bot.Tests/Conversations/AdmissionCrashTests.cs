using System.Threading.Tasks;
using Bot.Domain.Records;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>The store fails once at each write on the way from an ended ballot to a member, before or after writing: everything still happens once.</summary>
public class AdmissionCrashTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Follow_StoreFailsOnceAtEachWrite_EndsWithOneResolutionOneMembershipOneWelcome(bool isWritten)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        var cases = 0;
        for (var failing = 1; failing <= 200; failing++)
        {
            var guest = "gast" + failing;
            await talk.SaysAsync(guest, "Aufnahme beantragen: Verein " + failing);
            await talk.PressesAsync(guest, "Antrag stellen");
            await talk.PressesAsync("katrin", "Beirat fragen");
            await talk.SaysAsync("amina", "Ja");
            await talk.EndsBallotAsync();
            await talk.SaysAsync("amina", "Ja");
            talk.Settles = false;
            await talk.EndsBallotAsync();
            talk.Settles = true;
            talk.Faults.Count(isWritten ? 0 : failing, isWritten ? failing : 0);
            await Record.ExceptionAsync(talk.SettleAsync);
            var writes = talk.Faults.Writes;
            talk.Faults.Count();
            for (var minutes = 0; minutes < 10; minutes += 2)
            {
                await talk.AfterAsync(Duration.FromMinutes(2));
            }

            cases++;
            await HoldsAsync(talk, cases, "Verein " + failing, guest);
            if (writes < failing)
            {
                Assert.InRange(cases, 15, 200);
                return;
            }
        }

        Assert.Fail("More than 200 writes for one decision.");
    }

    [Fact]
    public async Task Follow_StoreFailsOnceAtEachWriteOfTheApplication_StillOpensOneBallot()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        for (var failing = 1; failing <= 200; failing++)
        {
            var name = "Verein " + failing;
            await talk.SaysAsync("katrin", "Aufnahme beantragen: " + name);
            talk.Settles = false;
            await talk.PressesAsync("katrin", "Antrag stellen");
            talk.Faults.Count(failing);
            await Record.ExceptionAsync(talk.SettleAsync);
            var writes = talk.Faults.Writes;
            talk.Faults.Count();
            talk.Settles = true;
            await talk.AfterAsync(Duration.FromMinutes(2));
            await talk.AfterAsync(Duration.FromMinutes(2));
            Assert.Equal(1, talk.CountOf(Talk.Board, $"Empfehlung zur Aufnahme: {name}\n"));
            Assert.Equal(1, talk.HeardBy("amina", $"Empfehlung zur Aufnahme: {name}\n"));
            if (writes < failing)
            {
                return;
            }
        }

        Assert.Fail("More than 200 writes for one application.");
    }

    private static async Task HoldsAsync(Talk talk, int cases, string name, string guest)
    {
        var register = await talk.ResolutionsAsync();
        Assert.Equal(cases, register.Count);
        Assert.Null(ResolutionChain.FirstBroken(register, RegisterHead.At(register[^1])));
        Assert.Equal($"Aufnahme: {name}", register[^1].Title);
        var organizations = (await talk.NetworkAsync()).Network.Organizations;
        Assert.Equal(8 + cases, organizations.Count);
        Assert.Single(organizations, one => one.Name == name);
        Assert.Equal(1, talk.HeardBy(guest, $"**{name}** ist aufgenommen"));
        Assert.Equal(2, talk.CountOf(Talk.Plenary, $"Eingetragen als Beschluss **{register[^1].Number}**."));
        Assert.Null(await talk.RunningCaseAsync(name));
    }
}
