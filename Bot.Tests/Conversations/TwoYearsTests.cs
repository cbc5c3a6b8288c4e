using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Dates;
using Bot.Domain.Meetings;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Two years of a network whose coordinator only presses [Einladen] when a day is proposed: both changes of the clocks four times, a leap day, holidays, and a
/// machine that slept.</summary>
public class TwoYearsTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    private static readonly LocalDateTime End = new(2028, 11, 30, 12, 0);

    [Fact]
    public async Task TwoYears_EveryProposalIsTakenUp_EachThingIsSaidOnceAtItsHour()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "dao");
        var heard = talk.Listen();
        var pressed = new HashSet<string>(StringComparer.Ordinal);

        await talk.WalkAsync(End, () => InviteAsync(talk, pressed));

        var meetings = (await talk.MeetingsAsync()).Where(meeting => meeting.Day <= End.Date).ToList();
        // For the plenary of December 2026 it is too late when the bot is set up.
        Assert.Equal(7, meetings.Count(meeting => meeting.Committee.Value == "plenum"));
        Assert.Equal(8, meetings.Count(meeting => meeting.Committee.Value == "ika"));
        Assert.All(meetings, meeting => Assert.False(PublicHolidays.For(GermanLand.Saxony).Contains(meeting.Day)));
        Assert.All(meetings.GroupBy(meeting => (meeting.Committee, Quarter.Of(meeting.Day))), quarter => Assert.Single(quarter));
        Assert.Empty(heard.GroupBy(message => (message.Conversation, message.Words)).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.All(meetings.Where(meeting => meeting.Committee.Value == "plenum"), meeting => HearsInTime(meeting, heard, Talk.Personal("amina"), Talk.Plenary));
        Assert.All(meetings.Where(meeting => meeting.Committee.Value == "ika"), meeting => HearsInTime(meeting, heard, Talk.Personal("dao")));
    }

    /// <summary>From and to how many days before the meeting the machine slept, the hour it woke, and what is said then; null for nothing.</summary>
    [Theory]
    [InlineData(20, 13, 12, "in 13 Tagen")]
    [InlineData(16, 9, 12, "in 9 Tagen")]
    [InlineData(8, 1, 8, "morgen!")]
    [InlineData(8, 1, 10, "morgen!")]
    [InlineData(6, 0, 17, "heute!")]
    [InlineData(6, 0, 18, null)]
    [InlineData(5, -2, 12, null)]
    public async Task Week_AsleepOverReminders_SaysWhatIsStillUsefulOnce(int from, int to, int hour, string? said)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Plenum am 9. März 2027 um 18 Uhr");
        var day = new LocalDate(2027, 3, 9);
        await talk.WalkAsync(day.PlusDays(-from) + new LocalTime(12, 0));
        var heard = talk.Listen();

        var awake = day.PlusDays(-to);
        await talk.AtAsync(awake.Year, awake.Month, awake.Day, hour);
        await talk.AtAsync(awake.Year, awake.Month, awake.Day, hour, 1);

        var about = heard.Where(message => message.Conversation == Talk.Personal("amina") && message.Words.Contains("9. März 2027", StringComparison.Ordinal)).ToList();
        Assert.Equal(said is null ? 0 : 1, about.Count);
        Assert.All(about, message => Assert.Contains(said!, message.Words, StringComparison.Ordinal));
    }

    /// <summary>The invitation, then three reminders at nine by the clock on the wall, and nothing else; nothing once it has begun.</summary>
    private static void HearsInTime(Meeting meeting, IEnumerable<Heard> heard, params string[] conversations)
    {
        foreach (var conversation in conversations)
        {
            var about = heard.Where(message => message.Conversation == conversation && message.Words.Contains(Named(meeting), StringComparison.Ordinal)).ToList();
            var moments = about.Select(message => message.At.InZone(Berlin).LocalDateTime).ToList();
            Assert.Equal(
                [meeting.Day.PlusDays(-14) + new LocalTime(9, 0), meeting.Day.PlusDays(-3) + new LocalTime(9, 0), meeting.Day.PlusDays(-1) + new LocalTime(9, 0)],
                moments.Skip(1));
            Assert.Contains("herzlich eingeladen", about[0].Words, StringComparison.Ordinal);
            Assert.True(moments[0].Date <= meeting.Day.PlusDays(-15));
        }
    }

    private static string Named(Meeting meeting) => meeting.Day.ToString("d. MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("de-DE"));

    private static async Task InviteAsync(Talk talk, HashSet<string> pressed)
    {
        if (talk.Buttons(Talk.Personal("katrin")).Contains("Einladen") && pressed.Add(talk.LastFor("katrin")))
        {
            await talk.PressesAsync("katrin", "Einladen");
        }
    }
}
