using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Voting;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>The machine's clock is set back an hour, or shows another year for a while: the bot believes it, says nothing twice, and takes nothing back.</summary>
public class ClockTests
{
    private const string Reminder = "Erinnerung: Ihre Stimme fehlt noch.";

    [Fact]
    public async Task SetBackAnHour_AfterAReminder_IsNotSaidAgain()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.OpensBallotAsync("Abstimmung Plenum: Frage?");
        var reminds = (await talk.RunningBallotsAsync()).Single().Ballot.Reminders.At[0];
        talk.Time.Now = reminds;
        await talk.SettleAsync();
        Assert.Equal(1, talk.HeardBy("bernd", Reminder));

        talk.Time.Now = reminds - Duration.FromHours(1);
        await talk.SettleAsync();
        await talk.SaysAsync("amina", "Ja");
        talk.Time.Now = reminds + Duration.FromSeconds(1);
        await talk.SettleAsync();

        Assert.Equal(1, talk.HeardBy("bernd", Reminder));
        Assert.Equal(VoteOption.Yes, (await talk.RollAsync((await talk.RunningBallotsAsync()).Single().Ballot.Id)).Single(line => line.HasVoted).Vote);
    }

    /// <summary>Nobody can tell a clock that is wrong from one that is right, so the ballot ends by it; what was counted then stands, as a result always does.</summary>
    [Fact]
    public async Task SetForwardAYearAndRight_TheBallotEndsOnceAndStaysEnded()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.OpensBallotAsync("Abstimmung Plenum: Frage?");
        var id = (await talk.RunningBallotsAsync()).Single().Ballot.Id;
        await talk.SaysAsync("amina", "Ja");
        var before = talk.Time.Now;

        await talk.AfterAsync(Duration.FromDays(365));
        var result = (await talk.BallotAsync(id)).Result!;
        talk.Time.Now = before + Duration.FromMinutes(1);
        await talk.SettleAsync();
        await talk.SaysAsync("bernd", "Nein");
        await talk.AfterAsync(Duration.FromMinutes(2));

        Assert.Equal((1, 0), (result.Tally.Yes, result.Tally.No));
        Assert.Equal(result.Tally, (await talk.BallotAsync(id)).Result!.Tally);
        Assert.Single(await talk.ResolutionsAsync());
    }
}
