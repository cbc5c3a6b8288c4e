using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Sessions;
using Bot.Storage;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Items that go on: carried over to the committee's next meeting, and passed on to another committee with the outcome coming back. Once each.</summary>
public class PassedItemTests
{
    private static readonly CommitteeId Board = new("beirat"), Plenum = new("plenum");

    private static System.Threading.CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LeftOpen_NextMeetingIsCalledAlready_StandsThereOnceAfterTheNight()
    {
        await using var talk = await StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.CallsAsync("Beirat am 11. März um 17 Uhr im Rathaus");
        await ProposeAsync(talk, 14, "Haushalt", "Klausur", "Fahrt");
        await HoldAsync(talk, done: ["Klausur"]);
        Assert.Empty((await AgendaAsync(talk, 3)).Items);
        await talk.AtAsync(2027, 1, 15, 0, 0, 1);
        await talk.AtAsync(2027, 1, 16, 9);
        Assert.Equal(["Haushalt", "Fahrt"], (await AgendaAsync(talk, 3)).Items.Select(item => item.Title));
        await talk.SaysAsync("amina", "Tagesordnung Beirat");
        talk.Hears("amina", "1. Haushalt · offen aus der Sitzung vom 14.01.2027");
        talk.Shows(Talk.Board, "2. Fahrt · offen aus der Sitzung vom 14.01.2027");
    }

    [Fact]
    public async Task LeftOpen_NextMeetingIsCalledLater_IsInItsInvitation()
    {
        await using var talk = await StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await ProposeAsync(talk, 14, "Haushalt", "Klausur");
        await HoldAsync(talk, done: ["Klausur"]);
        await talk.CallsAsync("Beirat am 11. März um 17 Uhr im Rathaus");
        talk.Shows(Talk.Board, "Sie sind herzlich eingeladen.");
        talk.Shows(Talk.Board, "1. Haushalt · offen aus der Sitzung vom 14.01.2027");
        await talk.AtAsync(2027, 1, 15, 0, 0, 1);
        Assert.Equal("Haushalt", Assert.Single((await AgendaAsync(talk, 3)).Items).Title);
    }

    [Fact]
    public async Task LeftOpen_WeeksLater_WaitedForTheNextMeeting()
    {
        await using var talk = await StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await ProposeAsync(talk, 14, "Haushalt");
        await HoldAsync(talk, done: []);
        await talk.AtAsync(2027, 2, 10, 9);
        await talk.CallsAsync("Beirat am 11. März um 17 Uhr im Rathaus");
        Assert.Equal("Haushalt", Assert.Single((await AgendaAsync(talk, 3)).Items).Title);
        await talk.CallsAsync("Beirat am 8. April um 17 Uhr im Rathaus");
        Assert.Empty((await AgendaAsync(talk, 4)).Items);
    }

    [Fact]
    public async Task LeftOpen_CancelledMeeting_GoesToTheNextAtOnce()
    {
        await using var talk = await StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await ProposeAsync(talk, 14, "Haushalt");
        await talk.SaysAsync("katrin", "Beirat absagen: Glatteis");
        await talk.PressesAsync("katrin", "Sitzung absagen");
        await talk.CallsAsync("Beirat am 21. Januar um 17 Uhr im Rathaus");
        Assert.Equal("Haushalt", Assert.Single((await AgendaAsync(talk, 1)).Items).Title);
        talk.Shows(Talk.Board, "1. Haushalt · offen aus der Sitzung vom 14.01.2027");

        await talk.SaysAsync("katrin", "Beirat absagen: Sturm");
        await talk.PressesAsync("katrin", "Sitzung absagen");
        await talk.CallsAsync("Beirat am 11. März um 17 Uhr im Rathaus");
        Assert.Equal(new LocalDate(2027, 1, 14), Assert.Single((await AgendaAsync(talk, 3)).Items).CarriedFrom!.Day);
    }

    [Fact]
    public async Task LeftOpen_MeetingIsClosed_GoesOnAtOnce()
    {
        await using var talk = await Talk.OpenedAsync();
        await talk.CallsAsync("Beirat am 11. März um 17 Uhr im Rathaus");
        await talk.SaysAsync("amina", "TOP 1 aufrufen");
        await talk.SaysAsync("amina", "TOP erledigt");
        await talk.SaysAsync("amina", "Sitzung schließen: ja");
        Assert.Equal(["Demokratiefest", "Verschiedenes"], (await AgendaAsync(talk, 3)).Items.Select(item => item.Title));
    }

    [Fact]
    public async Task LeftOpen_OfAMeetingNobodyOpened_StaysUnlessPostponed()
    {
        await using var talk = await StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.CallsAsync("Beirat am 11. März um 17 Uhr im Rathaus");
        await ProposeAsync(talk, 14, "Haushalt");
        await talk.AtAsync(2027, 1, 13, 12);
        await talk.SaysAsync("bernd", "TOP Beirat: Eilantrag");
        await talk.SaysAsync("katrin", "TOP 2 im Beirat nicht aufnehmen");
        await talk.AtAsync(2027, 1, 15, 0, 0, 1);
        var carried = Assert.Single((await AgendaAsync(talk, 3)).Items);
        Assert.Equal(("Eilantrag", AgendaItemKind.CarriedOver), (carried.Title, carried.Kind));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task LeftOpen_TwoInstancesAtOnce_StandsOnce(Store store)
    {
        await using var talk = await StartAsync(store);
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await ProposeAsync(talk, 14, "Haushalt", "Fahrt");
        await talk.CallsAsync("Beirat am 11. März um 17 Uhr im Rathaus");
        await HoldAsync(talk, done: []);
        var (snapshot, meeting, other) = (await talk.NetworkAsync(), await MeetingAsync(talk, Board, 1), talk.Join());
        var now = Instant.FromUtc(2027, 1, 15, 9, 0);
        AgendaPassing[] both = [talk.Get<AgendaPassing>(), (AgendaPassing)other.Services.GetService(typeof(AgendaPassing))!];
        await Task.WhenAll(Enumerable.Range(0, 6).Select(run => both[run % 2].SettleAsync(snapshot.Network, meeting, now, Cancellation)));
        Assert.Equal(["Haushalt", "Fahrt"], (await AgendaAsync(talk, 3)).Items.Select(item => item.Title));
    }

    [Theory]
    [MemberData(nameof(Talk.Failures), MemberType = typeof(Talk))]
    public async Task LeftOpen_StoreFailsAtAnyWrite_StandsOnceInTheEnd(Store store, bool isWritten) => await Talk.AtEachWriteAsync(2, store, async failing =>
    {
        await using var talk = await StartAsync(store);
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await ProposeAsync(talk, 14, "Haushalt");
        await talk.CallsAsync("Beirat am 11. März um 17 Uhr im Rathaus");
        await HoldAsync(talk, done: []);
        talk.Time.SetBerlin(2027, 1, 15, 0, 0, 1);
        var writes = await talk.FailOnceAsync(failing, isWritten, talk.SettleAsync);
        await talk.AtAsync(2027, 1, 15, 9);
        Assert.Equal("Haushalt", Assert.Single((await AgendaAsync(talk, 3)).Items).Title);
        return writes;
    });

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Prepared_TwoInstancesAtOnce_HasEachStandingItemOnce(Store store)
    {
        await using var talk = await Talk.StartAsync(store, hasStandingItems: true);
        var (network, other) = ((await talk.NetworkAsync()).Network, talk.Join());
        var meeting = new Meeting
        {
            Id = new MeetingId("m1"), Committee = Board, Day = new LocalDate(2027, 1, 14), Start = new LocalTime(17, 0), RulesVersion = 1, CalledBy = new PersonId("katrin"), CalledAt = talk.Time.Now,
        };
        await talk.Get<MeetingStore>().TryAddAsync(Talk.Network, meeting, Cancellation);
        AgendaPreparation[] both = [talk.Get<AgendaPreparation>(), (AgendaPreparation)other.Services.GetService(typeof(AgendaPreparation))!];
        await Task.WhenAll(Enumerable.Range(0, 6).Select(run => both[run % 2].PreparedAsync(network, meeting, Cancellation)));
        var agenda = await talk.Get<AgendaStore>().OfAsync(Talk.Network, meeting, Cancellation);
        Assert.Equal(["Eröffnung", "Genehmigung des letzten Protokolls", "Berichte", "Beschlüsse", "Verschiedenes"], agenda.Items.Select(item => item.Title));
    }

    [Fact]
    public async Task Refer_ToACommitteeThatMeets_StandsThereAndComesBackWithItsOutcome()
    {
        await using var talk = await StartAsync();
        await talk.CallsAsync("Plenum am 12. Januar um 18 Uhr online");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.CallsAsync("Plenum am 13. April um 18 Uhr online");
        await talk.SaysAsync("katrin", "TOP Plenum: Förderantrag");
        await talk.SaysAsync("katrin", "TOP 1 vom Plenum an den Beirat verweisen");
        talk.Hears("katrin", "Soll **Förderantrag** an das Gremium Beirat verwiesen werden?");
        Assert.Empty((await AgendaAsync(talk, 1)).Items);
        var yes = talk.DataOf("katrin", "Ja, verweisen");
        var shown = await talk.PressesAsync("katrin", "Ja, verweisen");
        Assert.Contains("**Förderantrag** ist an Beirat verwiesen und steht dort auf der Tagesordnung für Donnerstag, 14. Januar 2027.", shown, StringComparison.Ordinal);
        Assert.Contains("1. Förderantrag · verwiesen an Beirat", shown, StringComparison.Ordinal);
        await talk.PressAsync("katrin", "agenda.change", yes);
        talk.Shows(Talk.Board, "1. Förderantrag · verwiesen vom Gremium Plenum");
        Assert.Single((await AgendaAsync(talk, 1)).Items);

        await HoldAsync(talk, done: ["Förderantrag"], decided: "Der Beirat empfiehlt die Annahme.");
        await talk.AtAsync(2027, 1, 15, 0, 0, 1);
        var back = Assert.Single((await AgendaAsync(talk, 4, Plenum)).Items);
        Assert.Equal((AgendaItemKind.Answer, "Der Beirat empfiehlt die Annahme."), (back.Kind, back.Answer));
        talk.Shows(Talk.Plenary, "1. Rückmeldung von Beirat: Förderantrag – Der Beirat empfiehlt die Annahme.");
        await talk.AtAsync(2027, 1, 20, 9);
        Assert.Single((await AgendaAsync(talk, 4, Plenum)).Items);
    }

    [Fact]
    public async Task Refer_ToACommitteeWithoutMeeting_WaitsForItsNextOne()
    {
        await using var talk = await StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await ProposeAsync(talk, 14, "Förderantrag");
        await talk.SaysAsync("katrin", "TOP 1 an das Plenum verweisen");
        Assert.Contains("sobald zur nächsten Sitzung eingeladen wird", await talk.PressesAsync("katrin", "Ja, verweisen"), StringComparison.Ordinal);
        await talk.CallsAsync("Plenum am 9. Februar um 18 Uhr online");
        talk.Shows(Talk.Plenary, "1. Förderantrag · verwiesen vom Gremium Beirat");
        await talk.SaysAsync("katrin", "TOP 1 im Plenum umbenennen: Anders");
        talk.Hears("katrin", "Den Titel eines verwiesenen Punkts ändert nur das Gremium, das ihn verwiesen hat.");
        await talk.SaysAsync("katrin", "TOP 1 vom Plenum an den Ausschuss verweisen");
        talk.Hears("katrin", "Gremium");
        Assert.Equal("Förderantrag", Assert.Single((await AgendaAsync(talk, 2, Plenum)).Items).Title);
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Refer_TwoInstancesAtOnce_StandsThereOnce(Store store)
    {
        await using var talk = await StartAsync(store);
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.CallsAsync("Plenum am 9. Februar um 18 Uhr online");
        await talk.SaysAsync("katrin", "TOP Beirat: Förderantrag");
        var (network, meeting, other) = ((await talk.NetworkAsync()).Network, await MeetingAsync(talk, Board, 1), talk.Join());
        AgendaPassing[] both = [talk.Get<AgendaPassing>(), (AgendaPassing)other.Services.GetService(typeof(AgendaPassing))!];
        await Task.WhenAll(Enumerable.Range(0, 6).Select(run => both[run % 2].ReferAsync(network, meeting, new PersonId("katrin"), 1, Plenum, talk.Time.Now, Cancellation)));
        Assert.Single((await AgendaAsync(talk, 2, Plenum)).Items);
        Assert.Equal(AgendaItemState.Referred, Assert.Single((await AgendaAsync(talk, 1)).Items).State);
    }

    private static async Task<Talk> StartAsync(Store store = Store.Sqlite)
    {
        var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina");
        return talk;
    }

    /// <summary>Amina's items for the board's meeting on that day of January, whichever other meetings there are.</summary>
    private static async Task ProposeAsync(Talk talk, int day, params string[] titles)
    {
        foreach (var title in titles)
        {
            await talk.SaysAsync("amina", "TOP Beirat: " + title);
        }

        Assert.Equal(titles, (await talk.Get<AgendaStore>().OfAsync(Talk.Network, (await talk.MeetingsAsync()).First(meeting => meeting.Day == new LocalDate(2027, 1, day)), Cancellation)).Items.Select(item => item.Title));
    }

    /// <summary>The board's meeting of January as it is after it was opened, some items were dealt with, and it was closed.</summary>
    private static async Task HoldAsync(Talk talk, string[] done, string? decided = null)
    {
        await talk.AtAsync(2027, 1, 14, 19);
        var (meetings, sessions) = (talk.Get<MeetingStore>(), talk.Get<SessionStore>());
        var meeting = await MeetingAsync(talk, Board, 1);
        var agenda = await talk.Get<AgendaStore>().OfAsync(Talk.Network, meeting, Cancellation);
        var number = 1;
        foreach (var item in agenda.Items.Where(item => done.Contains(item.Title)))
        {
            if (decided is not null)
            {
                await sessions.TryAddAsync(Talk.Network, meeting.Id, new SessionEntry(number++, SessionEntryKind.Decision, talk.Time.Now, new PersonId("katrin")) { Item = item.Number, Text = decided }, null, Cancellation);
            }

            await sessions.TryAddAsync(Talk.Network, meeting.Id, new SessionEntry(number++, SessionEntryKind.ItemDone, talk.Time.Now, new PersonId("katrin")) { Item = item.Number }, null, Cancellation);
        }

        var stored = (await meetings.FindAsync(Talk.Network, meeting.Id, Cancellation))!.Value;
        Assert.True(await meetings.TrySaveAsync(
            Talk.Network, stored with { Value = stored.Value with { State = MeetingState.Closed, OpenedAt = talk.Time.Now - Duration.FromHours(2), ClosedAt = talk.Time.Now } }, Cancellation));
    }

    private static async Task<Meeting> MeetingAsync(Talk talk, CommitteeId committee, int month) =>
        (await talk.MeetingsAsync()).First(meeting => meeting.Committee == committee && meeting.Day.Month == month && meeting.Day.Year == 2027);

    private static async Task<Agenda> AgendaAsync(Talk talk, int month, CommitteeId? committee = null) =>
        await talk.Get<AgendaStore>().OfAsync(Talk.Network, await MeetingAsync(talk, committee ?? Board, month), Cancellation);
}
