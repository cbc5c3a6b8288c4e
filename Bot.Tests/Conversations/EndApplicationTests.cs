using System;
using System.Threading.Tasks;
using Bot.Domain.Memberships;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>An application ends before the plenary decides: not passed on, or taken back. And what a new member hears.</summary>
public class EndApplicationTests
{
    [Fact]
    public async Task Decline_ByACoordinator_TellsTheApplicantTheReasonOnceAndFreesTheName()
    {
        await using var talk = await AppliedAsync();
        var ask = talk.DataOf("katrin", "Nicht weitergeben");
        Assert.Equal("Das kann nur die Koordination: Katrin Vogel.", await talk.PressAsync("amina", "admission.decline.ask", ask));
        ask["reason"] = "weil";
        Assert.Equal("Das kann nur die Koordination: Katrin Vogel.", await talk.PressAsync("amina", "admission.decline", ask));
        Assert.Contains("erfährt den Grund", await talk.PressesAsync("katrin", "Nicht weitergeben"), StringComparison.Ordinal);
        Assert.Contains("Bitte einen Grund nennen.", await talk.PressesAsync("katrin", "Ja, nicht weitergeben", null, ("reason", " ")), StringComparison.Ordinal);
        var data = talk.DataOf("katrin", "Ja, nicht weitergeben");
        data["reason"] = "Kein Bezug zur *Region*";
        Assert.Contains("nicht an den Beirat weitergegeben", await talk.PressAsync("katrin", "admission.decline", data), StringComparison.Ordinal);
        Assert.Contains("nicht an den Beirat weitergegeben", await talk.PressAsync("katrin", "admission.decline", data), StringComparison.Ordinal);
        Assert.Equal(1, talk.HeardBy("fremd", "Der Antrag von **Radio Nordlicht** wurde nicht an den Beirat weitergegeben. Grund: Kein Bezug zur *Region*"));
        Assert.Null(await talk.RunningCaseAsync("Radio Nordlicht"));
        Assert.Empty(await talk.RunningBallotsAsync());
        Assert.Contains("nicht an den Beirat weitergegeben", await talk.PressAsync("katrin", "admission.consult", data), StringComparison.Ordinal);
        Assert.Empty(await talk.RunningBallotsAsync());
        await talk.SaysAsync("fremd", "Aufnahme beantragen: Radio Nordlicht");
        Assert.Contains("angekommen", await talk.PressesAsync("fremd", "Antrag stellen"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("katrin", "Antrag nicht weitergeben", "Antrag nicht weitergeben: Radio Nordlicht")]
    [InlineData("katrin", "Antrag nicht weitergeben: Niemand", "Es laufen: Radio Nordlicht.")]
    [InlineData("amina", "Antrag nicht weitergeben: Radio Nordlicht", "Das kann nur die Koordination: Katrin Vogel.")]
    [InlineData("amina", "Antrag zurückziehen: Radio Nordlicht", "Von Ihnen läuft kein Aufnahmeantrag.")]
    [InlineData("katrin", "Antrag zurückziehen: Radio Nordlicht", "Von Ihnen läuft kein Aufnahmeantrag.")]
    [InlineData("samira", "Antrag zurückziehen", "Von Ihnen läuft kein Aufnahmeantrag.")]
    [InlineData("niemand", "Antrag zurückziehen", Talk.ToStrangers)]
    [InlineData("fremd", "Antrag zurückziehen", "Soll der Antrag von **Radio Nordlicht** zurückgezogen werden?")]
    public async Task Say_ByWhoever_IsAnsweredAsTheirStandingAllows(string who, string line, string expected)
    {
        await using var talk = await AppliedAsync();
        await talk.SaysAsync(who, line);
        talk.Hears(who, expected);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Withdraw_WhileItIsVotedOn_VoidsTheBallotAndTellsTheCoordinators(bool inPlenary)
    {
        await using var talk = await AppliedAsync();
        await talk.PressesAsync("katrin", "Beirat fragen");
        if (inPlenary)
        {
            await talk.SaysAsync("amina", "Ja");
            await talk.EndsBallotAsync();
        }

        await talk.SaysAsync("fremd", "Antrag zurückziehen");
        talk.Hears("fremd", "Die laufende Abstimmung wird dann ungültig.");
        var data = talk.DataOf("fremd", "Ja, zurückziehen");
        Assert.Equal("Diesen Antrag gibt es nicht mehr.", await talk.PressAsync("bernd", "admission.withdraw", data));
        Assert.Contains("ist zurückgezogen", await talk.PressAsync("fremd", "admission.withdraw", data), StringComparison.Ordinal);
        Assert.Contains("ist zurückgezogen", await talk.PressAsync("fremd", "admission.withdraw", data), StringComparison.Ordinal);
        Assert.Empty(await talk.RunningBallotsAsync());
        talk.Shows(inPlenary ? Talk.Plenary : Talk.Board, "Der Antrag wurde zurückgezogen.");
        Assert.Equal((1, 0), (talk.HeardBy("katrin", "Der Antrag von **Radio Nordlicht** ist zurückgezogen."), talk.HeardBy("bernd", "ist zurückgezogen")));
        Assert.Null(await talk.RunningCaseAsync("Radio Nordlicht"));
        Assert.Equal(8, (await talk.NetworkAsync()).Network.Organizations.Count);
    }

    [Fact]
    public async Task Withdraw_AfterThePlenarysBallotHasEnded_IsTooLateThoughNobodyHasCounted()
    {
        await using var talk = await AppliedAsync();
        await talk.PressesAsync("katrin", "Beirat fragen");
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        await talk.SaysAsync("amina", "Ja");
        await talk.SaysAsync("fremd", "Antrag zurückziehen");
        var data = talk.DataOf("fremd", "Ja, zurückziehen");
        talk.Settles = false;
        talk.Time.Now = Assert.Single(await talk.RunningBallotsAsync()).Ballot.ClosesAt;
        Assert.Contains("schon entschieden", await talk.PressAsync("fremd", "admission.withdraw", data), StringComparison.Ordinal);
        talk.Settles = true;
        await talk.SettleAsync();
        talk.Hears("fremd", "Herzlich willkommen");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Withdraw_StoreFailsOnceAtEachWrite_LeavesNoBallotAndTellsOnce(bool isWritten)
    {
        await using var talk = await AppliedAsync();
        await Talk.AtEachWriteAsync(6, async failing =>
        {
            var name = "Verein " + failing;
            var guest = "gast" + failing;
            await talk.SaysAsync(guest, "Aufnahme beantragen: " + name);
            await talk.PressesAsync(guest, "Antrag stellen");
            await talk.PressesAsync("katrin", "Beirat fragen");
            await talk.SaysAsync(guest, "Antrag zurückziehen");
            var data = talk.DataOf(guest, "Ja, zurückziehen");
            var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressAsync(guest, "admission.withdraw", data));
            Assert.Empty(await talk.RunningBallotsAsync());
            Assert.Equal(1, talk.HeardBy("katrin", $"Der Antrag von **{name}** ist zurückgezogen."));
            return writes;
        });
    }

    [Fact]
    public async Task Welcome_NamesTheNextPlenary_AndItsRoomLearnsOfTheNewMemberOnce()
    {
        await using var talk = await AppliedAsync();
        await talk.CallsAsync("Plenum am 9. Februar um 18 Uhr im Rathaus");
        await talk.PressesAsync("katrin", "Beirat fragen");
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        talk.Hears("fremd", "Das Plenum tagt das nächste Mal am Dienstag, 9. Februar 2027, 18:00 Uhr.");
        Assert.Equal(["Hilfe"], talk.Buttons(Talk.Personal("fremd")));
        Assert.Equal((1, 0), (talk.CountOf(Talk.Plenary, "Neu im Bündnis: **Radio Nordlicht**."), talk.CountOf(Talk.Board, "Neu im Bündnis")));
    }

    [Fact]
    public async Task Withdraw_InEnglish()
    {
        await using var talk = await AppliedAsync();
        talk.Locale = "en-GB";
        await talk.SaysAsync("fremd", "Withdraw application");
        Assert.Contains("The application of **Radio Nordlicht** is withdrawn.", await talk.PressesAsync("fremd", "Yes, withdraw it"), StringComparison.Ordinal);
    }

    private static async Task<Talk> AppliedAsync()
    {
        var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "fremd");
        await talk.SaysAsync("fremd", "Aufnahme beantragen: Radio Nordlicht");
        await talk.PressesAsync("fremd", "Antrag stellen");
        Assert.Equal(AdmissionState.Applied, (await talk.RunningCaseAsync("Radio Nordlicht"))!.State);
        return talk;
    }
}
