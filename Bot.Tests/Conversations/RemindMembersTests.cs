using System.Threading.Tasks;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Invitation and reminders: each once, at nine in the morning in Berlin, whatever happens in between.</summary>
public class RemindMembersTests
{
    private const string Any = "Erinnerung:";

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Remind_FourteenThreeAndOneDaysBefore_OnceEachAtNine(Store store)
    {
        await using var talk = await InvitedAsync(store);
        foreach (var (day, said, reminders) in new[]
        {
            (new LocalDate(2026, 12, 31), "Erinnerung: in 14 Tagen.", 1),
            (new LocalDate(2027, 1, 11), "Erinnerung: in 3 Tagen.", 2),
            (new LocalDate(2027, 1, 13), "Erinnerung: morgen!", 3),
        })
        {
            await talk.AtAsync(day.Year, day.Month, day.Day, 8, 59, 59);
            Counts(talk, reminders - 1);
            await talk.AtAsync(day.Year, day.Month, day.Day, 9);
            Counts(talk, reminders);
            talk.Shows(Talk.Board, said);
            talk.Hears("amina", said);
            talk.Hears("katrin", said);
            await talk.RestartAsync();
            await talk.AtAsync(day.Year, day.Month, day.Day, 9, 5);
            Counts(talk, reminders);
        }

        await talk.AtAsync(2027, 1, 14, 16, 59);
        await talk.AtAsync(2027, 1, 14, 17);
        await talk.AtAsync(2027, 2, 1, 9);
        Counts(talk, 3);
        Assert.Equal(0, talk.CountOf(Talk.Plenary, Any));
        Assert.Equal(0, talk.HeardBy("dao", "Beirat"));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Remind_ProcessEndedBetweenInvitationAndReminder_RemindsOnce(Store store)
    {
        await using var talk = await InvitedAsync(store);
        talk.Time.SetBerlin(2026, 12, 31, 9);
        await talk.RestartAsync();
        Counts(talk, 1);
        await talk.RestartAsync();
        Counts(talk, 1);
        Assert.Equal(1, talk.CountOf(Talk.Board, "Sie sind herzlich eingeladen."));
    }

    [Fact]
    public async Task Remind_DownOverTwoReminders_SaysOnlyTheLatest()
    {
        await using var talk = await InvitedAsync();
        talk.Time.SetBerlin(2027, 1, 13, 11);
        await talk.RestartAsync();
        Counts(talk, 1);
        talk.Shows(Talk.Board, "Erinnerung: morgen!");
        await talk.AtAsync(2027, 1, 14, 16);
        Counts(talk, 1);
    }

    [Fact]
    public async Task Remind_DownUntilTheDayItself_SaysToday()
    {
        await using var talk = await InvitedAsync();
        talk.Time.SetBerlin(2027, 1, 14, 16, 59, 59);
        await talk.RestartAsync();
        Counts(talk, 1);
        talk.Shows(Talk.Board, "Erinnerung: heute!");
    }

    [Fact]
    public async Task Remind_DownUntilTheBeginning_SaysNothing()
    {
        await using var talk = await InvitedAsync();
        talk.Time.SetBerlin(2027, 1, 14, 17);
        await talk.RestartAsync();
        Counts(talk, 0);
    }

    [Theory]
    [InlineData("Beirat am 30. März 2027 um 17 Uhr", 2027, 3, 27, 2027, 3, 29)] // the clocks go forward on 28 March 2027
    [InlineData("Beirat am 2. November 2027 um 17 Uhr", 2027, 10, 30, 2027, 11, 1)] // and back on 31 October 2027
    public async Task Remind_AcrossTheChangeOfClocks_StaysAtNineInBerlin(string line, int year3, int month3, int day3, int year1, int month1, int day1)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync(line);
        await talk.AtAsync(year3, month3, day3, 8, 59, 59);
        var before = talk.CountOf(Talk.Board, Any);
        await talk.AtAsync(year3, month3, day3, 9);
        talk.Shows(Talk.Board, "Erinnerung: in 3 Tagen.");
        await talk.AtAsync(year1, month1, day1, 8, 59, 59);
        Assert.Equal(before + 1, talk.CountOf(Talk.Board, Any));
        await talk.AtAsync(year1, month1, day1, 9);
        talk.Shows(Talk.Board, "Erinnerung: morgen!");
        talk.Shows(Talk.Board, "17:00 Uhr");
    }

    [Fact]
    public async Task Remind_CalledBetweenTwoReminders_SkipsThePastOne()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.AtAsync(2027, 1, 4, 12);
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        Assert.Equal(1, talk.CountOf(Talk.Board, "Sie sind herzlich eingeladen."));
        Counts(talk, 0);
        await talk.AtAsync(2027, 1, 11, 9);
        Counts(talk, 1);
    }

    private static async Task<Talk> InvitedAsync(Store store = Store.Sqlite)
    {
        var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        Assert.Equal(1, talk.CountOf(Talk.Board, "Sie sind herzlich eingeladen."));
        Assert.Equal(1, talk.HeardBy("amina", "Sie sind herzlich eingeladen."));
        return talk;
    }

    private static void Counts(Talk talk, int reminders)
    {
        Assert.Equal(reminders, talk.CountOf(Talk.Board, Any));
        Assert.Equal(reminders, talk.HeardBy("amina", Any));
        Assert.Equal(reminders, talk.HeardBy("katrin", Any));
    }
}
