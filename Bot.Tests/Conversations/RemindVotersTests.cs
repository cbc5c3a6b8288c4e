using System.Collections.Generic;
using System.Threading.Tasks;
using Bot.Domain.Voting;
using Bot.Storage;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Reminders of a ballot: only those who have not voted, once at each moment, whatever happens in between.</summary>
public class RemindVotersTests
{
    private const string Reminder = "Erinnerung: Ihre Stimme fehlt noch.";

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Remind_TheDayBeforeAndThreeHoursBefore_OnlyThoseWhoHaveNotVoted(Store store)
    {
        await using var talk = await OpenAsync(store);
        await talk.SaysAsync("amina", "Ja");
        await talk.AtAsync(2026, 11, 25, 8, 59, 59);
        Assert.Equal((0, 0, 0), Heard(talk));
        await talk.AtAsync(2026, 11, 25, 9);
        Assert.Equal((0, 1, 1), Heard(talk));
        await talk.RestartAsync();
        await talk.AtAsync(2026, 11, 25, 9, 5);
        Assert.Equal((0, 1, 1), Heard(talk));
        await talk.PressesAsync("bernd", "Nein");
        await talk.AtAsync(2026, 11, 26, 14, 59, 59);
        Assert.Equal((0, 1, 1), Heard(talk));
        await talk.AtAsync(2026, 11, 26, 15);
        Assert.Equal((0, 1, 2), Heard(talk));
        await talk.AtAsync(2026, 11, 26, 18);
        await talk.AtAsync(2026, 11, 27, 9);
        Assert.Equal((0, 0), (talk.CountOf(Talk.Board, Reminder), talk.HeardBy("katrin", Reminder)));
        Assert.Equal(0, talk.HeardBy("clara", Reminder)); // the reminders have become the result
        Assert.Equal(3, talk.HeardBy("clara", "Ergebnis: abgelehnt"));
    }

    [Fact]
    public async Task Remind_VotedElsewhere_TheReminderShowsTheVote()
    {
        await using var talk = await OpenAsync();
        await talk.AtAsync(2026, 11, 25, 9);
        await talk.SaysAsync("bernd", "Ja");
        await talk.AfterAsync(Duration.FromSeconds(5));
        await talk.Get<Bot.Platform.Deliveries.CardRefresher>().WhenIdleAsync();
        Assert.Equal(0, talk.HeardBy("bernd", Reminder));
        Assert.Equal(1, talk.HeardBy("clara", Reminder));
    }

    [Fact]
    public async Task Remind_SubstituteHasVoted_NobodyOfTheOrganization()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "ivo");
        await talk.PlenaryVotesOnAsync("Verein Brücke");
        await talk.SaysAsync("ivo", "Ja");
        await talk.AtAsync(2026, 11, 29, 9);
        Assert.Equal((0, 0, 1), (talk.HeardBy("amina", Reminder), talk.HeardBy("ivo", Reminder), talk.HeardBy("bernd", Reminder)));
    }

    [Fact]
    public async Task Remind_ActsForTwoOrganizations_OnceAsLongAsOneVoteIsMissing()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.ChangeRepresentativesAsync("sportbund", "amina");
        await talk.PlenaryVotesOnAsync("Verein Brücke");
        await talk.SaysAsync("amina", "Ja: Morgenstern");
        await talk.AtAsync(2026, 11, 29, 9);
        Assert.Equal(1, talk.HeardBy("amina", Reminder));
        await talk.SaysAsync("amina", "Ja: Kreissportbund");
        await talk.AtAsync(2026, 11, 30, 15);
        Assert.Equal(0, talk.HeardBy("amina", Reminder)); // the first one shows the votes now
    }

    [Fact]
    public async Task Remind_ExcludedVoter_IsLeftInPeace()
    {
        await using var talk = await OpenAsync();
        var store = talk.Get<BallotStore>();
        var id = Assert.Single(await talk.RunningBallotsAsync()).Ballot.Id;
        var line = (await store.FindEntryAsync(Talk.Network, id, new VoterId("clara"), TestContext.Current.CancellationToken))!.Value;
        Assert.True(await store.TrySaveEntriesAsync(Talk.Network, id, [line with { Value = line.Value with { Excluded = Exclusion.ConflictOfInterest } }], TestContext.Current.CancellationToken));
        await talk.AtAsync(2026, 11, 25, 9);
        Assert.Equal((1, 1, 0), Heard(talk));
    }

    [Theory]
    [InlineData(26, 17, 59, 59, 1)]
    [InlineData(26, 18, 0, 0, 0)]
    [InlineData(28, 9, 0, 0, 0)]
    public async Task Remind_DownOverTheMoments_OnlyTheLatestAndNeverAfterTheEnd(int day, int hour, int minute, int second, int reminders)
    {
        await using var talk = await OpenAsync();
        talk.Time.SetBerlin(2026, 11, day, hour, minute, second);
        await talk.RestartAsync();
        Assert.Equal((reminders, reminders, reminders), Heard(talk));
        await talk.AfterAsync(Duration.FromMilliseconds(500));
        Assert.Equal((reminders, reminders, reminders), Heard(talk));
    }

    [Fact]
    public async Task Remind_WhoIsReachedOnlyAfterTheMoment_HearsOnceInAll()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        talk.Connector.NotInstalled.Add("29:bernd");
        await talk.AppliesAsync("Verein Brücke");
        await talk.AtAsync(2026, 11, 25, 12);
        talk.Connector.NotInstalled.Clear();
        await talk.OpensAsync("bernd");
        Assert.Equal((1, 0), (talk.HeardBy("bernd", Reminder), talk.HeardBy("bernd", "Ihre Stimme ist gefragt.")));
        await talk.AfterAsync(Duration.FromHours(2));
        Assert.Equal(1, talk.HeardBy("bernd", "Empfehlung zur Aufnahme: Verein Brücke"));
    }

    [Fact]
    public async Task Remind_ClosedEarlyOrVoid_Nobody()
    {
        await using var talk = await OpenAsync();
        await talk.EndsBallotAsync();
        await talk.AtAsync(2026, 11, 25, 9);
        Assert.Equal((0, 0, 0), Heard(talk));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Remind_TwoInstancesAtOnce_OnceEach(Store store)
    {
        await using var talk = await OpenAsync(store);
        var other = talk.Join();
        talk.Settles = false;
        talk.Time.SetBerlin(2026, 11, 25, 9);
        await talk.SettleTogetherAsync(other);
        talk.Time.Now += Duration.FromMinutes(3);
        await talk.SettleTogetherAsync(other);
        Assert.Equal((1, 1, 1), Heard(talk));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Remind_StoreFailsOnceAtEachWrite_OnceEach(bool isWritten)
    {
        for (var failing = 1; failing <= 60; failing++)
        {
            await using var talk = await OpenAsync();
            talk.Time.SetBerlin(2026, 11, 25, 9);
            talk.Faults.Count(isWritten ? 0 : failing, isWritten ? failing : 0);
            await Record.ExceptionAsync(talk.SettleAsync);
            var writes = talk.Faults.Writes;
            talk.Faults.Count();
            for (var minutes = 0; minutes < 8; minutes += 2)
            {
                await talk.AfterAsync(Duration.FromMinutes(2));
            }

            Assert.Equal((1, 1, 1), Heard(talk));
            if (writes < failing)
            {
                Assert.InRange(failing, 6, 60);
                return;
            }
        }

        Assert.Fail("More than 60 writes for one reminder.");
    }

    /// <summary>Reminding many takes a while; whoever votes meanwhile is not reminded any more.</summary>
    [Fact]
    public async Task Remind_VotesWhileOthersAreReminded_IsLeftInPeace()
    {
        await using var talk = await OpenAsync(settings: new Dictionary<string, string> { ["Connector:InFlight"] = "1" });
        var hasVoted = false;
        talk.Connector.BeforeCall = async () =>
        {
            if (!hasVoted)
            {
                hasVoted = true;
                talk.Settles = false;
                await talk.SaysAsync("bernd", "Ja");
                await talk.SaysAsync("clara", "Ja");
            }
        };
        await talk.AtAsync(2026, 11, 25, 9);
        Assert.True(hasVoted);
        Assert.Equal((1, 0, 0), Heard(talk));
    }

    private static (int Amina, int Bernd, int Clara) Heard(Talk talk) => (talk.HeardBy("amina", Reminder), talk.HeardBy("bernd", Reminder), talk.HeardBy("clara", Reminder));

    private static async Task<Talk> OpenAsync(Store store = Store.Sqlite, Dictionary<string, string>? settings = null)
    {
        var talk = await Talk.StartAsync(store, settings: settings);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        await talk.AppliesAsync("Verein Brücke");
        return talk;
    }
}
