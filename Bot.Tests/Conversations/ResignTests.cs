using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>An organization leaves by its own will: declared once, taken back or not, effective by the clock.</summary>
public class ResignTests
{
    private const string Line = "Austritt erklären: Kulturverein Morgenstern zum 31.12.";

    private const string News = "**Kulturverein Morgenstern e. V.** hat den Austritt aus dem Bündnis erklärt. Letzter Tag der Mitgliedschaft: Donnerstag, 31. Dezember 2026.";

    private const string Room = "**Kulturverein Morgenstern e. V.** verlässt das Bündnis. Letzter Tag der Mitgliedschaft: Donnerstag, 31. Dezember 2026.";

    [Fact]
    public async Task Resign_ByTheRepresentative_TakesEffectByTheClockAndIsToldOnce()
    {
        await using var talk = await StartAsync();
        await talk.SaysAsync("amina", Line);
        talk.Hears("amina", "**Kulturverein Morgenstern e. V.** verlässt das Bündnis. Letzter Tag der Mitgliedschaft: **Donnerstag, 31. Dezember 2026**.");
        var confirm = talk.DataOf("amina", "So festlegen");
        Assert.Contains("Der Austritt von **Kulturverein Morgenstern e. V.** ist festgehalten.", await talk.PressAsync("amina", "membership.confirm", confirm), StringComparison.Ordinal);
        Assert.Contains("ist festgehalten", await talk.PressAsync("amina", "membership.confirm", confirm), StringComparison.Ordinal);
        Assert.Equal((1, 1, 1), (talk.HeardBy("katrin", News), talk.HeardBy("amina", News), talk.CountOf(Talk.Plenary, Room)));
        talk.Hears("katrin", "In Gremien sitzen weiterhin: Amina Yıldız (Beirat), Amina Yıldız (IKA).");
        Assert.Equal((0, 0), (talk.HeardBy("amina", "In Gremien sitzen"), talk.CountOf(Talk.Plenary, "In Gremien sitzen")));
        Assert.Equal((0, 0), (talk.HeardBy("bernd", "Morgenstern"), talk.CountOf(Talk.Board, "Morgenstern")));
        await talk.SaysAsync("katrin", "Mitglieder");
        talk.Hears("katrin", "· Austritt zum 31.12.2026");

        await talk.AtAsync(2026, 12, 31, 23, 59);
        await talk.OpensBallotAsync("Abstimmung Plenum: Machen wir mit? bis 8.1. 12 Uhr");
        Assert.Equal(8, (await talk.NetworkAsync()).Network.Organizations.Count);
        await talk.AtAsync(2027, 1, 1, 0, 0);
        var network = (await talk.NetworkAsync()).Network;
        Assert.Equal(7, network.Organizations.Count);
        Assert.Equal(new LocalDate(2026, 12, 31), Assert.Single(network.FormerOrganizations).MemberUntil);
        Assert.Equal(0, talk.HeardBy("katrin", "zu Ende gegangen"));
        await talk.SaysAsync("amina", "Mitglieder");
        talk.Hears("amina", Talk.ToStrangers);
        await talk.SaysAsync("amina", "Ja");
        talk.Hears("amina", "Ihre Stimme für Kulturverein Morgenstern e. V.: **Ja**.");
        await talk.AtAsync(2027, 1, 1, 8, 0);
        await talk.AtAsync(2027, 1, 2, 9, 0);
        Assert.Equal((1, 1), (talk.HeardBy("katrin", "ist mit dem Donnerstag, 31. Dezember 2026 zu Ende gegangen"), talk.HeardBy("amina", "zu Ende gegangen")));
        Assert.Equal(1, talk.CountOf(Talk.Plenary, Room));
        await talk.SaysAsync("katrin", "Austritt zurücknehmen: Kulturverein Morgenstern");
        talk.Hears("katrin", "kenne ich nicht");
    }

    [Fact]
    public async Task Resign_TakenBack_LeavesAMemberAndTellsThoseWhoWereTold()
    {
        await using var talk = await StartAsync();
        await ResignsAsync(talk);
        await talk.SaysAsync("ivo", "Austritt zurücknehmen");
        talk.Hears("ivo", "Das kann nur die Vertretung von Kulturverein Morgenstern e. V., oder die Koordination.");
        await talk.SaysAsync("amina", "Austritt zurücknehmen");
        talk.Hears("amina", "bleibt Mitglied. Der Austritt zum Donnerstag, 31. Dezember 2026 gilt nicht mehr.");
        var confirm = talk.DataOf("amina", "So festlegen");
        await talk.PressAsync("amina", "membership.confirm", confirm);
        Assert.Contains("ist zurückgenommen", await talk.PressAsync("amina", "membership.confirm", confirm), StringComparison.Ordinal);
        Assert.Equal((1, 1), (talk.HeardBy("katrin", "hat den Austritt zum Donnerstag, 31. Dezember 2026 zurückgenommen"), talk.CountOf(Talk.Plenary, "bleibt im Bündnis")));
        await talk.AtAsync(2027, 1, 4, 10);
        Assert.Equal(8, (await talk.NetworkAsync()).Network.Organizations.Count);
        Assert.Equal(0, talk.HeardBy("katrin", "zu Ende gegangen"));
    }

    [Fact]
    public async Task Resign_ByACoordinator_NeedsHowItWasReceived_AndOnlyTheyReadIt()
    {
        await using var talk = await StartAsync();
        await talk.SaysAsync("katrin", "Austritt erklären: Sportbund");
        talk.Hears("katrin", "Bitte sagen Sie, wie der Austritt eingegangen ist");
        var preview = await talk.PressesAsync("katrin", "Prüfen", null, ("words", "Brief vom 3.11."));
        Assert.Contains("Letzter Tag der Mitgliedschaft: **Montag, 23. November 2026**", preview, StringComparison.Ordinal);
        Assert.Contains("Eingegangen: Brief vom 3.11.", preview, StringComparison.Ordinal);
        await talk.PressesAsync("katrin", "So festlegen");
        Assert.Equal((1, 1), (talk.HeardBy("dao", "Letzter Tag der Mitgliedschaft: Montag, 23. November 2026."), talk.HeardBy("katrin", "hat den Austritt aus dem Bündnis erklärt")));
        Assert.Equal((0, 0), (talk.HeardBy("dao", "Brief"), talk.CountOf(Talk.Plenary, "Brief")));
        await talk.SaysAsync("katrin", "Austritt erklären: Sportbund zum 1.12.: Brief");
        talk.Hears("katrin", "hat den Austritt schon erklärt, zum Montag, 23. November 2026.");
        await talk.AtAsync(2026, 11, 24, 0);
        Assert.Equal(7, (await talk.NetworkAsync()).Network.Organizations.Count);
    }

    [Theory]
    [InlineData("ivo", Line, "Das kann nur die Vertretung von Kulturverein Morgenstern e. V., oder die Koordination.")]
    [InlineData("bernd", Line, "Eine Mitgliedsorganisation „Kulturverein Morgenstern“ kenne ich nicht.")]
    [InlineData("samira", Line, "Sie vertreten keine Mitgliedsorganisation.")]
    [InlineData("samira", "Austritt erklären: Gibt es nicht", "Sie vertreten keine Mitgliedsorganisation.")]
    [InlineData("fremd", Line, Talk.ToStrangers)]
    [InlineData("amina", "Austritt erklären: Kulturverein Morgenstern zum 31.10.2026", "Dieser Tag ist vorbei.")]
    [InlineData("amina", "Austritt erklären zum 31.12.", "Letzter Tag der Mitgliedschaft: **Donnerstag, 31. Dezember 2026**")]
    [InlineData("amina", "Austritt erklären mit sofortiger Wirkung", "Letzter Tag der Mitgliedschaft: **Montag, 23. November 2026**")]
    [InlineData("amina", "Austritt zurücknehmen", "hat keinen Austritt erklärt")]
    [InlineData("bernd", "Mitgliedschaft ruhen lassen: Sportbund: weil", "Das kann nur die Koordination: Katrin Vogel.")]
    [InlineData("bernd", "Mitgliedschaft Sportbund wieder aktiv", "Das kann nur die Koordination: Katrin Vogel.")]
    public async Task Say_ByWhoever_IsAnsweredAsTheirStandingAllows(string who, string line, string expected)
    {
        await using var talk = await StartAsync();
        await talk.SaysAsync(who, line);
        talk.Hears(who, expected);
    }

    [Fact]
    public async Task Resign_InARoom_IsSentToThePrivateChat_AndAForgedPressChangesNothing()
    {
        await using var talk = await StartAsync();
        await talk.SaysAsync("amina", Line, Talk.Plenary);
        talk.Shows(Talk.Plenary, "Darum bitte ich Sie im Einzelchat.");
        await talk.SaysAsync("amina", Line);
        var confirm = talk.DataOf("amina", "So festlegen");
        await talk.PressAsync("bernd", "membership.confirm", confirm);
        await talk.PressAsync("ivo", "membership.confirm", confirm);
        confirm["last"] = "2026-12-01";
        Assert.Contains("Inzwischen hat sich etwas geändert", await talk.PressAsync("amina", "membership.confirm", confirm), StringComparison.Ordinal);
        confirm["step"] = "membership.suspend";
        Assert.Equal("Das kann nur die Koordination: Katrin Vogel.", await talk.PressAsync("amina", "membership.confirm", confirm));
        Assert.All((await talk.NetworkAsync()).Network.Organizations, one => Assert.Null(one.Resignation));
    }

    [Fact]
    public async Task Resign_InEnglish()
    {
        await using var talk = await StartAsync();
        talk.Locale = "en-GB";
        await talk.SaysAsync("amina", "Declare resignation: Kulturverein Morgenstern on 31 December");
        talk.Hears("amina", "leaves the network. Last day of membership: **Thursday, 31 December 2026**.");
        Assert.Contains("The resignation of **Kulturverein Morgenstern e. V.** is recorded.", await talk.PressesAsync("amina", "Set it so"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Resign_StoreFailsOnceAtEachWrite_IsDeclaredAndToldOnce(bool isWritten)
    {
        await using var talk = await StartAsync();
        var told = 0;
        await Talk.AtEachWriteAsync(4, async failing =>
        {
            await talk.SaysAsync("amina", Line);
            var confirm = talk.DataOf("amina", "So festlegen");
            var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressAsync("amina", "membership.confirm", confirm));
            Assert.Equal(++told, talk.HeardBy("katrin", News));
            Assert.Equal(told, talk.CountOf(Talk.Plenary, Room));
            await talk.SaysAsync("amina", "Austritt zurücknehmen");
            await talk.PressesAsync("amina", "So festlegen");
            return writes;
        });
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Resign_WhileAnotherInstanceSuspends_KeepsBoth(Store store)
    {
        await using var talk = await StartAsync(store);
        var other = talk.Join();
        await talk.SaysAsync("katrin", "Mitgliedschaft ruhen lassen: Kulturverein Morgenstern: weil");
        var body = talk.Pressed("katrin", "membership.confirm", talk.DataOf("katrin", "So festlegen"));
        await talk.SaysAsync("amina", Line);
        var confirm = talk.DataOf("amina", "So festlegen");
        Assert.InRange(await talk.InterruptAsync(2, other, body, () => talk.PressAsync("amina", "membership.confirm", confirm)), 2, 99);
        talk.Time.Now += Duration.FromSeconds(6);
        var organization = (await talk.NetworkAsync()).Network.Organizations.Single(one => one.Id == new OrganizationId("kulturbruecke"));
        Assert.Equal((true, true), (organization.Resignation is { IsStanding: true }, organization.IsSuspended));
    }

    private static async Task ResignsAsync(Talk talk)
    {
        await talk.SaysAsync("amina", Line);
        await talk.PressesAsync("amina", "So festlegen");
    }

    private static async Task<Talk> StartAsync(Store store = Store.Sqlite)
    {
        var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "ivo", "dao");
        return talk;
    }
}
