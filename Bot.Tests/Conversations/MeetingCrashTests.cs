using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using Bot.Storage;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>The store fails once while a meeting is cancelled, answered or followed by another, or while an item is passed on: in the end it was done once, and told once.</summary>
public class MeetingCrashTests
{
    private const string Board = "Beirat am 14. Januar um 17 Uhr im Rathaus";

    public static TheoryData<Store, bool> Failures => Talk.Failures;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Cancel_StoreFailsAtAnyWrite_TellsOnceAndItsItemsGoOnOnce(Store store, bool isWritten) => await Talk.AtEachWriteAsync(4, store, async failing =>
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync(Board);
        await talk.SaysAsync("amina", "TOP Beirat: Haushalt");
        await talk.CallsAsync("Beirat am 11. März um 17 Uhr im Rathaus");
        await talk.SaysAsync("katrin", "Beirat absagen: Glatteis");
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressesAsync("katrin", "Sitzung absagen"));
        var next = Assert.Single(await talk.MeetingsAsync());
        Assert.Equal(new LocalDate(2027, 3, 11), next.Day);
        Assert.Equal("Haushalt", Assert.Single((await AgendaAsync(talk, next)).Items).Title);
        Assert.Equal((1, 1, 1), (talk.CountOf(Talk.Board, "fällt aus"), talk.HeardBy("amina", "fällt aus"), talk.HeardBy("katrin", "fällt aus")));
        await talk.CallsAsync(Board);
        return writes;
    });

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Substitute_StoreFailsAtAnyWrite_IsNotedOnce(Store store, bool isWritten) => await Talk.AtEachWriteAsync(1, store, async failing =>
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Plenum am 12. Januar um 18 Uhr im Rathaus");
        var data = talk.DataOf("amina", "Ich komme");
        data["substitute"] = "Ivo";
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressAsync("amina", "reply.substitute", data.DeepClone().AsObject()));
        var replies = await talk.Get<ReplyStore>().OfAsync(Talk.Network, Assert.Single(await talk.MeetingsAsync()), Cancellation);
        var reply = Assert.Single(replies.Items);
        Assert.Equal((ReplyKind.Substituted, new PersonId("ivo")), (reply.Kind, reply.Substitute));
        return writes;
    });

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task FollowUp_StoreFailsAtAnyWrite_IsCalledAndToldOnce(Store store, bool isWritten) => await Talk.AtEachWriteAsync(5, store, async failing =>
    {
        await using var talk = await Talk.StartAsync(store, snapshot => Talk.WithRules(
            snapshot, "plenum", rules => rules with { Majority = MajorityRule.Default with { Quorum = new Fraction(1, 2) }, FollowUps = new FollowUpRule(3) }));
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Plenum am 12. Januar um 18 Uhr im Rathaus");
        await talk.SaysAsync("amina", "TOP Plenum: Haushalt");
        await talk.AtAsync(2027, 1, 12, 18, 30);
        await talk.SaysAsync("katrin", "Folgesitzung Plenum am 19.1. um 18 Uhr");
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressesAsync("katrin", "Einladen"));
        var meetings = await talk.MeetingsAsync();
        Assert.Equal((2, meetings[0].Id), (meetings.Count, meetings[1].FollowUp?.Of));
        Assert.Equal(1, talk.CountOf(Talk.Plenary, "Folgesitzung: Die Sitzung am Dienstag, 12. Januar 2027 war nicht beschlussfähig."));
        Assert.Equal(1, talk.HeardBy("amina", "Folgesitzung: Die Sitzung am Dienstag, 12. Januar 2027 war nicht beschlussfähig."));
        return writes;
    });

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Refer_StoreFailsAtAnyWrite_StandsThereOnce(Store store, bool isWritten) => await Talk.AtEachWriteAsync(1, store, async failing =>
    {
        await using var talk = await ItemAsync(store);
        await talk.CallsAsync("Plenum am 9. Februar um 18 Uhr online");
        await talk.SaysAsync("katrin", "TOP 1 vom Beirat an das Plenum verweisen");
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressesAsync("katrin", "Ja, verweisen"));
        await IsReferredOnceAsync(talk);
        return writes;
    });

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Refer_ToACommitteeWithoutMeetingStoreFailsAtAnyWrite_WaitsOnce(Store store, bool isWritten) => await Talk.AtEachWriteAsync(1, store, async failing =>
    {
        await using var talk = await ItemAsync(store);
        await talk.SaysAsync("katrin", "TOP 1 vom Beirat an das Plenum verweisen");
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressesAsync("katrin", "Ja, verweisen"));
        await talk.CallsAsync("Plenum am 9. Februar um 18 Uhr online");
        await IsReferredOnceAsync(talk);
        return writes;
    });

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Call_ItemsWaitAndTheStoreFailsAtAnyWrite_StandThereOnce(Store store, bool isWritten) => await Talk.AtEachWriteAsync(6, store, async failing =>
    {
        await using var talk = await ItemAsync(store);
        await talk.SaysAsync("katrin", "TOP 1 vom Beirat an das Plenum verweisen");
        await talk.PressesAsync("katrin", "Ja, verweisen");
        await talk.SaysAsync("katrin", "Plenum am 9. Februar um 18 Uhr online");
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressesAsync("katrin", "Einladen"));
        await IsReferredOnceAsync(talk);
        Assert.Equal(1, talk.CountOf(Talk.Plenary, "Sie sind herzlich eingeladen."));
        Assert.Equal(1, talk.HeardBy("amina", "Sie sind herzlich eingeladen. **Plenum") + talk.HeardBy("amina", "Plenum: Dienstag, 9. Februar"));
        return writes;
    });

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Answer_StoreFailsAtAnyWriteAfterTheMeeting_ComesBackOnce(Store store, bool isWritten) => await Talk.AtEachWriteAsync(2, store, async failing =>
    {
        await using var talk = await ItemAsync(store);
        await talk.CallsAsync("Plenum am 9. Februar um 18 Uhr online");
        await talk.CallsAsync("Beirat am 11. Februar um 17 Uhr im Rathaus");
        await talk.SaysAsync("katrin", "TOP 1 vom Beirat an das Plenum verweisen");
        await talk.PressesAsync("katrin", "Ja, verweisen");
        await talk.AtAsync(2027, 2, 9, 18);
        await talk.SaysAsync("katrin", "Sitzung eröffnen");
        await talk.SaysAsync("katrin", "Nächster TOP");
        await talk.SaysAsync("katrin", "Beschluss: Angenommen.");
        await talk.SaysAsync("katrin", "Sitzung schließen: ja");
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.AtAsync(2027, 2, 10, 0, 0, 1));
        await talk.AtAsync(2027, 2, 10, 9);
        var back = Assert.Single((await AgendaAsync(talk, (await talk.MeetingsAsync())[^1])).Items, item => item.Kind == AgendaItemKind.Answer);
        Assert.Equal("Angenommen.", back.Answer);
        return writes;
    });

    /// <summary>Amina has proposed an item for the board's meeting in January.</summary>
    private static async Task<Talk> ItemAsync(Store store)
    {
        var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync(Board);
        await talk.SaysAsync("amina", "TOP Beirat: Förderantrag");
        return talk;
    }

    private static async Task IsReferredOnceAsync(Talk talk)
    {
        var meetings = await talk.MeetingsAsync();
        Assert.Equal(AgendaItemState.Referred, Assert.Single((await AgendaAsync(talk, meetings.First(meeting => meeting.Committee.Value == "beirat"))).Items).State);
        var there = Assert.Single((await AgendaAsync(talk, Assert.Single(meetings, meeting => meeting.Committee.Value == "plenum"))).Items);
        Assert.Equal(("Förderantrag", AgendaItemKind.Referred), (there.Title, there.Kind));
    }

    private static Task<Agenda> AgendaAsync(Talk talk, Meeting meeting) => talk.Get<AgendaStore>().OfAsync(Talk.Network, meeting, Cancellation);
}
