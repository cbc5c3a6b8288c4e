using System.Threading.Tasks;
using Bot.Domain.Sessions;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <content>What is to be done: tasks, resolutions, reports, turns, minutes.</content>
public partial class LateWorkTests
{
    /// <summary>Of two that were missed only the later; nobody is woken for it.</summary>
    [Theory]
    [InlineData("2027-03-29T19:59:59", 1, 0)]
    [InlineData("2027-03-29T20:00:00", 0, 0)]
    [InlineData("2027-03-30T08:59:59", 0, 0)]
    [InlineData("2027-03-30T09:00:00", 0, 1)]
    [InlineData("2027-04-02T07:59:59", 0, 0)]
    [InlineData("2027-04-02T08:00:00", 0, 1)]
    [InlineData("2027-07-08T12:00:00", 0, 1)]
    public async Task Task_ThatWasMissed_IsRemindedOfUntilItIsDueAndToldOverdueByDay(string back, int reminded, int overdue)
    {
        await using var talk = await Talk.OpenedAsync();
        await talk.SaysAsync("amina", "Aufgabe Clara bis 29.3.: Saal buchen");
        await talk.SaysAsync("amina", "Sitzung schließen: ja");
        await BackAsync(talk, back);
        await talk.SettleAsync();
        Assert.Equal((reminded, overdue), (talk.HeardBy("clara", "Erinnerung: Ihre Aufgabe 1"), talk.HeardBy("clara", "ist überfällig.")));
    }

    /// <summary>Whoever is told late is told how it stands now, once, and in the morning; the coordinators when it is two weeks overdue.</summary>
    [Theory]
    [InlineData("2027-03-01T08:00:00", "Heute ist die Frist für den Beschluss 2026-01", 1, 0)]
    [InlineData("2027-03-04T07:59:59", "2026-01", 0, 0)]
    [InlineData("2027-03-04T08:00:00", "Der Beschluss 2026-01, für den Sie zuständig sind, ist seit", 1, 0)]
    [InlineData("2027-03-15T08:59:59", "Der Beschluss 2026-01, für den Sie zuständig sind, ist seit", 1, 0)]
    [InlineData("2027-03-15T09:00:00", "Der Beschluss 2026-01, für den Sie zuständig sind, ist seit", 1, 1)]
    [InlineData("2027-06-09T12:00:00", "Der Beschluss 2026-01, für den Sie zuständig sind, ist seit", 1, 1)]
    public async Task Resolution_ThatIsOverdue_IsRemindedOfAsItStandsNow(string back, string words, int said, int toTheCoordinator)
    {
        await using var talk = await ResolutionLifeTests.RegisterAsync();
        await talk.SaysAsync("katrin", "Beschluss 2026-01 zuständig: Kreissportbund bis 1.3.");
        await BackAsync(talk, back);
        await talk.SettleAsync();
        Assert.Equal((said, said, toTheCoordinator), (talk.HeardBy("dao", words), talk.HeardBy("dao", "2026-01"), talk.HeardBy("katrin", "Der Beschluss 2026-01 ist seit")));
    }

    /// <summary>Whoever is told late is told how it stands now, once, and in the morning.</summary>
    [Theory]
    [InlineData("2027-01-15T07:59:59", "Bericht von **AG Bildung**", 0)]
    [InlineData("2027-01-11T08:00:00", "Heute ist der Bericht von **AG Bildung** fällig.", 1)]
    [InlineData("2027-01-12T08:00:00", "Der Bericht von **AG Bildung** ist seit Montag, 11. Januar 2027 überfällig.", 1)]
    [InlineData("2027-04-21T12:00:00", "Der Bericht von **AG Bildung** ist seit Montag, 11. Januar 2027 überfällig.", 1)]
    public async Task Report_OfAGroup_IsRemindedOfAsItStandsNow(string back, string words, int said)
    {
        await using var talk = await Talk.StartAsync(change: snapshot => WorkingGroupTests.With(snapshot, remit => remit with { ReportDue = new LocalDate(2027, 1, 11) }));
        await talk.EverybodyOpensAsync("katrin", "dao");
        await WorkingGroupTests.StartAsync(talk);
        await BackAsync(talk, back);
        Assert.Equal((said, said), (talk.HeardBy("dao", words), talk.HeardBy("dao", "Bericht von **AG Bildung**")));
    }

    /// <summary>Whose turn is next is told by day, as long as an invitation sent tomorrow would be in time; then it is another day's.</summary>
    [Theory]
    [InlineData("2026-12-12T07:59:59", 0)]
    [InlineData("2026-12-12T08:00:00", 1)]
    [InlineData("2027-01-11T19:59:59", 1)]
    [InlineData("2027-01-12T08:00:00", 0)]
    public async Task Turn_ThatWasMissed_IsToldAsLongAsItCanBePrepared(string back, int said)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "dao", "guel");
        await talk.SaysAsync("katrin", "Sitzungsleitung IKA reihum: Gül, Dao");
        await talk.PressesAsync("katrin", "Festlegen");
        await BackAsync(talk, back);
        Assert.Equal(said, talk.HeardBy("guel", "nach dem Rhythmus am Mittwoch, 20. Januar 2027"));
    }

    /// <summary>A day is proposed that can still be invited to, and only one.</summary>
    [Theory]
    [InlineData("2027-03-01T12:00:00", "2027", 0)]
    [InlineData("2027-04-20T12:00:00", "8. Juni 2027", 1)]
    [InlineData("2027-07-20T12:00:00", "September 2027", 1)]
    public async Task Rhythm_ThatWasMissed_ProposesOneDayThatIsAhead(string back, string day, int said)
    {
        await using var talk = await Talk.StartAsync();
        await talk.OpensAsync("katrin");
        await BackAsync(talk, back);
        await talk.SettleAsync();
        const string proposed = "Für „Plenum“ ist noch nichts geplant.";
        Assert.Equal((said, said), (talk.HeardBy("katrin", proposed), talk.HeardBy("katrin", proposed) == 0 ? 0 : talk.HeardBy("katrin", day)));
    }

    /// <summary>That nobody closed it is news for ninety days. The draft of the minutes waits for somebody, however late.</summary>
    [Theory]
    [InlineData(90 * 24 * 3600, 1)]
    [InlineData((90 * 24 * 3600) + 1, 0)]
    public async Task Closing_ByTheClock_IsToldForNinetyDaysAndTheDraftInAnyCase(int seconds, int said)
    {
        await using var talk = await Talk.OpenedAsync();
        var meeting = await talk.TheMeetingAsync();
        talk.Time.Now = meeting.ClosesAt((await talk.NetworkAsync()).Network.Zone) + Duration.FromSeconds(seconds);
        await talk.SettleAsync();
        Assert.Equal((said, 1), (talk.CountOf(Talk.Board, "Die Sitzung ist von selbst zu Ende gegangen"), talk.HeardBy("amina", "Der Entwurf des Protokolls liegt vor.")));
        await talk.AfterAsync(Duration.FromHours(2));
        Assert.Equal((said, 1), (talk.CountOf(Talk.Board, "Die Sitzung ist von selbst zu Ende gegangen"), talk.HeardBy("amina", "Der Entwurf des Protokolls liegt vor.")));
    }

    [Theory]
    [InlineData("2027-03-18T23:59:59", 1)]
    [InlineData("2027-03-19T00:00:00", 0)]
    public async Task Approval_ThatIsToBeAskedFor_IsToldUntilTheDayOfTheMeetingIsOver(string back, int said)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        await talk.BoardHasMetAsync();
        await talk.BoardGetsMinutesAsync();
        await talk.CallsAsync("Beirat am 18. März um 17 Uhr im Rathaus");
        await BackAsync(talk, back);
        Assert.Equal(said, talk.HeardBy("katrin", "Dieses Protokoll wartet auf Genehmigung."));
    }
}
