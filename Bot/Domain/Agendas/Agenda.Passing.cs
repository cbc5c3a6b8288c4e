using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Sessions;
using Bot.Domain.Voting;

namespace Bot.Domain.Agendas;

/// <content>What comes from elsewhere, and what goes on to another meeting.</content>
public sealed partial record Agenda
{
    /// <summary>The longest answer to a committee that passed an item on, in UTF-16 units; what is longer is cut.</summary>
    public const int AnswerLimit = 400;

    /// <summary>The agenda with what stands on every agenda of the committee; an urgent meeting deals with its occasion only and first confirms its urgency.</summary>
    /// <param name="rules">The rules the meeting was called under.</param>
    public Agenda Begun(RulesOfProcedure rules)
    {
        var number = NextNumber;
        var standing = Meeting.Kind == MeetingKind.Urgent
            ? new List<AgendaItem> { Standing(number, new StandingItem(StandingItems.UrgencyTitle), AgendaItemKind.Urgency) }
            : rules.StandingItems.First.Concat(rules.StandingItems.Last).Select((item, index) => Standing(number + index, item, AgendaItemKind.Standing)
                with { StandsLast = index >= rules.StandingItems.First.Count }).ToList();
        return this with { Items = [.. standing.Where(item => !item.StandsLast), .. Items, .. standing.Where(item => item.StandsLast)] };
    }

    /// <summary>The agenda with an item that comes from elsewhere, under the next number. One carried over that somebody has proposed anew already is not added again.</summary>
    public Agenda Received(AgendaItem item) => item is { Kind: AgendaItemKind.CarriedOver, ReferredFrom: null } && Standing(item.Title, item.Visibility) is not null
        ? this
        : With(item with { Number = NextNumber });

    /// <summary>The items that were left open and go on to the committee's next meeting, as they will stand there; empty while the meeting is not over.</summary>
    /// <param name="record">What was noted in the meeting.</param>
    /// <remarks>Of a cancelled meeting everything that was proposed; of one that was opened what was not dealt with; of one that nobody opened here nobody knows what was dealt
    /// with, so only what was postponed, and what another committee waits for.</remarks>
    public IReadOnlyList<(AgendaItem Left, AgendaItem Next)> LeftOpen(SessionRecord record) =>
        [.. Items.Where(item => !item.IsPassedOn && IsLeft(item, record)).Select(item => (item, Next(item)))];

    /// <summary>Whether something that somebody proposed or passed on was not dealt with, also after it has gone on to another meeting.</summary>
    public bool HasItemsLeft => Items.Any(item => item is { IsSettled: false, Kind: not (AgendaItemKind.Standing or AgendaItemKind.Urgency) });

    /// <summary>The items of other committees that were dealt with here, with the answer as it will stand on the agenda of whoever passed them on.</summary>
    public IReadOnlyList<(AgendaItem Done, AgendaItem Answer)> Answers(SessionRecord record) =>
    [
        .. Items.Where(item => !item.IsPassedOn && item is { ReferredFrom: not null, Kind: not AgendaItemKind.Answer } && IsDone(item, record))
            .Select(item => (item, AnswerTo(item, record))),
    ];

    /// <summary>The item as it will stand on the agenda of the committee it is passed on to.</summary>
    public AgendaItem ReferredAs(AgendaItem item) => new(0, item.Title, item.Minutes, item.ProposedBy, item.ProposedAt)
    {
        Kind = AgendaItemKind.Referred,
        Presenter = item.Presenter,
        ReferredFrom = LinkTo(item),
    };

    /// <summary>The agenda in which what follows from the items is marked as done.</summary>
    public Agenda PassedOn(IEnumerable<AgendaItem> items)
    {
        var numbers = items.Select(item => item.Number).ToHashSet();
        return this with { Items = [.. Items.Select(item => numbers.Contains(item.Number) ? item with { IsPassedOn = true } : item)] };
    }

    /// <summary>Where an item stands.</summary>
    public ItemLink LinkTo(AgendaItem item) => new(Meeting.Committee, Meeting.Id, Meeting.Day, item.Number);

    private AgendaItem Standing(int number, StandingItem item, AgendaItemKind kind) =>
        new(number, item.Title, item.Minutes, Meeting.CalledBy, Meeting.CalledAt) { Kind = kind };

    private bool IsLeft(AgendaItem item, SessionRecord record)
    {
        if (item.Kind is AgendaItemKind.Standing or AgendaItemKind.Urgency || item.IsSettled || IsDone(item, record))
        {
            return false;
        }

        return Meeting.State == MeetingState.Cancelled || Meeting.OpenedAt is not null || item.State == AgendaItemState.Postponed || LastOf(item, record) is not null
            || item is { ReferredFrom: not null, Kind: not AgendaItemKind.Answer };
    }

    private static bool IsDone(AgendaItem item, SessionRecord record) =>
        item.State == AgendaItemState.Done || (item.State == AgendaItemState.Open && LastOf(item, record) == SessionEntryKind.ItemDone);

    private static SessionEntryKind? LastOf(AgendaItem item, SessionRecord record) => record.Standing.LastOrDefault(entry =>
        entry.Item == item.Number && entry.Kind is (SessionEntryKind.ItemBegun or SessionEntryKind.ItemDone or SessionEntryKind.ItemPostponed))?.Kind;

    private AgendaItem Next(AgendaItem item) => item with
    {
        Number = 0,
        Kind = item.Kind == AgendaItemKind.Answer ? AgendaItemKind.Answer : AgendaItemKind.CarriedOver,
        State = AgendaItemState.Open,
        IsTakenUp = null,
        // A cancelled meeting left nothing open: what was open before it still comes from there.
        CarriedFrom = Meeting.State == MeetingState.Cancelled ? item.CarriedFrom ?? LinkTo(item) : LinkTo(item),
    };

    /// <summary>What was carried is told back unless the item is confidential here: then only that it was dealt with. What was rejected, or without quorum, is no answer.</summary>
    private AgendaItem AnswerTo(AgendaItem item, SessionRecord record)
    {
        var decided = item.IsConfidential
            ? string.Empty
            : string.Join(" · ", record.Standing.Where(entry => entry.Item == item.Number && entry.Verdict == Verdict.Accepted).Select(entry => entry.Text));
        return new AgendaItem(0, item.Title, null, item.ProposedBy, item.ProposedAt)
        {
            Kind = AgendaItemKind.Answer,
            ReferredFrom = LinkTo(item),
            Answer = decided.Length > AnswerLimit ? decided[..(char.IsHighSurrogate(decided[AnswerLimit - 1]) ? AnswerLimit - 1 : AnswerLimit)] : decided,
        };
    }
}
