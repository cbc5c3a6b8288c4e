using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Privacy;
using Bot.Platform.Deliveries;
using Bot.Platform.Tables;
using Bot.Storage;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Notes on deliveries end a year after what they are about, and never so that something is said a second time.</summary>
public class DeliveryRetentionTests
{
    private const string Banner = "Neues Banner", Invited = "Sie sind herzlich eingeladen.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Clara has no bot, so meeting and ballot wait for her: when she adds it more than a year later both are looked at, without a note that they were told.</summary>
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Notes_OfWhatIsLongOver_AreDeletedAndNothingIsSaidAgain(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        talk.Connector.NotInstalled.Add("29:clara");
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.OpensBallotAsync("Abstimmung Projekt Beirat: Neues Banner?");
        await talk.SaysAsync("amina", "Ja");
        await talk.SaysAsync("bernd", "Ja");
        await talk.EndsBallotAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.AtAsync(2027, 1, 15, 9);
        Assert.True(await NotesAsync(talk, Subjects.Ballot) > 0 && await NotesAsync(talk, Subjects.Meeting) > 0);
        var (board, katrin) = (talk.CountOf(Talk.Board, Banner), talk.HeardBy("katrin", Banner));

        await talk.AtAsync(2028, 3, 1, 9);
        Assert.Equal((0, 0), (await NotesAsync(talk, Subjects.Ballot), await NotesAsync(talk, Subjects.Meeting)));
        talk.Connector.NotInstalled.Clear();
        await talk.OpensAsync("clara");
        await talk.AfterAsync(Duration.FromHours(1));
        Assert.Equal((board, katrin, 0, 0), (talk.CountOf(Talk.Board, Banner), talk.HeardBy("katrin", Banner), talk.HeardBy("clara", Banner), talk.HeardBy("clara", Invited)));
    }

    /// <summary>However old the invitation: while the meeting is to come its notes stay, and nobody is invited twice.</summary>
    [Fact]
    public async Task Notes_OfAMeetingToCome_Stay()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        await talk.CallsAsync("Beirat am 14. April 2028 um 17 Uhr im Rathaus");
        var notes = await NotesAsync(talk, Subjects.Meeting);
        await talk.AtAsync(2028, 3, 1, 9);
        Assert.InRange(await NotesAsync(talk, Subjects.Meeting), notes, int.MaxValue);
        Assert.Equal(1, talk.HeardBy("amina", Invited));
    }

    /// <summary>Both sides of the limit: a meeting's notes go when it has been over for twelve months, all together.</summary>
    [Theory]
    [InlineData(-1, false)]
    [InlineData(1, true)]
    public async Task Notes_OfAMeeting_GoTwelveMonthsAfterIt(int hours, bool isOver)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        var network = (await talk.NetworkAsync()).Network;
        var twelve = network.Zone.AtLeniently(new LocalDateTime(2028, 1, 14, 17, 0)).ToInstant() + Duration.FromHours(hours);
        var over = await talk.Get<OverdueRows>().AllAsync(network, RetentionTerms.Usual, twelve, Cancellation)
            .CountAsync(row => row.Table == DeliveryLedger.Table && row.Partition.Contains("|meeting|", StringComparison.Ordinal), Cancellation);
        Assert.Equal(isOver ? await NotesAsync(talk, Subjects.Meeting) : 0, over);
        Assert.True(await NotesAsync(talk, Subjects.Meeting) > 0);
    }

    /// <summary>Weeks go one by one; that overviews begin by themselves is noted beside them and would be said again.</summary>
    [Fact]
    public async Task Notes_OfOverviews_GoByWeekAndTheirBeginningStays()
    {
        await using var talk = await Talk.StartAsync(settings: new System.Collections.Generic.Dictionary<string, string> { ["ExampleNetwork:Digest"] = "true" }, hasStandingItems: true);
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Beirat am 14. Dezember um 17 Uhr im Rathaus");
        await talk.AtAsync(2026, 11, 30, 8);
        Assert.Contains(await KindsAsync(talk), kind => kind.StartsWith("2026-W", StringComparison.Ordinal));
        var beginnings = (await KindsAsync(talk)).Count(kind => kind == "started");
        await talk.AtAsync(2028, 3, 1, 9);
        Assert.DoesNotContain(await KindsAsync(talk), kind => kind.StartsWith("2026-W", StringComparison.Ordinal));
        Assert.Equal(beginnings, (await KindsAsync(talk)).Count(kind => kind == "started"));
    }

    /// <summary>Notices of changes of power were kept without end; now they go, and nobody is told again.</summary>
    [Fact]
    public async Task Notices_OfChangesOfPower_GoWithTheirNotes()
    {
        await using var talk = await Talk.StartAsync(change: Talk.WithRuth);
        await talk.EverybodyOpensAsync("katrin", "ruth", "amina");
        await talk.SetsUpAsync("Koordination: Amina");
        await talk.AfterAsync(Duration.FromMinutes(5));
        Assert.Equal((1, 2), (await NoticesAsync(talk), await NotesAsync(talk, Subjects.Power)));
        var heard = talk.Connector.In(Talk.Personal("ruth")).Count;
        await talk.AtAsync(2028, 3, 1, 9);
        Assert.Equal((0, 0), (await NoticesAsync(talk), await NotesAsync(talk, Subjects.Power)));
        Assert.True(heard > 0);
    }

    /// <summary>Both sides of the limit: minutes' notes go twelve months after their approval, all together; minutes that were never approved keep them.</summary>
    [Theory]
    [InlineData(true, -1, false)]
    [InlineData(true, 1, true)]
    [InlineData(false, 24 * 300, false)]
    public async Task Notes_OfMinutes_GoTwelveMonthsAfterTheirApproval(bool isApproved, int hours, bool isOver)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        var meeting = await talk.BoardHasMetAsync();
        await talk.BoardGetsMinutesAsync();
        if (isApproved)
        {
            await ApproveAsync(talk, meeting.Id);
        }

        await talk.AfterAsync(Duration.FromMinutes(5));
        var network = (await talk.NetworkAsync()).Network;
        var twelve = network.Zone.AtLeniently(talk.Time.Now.InZone(network.Zone).LocalDateTime.PlusMonths(12)).ToInstant() + Duration.FromHours(hours);
        Assert.True(await NotesAsync(talk, Subjects.Minutes) > 0);
        Assert.Equal(isOver ? await NotesAsync(talk, Subjects.Minutes) : 0, await OverAsync(talk, Subjects.Minutes, twelve));
    }

    /// <summary>What is said of a case that has ended is said for 90 days, so its notes may go: whoever adds the bot after more than a year is not told it then.</summary>
    [Fact]
    public async Task Notes_OfACaseThatHasEnded_GoAndNothingIsSaidAgain()
    {
        await using var talk = await Talk.StartAsync();
        talk.Connector.NotInstalled.Add("29:samira");
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        await talk.PlenaryVotesOnAsync("Verein Brücke", representative: "samira");
        await talk.AfterAsync(Duration.FromDays(30));
        Assert.True(await NotesAsync(talk, Subjects.Admission) > 0);
        var now = talk.Time.Now;
        Assert.Equal(0, await OverAsync(talk, Subjects.Admission, now + Duration.FromDays(300)));
        Assert.Equal(await NotesAsync(talk, Subjects.Admission), await OverAsync(talk, Subjects.Admission, now + Duration.FromDays(400)));
        talk.Time.Now += Duration.FromDays(100);
        talk.Connector.NotInstalled.Clear();
        await talk.OpensAsync("samira");
        await talk.AfterAsync(Duration.FromHours(1));
        Assert.Equal(0, talk.HeardBy("samira", "Verein Brücke"));
    }

    private static async Task ApproveAsync(Talk talk, Bot.Domain.Meetings.MeetingId meeting)
    {
        var next = await talk.BoardMeetsAgainAsync();
        await talk.SaysAsync("clara", "Protokoll genehmigen");
        await talk.PressesAsync("clara", "Ohne Einwand genehmigt");
        Assert.Equal(next.Id, (await talk.MinutesAsync(meeting)).Approval?.Meeting);
    }

    private static async Task<int> OverAsync(Talk talk, string kind, Instant at) => await talk.Get<OverdueRows>().AllAsync((await talk.NetworkAsync()).Network, RetentionTerms.Usual, at, Cancellation)
        .CountAsync(row => row.Table == DeliveryLedger.Table && row.Partition.Contains($"|{kind}|", StringComparison.Ordinal), Cancellation);

    private static async Task<int> NotesAsync(Talk talk, string kind) =>
        await talk.Get<ITableStore>().ScanAsync(DeliveryLedger.Table, $"{Talk.Network}|{kind}|", Cancellation).CountAsync(Cancellation);

    private static async Task<string[]> KindsAsync(Talk talk) => [.. await talk.Get<ITableStore>()
        .ScanAsync(DeliveryLedger.Table, $"{Talk.Network}|{Subjects.Digest}|", Cancellation).Select(row => row.GetString("Kind") ?? string.Empty).ToArrayAsync(Cancellation)];

    private static async Task<int> NoticesAsync(Talk talk) =>
        await talk.Get<ITableStore>().QueryAsync(TableNames.Networks, RowRange.All(PowerNoticeStore.Partition(Talk.Network)), Cancellation).CountAsync(Cancellation);
}
