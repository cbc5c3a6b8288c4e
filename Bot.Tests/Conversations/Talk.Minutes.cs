using System.Threading.Tasks;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Minutes;
using Bot.Domain.Sessions;
using Bot.Storage;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <content>Meetings that were held, and their minutes as they are stored.</content>
internal sealed partial class Talk
{
    /// <summary>The board meets on 14 January 2027 at 17:00, led by Bernd, with Amina and Bernd present; it is closed at 18:30, and the clock stands at 19:00.</summary>
    public async Task<Meeting> BoardHasMetAsync()
    {
        await CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        var called = Assert.Single(await MeetingsAsync());
        await PlaceItemAsync(called, new AgendaItem(1, "Stand Demokratiefest", 10, new PersonId("amina"), Time.Now));
        await PlaceItemAsync(called, new AgendaItem(2, "Vertrauliches", 10, new PersonId("amina"), Time.Now) { Visibility = AgendaVisibility.Committee });
        await AtAsync(2027, 1, 14, 17);
        await ChangeMeetingAsync(called.Id, meeting => meeting with { State = MeetingState.InSession, OpenedAt = Time.Now, Chair = new PersonId("bernd") });
        await SaysAsync("amina", "anwesend");
        await SaysAsync("bernd", "anwesend");
        await NoteAsync(called.Id, SessionEntryKind.ItemBegun, item: 1);
        await NoteAsync(called.Id, SessionEntryKind.Note, "Die Stadt stellt den Strom.", 1);
        await NoteAsync(called.Id, SessionEntryKind.Decision, "Das Fest findet statt.", 1);
        await NoteAsync(called.Id, SessionEntryKind.ItemDone, item: 1);
        await NoteAsync(called.Id, SessionEntryKind.Note, "Streng geheim", 2);
        await AtAsync(2027, 1, 14, 18, 30);
        var closed = await ChangeMeetingAsync(called.Id, meeting => meeting with { State = MeetingState.Closed, ClosedAt = Time.Now });
        await AtAsync(2027, 1, 14, 19);
        return closed;
    }

    /// <summary>The board meets again on 18 March 2027 at 17:00; it has begun, led by Clara.</summary>
    public async Task<Meeting> BoardMeetsAgainAsync()
    {
        await CallsAsync("Beirat am 18. März um 17 Uhr im Rathaus");
        var called = (await MeetingsAsync())[^1];
        await ChangeMeetingAsync(called.Id, meeting => meeting with { Chair = new PersonId("clara") });
        await AtAsync(2027, 3, 18, 17);
        return await ChangeMeetingAsync(called.Id, meeting => meeting with { State = MeetingState.InSession, OpenedAt = Time.Now });
    }

    /// <summary>Bernd drafts the minutes of the board's meeting and gives them to it.</summary>
    public async Task BoardGetsMinutesAsync()
    {
        await SaysAsync("bernd", "Protokoll erstellen Beirat");
        await PressesAsync("bernd", "An das Gremium geben");
        Assert.Contains("Der Entwurf ist beim Gremium.", await PressesAsync("bernd", "Ja, verteilen"), System.StringComparison.Ordinal);
    }

    /// <summary>The minutes of a meeting as they are stored.</summary>
    public async Task<MeetingMinutes> MinutesAsync(MeetingId meeting) => (await Get<MinutesStore>().FindAsync(Network, meeting, Cancellation))!.Value.Value;

    /// <summary>What the minutes of a meeting say as they stand.</summary>
    public async Task<MinutesBody> BodyAsync(MeetingId meeting) => await MinutesAsync(meeting) is var kept ? await Get<MinutesStore>().BodyAsync(Network, kept, kept.Version, Cancellation) : null!;

    /// <summary>Changes a meeting behind everybody's back.</summary>
    public async Task<Meeting> ChangeMeetingAsync(MeetingId id, System.Func<Meeting, Meeting> change)
    {
        var found = (await Get<MeetingStore>().FindAsync(Network, id, Cancellation))!.Value;
        var changed = change(found.Value);
        Assert.True(await Get<MeetingStore>().TrySaveAsync(Network, found with { Value = changed }, Cancellation));
        return changed;
    }

    /// <summary>Notes something in a meeting, as its chair would.</summary>
    public async Task NoteAsync(MeetingId meeting, SessionEntryKind kind, string text = "", int? item = null)
    {
        var record = await Get<SessionStore>().OfAsync(Network, meeting, Cancellation);
        var entry = new SessionEntry(record.NextNumber, kind, Time.Now + Duration.FromSeconds(record.Entries.Count), new PersonId("bernd")) { Text = text, Item = item };
        Assert.True(await Get<SessionStore>().TryAddAsync(Network, meeting, entry, null, Cancellation));
    }

    private async Task PlaceItemAsync(Meeting meeting, AgendaItem item)
    {
        var stored = await Get<AgendaStore>().LoadAsync(Network, meeting, Cancellation);
        Assert.True(await Get<AgendaStore>().TrySaveAsync(Network, stored, stored.Agenda.With(item), [], Cancellation));
    }
}
