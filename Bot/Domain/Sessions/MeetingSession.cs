using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using NodaTime;

namespace Bot.Domain.Sessions;

/// <summary>A meeting that goes on, and what may be done in it. Everything that is decided here must be stored on the versions that were read.</summary>
/// <param name="Network">The network as it is now.</param>
/// <param name="Agenda">The meeting and its agenda as they are now.</param>
/// <param name="Record">What was noted so far.</param>
/// <remarks>Items, opening, closing and decisions are for whoever leads the meeting; tasks and notes for every member of the committee. What was noted can
/// be undone until the meeting is closed: one's own by everybody, that of others by whoever leads it.</remarks>
public sealed partial record MeetingSession(Network Network, Agenda Agenda, SessionRecord Record)
{
    /// <summary>The longest text of a decision, a task or a note, in UTF-16 units.</summary>
    public const int TextLimit = 1000;

    /// <summary>The longest name of an assignee the network does not know.</summary>
    public const int NameLimit = 100;

    /// <summary>The meeting.</summary>
    public Meeting Meeting => Agenda.Meeting;

    /// <summary>The item the meeting is at; null when it is at none.</summary>
    public AgendaItem? Current => Record.CurrentItem is { } number ? Agenda.Items.FirstOrDefault(item => item.Number == number) : null;

    /// <summary>The open item that comes next: after the current one in the order of the agenda, or else the first that was left; null when none is left.</summary>
    public AgendaItem? Next
    {
        get
        {
            var current = Current;
            var open = Agenda.Items.Where(item => item.State == AgendaItemState.Open && item != current).ToList();
            var passed = current is null ? LastLeft : Place(current.Number);
            return open.FirstOrDefault(item => Place(item.Number) > passed) ?? open.FirstOrDefault();
        }
    }

    /// <summary>Where the meeting is in its life at a moment.</summary>
    /// <remarks>The record is read after the meeting: a closing that stands in it was stored meanwhile.</remarks>
    public MeetingState StateAt(Instant now) => Record.Closing is not null ? MeetingState.Closed : Meeting.StateAt(Network.Zone, now);

    /// <summary>Opens it (Sitzung eröffnen). One that is open stays so.</summary>
    public Outcome<SessionStep> Open(SessionAct act)
    {
        if (!IsLedBy(act))
        {
            return new Refusal(RefusalCode.OnlyMeetingLead);
        }

        return StateAt(act.At) switch
        {
            MeetingState.Cancelled => new Refusal(RefusalCode.MeetingCancelled, Meeting.Day),
            MeetingState.Closed => Closed(act.At),
            MeetingState.InSession when Record.Opening is { } opened => Repeated(opened),
            _ when act.At >= Meeting.ClosesAt(Network.Zone) => Closed(act.At),
            _ when act.At < Meeting.OpensAt(Network.Zone) => new Refusal(RefusalCode.SessionTooEarly, Meeting.OpensAt(Network.Zone)),
            _ => new SessionStep(New(SessionEntryKind.Opened, act)) { Meeting = Meeting with { State = MeetingState.InSession, OpenedAt = act.At } },
        };
    }

    /// <summary>Closes it (Sitzung schließen). One that is closed stays so.</summary>
    public Outcome<SessionStep> Close(SessionAct act)
    {
        if (!IsLedBy(act))
        {
            return new Refusal(RefusalCode.OnlyMeetingLead);
        }

        return Record.Closing is { } closed ? Repeated(closed) : NotOpen(act.At) is { } refusal ? refusal : Closing(New(SessionEntryKind.Closed, act));
    }

    /// <summary>Writes down that the clock has closed it; null while it has not, or when that is written down.</summary>
    public SessionStep? CloseByClock(Instant now) =>
        Meeting.State == MeetingState.InSession && StateAt(now) == MeetingState.Closed && Record.Opening is { } opened
            ? Closing(New(SessionEntryKind.Closed, new SessionAct(opened.By, Meeting.ClosesAt(Network.Zone), string.Empty)) with { ByClock = true })
            : null;

    /// <summary>Calls up an item; the one the meeting was at is dealt with.</summary>
    /// <param name="place">The number under which it stands on the agenda; null for the next one.</param>
    /// <param name="act">Who, when.</param>
    public Outcome<SessionStep> CallUp(int? place, SessionAct act)
    {
        if (WhyNotLed(act) is { } refusal)
        {
            return refusal;
        }

        if (Record.From(act.Origin) is { } before)
        {
            return Repeated(before);
        }

        if ((place is { } named ? At(named) : Next) is not { } item)
        {
            return place is { } unknown ? new Refusal(RefusalCode.SessionItemUnknown, unknown) : new Refusal(RefusalCode.NoOpenItem);
        }

        return Record.CurrentItem == item.Number
            ? Repeated(Record.Standing.Last(entry => entry.Kind == SessionEntryKind.ItemBegun))
            : Stepping(New(SessionEntryKind.ItemBegun, act) with { Item = item.Number });
    }

    /// <summary>Says that an item is dealt with, or leaves it for the next meeting.</summary>
    /// <param name="place">The number under which it stands on the agenda; null for the current one.</param>
    /// <param name="isPostponed">Left for the next meeting.</param>
    /// <param name="act">Who, when.</param>
    public Outcome<SessionStep> Leave(int? place, bool isPostponed, SessionAct act)
    {
        if (WhyNotLed(act) is { } refusal)
        {
            return refusal;
        }

        if (Record.From(act.Origin) is { } before)
        {
            return Repeated(before);
        }

        return (place is { } named ? At(named) : Current) is { } item
            ? Stepping(New(isPostponed ? SessionEntryKind.ItemPostponed : SessionEntryKind.ItemDone, act) with { Item = item.Number })
            : place is { } unknown ? new Refusal(RefusalCode.SessionItemUnknown, unknown) : new Refusal(RefusalCode.NoCurrentItem);
    }

    /// <summary>The item that stands under a number on the agenda; null when there is none.</summary>
    private AgendaItem? At(int place) => Agenda.Items.FirstOrDefault(item => Agenda.PlaceOf(item) == place);

    /// <summary>Where the meeting stands when it is at no item: behind the one it left last.</summary>
    private int LastLeft => Record.Standing.LastOrDefault(entry => entry.IsStep)?.Item is { } number ? Place(number) : -1;

    private int Place(int number) => Agenda.Items.Select(item => item.Number).ToList().IndexOf(number);

    private SessionStep Stepping(SessionEntry entry) => new(entry) { Items = Changed(new SessionRecord([.. Record.Entries, entry]), entry.Item) };

    private SessionStep Closing(SessionEntry entry) => new(entry)
    {
        Meeting = Meeting with { State = MeetingState.Closed, ClosedAt = entry.At },
        Items = Changed(new SessionRecord([.. Record.Entries, entry]), item: null),
    };

    /// <summary>What becomes of the item in question, and of those the meeting was and is at. What was passed on or taken off stays as it is.</summary>
    private Dictionary<int, AgendaItemState> Changed(SessionRecord after, int? item)
    {
        var touched = new[] { item, Record.CurrentItem, after.CurrentItem }.OfType<int>().ToHashSet();
        return Agenda.Items
            .Where(one => touched.Contains(one.Number) && one.State is AgendaItemState.Open or AgendaItemState.Done or AgendaItemState.Postponed)
            .Where(one => one.State != after.StateOf(one.Number))
            .ToDictionary(one => one.Number, one => after.StateOf(one.Number));
    }

    private SessionEntry New(SessionEntryKind kind, SessionAct act) => new(Record.NextNumber, kind, act.At, act.By) { Item = Record.CurrentItem, Origin = act.Origin };

    private bool IsLedBy(SessionAct act) => Meeting.IsLedBy(Network, act.By);

    private Refusal? WhyNotLed(SessionAct act) => IsLedBy(act) ? NotOpen(act.At) : new Refusal(RefusalCode.OnlyMeetingLead);

    private Refusal? NotOpen(Instant now) => StateAt(now) switch
    {
        MeetingState.InSession => null,
        MeetingState.Closed => Closed(now),
        MeetingState.Cancelled => new Refusal(RefusalCode.MeetingCancelled, Meeting.Day),
        _ => new Refusal(RefusalCode.SessionNotOpen),
    };

    private Refusal Closed(Instant now) => new(RefusalCode.SessionClosed, Record.Closing?.At ?? Meeting.ClosedSince(Network.Zone, now) ?? Meeting.ClosesAt(Network.Zone));

    private static SessionStep Repeated(SessionEntry standing) => new(standing) { IsRepeated = true };
}
