using System.Threading.Tasks;
using Bot.Storage;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <content>Who belongs, who leaves, who is elected.</content>
public partial class LateWorkTests
{
    private const string Motion = "Ausschluss beantragen: Kreissportbund, weil er gegen unsere Grundsätze auftritt; Frist 14 Tage";

    /// <summary>To whom the motion is told late is told once, with how long there still is, or that the time is over; not that it was proposed, that it is nearly over and that it is over at once.</summary>
    [Theory]
    [InlineData("2026-12-04T12:00:00", "Sie haben bis Montag, 7. Dezember 2026 Zeit", "ist beantragt, von Bernd")]
    [InlineData("2026-12-07T23:59:59", "Sie haben bis Montag, 7. Dezember 2026 Zeit", "ist beantragt, von Bernd")]
    [InlineData("2026-12-08T08:00:00", "Die Frist zur Stellungnahme bis Montag, 7. Dezember 2026 ist vorbei; vorher konnte ich es Ihnen nicht sagen. Solange", "hat sich bis Montag")]
    [InlineData("2027-03-03T12:00:00", "Die Frist zur Stellungnahme bis Montag, 7. Dezember 2026 ist vorbei; vorher konnte ich es Ihnen nicht sagen. Solange", "hat sich bis Montag")]
    public async Task Expulsion_ThatCouldNotBeTold_IsToldOnceAsItStands(string back, string toTheOrganization, string toTheCoordinator)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "dao");
        await talk.SaysAsync("bernd", Motion);
        BreaksForAll(talk);
        await talk.PressesAsync("bernd", "Ausschluss beantragen");
        await BackAsync(talk, back);
        await talk.AfterAsync(Duration.FromSeconds(1));
        Assert.Equal((1, 1), (talk.HeardBy("dao", toTheOrganization), talk.HeardBy("dao", "Kreissportbund")));
        Assert.Equal((1, 1), (talk.HeardBy("katrin", toTheCoordinator), talk.HeardBy("katrin", "Kreissportbund") - talk.HeardBy("katrin", "seit mindestens 30 Tagen")));
    }

    /// <summary>That it leaves, until it has left; then that it has left.</summary>
    [Theory]
    [InlineData("2026-12-31T23:59:59", 1, 0)]
    [InlineData("2027-01-01T08:00:00", 0, 1)]
    [InlineData("2027-04-10T12:00:00", 0, 1)]
    public async Task Resignation_ThatCouldNotBeTold_IsToldOnceAsItStands(string back, int leaves, int left)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.SaysAsync("amina", "Austritt erklären: Kulturverein Morgenstern zum 31.12.");
        BreaksForAll(talk);
        await talk.PressesAsync("amina", "So festlegen");
        await BackAsync(talk, back);
        await talk.AfterAsync(Duration.FromSeconds(1));
        Assert.Equal((leaves, left), (talk.HeardBy("katrin", "hat den Austritt aus dem Bündnis erklärt"), talk.HeardBy("katrin", "zu Ende gegangen")));
        Assert.Equal(1, talk.CountOf(Talk.Plenary, "verlässt das Bündnis"));
    }

    [Theory]
    [InlineData("2026-12-03T23:59:59", 1, 0)]
    [InlineData("2026-12-04T08:00:00", 0, 1)]
    public async Task Suspension_ThatCouldNotBeTold_IsToldOnceAsItStands(string back, int suspended, int active)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "dao");
        await talk.SaysAsync("katrin", "Mitgliedschaft ruhen lassen: Sportbund ab 1.12. bis 3.12.: weil");
        BreaksForAll(talk);
        await talk.PressesAsync("katrin", "So festlegen");
        await BackAsync(talk, back);
        await talk.AfterAsync(Duration.FromSeconds(1));
        Assert.Equal((suspended, active), (talk.HeardBy("dao", "Grund: weil"), talk.HeardBy("dao", "ruht nicht mehr")));
    }

    [Theory]
    [InlineData("2027-05-06T07:59:59", 0)]
    [InlineData("2027-05-06T08:00:00", 1)]
    [InlineData("2027-06-30T19:59:59", 1)]
    [InlineData("2027-07-01T08:00:00", 0)]
    public async Task EndOfATerm_ThatWasMissed_IsToldByDayUntilItsLastDay(string back, int said)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "bernd");
        await talk.SaysAsync("katrin", "Sitz Bernd bis 30.6.2027");
        await talk.PressesAsync("katrin", "So festlegen");
        await BackAsync(talk, back);
        Assert.Equal(said, talk.HeardBy("bernd", "Die Amtszeit von **Bernd"));
    }

    [Theory]
    [InlineData("2026-12-14T23:59:59", 1)]
    [InlineData("2026-12-15T00:00:00", 0)]
    public async Task Seat_GivenUp_IsToldForFourteenDaysAfterItsLast(string back, int said)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.SaysAsync("amina", "Sitz niederlegen Beirat zum 30.11.");
        BreaksForAll(talk);
        await talk.PressesAsync("amina", "So festlegen");
        await BackAsync(talk, back);
        Assert.Equal(said, talk.HeardBy("katrin", "gibt den Sitz in **Beirat** zurück"));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 0)]
    public async Task Newcomer_WhoCouldNotBeAnnounced_IsAskedAboutForAMonth(int seconds, int said)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin");
        await talk.OpensAsync("motte");
        talk.Connector.Fault = conversation => conversation == Talk.Personal("katrin") ? new Bot.Platform.Activities.Connector.ConnectorException(System.Net.HttpStatusCode.ServiceUnavailable, null, null, null) : null;
        await talk.SaysAsync("motte", "Ich gehöre dazu");
        talk.Connector.Fault = null;
        talk.Time.Now += Newcomer.KeptFor + Duration.FromSeconds(seconds);
        await talk.SettleAsync();
        Assert.Equal(said, talk.HeardBy("katrin", "Das Konto **motte**"));
    }

    /// <summary>Once a month all of them in one message, however long the bot was away.</summary>
    [Theory]
    [InlineData("2027-03-03T07:59:59", 0)]
    [InlineData("2027-03-03T08:00:00", 1)]
    public async Task Stalled_Cases_AreReportedInOneMessageByDay(string back, int said)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "samira", "gast");
        foreach (var (who, name) in new[] { ("samira", "Radio Nordlicht"), ("gast", "Chor Süd") })
        {
            await talk.SaysAsync(who, "Aufnahme beantragen: " + name);
            await talk.PressesAsync(who, "Antrag stellen");
        }

        await BackAsync(talk, back);
        await talk.SettleAsync();
        Assert.Equal(said, talk.HeardBy("katrin", "ist seit mindestens 30 Tagen nichts geschehen"));
    }

    [Theory]
    [InlineData("2027-01-14T16:59:59", 1)]
    [InlineData("2027-01-14T17:00:00", 0)]
    public async Task Introduction_ThatCouldNotBeTold_IsToldUntilTheMeetingBegins(string back, int said)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "fremd");
        await talk.SaysAsync("fremd", "Aufnahme beantragen: Radio Nordlicht");
        await talk.PressesAsync("fremd", "Antrag stellen");
        await talk.CallsAsync(Meeting);
        await talk.SaysAsync("katrin", "Vorstellung: Radio Nordlicht");
        Breaks(talk);
        await talk.PressesAsync("katrin", "Einladen");
        await BackAsync(talk, back);
        Assert.Equal(said, talk.HeardBy("fremd", "ist eingeladen, sich vorzustellen"));
    }

    /// <summary>Whoever votes has time to do so, also where the bot was away when the voting should have begun.</summary>
    [Theory]
    [InlineData("2026-12-14T19:00:00", "2026-12-21T18:00:00")]
    [InlineData("2026-12-20T18:00:00", "2026-12-21T18:00:00")]
    [InlineData("2026-12-20T18:00:01", "2026-12-21T18:00:01")]
    [InlineData("2026-12-21T17:59:59", "2026-12-22T17:59:59")]
    public async Task Election_ThatBeginsLate_GivesADayToVote(string back, string closes)
    {
        await using var talk = await ElectionTests.StartAsync();
        await ElectionTests.CallAsync(talk);
        await talk.SaysAsync("amina", "Ich kandidiere: Beirat");
        await BackAsync(talk, back);
        Assert.Equal(At(closes), Assert.Single(await talk.RunningBallotsAsync()).Ballot.ClosesAt);
    }

    [Theory]
    [InlineData("2028-12-10T07:59:59", 0)]
    [InlineData("2028-12-10T08:00:00", 1)]
    [InlineData("2029-01-31T19:59:59", 1)]
    [InlineData("2029-02-01T08:00:00", 0)]
    public async Task NextElection_ThatIsDue_IsToldByDayUntilTheTermEnds(string back, int said)
    {
        await using var talk = await ElectionTests.StartAsync();
        await ElectionTests.CallAsync(talk, "Wahl Beirat: 1 Sitz, Vorschläge bis 14.12., Wahl bis 21.12., Amtszeit ab 1.2.2027");
        await talk.SaysAsync("guel", "Ich kandidiere: Beirat");
        await talk.AtAsync(2026, 12, 14, 18);
        await ElectionTests.VoteAsync(talk, "1 ja", "1 ja", "1 ja", "1 ja", "1 ja");
        await talk.AtAsync(2026, 12, 21, 18);
        await talk.PressesAsync("guel", "Wahl annehmen");
        await talk.AtAsync(2027, 2, 1, 0);
        await BackAsync(talk, back);
        Assert.Equal(said, talk.HeardBy("katrin", "Die Amtszeit von Beirat endet am"));
    }
}
