using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Storage;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Who is present in a meeting, and ballots taken in it.</summary>
public class AttendanceTests
{
    private static readonly string[] Members = ["amina", "bernd", "clara"];

    [Fact]
    public async Task Arrive_OutsideTheMeeting_IsRefusedWithWhen()
    {
        await using var talk = await CalledAsync();
        await talk.AtAsync(2027, 1, 14, 15, 59, 59);
        await talk.SaysAsync("amina", "Ich bin da");
        talk.Hears("amina", "Im Moment läuft keine Sitzung, zu der Sie gehören.");
        await talk.AtAsync(2027, 1, 14, 16);
        await talk.SaysAsync("amina", "Ich bin da");
        talk.Hears("amina", "Amina Yıldız ist anwesend: Beirat");
        await talk.SaysAsync("dao", "Anwesend");
        talk.Hears("dao", "Im Moment läuft keine Sitzung, zu der Sie gehören.");
        var arrive = talk.DataOf("amina", "Ich gehe");
        Assert.StartsWith("Diese Sitzung gibt es nicht", await talk.PressAsync("dao", "attendance.arrive", arrive), StringComparison.Ordinal);
        await talk.AtAsync(2027, 1, 15, 0);
        Assert.Contains("Im Moment läuft keine Sitzung", await talk.PressAsync("amina", "attendance.leave", arrive), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Attendance_OfThePlenary_IsByOrganization(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "ivo", "bernd");
        await talk.CallsAsync("Plenum am 14. Januar um 18 Uhr im Rathaus");
        await talk.AtAsync(2027, 1, 14, 17, 30);
        await talk.SaysAsync("amina", "Ich bin da");
        talk.Hears("amina", "Für: Kulturverein Morgenstern e. V.");
        await talk.SaysAsync("ivo", "Anwesend");
        await talk.PressesAsync("amina", "Ich gehe");
        await talk.SaysAsync("katrin", "Anwesenheit");
        talk.Hears("katrin", "Jetzt anwesend: 1 von 8 Stimmberechtigten.");
        talk.Hears("katrin", "anwesend seit 17:30 Uhr durch Ivo Petrov");
        await talk.SaysAsync("katrin", "Anwesend: Kreissportbund");
        talk.Hears("katrin", "Als anwesend vermerkt: Kreissportbund Musterland.");
        await talk.SaysAsync("katrin", "Anwesend: Bernd");
        talk.Hears("katrin", "Als anwesend vermerkt: Evangelische Kirchgemeinde St. Lukas.");
        await talk.SaysAsync("katrin", "Anwesend: Niemand");
        talk.Hears("katrin", "finde ich in dieser Sitzung niemanden mit Stimmrecht");
        await talk.SaysAsync("bernd", "Anwesend: Kreissportbund");
        talk.Hears("bernd", "Das kann nur die Koordination");
        await talk.SaysAsync("bernd", "Anwesenheit");
        talk.Hears("bernd", "Das kann nur die Koordination");
        await talk.SaysAsync("ivo", "Ich gehe");
        await talk.SaysAsync("katrin", "Gegangen: Kreissportbund");
        await talk.SaysAsync("katrin", "Anwesenheit");
        talk.Hears("katrin", "Jetzt anwesend: 1 von 8 Stimmberechtigten.");
        Assert.Contains("Jetzt anwesend: 2 von 8", await talk.PressesAsync("katrin", "Als anwesend vermerken"), StringComparison.Ordinal);
        await talk.SaysAsync("katrin", "Anwesenheit", Talk.Plenary);
        talk.Shows(Talk.Plenary, "nur im Einzelchat");
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Arrive_ManyAtOnceOnTwoInstances_AllAreNoted(Store store)
    {
        await using var talk = await CalledAsync(store);
        var other = talk.Join();
        talk.Settles = false;
        talk.Time.SetBerlin(2027, 1, 14, 16, 45);
        var bodies = Enumerable.Repeat(Members, 2).SelectMany(who => who)
            .Select(who => talk.Complete(new System.Text.Json.Nodes.JsonObject { ["type"] = "message", ["text"] = "Ich bin da" }, who, null).ToJsonString()).ToList();
        foreach (var response in await Task.WhenAll(bodies.Select((body, index) => index % 2 == 0 ? talk.SendAsync(body) : Talk.SendAsync(other, body))))
        {
            response.Dispose();
        }

        await talk.SettleTogetherAsync(other);
        var meeting = Assert.Single(await talk.MeetingsAsync());
        var attendance = await talk.Get<AttendanceStore>().OfAsync(Talk.Network, meeting.Id, TestContext.Current.CancellationToken);
        Assert.Equal(Members, attendance.PresentAt(talk.Time.Now).Select(voter => voter.Value).Order());
        Assert.All(attendance.Lines, line => Assert.Single(line.Stays));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task VoteNow_ByTheChair_CountsPresenceAndEndsByItself(Store store)
    {
        await using var talk = await Talk.StartAsync(store, snapshot => Talk.WithRules(
            snapshot, "beirat", rules => rules with { Majority = MajorityRule.Default with { Quorum = new Fraction(1, 2) } }));
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("amina", "Sitzungsleitung: Amina");
        talk.Hears("amina", "Das kann nur die Koordination");
        await talk.SaysAsync("katrin", "Sitzungsleitung Beirat: Amina");
        talk.Hears("katrin", "Amina Yıldız leitet diese Sitzung: Beirat");
        await talk.SaysAsync("amina", "Jetzt abstimmen: Stellen wir den Antrag?");
        talk.Hears("amina", "Im Moment läuft keine Sitzung");
        await talk.AtAsync(2027, 1, 14, 17);
        await talk.SaysAsync("amina", "Ich bin da");
        await talk.SaysAsync("bernd", "Jetzt abstimmen: Stellen wir den Antrag?");
        talk.Hears("bernd", "Das kann nur die Koordination");
        await talk.SaysAsync("amina", "Jetzt abstimmen: Stellen wir den Antrag?");
        talk.Hears("amina", "Jetzt anwesend: 1 von 3 Stimmberechtigten.");
        talk.Hears("amina", "In diesem Moment nicht beschlussfähig: nötig mindestens 1/2 von 3, anwesend 1.");
        var data = talk.DataOf("amina", "Jetzt abstimmen");
        data["question"] = "Stellen wir den Antrag?";
        data["minutes"] = "15";
        Assert.Contains("Das kann nur die Koordination", await talk.PressAsync("bernd", "meeting.vote", data), StringComparison.Ordinal);
        Assert.Contains("dauert 1 bis 120 Minuten", await talk.PressesAsync("amina", "Jetzt abstimmen", null, ("minutes", "121")), StringComparison.Ordinal);
        Assert.Contains("dauert 1 bis 120 Minuten", await talk.PressesAsync("amina", "Jetzt abstimmen", null, ("minutes", "0")), StringComparison.Ordinal);
        Assert.Contains("Worum geht es?", await talk.PressesAsync("amina", "Jetzt abstimmen", null, ("question", " "), ("minutes", "15")), StringComparison.Ordinal);
        Assert.Contains("Die Abstimmung läuft bis 17:15 Uhr.", await talk.PressesAsync("amina", "Jetzt abstimmen", null, ("question", "Stellen wir den Antrag?"), ("minutes", "15")), StringComparison.Ordinal);
        await talk.PressAsync("amina", "meeting.vote", data);
        var ballot = Assert.Single(await talk.RunningBallotsAsync()).Ballot;
        Assert.Equal((BallotMode.InMeeting, (PersonId?)new PersonId("amina"), 0), (ballot.Mode, ballot.Chair, ballot.Reminders.At.Count));
        talk.Shows(Talk.Board, "Stellen wir den Antrag?");
        talk.Shows(Talk.Board, "Abstimmung in der Sitzung.");
        await talk.SaysAsync("bernd", "Ja"); // not noted as present, and so by voting
        await talk.AtAsync(2027, 1, 14, 17, 14, 59);
        Assert.Single(await talk.RunningBallotsAsync());
        await talk.AtAsync(2027, 1, 14, 17, 15);
        var result = (await talk.BallotAsync(ballot.Id)).Result!;
        Assert.Equal((new Tally(1, 0, 0, 2, 2, 3, 0), true), (result.Tally, result.QuorumHeld));
        talk.Shows(Talk.Board, "Ergebnis: angenommen");
    }

    [Fact]
    public async Task VoteNow_ClosedOrVoidedByTheChair_Ends()
    {
        await using var talk = await CalledAsync();
        await talk.SaysAsync("katrin", "Sitzungsleitung Beirat: Bernd Krüger");
        await talk.AtAsync(2027, 1, 14, 17);
        await talk.SaysAsync("bernd", "Jetzt abstimmen: Erste Frage?");
        await talk.PressesAsync("bernd", "Jetzt abstimmen");
        await talk.SaysAsync("bernd", "Abstimmung beenden");
        await talk.PressesAsync("bernd", "Ja, jetzt beenden");
        talk.Shows(Talk.Board, "Ergebnis: abgelehnt");
        await talk.SaysAsync("bernd", "Jetzt abstimmen: Zweite Frage?");
        await talk.PressesAsync("bernd", "Jetzt abstimmen");
        await talk.SaysAsync("bernd", "Abstimmung für ungültig erklären: Zweite");
        await talk.PressesAsync("bernd", "Ja, für ungültig erklären", null, ("reason", "Frage falsch gestellt"));
        talk.Shows(Talk.Board, "Für ungültig erklärt von Bernd Krüger");
        await talk.SaysAsync("bernd", "Abstimmung wiederholen: Zweite");
        talk.Hears("bernd", "Abgestimmt wird in der laufenden Sitzung.");
    }

    [Fact]
    public async Task Chair_OfOneMeeting_IsNotTheNextOnes()
    {
        await using var talk = await CalledAsync();
        await talk.CallsAsync("Beirat am 21. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("katrin", "Sitzungsleitung Beirat: Amina Yıldız");
        await talk.AtAsync(2027, 1, 21, 17);
        await talk.SaysAsync("amina", "Jetzt abstimmen: Frage?");
        talk.Hears("amina", "Das kann nur die Koordination");
    }

    private static async Task<Talk> CalledAsync(Store store = Store.Sqlite)
    {
        var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara", "dao");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        return talk;
    }
}
