using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Memberships;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>A membership is suspended, and is active again; a former member comes back.</summary>
public class SuspendTests
{
    [Fact]
    public async Task Suspend_ThenABallot_HasItExcludedWithTheReasonAndAsksItForNothing()
    {
        await using var talk = await StartAsync();
        await talk.SaysAsync("katrin", "Mitgliedschaft ruhen lassen: Sportbund bis 30.6.: Vorstand fehlt");
        talk.Hears("katrin", "Die Mitgliedschaft von **Kreissportbund Musterland** ruht vom Montag, 23. November 2026 bis zum Mittwoch, 30. Juni 2027.");
        talk.Hears("katrin", "Grund: Vorstand fehlt");
        var confirm = talk.DataOf("katrin", "So festlegen");
        await talk.PressAsync("katrin", "membership.confirm", confirm);
        await talk.PressAsync("katrin", "membership.confirm", confirm);
        Assert.Equal((1, 0), (talk.HeardBy("dao", "Grund: Vorstand fehlt"), talk.CountOf(Talk.Plenary, "ruht")));
        await talk.SaysAsync("katrin", "Mitglieder");
        talk.Hears("katrin", "· Mitgliedschaft ruht");
        await talk.OpensBallotAsync("Abstimmung Plenum: Machen wir mit? bis Freitag 12 Uhr");
        Assert.Equal((1, 0), (talk.HeardBy("amina", "Machen wir mit?"), talk.HeardBy("dao", "Bitte stimmen Sie ab")));
        await talk.SaysAsync("dao", "Ja");
        talk.Hears("dao", "Mitgliedschaft ruht");
        await talk.SaysAsync("katrin", "Wer stimmt ab");
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        var tally = Assert.Single(await talk.ResolutionsAsync()).Tally;
        Assert.Equal((1, 7, 1), (tally.Yes, tally.Entitled, tally.Excluded));

        await talk.SaysAsync("katrin", "Mitgliedschaft Sportbund wieder aktiv");
        Assert.Contains("ist wieder aktiv", await talk.PressesAsync("katrin", "So festlegen"), StringComparison.Ordinal);
        Assert.Equal(1, talk.HeardBy("dao", "ruht nicht mehr"));
        await talk.OpensBallotAsync("Abstimmung Plenum: Und noch einmal? bis Freitag 12 Uhr");
        await talk.SaysAsync("dao", "Ja");
        talk.Hears("dao", "Ihre Stimme für Kreissportbund Musterland: **Ja**.");
    }

    [Fact]
    public async Task Suspend_UntilADay_EndsByTheClockAndIsToldInTheMorning()
    {
        await using var talk = await StartAsync();
        await SuspendsAsync(talk, "Sportbund ab 1.12. bis 3.12.: weil");
        Assert.Equal(8, await EntitledAsync(talk));
        await talk.AtAsync(2026, 12, 1, 0);
        Assert.Equal(7, await EntitledAsync(talk));
        await talk.AtAsync(2026, 12, 3, 23, 59);
        Assert.Equal(7, await EntitledAsync(talk));
        await talk.AtAsync(2026, 12, 4, 0);
        Assert.Equal((8, 0), (await EntitledAsync(talk), talk.HeardBy("dao", "ruht nicht mehr")));
        await talk.AtAsync(2026, 12, 4, 8);
        await talk.AtAsync(2026, 12, 5, 8);
        Assert.Equal((1, 1), (talk.HeardBy("dao", "ruht nicht mehr"), talk.HeardBy("katrin", "ruht nicht mehr")));
    }

    [Theory]
    [InlineData("Mitgliedschaft ruhen lassen", "Um welche Organisation geht es?")]
    [InlineData("Mitgliedschaft ruhen lassen: Sportbund", "Bitte einen Grund nennen.")]
    [InlineData("Mitgliedschaft ruhen lassen: Sportbund bis irgendwann: weil", "„irgendwann“ ist für mich kein Tag.")]
    [InlineData("Mitgliedschaft ruhen lassen: Sportbund bis auf Weiteres: weil", "ruht ab Montag, 23. November 2026, bis auf Weiteres.")]
    [InlineData("Mitgliedschaft ruhen lassen: Sportbund ab 1.12. bis 30.11.2026: weil", "Der letzte Tag liegt vor dem ersten.")]
    [InlineData("Mitgliedschaft wieder aktiv: Sportbund", "Die Mitgliedschaft von Kreissportbund Musterland ruht nicht.")]
    public async Task Say_SomethingMissing_AsksWithTheForm(string line, string expected)
    {
        await using var talk = await StartAsync();
        await talk.SaysAsync("katrin", line);
        talk.Hears("katrin", expected);
    }

    [Fact]
    public async Task Suspend_InEnglish()
    {
        await using var talk = await StartAsync();
        talk.Locale = "en-GB";
        await talk.SaysAsync("katrin", "Suspend membership: Sportbund until 30 June: no board at present");
        talk.Hears("katrin", "is suspended from Monday, 23 November 2026 to Wednesday, 30 June 2027.");
        await talk.PressesAsync("katrin", "Set it so");
        await talk.SaysAsync("katrin", "Membership Sportbund active again");
        talk.Hears("katrin", "From today on the membership of **Kreissportbund Musterland** is not suspended any more.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Return_OfAFormerMember_IsTheSameOrganizationAgain(bool byGuest)
    {
        await using var talk = await StartAsync();
        await talk.SaysAsync("dao", "Austritt erklären");
        await talk.PressesAsync("dao", "So festlegen");
        await talk.AtAsync(2026, 11, 25, 10);
        Assert.Equal(7, (await talk.NetworkAsync()).Network.Organizations.Count);
        if (byGuest)
        {
            await talk.SaysAsync("dao", "Aufnahme beantragen: kreissportbund musterland");
            Assert.DoesNotContain("War schon", talk.LastFor("dao"), StringComparison.Ordinal);
            await talk.PressesAsync("dao", "Antrag stellen");
            talk.Hears("katrin", "War schon einmal Mitglied, vom Dienstag, 12. März 2024 bis zum Montag, 23. November 2026.");
            await talk.PressesAsync("katrin", "Beirat fragen");
        }
        else
        {
            await talk.SaysAsync("katrin", "Aufnahme beantragen: Kreissportbund Musterland");
            talk.Hears("katrin", "War schon einmal Mitglied");
            await talk.PressesAsync("katrin", "Antrag stellen");
        }

        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        var network = (await talk.NetworkAsync()).Network;
        Assert.Empty(network.FormerOrganizations);
        var back = network.Organizations.Single(one => one.Id.Value == "sportbund");
        Assert.Equal((new LocalDate(2026, 11, 25), "dao"), (back.MemberSince, Assert.Single(back.Representatives).Value));
        Assert.Equal(new MembershipPeriod(new LocalDate(2024, 3, 12), new LocalDate(2026, 11, 23)), Assert.Single(back.Earlier));
        Assert.Contains("War schon einmal Mitglied", Assert.Single(await talk.ResolutionsAsync()).Text, StringComparison.Ordinal);
        await talk.SaysAsync("dao", "Mitglieder");
        talk.Hears("dao", "Mitgliedsorganisationen (8)");
    }

    private static async Task<int> EntitledAsync(Talk talk)
    {
        var network = (await talk.NetworkAsync()).Network;
        return network.Electorate(network.GeneralAssembly!).Count;
    }

    private static async Task SuspendsAsync(Talk talk, string rest)
    {
        await talk.SaysAsync("katrin", "Mitgliedschaft ruhen lassen: " + rest);
        await talk.PressesAsync("katrin", "So festlegen");
    }

    private static async Task<Talk> StartAsync()
    {
        var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "dao");
        return talk;
    }
}
