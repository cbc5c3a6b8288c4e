using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Tests.TestSupport;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>The quarterly rhythm proposes the next date to the coordinator.</summary>
public class RhythmTests
{
    private const string Proposed = "Für „Plenum“ ist noch nichts geplant.";

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Propose_EightWeeksBefore_OnceInTheMorning(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.OpensAsync("katrin");
        await DailyAsync(talk, new LocalDate(2027, 1, 11));
        Assert.Equal(0, talk.HeardBy("katrin", Proposed));
        await talk.AtAsync(2027, 1, 12, 7, 59, 59);
        Assert.Equal(0, talk.HeardBy("katrin", Proposed));
        await talk.AtAsync(2027, 1, 12, 8);
        talk.Hears("katrin", "Für „Plenum“ ist noch nichts geplant. Nach dem üblichen Rhythmus wäre Dienstag, 9. März 2027 dran. Passt das?");
        await talk.RestartAsync();
        await DailyAsync(talk, new LocalDate(2027, 2, 1));
        Assert.Equal(1, talk.HeardBy("katrin", Proposed));
        Assert.Equal(0, talk.HeardBy("amina", Proposed));
        Assert.Equal(0, talk.CountOf(Talk.Plenary, Proposed));
    }

    [Fact]
    public async Task Propose_Pressed_CallsTheMeeting()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await DailyAsync(talk, new LocalDate(2027, 1, 12));
        talk.Hears("katrin", Proposed);
        await talk.PressesAsync("katrin", "Einladen");
        var meeting = Assert.Single(await talk.MeetingsAsync());
        Assert.Equal(("plenum", new LocalDate(2027, 3, 9), new LocalTime(18, 0), "Rathaus, Ratssaal"), (meeting.Committee.Value, meeting.Day, meeting.Start, meeting.Place));
        talk.Shows(Talk.Plenary, "Plenum: Dienstag, 9. März 2027, 18:00 Uhr");
        await DailyAsync(talk, new LocalDate(2027, 3, 9));
        Assert.Equal(1, talk.HeardBy("katrin", Proposed));
    }

    [Fact]
    public async Task Propose_MeetingPlanned_SaysNothingUntilItIsOver()
    {
        await using var talk = await Talk.StartAsync();
        await talk.OpensAsync("katrin");
        await talk.CallsAsync("Plenum am 16. März 2027 um 18 Uhr");
        await DailyAsync(talk, new LocalDate(2027, 3, 16));
        Assert.Equal(0, talk.HeardBy("katrin", Proposed));
        await DailyAsync(talk, new LocalDate(2027, 4, 13));
        talk.Hears("katrin", "wäre Dienstag, 8. Juni 2027 dran");
    }

    [Fact]
    public async Task Propose_DayIsAHoliday_StepsOverIt()
    {
        // The third Wednesday of November is Buß- und Bettag, a public holiday in Saxony.
        await using var talk = await Talk.StartAsync(change: snapshot => Talk.WithRules(snapshot, "plenum", rules => rules with
        {
            Rhythm = MeetingRhythm.Parse("FREQ=YEARLY;BYMONTH=11;BYDAY=3WE", new LocalDate(2024, 1, 1)) is Outcome<MeetingRhythm>.Done(var rhythm) ? rhythm : null,
        }));
        await talk.OpensAsync("katrin");
        await talk.AtAsync(2027, 10, 1, 8);
        talk.Hears("katrin", "Mittwoch, 24. November 2027");
        Assert.Equal(0, talk.HeardBy("katrin", "17. November 2027"));
    }

    [Fact]
    public async Task Propose_Unanswered_ProposesTheNextOneWhenTheFirstIsTooLate()
    {
        await using var talk = await Talk.StartAsync();
        await talk.OpensAsync("katrin");
        await DailyAsync(talk, new LocalDate(2027, 4, 13));
        Assert.Equal(2, talk.HeardBy("katrin", Proposed));
        talk.Hears("katrin", "Dienstag, 8. Juni 2027");
    }

    private static async Task DailyAsync(Talk talk, LocalDate last)
    {
        for (var day = talk.Time.Now.InUtc().Date; day <= last; day = day.PlusDays(1))
        {
            if (talk.Time.Now < SettableTime.Berlin(day + new LocalTime(8, 0)))
            {
                await talk.AtAsync(day.Year, day.Month, day.Day, 8);
            }
        }
    }
}
