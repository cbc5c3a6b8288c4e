using System;
using System.Threading.Tasks;
using Bot.Tests.TestSupport;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>The coordinators are told in time of a quarter without a date.</summary>
public class QuarterWatchTests
{
    private const string Told = "„Plenum“ hat im";

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Watch_NoDate_TellsAtEightSixAndFourWeeksOnceEach(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.OpensAsync("katrin");
        await talk.AtAsync(2027, 2, 2, 8);
        await talk.AtAsync(2027, 2, 3, 7, 59, 59);
        Assert.Equal(0, talk.HeardBy("katrin", "1. Quartal 2027"));
        foreach (var (month, day, count) in new[] { (2, 3, 1), (2, 17, 2), (3, 3, 3) })
        {
            await talk.AtAsync(2027, month, day, 8);
            Assert.Equal(count, talk.HeardBy("katrin", "„Plenum“ hat im 1. Quartal 2027 noch keine Sitzung."));
        }

        talk.Hears("katrin", "„Plenum“ hat im 1. Quartal 2027");
        talk.Hears("katrin", "Letzter Tag für die Einladung: Dienstag, 16. März 2027; damit ginge noch eine Sitzung am Mittwoch, 31. März 2027");
        await talk.RestartAsync();
        await talk.AtAsync(2027, 3, 31, 20);
        Assert.Equal(3, talk.HeardBy("katrin", "„Plenum“ hat im 1. Quartal 2027 noch keine Sitzung."));
        Assert.Equal(0, talk.HeardBy("amina", Told));
        Assert.Equal(0, talk.CountOf(Talk.Plenary, Told));
    }

    [Fact]
    public async Task Watch_ServerAsleepOverTwoStages_SaysTheLatestOnce()
    {
        await using var talk = await Talk.StartAsync();
        await talk.OpensAsync("katrin");
        await talk.AtAsync(2027, 1, 20, 8);
        await talk.AtAsync(2027, 2, 24, 11);
        Assert.Equal(1, talk.HeardBy("katrin", "„Plenum“ hat im 1. Quartal 2027"));
        await talk.AtAsync(2027, 3, 3, 8);
        Assert.Equal(2, talk.HeardBy("katrin", "„Plenum“ hat im 1. Quartal 2027"));
    }

    [Fact]
    public async Task Watch_MeetingCalled_IsSilent_AndSpeaksAgainWhenItIsCancelled()
    {
        await using var talk = await Talk.StartAsync();
        await talk.OpensAsync("katrin");
        await talk.CallsAsync("Plenum am 16. März 2027 um 18 Uhr");
        await talk.AtAsync(2027, 2, 3, 8);
        Assert.Equal(0, talk.HeardBy("katrin", "„Plenum“ hat im 1. Quartal 2027"));
        await talk.SaysAsync("katrin", "Plenum absagen");
        await talk.PressesAsync("katrin", "Sitzung absagen");
        await talk.AtAsync(2027, 2, 17, 8);
        Assert.Equal(1, talk.HeardBy("katrin", "„Plenum“ hat im 1. Quartal 2027"));
    }

    [Fact]
    public async Task Watch_Button_LeadsToThePreview()
    {
        await using var talk = await Talk.StartAsync();
        await talk.OpensAsync("katrin");
        await talk.AtAsync(2027, 2, 3, 8);
        var shown = await talk.PressesAsync("katrin", "Di, 09.03.2027 planen");
        Assert.Contains("Dienstag, 9. März 2027", shown, StringComparison.Ordinal);
        Assert.Contains("Eingeladen", await talk.PressesAsync("katrin", "Einladen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_TwoInstances_TellOnce()
    {
        await using var talk = await Talk.StartAsync();
        await talk.OpensAsync("katrin");
        var other = talk.Join();
        talk.Time.SetBerlin(2027, 2, 3, 8);
        await talk.SettleTogetherAsync(other);
        Assert.Equal(1, talk.HeardBy("katrin", "„Plenum“ hat im 1. Quartal 2027"));
    }

    /// <summary>Two years, each day at eight, with both changes of the clocks, 29 February 2028, holidays, and a week without a server: three times a quarter for both committees
    /// that must meet, in eight quarters that begin after the start, and once in the quarter that was under way.</summary>
    [Fact]
    public async Task Watch_OverTwoYears_TellsEachStageOnceAndNothingElse()
    {
        await using var talk = await Talk.StartAsync();
        await talk.OpensAsync("katrin");
        for (var day = new LocalDate(2026, 11, 24); day < new LocalDate(2028, 11, 24); day = day.PlusDays(1))
        {
            // Asleep from the middle of February, over the stage of six weeks.
            if (day >= new LocalDate(2027, 2, 13) && day < new LocalDate(2027, 2, 20))
            {
                continue;
            }

            talk.Time.Now = SettableTime.Berlin(day + new LocalTime(8, 0));
            await talk.SettleAsync();
        }

        // The fourth quarter of 2028 has had two of its three stages.
        Assert.Equal(1 + (7 * 3) + 2, talk.HeardBy("katrin", "„Plenum“ hat im"));
        Assert.Equal(1 + (7 * 3) + 2, talk.HeardBy("katrin", "„IKA“ hat im"));
        Assert.Equal(3, talk.HeardBy("katrin", "„Plenum“ hat im 1. Quartal 2028"));
        Assert.Equal(3, talk.HeardBy("katrin", "„Plenum“ hat im 1. Quartal 2027"));
    }

    /// <summary>A server that wakes at night tells nobody before eight, and what is due by day at once.</summary>
    [Theory]
    [InlineData(3, 0, 0)]
    [InlineData(7, 59, 0)]
    [InlineData(8, 0, 1)]
    [InlineData(19, 59, 1)]
    [InlineData(20, 0, 0)]
    public async Task Watch_LateAfterAnOutage_IsToldInWakingHours(int hour, int minute, int expected)
    {
        await using var talk = await Talk.StartAsync();
        await talk.OpensAsync("katrin");
        await talk.AtAsync(2027, 2, 5, hour, minute);
        Assert.Equal(expected, talk.HeardBy("katrin", "„Plenum“ hat im 1. Quartal 2027"));
        await talk.AtAsync(2027, 2, 6, 8);
        Assert.Equal(1, talk.HeardBy("katrin", "„Plenum“ hat im 1. Quartal 2027"));
        talk.Hears("katrin", "Sitzungsrhythmus: alle drei Monate am");
    }
}
