using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Memberships;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Applications: by the coordinator, by a member, by a guest the network has never seen.</summary>
public class ApplyForAdmissionTests
{
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Apply_ByAGuest_ReachesTheCoordinatorAndEndsWithAWelcome(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "fremd");
        await talk.SaysAsync("fremd", "Aufnahme beantragen: Radio Nordlicht");
        talk.Hears("fremd", "Sie werden als Vertretung eingetragen.");
        Assert.Contains("Der Antrag von **Radio Nordlicht** ist bei der Koordination angekommen.", await talk.PressesAsync("fremd", "Antrag stellen"), StringComparison.Ordinal);
        talk.Hears("katrin", "**Radio Nordlicht** hat die Aufnahme beantragt.");
        Assert.Equal(0, talk.CountOf(Talk.Board, "Radio"));
        var button = talk.DataOf("katrin", "Beirat fragen");
        Assert.Equal("Das kann nur die Koordination: Katrin Vogel.", await talk.PressAsync("fremd", "admission.consult", button));
        Assert.Contains("Der Beirat stimmt jetzt", await talk.PressesAsync("katrin", "Beirat fragen"), StringComparison.Ordinal);
        Assert.Contains("Der Beirat stimmt jetzt", await talk.PressAsync("katrin", "admission.consult", button), StringComparison.Ordinal);
        Assert.Equal(1, talk.CountOf(Talk.Board, "Empfehlung zur Aufnahme: Radio Nordlicht"));

        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        Assert.Contains("stimmt gerade das Plenum ab", await talk.PressAsync("katrin", "admission.consult", button), StringComparison.Ordinal);
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        talk.Hears("fremd", "Herzlich willkommen");
        Assert.Equal(1, talk.HeardBy("fremd", "Herzlich willkommen"));
        Assert.Contains("**Radio Nordlicht** ist aufgenommen (Beschluss 2026-01).", await talk.PressAsync("katrin", "admission.consult", button), StringComparison.Ordinal);

        await talk.SaysAsync("fremd", "Mitglieder");
        talk.Hears("fremd", "Mitgliedsorganisationen (9)");
        await talk.PlenaryVotesOnAsync("Verein Brücke");
        await talk.SaysAsync("fremd", "Ja");
        talk.Hears("fremd", "Ihre Stimme für Radio Nordlicht: **Ja**.");
    }

    [Fact]
    public async Task Apply_ByAMember_GoesToTheCoordinatorAndMakesThemItsRepresentative()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        await talk.SaysAsync("bernd", "Aufnahme beantragen: Bandprobe e. V.");
        await talk.PressesAsync("bernd", "Antrag stellen");
        Assert.Equal(AdmissionState.Applied, (await talk.RunningCaseAsync("Bandprobe e. V."))?.State);
        await talk.PressesAsync("katrin", "Beirat fragen");
        Assert.Equal("bernd", (await talk.RunningCaseAsync("Bandprobe e. V."))?.Representative?.Value);
    }

    [Theory]
    [InlineData("Kulturverein Morgenstern e. V.", "ist bereits Mitglied, seit Dienstag, 12. März 2024")]
    [InlineData("kulturverein morgenstern e. v.", "ist bereits Mitglied, seit Dienstag, 12. März 2024")]
    [InlineData("", "Welche Organisation soll aufgenommen werden?")]
    [InlineData("---", "Welche Organisation soll aufgenommen werden?")]
    public async Task Apply_NotPossible_SaysWhyOnTheForm(string name, string said)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Aufnahme beantragen");
        Assert.Contains(said, await talk.PressesAsync("katrin", "Antrag stellen", null, ("applicant", name)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(120, true)]
    [InlineData(121, false)]
    public async Task Apply_AroundTheLongestName_IsTakenOrRefused(int length, bool isTaken)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Aufnahme beantragen");
        var said = await talk.PressesAsync("katrin", "Antrag stellen", null, ("applicant", new string('ß', length)));
        Assert.Contains(isTaken ? "Der Beirat stimmt jetzt" : "Das ist zu lang: höchstens 120 Zeichen.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apply_WhileACaseOfThatNameRuns_SaysSo()
    {
        await using var talk = await Talk.StartAsync();
        await talk.AppliesAsync("Verein Brücke e. V.");
        foreach (var name in new[] { "Verein Brücke e. V.", "verein brücke e.v.", "Verein  Brücke e. V." })
        {
            await talk.SaysAsync("katrin", "Aufnahme beantragen: " + name);
            Assert.Contains("läuft bereits ein Aufnahmeverfahren", await talk.PressesAsync("katrin", "Antrag stellen"), StringComparison.Ordinal);
        }

        await talk.SaysAsync("fremd", "Aufnahme beantragen: Verein Brücke e. V.");
        Assert.Contains("läuft bereits ein Aufnahmeverfahren", await talk.PressesAsync("fremd", "Antrag stellen"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Apply_PressedTwiceAtOnceByAStranger_MakesOneCaseAndOnePerson(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "fremd");
        await talk.SaysAsync("fremd", "Aufnahme beantragen: Radio Nordlicht");
        talk.Settles = false;
        var form = talk.DataOf("fremd", "Antrag stellen");
        form["applicant"] = "Radio Nordlicht";
        var said = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => talk.PressAsync("fremd", "admission.apply", form)));
        await talk.SettleAsync();
        Assert.Single(said, one => one.Contains("angekommen", StringComparison.Ordinal));
        Assert.Equal(1, talk.HeardBy("katrin", "hat die Aufnahme beantragt"));
        talk.Time.Now += NodaTime.Duration.FromSeconds(6);
        var network = await talk.NetworkAsync();
        Assert.Equal(12, network.Network.People.Count);
        Assert.Equal((await talk.RunningCaseAsync("Radio Nordlicht"))!.Representative, network.PersonOf(new Storage.Account("29:fremd", null))!.Id);
    }

    [Fact]
    public async Task Apply_Discarded_LeavesNothing()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("fremd", "Aufnahme beantragen: Radio Nordlicht");
        Assert.Equal("Verworfen. Es ist nichts geschehen.", await talk.PressesAsync("fremd", "Verwerfen"));
        Assert.Null(await talk.RunningCaseAsync("Radio Nordlicht"));
        Assert.Equal(11, (await talk.NetworkAsync()).Network.People.Count);
    }

    [Fact]
    public async Task Apply_RejectedOnce_MayApplyAgain()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "samira");
        await talk.PlenaryVotesOnAsync("Verein Brücke", representative: "samira");
        await talk.SaysAsync("amina", "Nein");
        await talk.EndsBallotAsync();
        talk.Hears("samira", "Das Plenum hat **Verein Brücke** nicht aufgenommen (Beschluss 2026-01).");
        await talk.AppliesAsync("Verein Brücke");
        Assert.Equal(8, (await talk.NetworkAsync()).Network.Organizations.Count);
    }
}
