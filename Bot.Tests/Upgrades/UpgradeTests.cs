using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Tables;
using Bot.Tests.Backups;
using Bot.Tests.Conversations;
using Bot.Tests.Platform.Activities;
using Bot.Tests.TestSupport;
using NodaTime;
using Xunit;

namespace Bot.Tests.Upgrades;

/// <summary>This version goes on where any earlier one stopped, on that version's own file.</summary>
public sealed class UpgradeTests
{
    public static TheoryData<string> Versions => [.. OlderFile.Versions];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Versions_FromTheFirstOn_AreThere() => Assert.True(OlderFile.Versions.Length >= 9, string.Join(' ', OlderFile.Versions));

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Start_OnOlderFile_TellsNobodyAgainAndKnowsEverything(string version)
    {
        using var folder = new TemporaryFolder();
        using var log = new LogLines();
        await using var talk = await OpenAsync(version, folder, log);

        Assert.Equal(0, talk.Connector.Count);
        await talk.SaysAsync("amina", "Beschlüsse 2026");
        talk.Hears("amina", "2026-01 · Aufnahme: Chor Nordwind");
        await talk.SaysAsync("amina", "Register prüfen");
        talk.Hears("amina", "unversehrt");
        await talk.SaysAsync("amina", "Mitglieder");
        talk.Hears("amina", "Chor Nordwind");
        await talk.SaysAsync("amina", "Wann ist der nächste Beirat?");
        talk.Hears("amina", "Donnerstag, 21. Januar 2027, 17:00 Uhr");
        talk.Hears("amina", "Stand Demokratiefest");
        Assert.Empty(log.Errors);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Ballot_OpenedByOlderVersion_CountsOldVotesWithNewOnes(string version)
    {
        using var folder = new TemporaryFolder();
        using var log = new LogLines();
        await using var talk = await OpenAsync(version, folder, log);

        await talk.SaysAsync("clara", "Ja: Verein Brücke");
        await talk.SaysAsync("bernd", "Ja: Verein Brücke");
        await talk.SaysAsync("dao", "Nein: Verein Brücke");
        await talk.EndsBallotAsync("Verein Brücke");

        await talk.SaysAsync("amina", "Beschluss 2026-02");
        talk.Hears("amina", "Ja: 3; Nein: 1");
        await talk.SaysAsync("amina", "Mitglieder");
        talk.Hears("amina", "Verein Brücke e. V.");
        Assert.Empty(log.Errors);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task HalfAYear_OnOlderFile_RemindsOnceAndFailsNowhere(string version)
    {
        using var folder = new TemporaryFolder();
        using var log = new LogLines();
        await using var talk = await OpenAsync(version, folder, log);
        var heard = talk.Listen();

        await talk.WalkAsync(new LocalDateTime(2027, 5, 31, 12, 0));

        Assert.Empty(log.Errors);
        Assert.Equal(3, heard.Count(line => line.Conversation == Talk.Personal("amina") && line.Words.Contains("Erinnerung", StringComparison.Ordinal) && line.Words.Contains("21. Januar 2027", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Backup_OfOlderFile_RestoresToTheSame(string version)
    {
        using var folder = new TemporaryFolder();
        using var log = new LogLines();
        await using var talk = await OpenAsync(version, folder, log);
        using var other = new TemporaryFolder();
        var (file, _) = await Vault.BackUpAsync(talk.Get<ITableStore>());
        using var restored = await Vault.EmptyAsync(other);

        await Vault.RestoreAsync(restored, file);

        Assert.Equal(await Vault.HeldAsync(talk.Get<ITableStore>()), await Vault.HeldAsync(restored));
    }

    private static async Task<Talk> OpenAsync(string version, TemporaryFolder folder, LogLines log) =>
        await Talk.OnFolderAsync(folder.Path, await OlderFile.WriteAsync(version, folder.Path, Cancellation) + Duration.FromMinutes(10), log);
}
