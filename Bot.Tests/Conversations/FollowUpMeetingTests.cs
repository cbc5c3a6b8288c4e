using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Domain.Voting;
using Bot.Storage;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>A plenary without quorum, the meeting that takes its place, and the rule that allows it.</summary>
public class FollowUpMeetingTests
{
    private const string Offer = "war nicht beschlussfähig. Soll zu dieser Folgesitzung eingeladen werden?";

    private const string Said = "Diese Sitzung kann nach der Geschäftsordnung beschließen, gleich wie viele anwesend sind.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task FollowUp_QuorumNeverReached_IsOfferedFilledInAndDecidesByItsOwnRule(Store store)
    {
        await using var talk = await MetAsync(store, new FollowUpRule(3));
        await talk.SaysAsync("amina", "Ich bin da");
        await talk.AtAsync(2027, 1, 12, 18, 29, 59);
        Assert.Equal(0, talk.HeardBy("katrin", Offer));
        await talk.AtAsync(2027, 1, 12, 18, 30);
        talk.Hears("katrin", "Die Sitzung **Plenum: Dienstag, 12. Januar 2027, 18:00 Uhr** " + Offer);
        talk.Hears("katrin", "Dienstag, 19. Januar 2027, 18:00 Uhr");
        talk.Hears("katrin", Said);
        talk.Hears("katrin", "Die Ladungsfrist von 3 Tagen ist gewahrt; letzter Tag für die Einladung ist Freitag, 15. Januar 2027.");
        var button = talk.DataOf("katrin", "Einladen");
        Assert.Contains("Eingeladen: **Plenum: Dienstag, 19. Januar 2027", await talk.PressesAsync("katrin", "Einladen"), StringComparison.Ordinal);
        Assert.Contains("Plenum: Dienstag, 19. Januar 2027", await talk.PressAsync("katrin", "meeting.followup.call", button), StringComparison.Ordinal);
        talk.Shows(Talk.Plenary, "Folgesitzung: Die Sitzung am Dienstag, 12. Januar 2027 war nicht beschlussfähig. " + Said);
        await talk.RestartAsync();
        await talk.AtAsync(2027, 1, 13, 0);
        Assert.Equal(1, talk.HeardBy("katrin", Offer));

        var meeting = (await talk.MeetingsAsync())[^1];
        Assert.Equal(new FollowUpRule(3), meeting.FollowUp!.Rule);
        await talk.AtAsync(2027, 1, 19, 18);
        await talk.SaysAsync("amina", "Ich bin da");
        await talk.SaysAsync("katrin", "Jetzt abstimmen: Stellen wir den Antrag?");
        await talk.PressesAsync("katrin", "Jetzt abstimmen");
        Assert.Null((await OpenBallotAsync(talk)).Rule.Quorum);
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        talk.Shows(Talk.Plenary, "angenommen");
    }

    [Fact]
    public async Task FollowUp_QuorumReachedOrNobodyNotedOrNotAllowed_IsNotOffered()
    {
        await using (var held = await MetAsync(Store.Sqlite, new FollowUpRule(3)))
        {
            foreach (var name in new[] { "Kulturverein", "Kirchgemeinde", "Kreissportbund", "Volkshochschule" })
            {
                await held.SaysAsync("katrin", "Anwesend: " + name);
            }

            await held.AtAsync(2027, 1, 13, 0);
            Assert.Equal(0, held.HeardBy("katrin", Offer));
            await held.SaysAsync("katrin", "Folgesitzung Plenum am 19.1. um 18 Uhr");
            held.Hears("katrin", "Die Sitzung am Dienstag, 12. Januar 2027 war nach der Anwesenheitsliste beschlussfähig");
        }

        await using (var unnoted = await MetAsync(Store.Sqlite, new FollowUpRule(3)))
        {
            await unnoted.AtAsync(2027, 1, 13, 0);
            Assert.Equal(0, unnoted.HeardBy("katrin", Offer));
            await unnoted.SaysAsync("katrin", "Folgesitzung Plenum am 19.1. um 19 Uhr in der VHS");
            unnoted.Hears("katrin", "wurde keine Anwesenheit notiert. Mit dem Einladen bestätigen Sie, dass sie nicht beschlussfähig war.");
            await unnoted.PressesAsync("katrin", "Einladen");
            var meeting = (await unnoted.MeetingsAsync())[^1];
            Assert.Equal((new LocalDate(2027, 1, 19), new LocalTime(19, 0), "VHS"), (meeting.Day, meeting.Start, meeting.Place));
            Assert.NotNull(meeting.FollowUp);
        }

        await using var forbidden = await MetAsync(Store.Sqlite, null);
        await forbidden.SaysAsync("amina", "Ich bin da");
        await forbidden.AtAsync(2027, 1, 13, 0);
        Assert.Equal(0, forbidden.HeardBy("katrin", Offer));
        await forbidden.SaysAsync("katrin", "Folgesitzung Plenum");
        forbidden.Hears("katrin", "Die Regeln dieses Gremiums kennen keine Folgesitzung.");
        await forbidden.SaysAsync("amina", "Folgesitzung Plenum");
        forbidden.Hears("amina", "Das kann nur die Koordination");
    }

    /// <summary>Opened and closed before its time: it is over all the same, and what takes its place can be called.</summary>
    [Fact]
    public async Task FollowUp_ClosedBeforeItsTime_CanBeCalled()
    {
        await using var talk = await CalledAsync(Store.Sqlite, new FollowUpRule(3));
        await talk.AtAsync(2027, 1, 12, 17, 10);
        await talk.SaysAsync("katrin", "Sitzung eröffnen");
        await talk.SaysAsync("amina", "Ich bin da");
        await talk.SaysAsync("katrin", "Sitzung schließen");
        await talk.PressesAsync("katrin", "Ja, jetzt schließen");
        await talk.AtAsync(2027, 1, 12, 17, 40);
        await talk.SaysAsync("katrin", "Folgesitzung Plenum");
        await talk.PressesAsync("katrin", "Einladen");
        var meeting = (await talk.MeetingsAsync())[^1];
        Assert.Equal((new LocalDate(2027, 1, 19), new LocalTime(18, 0), new FollowUpRule(3)), (meeting.Day, meeting.Start, meeting.FollowUp!.Rule));
    }

    [Fact]
    public async Task FollowUp_ForgedForAMeetingWithQuorum_IsAnOrdinaryRefusal()
    {
        await using var talk = await MetAsync(Store.Sqlite, new FollowUpRule(3));
        var meeting = Assert.Single(await talk.MeetingsAsync());
        await talk.SaysAsync("katrin", "Folgesitzung Plenum am 19.1. um 18 Uhr");
        var data = talk.DataOf("katrin", "Einladen");
        foreach (var name in new[] { "Kulturverein", "Kirchgemeinde", "Kreissportbund", "Volkshochschule" })
        {
            await talk.SaysAsync("katrin", "Anwesend: " + name);
        }

        Assert.Contains("beschlussfähig; eine Folgesitzung", await talk.PressAsync("katrin", "meeting.followup.call", data.DeepClone().AsObject()), StringComparison.Ordinal);
        data["followsUp"] = "nothing";
        Assert.StartsWith("Diese Sitzung gibt es nicht mehr.", await talk.PressAsync("katrin", "meeting.followup.call", data), StringComparison.Ordinal);
        Assert.Equal(meeting.Id, Assert.Single(await talk.MeetingsAsync()).Id);
    }

    /// <summary>Amina leads the plenary and is no coordinator: she calls exactly this follow-up, in time, once; nobody else does.</summary>
    [Fact]
    public async Task FollowUp_ByWhoeverLedIt_IsCalledOnceAndInTimeOnly()
    {
        await using var talk = await LedAsync();
        await talk.SaysAsync("amina", "Ich bin da");
        await talk.AtAsync(2027, 1, 12, 18, 30);
        Assert.Equal(1, talk.HeardBy("amina", Offer));
        var offered = talk.DataOf("amina", "Einladen");
        Assert.Equal("Das kann nur die Sitzungsleitung (Amina Yıldız) oder die Koordination.", await talk.PressAsync("bernd", "meeting.followup.call", offered.DeepClone().AsObject()));
        foreach (var verb in new[] { "meeting.followup.preview", "meeting.followup.edit", "meeting.followup.refresh" })
        {
            Assert.Equal("Das kann nur die Sitzungsleitung (Amina Yıldız) oder die Koordination.", await talk.PressAsync("bernd", verb, offered.DeepClone().AsObject()));
        }

        Assert.StartsWith("Diese Sitzung gibt es nicht mehr.", await talk.PressAsync("amina", "meeting.followup.call", offered.DeepClone().AsObject(), Talk.Board), StringComparison.Ordinal);
        Assert.Equal("Das kann nur die Koordination: Katrin Vogel.", await talk.PressAsync("amina", "meeting.call", offered.DeepClone().AsObject()));
        await talk.SaysAsync("bernd", "Folgesitzung Plenum");
        talk.Hears("bernd", "Das kann nur die Sitzungsleitung (Amina Yıldız) oder die Koordination.");

        await talk.SaysAsync("amina", "Folgesitzung Plenum morgen um 18 Uhr");
        talk.Hears("amina", "Kürzer als mit dieser Frist kann nur die Koordination einladen.");
        Assert.DoesNotContain("Dringlich einladen", talk.LastFor("amina"), StringComparison.Ordinal);
        var forged = offered.DeepClone().AsObject();
        (forged["day"], forged["reason"]) = ("2027-01-13", "eilt");
        Assert.Contains("Kürzer als mit dieser Frist", await talk.PressAsync("amina", "meeting.followup.call", forged), StringComparison.Ordinal);
        var ordinary = offered.DeepClone().AsObject();
        ordinary.Remove("followsUp");
        Assert.StartsWith("Diese Sitzung gibt es nicht mehr.", await talk.PressAsync("amina", "meeting.followup.call", ordinary), StringComparison.Ordinal);
        Assert.Single(await talk.MeetingsAsync());

        await talk.SaysAsync("amina", "Folgesitzung Plenum am 20.1. um 19 Uhr");
        Assert.Contains("Eingeladen: **Plenum: Mittwoch, 20. Januar 2027, 19:00 Uhr", await talk.PressesAsync("amina", "Einladen"), StringComparison.Ordinal);
        Assert.Contains("ist schon eingeladen: Mittwoch, 20. Januar 2027", await talk.PressAsync("amina", "meeting.followup.call", offered), StringComparison.Ordinal);
        var meeting = (await talk.MeetingsAsync())[^1];
        Assert.Equal((new PersonId("amina"), MeetingKind.Ordinary, new FollowUpRule(3)), (meeting.CalledBy, meeting.Kind, meeting.FollowUp!.Rule));
        Assert.Contains(await talk.Get<AuditStore>().ReadAsync(Talk.Network, null, null, 1000, Cancellation), entry => entry.Right == Right.CallFollowUp && entry.By == new PersonId("amina") && entry.SubjectId == meeting.Id.Value);
    }

    [Fact]
    public async Task FollowUp_ByWhoeverLedIt_NotWhereNobodyWasNotedOrTheQuorumHeld()
    {
        await using var talk = await LedAsync();
        await talk.SaysAsync("amina", "Folgesitzung");
        talk.Hears("amina", "Aus der Anwesenheitsliste der Sitzung am Dienstag, 12. Januar 2027 geht nicht hervor");
        foreach (var name in new[] { "Kulturverein", "Kirchgemeinde", "Kreissportbund", "Volkshochschule" })
        {
            await talk.SaysAsync("katrin", "Anwesend: " + name);
        }

        await talk.SaysAsync("amina", "Folgesitzung");
        talk.Hears("amina", "war nach der Anwesenheitsliste beschlussfähig");
    }

    [Fact]
    public async Task FollowUp_ServerAsleepForAWeek_IsOfferedOnceAndNotAfterAMonth()
    {
        await using var talk = await MetAsync(Store.Sqlite, new FollowUpRule(3));
        await talk.SaysAsync("amina", "Ich bin da");
        talk.Time.SetBerlin(2027, 1, 19, 9);
        await talk.RestartAsync();
        Assert.Equal(1, talk.HeardBy("katrin", Offer));

        await using var late = await MetAsync(Store.Sqlite, new FollowUpRule(3));
        await late.SaysAsync("amina", "Ich bin da");
        late.Time.SetBerlin(2027, 2, 19, 9);
        await late.RestartAsync();
        Assert.Equal(0, late.HeardBy("katrin", Offer));
    }

    [Theory]
    [InlineData("Regel Plenum Folgesitzung: erlaubt, Ladungsfrist 3 Tage, ohne Mindestzahl ab heute", "notice=3;quorum=none")]
    [InlineData("Regel Plenum Folgesitzung: erlaubt, Frist 5 Tage, Quorum: mindestens ein Viertel ab heute", "notice=5;quorum>=1/4")]
    [InlineData("Regel Plenum Folgesitzung: erlaubt ab heute", "notice=14;quorum=none")]
    [InlineData("Regel Plenum Folgesitzung: 7 Tage, mindestens ein Drittel ab heute", "notice=7;quorum>=1/3")]
    [InlineData("rule plenary follow-up: allowed, notice period 4 days, without a quorum from today", "notice=4;quorum=none")]
    public async Task Rule_InWords_IsSetAfterAPreview(string line, string code)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", line);
        await talk.PressesAsync("katrin", "Festlegen");
        Assert.Equal(code, (await talk.NetworkAsync()).Network.GeneralAssembly!.Rules.FollowUps?.ToCode());
        await talk.SaysAsync("amina", "Geschäftsordnung Plenum");
        talk.Hears("amina", "Folgesitzung erlaubt");
    }

    [Fact]
    public async Task Rule_FromADayOn_IsTakenBackAndChangedAndRefusedToOthers()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Regel Plenum Folgesitzung: erlaubt, 3 Tage ab 1.1.2027");
        talk.Hears("katrin", "Folgesitzung erlaubt, Ladungsfrist 3 Tage, ohne Mindestzahl");
        var data = talk.DataOf("katrin", "Festlegen");
        Assert.Equal("Das kann nur die Koordination: Katrin Vogel.", await talk.PressAsync("amina", "rules.followup.set", data.DeepClone().AsObject()));
        await talk.PressesAsync("katrin", "Festlegen");
        Assert.Null((await talk.NetworkAsync()).Network.GeneralAssembly!.Rules.FollowUps);
        await talk.SaysAsync("katrin", "Geschäftsordnung Plenum");
        await talk.PressesAsync("katrin", "Zurücknehmen");
        await talk.PressesAsync("katrin", "Zurücknehmen");
        Assert.Null((await talk.NetworkAsync()).Network.GeneralAssembly!.Timeline.InForce(new LocalDate(2027, 6, 1)).FollowUps);

        await talk.SaysAsync("katrin", "Regel Plenum Folgesitzung: nach Gefühl ab heute");
        talk.Hears("katrin", "nach Gefühl");
        Assert.Contains("Folgesitzung erlaubt, Ladungsfrist 5 Tage", await talk.PressesAsync("katrin", "Prüfen", null, ("allowed", "yes"), ("notice", "5"), ("quorum", "mehr als ein Drittel"), ("from", "2026-11-23")), StringComparison.Ordinal);
        await talk.PressesAsync("katrin", "Festlegen");
        Assert.Equal("notice=5;quorum>1/3", (await talk.NetworkAsync()).Network.GeneralAssembly!.Rules.FollowUps!.ToCode());
        await talk.SaysAsync("katrin", "Regel Plenum Folgesitzung: keine ab heute");
        await talk.PressesAsync("katrin", "Festlegen");
        Assert.Null((await talk.NetworkAsync()).Network.GeneralAssembly!.Rules.FollowUps);
        await talk.SaysAsync("katrin", "Regel Plenum Folgesitzung: 91 Tage ab heute");
        talk.Hears("katrin", "eine Zahl von 1 bis 90 Tagen");
    }

    private static async Task<Ballot> OpenBallotAsync(Talk talk)
    {
        var running = await talk.Get<BallotStore>().RunningAsync(Talk.Network, Cancellation);
        return Assert.Single(running).Ballot;
    }

    private static async Task<Talk> MetAsync(Store store, FollowUpRule? rule)
    {
        var talk = await CalledAsync(store, rule);
        await talk.AtAsync(2027, 1, 12, 18, 5);
        return talk;
    }

    private static async Task<Talk> LedAsync()
    {
        var talk = await CalledAsync(Store.Sqlite, new FollowUpRule(3));
        await talk.SaysAsync("katrin", "Sitzungsleitung Plenum: Amina");
        await talk.AtAsync(2027, 1, 12, 18, 5);
        return talk;
    }

    private static async Task<Talk> CalledAsync(Store store, FollowUpRule? rule)
    {
        var talk = await Talk.StartAsync(store, snapshot => Talk.WithRules(snapshot, "plenum", rules => rules with { Majority = MajorityRule.Default with { Quorum = new Fraction(1, 2) }, FollowUps = rule }));
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Plenum am 12. Januar um 18 Uhr im Rathaus");
        return talk;
    }
}
