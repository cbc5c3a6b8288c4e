using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using NodaTime;

namespace Bot.Domain.Agendas;

/// <summary>The agenda (Tagesordnung) of one meeting, in order.</summary>
/// <param name="Meeting">Whose agenda.</param>
/// <param name="Items">The items as people see them, in the order of the agenda; withdrawn ones are left out.</param>
public sealed partial record Agenda(Meeting Meeting, IReadOnlyList<AgendaItem> Items)
{
    /// <summary>The most items that may be proposed for one meeting; standing items do not count, nor do those that come from elsewhere.</summary>
    public const int ItemLimit = 40;

    /// <summary>The items that were taken off. Their numbers are not given again.</summary>
    public IReadOnlyList<AgendaItem> Withdrawn { get; init; } = [];

    /// <summary>The number the next item gets.</summary>
    public int NextNumber => Items.Concat(Withdrawn).Select(item => item.Number).DefaultIfEmpty().Max() + 1;

    /// <summary>An agenda from everything stored of it.</summary>
    /// <param name="meeting">Whose agenda.</param>
    /// <param name="stored">All items, in order of their numbers.</param>
    /// <param name="order">The numbers in the order of the agenda; an item it does not name stands where a new one would.</param>
    public static Agenda Of(Meeting meeting, IReadOnlyList<AgendaItem> stored, IReadOnlyList<int> order)
    {
        var standing = stored.Where(item => item.State != AgendaItemState.Withdrawn).ToDictionary(item => item.Number);
        var items = order.Distinct().Where(standing.ContainsKey).Select(number => standing[number]).ToList();
        foreach (var item in stored.Where(item => item.State != AgendaItemState.Withdrawn && !order.Contains(item.Number)))
        {
            items.Insert(item.StandsLast ? items.Count : PlaceForNew(items), item);
        }

        return new Agenda(meeting, items) { Withdrawn = [.. stored.Where(item => item.State == AgendaItemState.Withdrawn)] };
    }

    /// <summary>Decides whether an item may be added now.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="title">Title as typed; outer blanks are cut.</param>
    /// <param name="minutes">Length in minutes, or null.</param>
    /// <param name="proposer">Who proposes it: a member of the committee or a coordinator.</param>
    /// <param name="now">The moment the proposal arrived.</param>
    /// <param name="visibility">Who may see it.</param>
    /// <param name="presenter">Who presents it, at most <see cref="PresenterLimit"/> UTF-16 units; empty for nobody.</param>
    /// <returns>The item with its number, or the item that already stands there under the same title; after the deadline an urgent motion. A refusal when the
    /// proposer does not belong, the meeting is cancelled or over, or the item is empty, too long or one too many.</returns>
    /// <remarks>Urgent motions are taken until the meeting ends; the meeting decides whether it takes them up (<see cref="ItemChange.TakeUp"/>).</remarks>
    public Outcome<AgendaItem> Propose(
        Network network, string title, int? minutes, PersonId proposer, Instant now, AgendaVisibility visibility = AgendaVisibility.All, string presenter = "")
    {
        var committee = network.Committee(Meeting.Committee);
        if (committee is null || !network.Allows(Right.ProposeItem, proposer, committee))
        {
            return new Refusal(RefusalCode.NotMemberOfCommittee, committee?.Name ?? string.Empty);
        }

        if (WhyOver(network.Zone, now) is { } over)
        {
            return over;
        }

        if ((TitleObjection(title.Trim()) ?? MinutesObjection(minutes) ?? NameObjection(presenter)) is { } objection)
        {
            return objection;
        }

        if (Standing(title.Trim(), visibility) is { } standing)
        {
            return standing;
        }

        return Items.Count(item => item.Kind is AgendaItemKind.Proposed or AgendaItemKind.UrgentMotion) >= ItemLimit
            ? new Refusal(RefusalCode.AgendaFull, ItemLimit)
            : new AgendaItem(NextNumber, title.Trim(), minutes, proposer, now)
            {
                Kind = TakesProposalsAt(committee.Rules, network.Zone, now) ? AgendaItemKind.Proposed : AgendaItemKind.UrgentMotion,
                Visibility = visibility,
                Presenter = presenter.Trim(),
            };
    }

    /// <summary>Whether an item proposed now is an ordinary one; otherwise it is an urgent motion.</summary>
    public bool TakesProposalsAt(RulesOfProcedure rules, DateTimeZone zone, Instant now) => now < Meeting.AgendaClosesAt(rules, zone);

    /// <summary>Whether nothing can be added any more: cancelled, closed, or its day has passed without anybody opening it.</summary>
    public bool IsOver(DateTimeZone zone, Instant now) => WhyOver(zone, now) is not null;

    /// <summary>The moment at which nothing can be added any more when nobody opens the meeting: the end of its day.</summary>
    public static Instant LastsUntil(Meeting meeting, DateTimeZone zone) => zone.AtStartOfDay(meeting.Day.PlusDays(1)).ToInstant();

    /// <summary>The agenda with a further item where new ones stand: after everything else, but before what ends every agenda.</summary>
    public Agenda With(AgendaItem item)
    {
        var items = Items.ToList();
        items.Insert(item.StandsLast ? items.Count : PlaceForNew(items), item);
        return this with { Items = items };
    }

    /// <summary>The number under which an item is called, from 1. An urgent meeting first confirms its urgency, also where that is no item of its own.</summary>
    public int PlaceOf(AgendaItem item) =>
        Items.TakeWhile(one => one.Number != item.Number).Count() + FirstPlace;

    /// <summary>The item people call by that number; null when there is none.</summary>
    public AgendaItem? At(int place) => place >= FirstPlace && place - FirstPlace < Items.Count ? Items[place - FirstPlace] : null;

    /// <summary>The item of that <see cref="AgendaItem.Number"/>; null when there is none, or it was taken off.</summary>
    public AgendaItem? Find(int number) => Items.FirstOrDefault(item => item.Number == number);

    /// <summary>Whether the confirmation of urgency comes first without being an item: urgent meetings called by version 0.3 or before their agenda was begun.</summary>
    public bool LeadsWithUrgency => Meeting.Kind == MeetingKind.Urgent && Items.All(item => item.Kind != AgendaItemKind.Urgency);

    /// <summary>The agenda as it may be seen where others than the committee read along: of confidential items only that there is one.</summary>
    public Agenda Masked() => this with { Items = [.. Items.Select(item => item.Masked())] };

    private int FirstPlace => LeadsWithUrgency ? 2 : 1;

    private static int PlaceForNew(List<AgendaItem> items)
    {
        var place = items.Count;
        while (place > 0 && items[place - 1].StandsLast)
        {
            place--;
        }

        return place;
    }

    private static Refusal? TitleObjection(string title) => title.Length switch
    {
        0 => new Refusal(RefusalCode.TitleMissing),
        > AgendaItem.TitleLimit => new Refusal(RefusalCode.TextTooLong, AgendaItem.TitleLimit),
        _ => null,
    };

    private static Refusal? MinutesObjection(int? minutes) =>
        minutes is < 1 or > AgendaItem.MinutesLimit ? new Refusal(RefusalCode.MinutesOutOfRange, AgendaItem.MinutesLimit) : null;

    /// <summary>Why nothing can be added or changed any more; null while it can.</summary>
    public Refusal? WhyOver(DateTimeZone zone, Instant now) => Meeting.State switch
    {
        MeetingState.Cancelled => new Refusal(RefusalCode.MeetingCancelled, Meeting.Day),
        MeetingState.InSession => null,
        MeetingState.Closed => new Refusal(RefusalCode.AgendaOver, Meeting.Day),
        _ => now >= LastsUntil(Meeting, zone) ? new Refusal(RefusalCode.AgendaOver, Meeting.Day) : null,
    };

    /// <summary>Only among those the same people see: that a title stands already must not tell of a confidential item.</summary>
    private AgendaItem? Standing(string title, AgendaVisibility visibility) =>
        Items.FirstOrDefault(item => item.Visibility == visibility && string.Equals(item.Title, title, StringComparison.OrdinalIgnoreCase));
}
