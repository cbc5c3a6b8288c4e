using System;
using System.Threading.Tasks;
using Bot.Domain.Voting;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Reminders by what people have answered: who has not, each time; who comes, once at the end; who does not, never. The room each time, once.</summary>
public class RemindUnansweredTests
{
    private const string Any = "Erinnerung:";

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Remind_ByAnswer_ReachesOnlyWhomItConcerns(Store store)
    {
        await using var talk = await InvitedAsync(store);
        await talk.SaysAsync("bernd", "Ich komme zum Beirat");
        await talk.SaysAsync("clara", "Ich kann nicht zum Beirat");
        foreach (var (year, month, day, amina, bernd) in new[] { (2026, 12, 31, 1, 0), (2027, 1, 11, 2, 0), (2027, 1, 13, 3, 1) })
        {
            await talk.AtAsync(year, month, day, 9);
            await talk.RestartAsync();
            await talk.AtAsync(year, month, day, 9, 5);
            Assert.Equal((amina, bernd, 0, amina), (talk.HeardBy("amina", Any), talk.HeardBy("bernd", Any), talk.HeardBy("clara", Any), talk.CountOf(Talk.Board, Any)));
        }

        Assert.Equal(1, talk.HeardBy("bernd", "Sie sind herzlich eingeladen."));
        Assert.Equal(1, talk.HeardBy("clara", "Sie sind herzlich eingeladen."));
    }

    [Fact]
    public async Task Remind_AnsweredBetweenTwoReminders_IsNotRemindedAgain()
    {
        await using var talk = await InvitedAsync();
        await talk.AtAsync(2026, 12, 31, 9);
        Assert.Equal(1, talk.HeardBy("amina", Any));
        await talk.PressesAsync("amina", "Ich kann nicht");
        await talk.AtAsync(2027, 1, 11, 9);
        await talk.AtAsync(2027, 1, 13, 9);
        Assert.Equal(1, talk.HeardBy("amina", Any));
        Assert.Equal(3, talk.HeardBy("bernd", Any));
    }

    [Fact]
    public async Task Remind_AsleepForAWeek_SaysTheLatestOnceToWhomItConcerns()
    {
        await using var talk = await InvitedAsync();
        await talk.SaysAsync("bernd", "Ich komme zum Beirat");
        await talk.SaysAsync("clara", "Ich kann nicht zum Beirat");
        talk.Time.SetBerlin(2027, 1, 13, 11);
        await talk.RestartAsync();
        await talk.AfterAsync(Duration.FromHours(1));
        Assert.Equal((1, 1, 0, 1), (talk.HeardBy("amina", Any), talk.HeardBy("bernd", Any), talk.HeardBy("clara", Any), talk.CountOf(Talk.Board, Any)));
    }

    [Fact]
    public async Task Remind_NeverTold_WhoAnsweredInTheRoomIsInvitedAllTheSame()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        talk.Settles = false;
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("amina", "Ich kann nicht zum Beirat");
        talk.Settles = true;
        talk.Time.SetBerlin(2027, 1, 11, 10);
        await talk.RestartAsync();
        Assert.Equal((1, 0), (talk.HeardBy("amina", "Sie sind herzlich eingeladen."), talk.HeardBy("amina", Any)));
        Assert.Equal((0, 1), (talk.HeardBy("katrin", "Sie sind herzlich eingeladen."), talk.HeardBy("katrin", Any)));
    }

    [Fact]
    public async Task Remind_InThePlenary_AColleagueWhoComesIsEnough()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "ivo", "bernd");
        await talk.CallsAsync("Plenum am 12. Januar um 18 Uhr im Rathaus");
        await talk.SaysAsync("ivo", "Ich komme zum Plenum");
        await talk.AtAsync(2027, 1, 9, 9);
        Assert.Equal((0, 0, 1), (talk.HeardBy("amina", Any), talk.HeardBy("ivo", Any), talk.HeardBy("bernd", Any)));
        await talk.AtAsync(2027, 1, 11, 9);
        Assert.Equal((1, 1, 2), (talk.HeardBy("amina", Any), talk.HeardBy("ivo", Any), talk.HeardBy("bernd", Any)));
    }

    [Fact]
    public async Task Remind_WhoLeads_ReadsTheForecast()
    {
        await using var talk = await Talk.StartAsync(change: snapshot => Talk.WithRules(snapshot, "beirat", rules => rules with { Majority = MajorityRule.Default with { Quorum = new Fraction(2, 3) } }));
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("bernd", "Ich komme zum Beirat");
        await talk.AtAsync(2027, 1, 11, 9);
        talk.Hears("katrin", "Zugesagt: 1 von 3; für die Beschlussfähigkeit fehlen 1.");
        Assert.Contains("**Bernd Krüger**: kommt", await talk.PressesAsync("katrin", "Wer kommt?"), StringComparison.Ordinal);
        Assert.DoesNotContain("Zugesagt", talk.LastFor("amina"), StringComparison.Ordinal);
        Assert.DoesNotContain("Zugesagt", talk.Last(Talk.Board), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Remind_TwoInstancesAtOnce_EverybodyOnce(Store store)
    {
        await using var talk = await InvitedAsync(store);
        await talk.SaysAsync("bernd", "Ich komme zum Beirat");
        var other = talk.Join();
        foreach (var (year, month, day) in new[] { (2026, 12, 31), (2027, 1, 11), (2027, 1, 13) })
        {
            talk.Time.SetBerlin(year, month, day, 9);
            await talk.SettleTogetherAsync(other);
            await talk.SettleTogetherAsync(other);
        }

        Assert.Equal((3, 1, 3, 3), (talk.HeardBy("amina", Any), talk.HeardBy("bernd", Any), talk.HeardBy("katrin", Any), talk.CountOf(Talk.Board, Any)));
    }

    private static async Task<Talk> InvitedAsync(Store store = Store.Sqlite)
    {
        var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        return talk;
    }
}
