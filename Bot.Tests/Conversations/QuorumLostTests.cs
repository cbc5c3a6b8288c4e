using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Meetings;
using Bot.Domain.Minutes;
using Bot.Domain.Voting;
using Bot.Storage;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>A meeting that loses its quorum while it goes on: what the chair sees, what decisions come to, what follows.</summary>
public class QuorumLostTests
{
    private const string Lost = "Seit 17:30 Uhr sind es zu wenige. Was jetzt beschlossen wird, hat keine Beschlussfähigkeit: Entschieden ist damit nichts.";

    private const string Offer = "hat ihre Beschlussfähigkeit verloren, bevor alle Punkte behandelt waren. Soll zu dieser Folgesitzung eingeladen werden?";

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task SomebodyLeaves_TheViewSaysSinceWhenAtOnce_AndUntilTheyAreBack(Store store)
    {
        await using var talk = await OpenedAsync(store);
        Assert.DoesNotContain("sind es zu wenige", talk.Read(Talk.Personal("amina")), StringComparison.Ordinal);
        await talk.AtAsync(2027, 1, 14, 17, 30);
        await talk.SaysAsync("bernd", "Ich gehe");
        Assert.Contains(Lost, talk.Read(Talk.Personal("amina")), StringComparison.Ordinal); // the card that was posted, nobody asked
        Assert.Contains(Lost, talk.Read(Talk.Board), StringComparison.Ordinal);
        await talk.AtAsync(2027, 1, 14, 17, 45);
        await talk.SaysAsync("amina", "Sitzung");
        talk.Hears("amina", Lost);
        talk.Hears("amina", "Die Geschäftsordnung erlaubt eine Folgesitzung für das, was offen bleibt.");
        await talk.SaysAsync("clara", "Ich bin da");
        Assert.DoesNotContain("sind es zu wenige", talk.Read(Talk.Board), StringComparison.Ordinal);
        await talk.SaysAsync("amina", "Sitzung");
        talk.Hears("amina", "In diesem Moment beschlussfähig");
    }

    [Fact]
    public async Task NeverEnough_TheViewSaysSinceTheOpening_AndWithoutAQuorumRuleNothing()
    {
        await using (var talk = await Talk.OpenedAsync(change: snapshot => WithQuorum(snapshot, null)))
        {
            await talk.SaysAsync("amina", "Ich bin da");
            await talk.SaysAsync("amina", "Sitzung");
            talk.Hears("amina", "Seit der Eröffnung sind es zu wenige.");
        }

        await using var free = await Talk.OpenedAsync();
        await free.SaysAsync("amina", "Ich bin da");
        await free.SaysAsync("amina", "Sitzung");
        Assert.DoesNotContain("zu wenige", free.LastFor("amina"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Decision_AfterTheQuorumIsLost_DecidesNothingByHandsAndByConsent(Store store)
    {
        await using var talk = await OpenedAsync(store);
        await talk.SaysAsync("amina", "Beschluss: Mit Quorum");
        talk.Hears("amina", "im Einvernehmen, nicht ausgezählt");
        await talk.AtAsync(2027, 1, 14, 17, 30);
        await talk.SaysAsync("bernd", "Ich gehe");
        await talk.SaysAsync("amina", "Beschluss: Im Einvernehmen ohne Quorum");
        talk.Hears("amina", "im Einvernehmen, aber nicht beschlussfähig: nichts ist entschieden");
        talk.Hears("amina", "1 von 3, nötig 2: nicht beschlussfähig");
        await talk.SaysAsync("amina", "Beschluss: Gezählt ohne Quorum. 1 ja");
        talk.Hears("amina", "nicht beschlussfähig, nichts entschieden: 1 ja");
        await talk.AtAsync(2027, 1, 14, 17, 35);
        await talk.SaysAsync("clara", "Ich bin da");
        await talk.SaysAsync("amina", "Beschluss: Wieder mit Quorum");
        talk.Hears("amina", "im Einvernehmen, nicht ausgezählt");
        await talk.AtAsync(2027, 1, 14, 17, 40);
        await talk.SaysAsync("amina", "Sitzung schließen: ja");

        var register = await talk.RegisterAsync();
        Assert.Equal(
            [("Mit Quorum", Verdict.Accepted, true), ("Im Einvernehmen ohne Quorum", Verdict.NoQuorum, false), ("Gezählt ohne Quorum.", Verdict.NoQuorum, false), ("Wieder mit Quorum", Verdict.Accepted, true)],
            register.Select(entry => (entry.Text, entry.Verdict, entry.ByConsent)));
        Assert.Equal(new Tally(0, 0, 0, 3, 1, 3, 0), register[1].Tally);
        Assert.Null(Bot.Domain.Records.ResolutionChain.FirstBroken(register));

        // What was decided stays so, whoever comes and goes later, and in the minutes.
        await talk.SaysAsync("amina", "Protokoll erstellen");
        var body = await talk.BodyAsync((await talk.TheMeetingAsync()).Id);
        Assert.Equal(
            [(PresenceMoment.Opening, 17, 0), (PresenceMoment.Most, 17, 0), (PresenceMoment.QuorumLost, 17, 30), (PresenceMoment.QuorumRegained, 17, 35), (PresenceMoment.Closing, 17, 40)],
            body.Presence.Select(presence => (presence.Moment, presence.At.Hour, presence.At.Minute)));
        Assert.Equal([false, true, false, false], body.Everything.SelectMany(item => item.Entries).Select(entry => entry.IsWithoutQuorum));
    }

    /// <summary>12 yes, 5 no, 3 abstentions of 45 entitled with a quorum of one half: 20 of 45, nothing decided.</summary>
    [Theory]
    [InlineData(20, Verdict.NoQuorum)]
    [InlineData(22, Verdict.NoQuorum)]
    [InlineData(23, Verdict.Accepted)]
    public void Decide_TwelveFiveThreeOfFortyFive_AroundTheQuorum(int present, Verdict expected)
    {
        var basis = new Bot.Domain.Sessions.DecisionBasis(present, 45, (MajorityRule.Default with { Quorum = new Fraction(1, 2) }).ToCode());
        Assert.Equal(expected, basis.Decide(new Bot.Domain.Sessions.HandCount(12, 5, 3)).Verdict);
        Assert.Equal(expected == Verdict.Accepted, basis.HoldsQuorum);
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Ballot_OpenedAfterTheQuorumIsLost_SaysSoAndDecidesNothing(Store store)
    {
        await using var talk = await OpenedAsync(store);
        await talk.AtAsync(2027, 1, 14, 17, 30);
        await talk.SaysAsync("bernd", "Ich gehe");
        await talk.SaysAsync("amina", "Jetzt abstimmen: Stellen wir den Antrag?");
        talk.Hears("amina", "In diesem Moment nicht beschlussfähig");
        await talk.PressesAsync("amina", "Jetzt abstimmen");
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        talk.Shows(Talk.Board, "nicht beschlussfähig, nichts entschieden");
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Closed_WithoutQuorumAndItemsLeft_TheFollowUpIsOfferedOnce(Store store)
    {
        await using var talk = await OpenedAsync(store);
        await talk.SaysAsync("amina", "Nächster TOP");
        await talk.AtAsync(2027, 1, 14, 17, 30);
        await talk.SaysAsync("bernd", "Ich gehe");
        await talk.AtAsync(2027, 1, 14, 18);
        Assert.Equal(0, talk.HeardBy("katrin", Offer)); // they may come back
        await talk.SaysAsync("amina", "Sitzung schließen: ja");
        Assert.Equal(1, talk.HeardBy("katrin", Offer));
        Assert.Equal(1, talk.HeardBy("amina", Offer));
        await talk.RestartAsync();
        await talk.AtAsync(2027, 1, 15, 0);
        Assert.Equal(1, talk.HeardBy("katrin", Offer));
        Assert.Equal(1, talk.HeardBy("amina", Offer));

        var others = talk.DataOf("katrin", "Einladen");
        await talk.PressesAsync("amina", "Einladen"); // who led it, though no coordinator
        Assert.Contains("Eingeladen: **Beirat: Donnerstag, 21. Januar 2027", await talk.PressAsync("katrin", "meeting.followup.call", others), StringComparison.Ordinal);
        Assert.Equal(2, (await talk.MeetingsAsync()).Count);
        talk.Shows(Talk.Board, "Folgesitzung: Die Sitzung am Donnerstag, 14. Januar 2027 hat ihre Beschlussfähigkeit verloren, bevor alle Punkte behandelt waren.");
        var meeting = (await talk.MeetingsAsync())[^1];
        Assert.Equal(new FollowUpRule(3), meeting.FollowUp!.Rule);
        Assert.True(meeting.FollowUp.WasLost);
    }

    [Theory]
    [InlineData("Nächster TOP", true, false, 0)] // regained before the closing
    [InlineData("Nächster TOP", false, true, 0)] // nothing left
    [InlineData("Notiz: Ohne Tagesordnung", false, false, 0)] // nobody went along the agenda
    [InlineData("Nächster TOP", false, false, 1)]
    public async Task Closed_FollowUp_OnlyWhereTheQuorumIsLostAndSomethingIsLeft(string said, bool isRegained, bool isDone, int offers)
    {
        await using var talk = await OpenedAsync(Store.Sqlite);
        await talk.SaysAsync("amina", said);
        await talk.AtAsync(2027, 1, 14, 17, 30);
        await talk.SaysAsync("bernd", "Ich gehe");
        if (isDone)
        {
            foreach (var place in new[] { 1, 2, 3 })
            {
                await talk.SaysAsync("amina", $"TOP {place} erledigt");
            }
        }

        if (isRegained)
        {
            await talk.SaysAsync("bernd", "Ich bin da");
        }

        await talk.AtAsync(2027, 1, 14, 18);
        await talk.SaysAsync("amina", "Sitzung schließen: ja");
        Assert.Equal(offers, talk.HeardBy("katrin", Offer));
        await talk.SaysAsync("katrin", "Folgesitzung Beirat");
        var isTyped = !isRegained && !isDone;
        talk.Hears("katrin", isTyped ? Offer : "war nach der Anwesenheitsliste beschlussfähig");
    }

    [Fact]
    public async Task WhoLeavesAsItIsClosed_WasThereUntilItsEnd()
    {
        await using var talk = await OpenedAsync(Store.Sqlite);
        await talk.SaysAsync("amina", "Nächster TOP");
        await talk.AtAsync(2027, 1, 14, 18);
        await talk.SaysAsync("bernd", "Ich gehe");
        await talk.SaysAsync("amina", "Sitzung schließen: ja");
        Assert.Equal(0, talk.HeardBy("katrin", Offer));
    }

    private static NetworkSnapshot WithQuorum(NetworkSnapshot snapshot, FollowUpRule? followUps) => Talk.WithRules(
        snapshot, "beirat", rules => rules with { Majority = MajorityRule.Default with { Quorum = new Fraction(1, 2) }, FollowUps = followUps });

    /// <summary>Amina and Bernd are there, two of three.</summary>
    private static async Task<Talk> OpenedAsync(Store store)
    {
        var talk = await Talk.OpenedAsync(store, snapshot => WithQuorum(snapshot, new FollowUpRule(3)));
        await talk.SaysAsync("amina", "Ich bin da");
        await talk.SaysAsync("bernd", "Ich bin da");
        return talk;
    }
}
