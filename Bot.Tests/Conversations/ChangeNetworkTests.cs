using System;
using System.Threading.Tasks;
using Bot.Domain.Dates;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>A network gets another name, Land or zone.</summary>
public class ChangeNetworkTests
{
    [Theory]
    [InlineData("Bündnis umbenennen: Bündnis Musterland", "Name: „Bündnis für Demokratie und Toleranz Musterstadt“ wird „Bündnis Musterland“.")]
    [InlineData("Land: Thüringen", "Bundesland: statt Sachsen nun Thüringen.")]
    [InlineData("Land: Baden Württemberg", "nun Baden-Württemberg.")]
    [InlineData("Bundesland: Atlantis", "„Atlantis“ ist kein Bundesland. Möglich sind: Baden-Württemberg,")]
    [InlineData("Zeitzone: Europe/London", "Zeitzone: statt Europe/Berlin nun Europe/London.")]
    [InlineData("Zeitzone: london", "nun Europe/London.")]
    [InlineData("Zeitzone: Europe/Zwickau", "Die Zeitzone „Europe/Zwickau“ kenne ich nicht.")]
    [InlineData("Zeitzone: UTC+02", "kenne ich nicht.")]
    [InlineData("Bündnis umbenennen", "Was soll geändert werden?")]
    [InlineData("Bündnis umbenennen: ?!", "steht kein Buchstabe")]
    [InlineData("Land: Sachsen", "Bundesland Sachsen, Zeitzone Europe/Berlin.")]
    public async Task Say_ALineAboutTheNetwork_IsShownOrAskedBack_AndChangesNothing(string line, string expected)
    {
        await using var talk = await StartAsync();
        var before = (await talk.NetworkAsync()).Version;
        await talk.SaysAsync("katrin", line);
        talk.Hears("katrin", expected);
        Assert.Equal(before, (await talk.NetworkAsync()).Version);
    }

    [Fact]
    public async Task Change_ConfirmedTwice_IsDoneOnce_AndOnlyForCoordinators()
    {
        await using var talk = await StartAsync();
        await talk.SaysAsync("amina", "Bündnis umbenennen: Meins");
        Assert.DoesNotContain("Meins", talk.LastFor("amina"), StringComparison.Ordinal);
        await talk.SaysAsync("katrin", "Bündnis umbenennen: Bündnis *Musterland*");
        var confirm = talk.DataOf("katrin", "So festlegen");
        await talk.PressAsync("katrin", "setup.confirm", confirm);
        var version = (await talk.NetworkAsync()).Version;
        await talk.PressAsync("katrin", "setup.confirm", confirm);
        Assert.Equal(("Bündnis *Musterland*", version), ((await talk.NetworkAsync()).Network.Name, (await talk.NetworkAsync()).Version));
        await talk.SaysAsync("katrin", "Einrichtung");
        talk.Hears("katrin", "Bündnis *Musterland*");
    }

    [Fact]
    public async Task Form_FilledIn_ChangesAllThree_InEnglish()
    {
        await using var talk = await StartAsync();
        talk.Locale = "en-GB";
        await talk.SaysAsync("katrin", "Rename network");
        await talk.PressesAsync("katrin", "Check", null, ("name", "Sampleland Alliance"), ("land", nameof(GermanLand.Berlin)), ("zone", "Europe/Vienna"));
        await talk.PressesAsync("katrin", "Set it so");
        var network = (await talk.NetworkAsync()).Network;
        Assert.Equal(("Sampleland Alliance", GermanLand.Berlin, "Europe/Vienna"), (network.Name, network.Land, network.Zone.Id));
        await talk.SaysAsync("katrin", "Federal state: Saxony");
        talk.Hears("katrin", "Federal state: Saxony instead of Berlin.");
    }

    [Fact]
    public async Task Zone_Changed_MeetingsKeepTheirTime_AndRemindersComeInTheMorningOfTheNewZone()
    {
        await using var talk = await StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("katrin", "Zeitzone: Asia/Tbilisi");
        talk.Hears("katrin", "behalten Tag und Uhrzeit");
        await talk.PressesAsync("katrin", "So festlegen");
        var meeting = Assert.Single(await talk.MeetingsAsync());
        Assert.Equal((new LocalDate(2027, 1, 14), new LocalTime(17, 0)), (meeting.Day, meeting.Start));

        // Fourteen days before at 9:00 there, which is 6:00 in Berlin.
        var heard = talk.Connector.In(Talk.Personal("bernd")).Count;
        await talk.AtAsync(2026, 12, 31, 5, 59);
        Assert.Equal(heard, talk.Connector.In(Talk.Personal("bernd")).Count);
        await talk.AtAsync(2026, 12, 31, 6);
        Assert.Equal(heard + 1, talk.Connector.In(Talk.Personal("bernd")).Count);
        await talk.AtAsync(2026, 12, 31, 9);
        Assert.Equal(heard + 1, talk.Connector.In(Talk.Personal("bernd")).Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Zone_StoreFailsOnceAtEachWrite_IsChangedAndRemindersFollow(bool isWritten) => Talk.AtEachWriteAsync(3, async failing =>
    {
        await using var talk = await StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("katrin", "Zeitzone: Asia/Tbilisi");
        var confirm = talk.DataOf("katrin", "So festlegen");
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressAsync("katrin", "setup.confirm", confirm));
        Assert.Equal("Asia/Tbilisi", (await talk.NetworkAsync()).Network.Zone.Id);
        var heard = talk.Connector.In(Talk.Personal("bernd")).Count;
        await talk.AtAsync(2026, 12, 31, 6);
        Assert.Equal(heard + 1, talk.Connector.In(Talk.Personal("bernd")).Count);
        // The later ones are the looks that follow, each like the other.
        return int.Min(writes, 12);
    });

    private static async Task<Talk> StartAsync()
    {
        var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        return talk;
    }
}
