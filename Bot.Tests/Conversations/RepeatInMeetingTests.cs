using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Ballots of a meeting that are taken again, and secrecy asked for in a meeting.</summary>
public class RepeatInMeetingTests
{
    private static readonly string[] Askers = ["amina", "clara"];

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Repeat_WhileTheMeetingIsOn_IsTakenInItWithThosePresentNow(Store store)
    {
        await using var talk = await VotedInMeetingAsync(store);
        talk.Shows(Talk.Board, "Ergebnis: nicht beschlussfähig");
        await talk.AtAsync(2027, 1, 14, 17, 30);
        await talk.SaysAsync("clara", "Ich bin da");
        await talk.SaysAsync("katrin", "Sitzungsleitung Beirat: Clara");
        Assert.Equal("Das kann nur die Sitzungsleitung (Clara Neumann) oder die Koordination.", await talk.PressAsync("bernd", "ballot.repeat.ask", talk.DataOf("katrin", "Erneut abstimmen")));
        await talk.SaysAsync("clara", "Abstimmung wiederholen");
        talk.Hears("clara", "beginnt sofort und läuft bis Donnerstag, 14. Januar 2027, 17:45 Uhr");
        talk.Hears("clara", "Abgestimmt wird in der laufenden Sitzung. Jetzt anwesend: 2 von 3 auf der Liste.");
        var data = talk.DataOf("clara", "Ja, wiederholen");
        await talk.PressesAsync("clara", "Ja, wiederholen");
        await talk.PressAsync("clara", "ballot.repeat", data);

        var ballot = Assert.Single(await talk.RunningBallotsAsync()).Ballot;
        Assert.Equal((BallotMode.InMeeting, (PersonId?)new PersonId("clara")), (ballot.Mode, ballot.Chair));
        Assert.Equal((await talk.MeetingsAsync())[0].Id, ballot.Meeting);
        Assert.Equal(["amina", "clara"], (await talk.RollAsync(ballot.Id)).Where(line => line.IsPresent == true).Select(line => line.Voter.Value).Order());
        talk.Shows(Talk.Board, "Abstimmung in der Sitzung.");
        await talk.SaysAsync("amina", "Ja");
        await talk.SaysAsync("clara", "Ja");
        await talk.AtAsync(2027, 1, 14, 17, 45);
        talk.Shows(Talk.Board, "Ergebnis: angenommen");
        Assert.Equal(2, (await talk.BallotAsync(ballot.Id)).Result!.Tally.Present);
    }

    [Fact]
    public async Task Repeat_AfterTheMeeting_RunsOverDaysAndThePreviewSaysSo()
    {
        await using var talk = await VotedInMeetingAsync();
        await talk.AtAsync(2027, 1, 15, 9);
        await talk.SaysAsync("bernd", "Abstimmung wiederholen");
        talk.Hears("bernd", "Das kann nur die Koordination: Katrin Vogel.");
        await talk.SaysAsync("katrin", "Abstimmung wiederholen");
        talk.Hears("katrin", "Die Sitzung, in der abgestimmt wurde, ist vorbei. Darum läuft die neue Abstimmung im Chat über mehrere Tage.");
        await talk.PressesAsync("katrin", "Ja, wiederholen");
        var ballot = Assert.Single(await talk.RunningBallotsAsync()).Ballot;
        Assert.Equal((BallotMode.OverDays, null), (ballot.Mode, ballot.Meeting));
        Assert.All(await talk.RollAsync(ballot.Id), line => Assert.Null(line.IsPresent));
    }

    [Theory]
    [InlineData(23, 59, BallotMode.InMeeting)]
    [InlineData(24, 0, BallotMode.OverDays)]
    public async Task Repeat_ConfirmedAtTheEndOfTheMeeting_IsShownAnewOnlyWhereItIsOver(int hour, int minute, BallotMode expected)
    {
        await using var talk = await VotedInMeetingAsync();
        await talk.SaysAsync("katrin", "Abstimmung wiederholen");
        await talk.AtAsync(2027, 1, hour < 24 ? 14 : 15, hour % 24, minute, minute == 59 ? 59 : 0);
        var shown = await talk.PressesAsync("katrin", "Ja, wiederholen");
        Assert.Equal(expected == BallotMode.OverDays, shown.Contains("Inzwischen würde anders abgestimmt, als Sie es gesehen haben.", StringComparison.Ordinal));
        Assert.Equal(expected == BallotMode.OverDays, (await talk.RunningBallotsAsync()).Count == 0);
        if (expected == BallotMode.OverDays)
        {
            await talk.PressesAsync("katrin", "Ja, wiederholen");
        }

        Assert.Equal(expected, Assert.Single(await talk.RunningBallotsAsync()).Ballot.Mode);
    }

    /// <summary>As a version stored it that did not keep the meeting: nobody can tell which it was.</summary>
    [Fact]
    public async Task Repeat_OfABallotWithoutItsMeeting_RunsOverDays()
    {
        await using var talk = await CalledAsync();
        await OpensAsync(talk);
        await talk.ChangeBallotAsync(ballot => ballot with { Meeting = null });
        await talk.EndsBallotAsync();
        await talk.SaysAsync("katrin", "Abstimmung wiederholen");
        await talk.PressesAsync("katrin", "Ja, wiederholen");
        Assert.Equal(BallotMode.OverDays, Assert.Single(await talk.RunningBallotsAsync()).Ballot.Mode);
    }

    [Theory]
    [InlineData(1, BallotSecrecy.Open)]
    [InlineData(2, BallotSecrecy.Secret)]
    public async Task VoteNow_SecrecyOnRequest_GivesThreeMinutesToAskForItAlsoWhenRepeated(int asking, BallotSecrecy expected)
    {
        await using var talk = await CalledAsync(secrecy: SecrecyRule.OnRequestOf(2));
        await talk.SaysAsync("bernd", "Jetzt abstimmen: Stellen wir den Antrag?");
        talk.Hears("bernd", "Darum beginnt die Abstimmung erst 3 Minuten nach der Ankündigung.");
        Assert.Contains("Die Abstimmung beginnt um 17:03 Uhr; bis dahin kann eine geheime beantragt werden. Sie läuft bis 17:18 Uhr.", await talk.PressesAsync("bernd", "Jetzt abstimmen"), StringComparison.Ordinal);
        await AskedAsync(talk, asking, 17, 3, expected);
        await talk.AtAsync(2027, 1, 14, 17, 18);
        await talk.SaysAsync("katrin", "Abstimmung wiederholen");
        talk.Hears("katrin", "beginnt am Donnerstag, 14. Januar 2027, 17:21 Uhr und endet am Donnerstag, 14. Januar 2027, 17:36 Uhr");
        await talk.PressesAsync("katrin", "Ja, wiederholen");
        await AskedAsync(talk, asking, 17, 21, expected);
    }

    private static async Task AskedAsync(Talk talk, int asking, int hour, int minute, BallotSecrecy expected)
    {
        Assert.Equal(BallotSecrecy.OnRequest, Assert.Single(await talk.RunningBallotsAsync()).Ballot.Secrecy);
        await talk.SaysAsync("amina", "Ja");
        Assert.DoesNotContain("Ihre Stimme ist gezählt", talk.LastFor("amina"), StringComparison.Ordinal);
        foreach (var who in Askers.Take(asking))
        {
            await talk.SaysAsync(who, "geheim beantragen");
            talk.Hears(who, "Ihr Antrag auf geheime Abstimmung ist vermerkt.");
        }

        await talk.AtAsync(2027, 1, 14, hour, minute);
        Assert.Equal(expected, Assert.Single(await talk.RunningBallotsAsync()).Ballot.Secrecy);
    }

    private static async Task<Talk> VotedInMeetingAsync(Store store = Store.Sqlite)
    {
        var talk = await CalledAsync(store);
        await OpensAsync(talk);
        await talk.SaysAsync("amina", "Ja");
        await talk.AtAsync(2027, 1, 14, 17, 15);
        return talk;
    }

    private static async Task OpensAsync(Talk talk)
    {
        await talk.SaysAsync("bernd", "Jetzt abstimmen: Stellen wir den Antrag?");
        await talk.PressesAsync("bernd", "Jetzt abstimmen");
    }

    /// <summary>The board meets, Bernd leads, Amina is there, and half must take part.</summary>
    private static async Task<Talk> CalledAsync(Store store = Store.Sqlite, SecrecyRule? secrecy = null)
    {
        var talk = await Talk.StartAsync(store, snapshot => Talk.WithRules(snapshot, "beirat", rules => rules with
        {
            Usual = rules.Usual with { Majority = MajorityRule.Default with { Quorum = new Fraction(1, 2) }, Secrecy = secrecy ?? SecrecyRule.Never },
        }));
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("katrin", "Sitzungsleitung Beirat: Bernd Krüger");
        await talk.AtAsync(2027, 1, 14, 17);
        await talk.SaysAsync("amina", "Ich bin da");
        return talk;
    }
}
