using System;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using NodaTime;

namespace Bot.Domain.Agendas;

/// <content>What may be changed about items, and by whom.</content>
public sealed partial record Agenda
{
    /// <summary>The longest name of whoever presents an item, in UTF-16 units.</summary>
    public const int PresenterLimit = 100;

    /// <summary>Decides whether somebody may change an item now.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="person">Who changes it.</param>
    /// <param name="number">The item's <see cref="AgendaItem.Number"/>.</param>
    /// <param name="change">What is to change.</param>
    /// <param name="now">When.</param>
    /// <returns>The agenda after it, the same by reference when nothing changes. A refusal when the item is gone, settled, or not theirs to change.</returns>
    /// <remarks>Whoever leads the meeting changes everything; whoever proposed an item its title, length and presenter, makes it confidential, and withdraws it. The
    /// confirmation of urgency stays, and stays first. Passing on a confidential item is refused: what is confidential to a committee never appears outside it. What
    /// another committee passed on keeps its title, so that the answer to it says nothing that committee does not know.</remarks>
    public Outcome<Agenda> Change(Network network, PersonId person, int number, ItemChange change, Instant now)
    {
        if (Find(number) is not { } item)
        {
            return new Refusal(RefusalCode.ItemUnknown);
        }

        return WhyNot(network, person, item, change, now) is { } refusal ? refusal : Changed(item, change);
    }

    /// <summary>Whether the person may change the order, and what is not theirs.</summary>
    public bool MayArrange(Network network, PersonId person) => Meeting.IsLedBy(network, person);

    private Refusal? WhyNot(Network network, PersonId person, AgendaItem item, ItemChange change, Instant now)
    {
        var isTheirs = item.ProposedBy == person && item.Kind is not (AgendaItemKind.Standing or AgendaItemKind.Urgency)
            && network.Committee(Meeting.Committee) is { } committee && network.Allows(Right.ProposeItem, person, committee)
            && change is ItemChange.Title or ItemChange.Minutes or ItemChange.Presenter or ItemChange.Details or ItemChange.Withdraw or ItemChange.Visible { To: AgendaVisibility.Committee };
        if (!isTheirs && !MayArrange(network, person))
        {
            return new Refusal(RefusalCode.ItemNotYours);
        }

        if (change is not ItemChange.Visible && WhyOver(network.Zone, now) is { } over)
        {
            return over;
        }

        return item.IsSettled && change is not ItemChange.Visible ? new Refusal(RefusalCode.ItemSettled) : Objection(network, item, change);
    }

    private Refusal? Objection(Network network, AgendaItem item, ItemChange change) => change switch
    {
        ItemChange.Beside or ItemChange.ToEdge or ItemChange.Withdraw or ItemChange.Visible or ItemChange.Refer or ItemChange.Title when item.Kind == AgendaItemKind.Urgency =>
            new Refusal(RefusalCode.UrgencyStaysFirst),
        ItemChange.Beside { Other: var other } when Find(other) is null => new Refusal(RefusalCode.ItemUnknown),
        ItemChange.Beside { IsBehind: false, Other: var other } when Find(other) is { Kind: AgendaItemKind.Urgency } => new Refusal(RefusalCode.UrgencyStaysFirst),
        ItemChange.Title or ItemChange.Details when item.ReferredFrom is not null && TitleIn(change) != item.Title => new Refusal(RefusalCode.ReferredTitleStays),
        ItemChange.Minutes(var length) => MinutesObjection(length),
        ItemChange.Presenter(var name) => NameObjection(name),
        ItemChange.Title(var text) => TitleObjection(text.Trim()) ?? Twice(item, text),
        ItemChange.Details(var text, var length, var name) => TitleObjection(text.Trim()) ?? Twice(item, text) ?? MinutesObjection(length) ?? NameObjection(name),
        ItemChange.TakeUp when item.Kind != AgendaItemKind.UrgentMotion => new Refusal(RefusalCode.NoUrgentMotion),
        // Where it comes from, or goes to, would be read in the other committee.
        ItemChange.Refer when item.IsConfidential || network.Committee(Meeting.Committee) is { IsSecluded: true } => new Refusal(RefusalCode.ConfidentialStays),
        ItemChange.Refer when item.Kind is AgendaItemKind.Standing or AgendaItemKind.Answer => new Refusal(RefusalCode.ItemNotReferable),
        ItemChange.Refer(var to) when to == Meeting.Committee || network.Standing(to) is not { IsSecluded: false } => new Refusal(RefusalCode.CommitteeUnknown),
        _ => null,
    };

    private static string? TitleIn(ItemChange change) => (change as ItemChange.Title)?.Text.Trim() ?? (change as ItemChange.Details)?.Text.Trim();

    private static Refusal? NameObjection(string name) => name.Trim().Length > PresenterLimit ? new Refusal(RefusalCode.TextTooLong, PresenterLimit) : null;

    private Refusal? Twice(AgendaItem item, string text) =>
        Standing(text.Trim(), item.Visibility) is { } other && other.Number != item.Number ? new Refusal(RefusalCode.ItemStandsAlready, PlaceOf(other)) : null;

    private Agenda Changed(AgendaItem item, ItemChange change) => change switch
    {
        ItemChange.Beside(var other, _) when other == item.Number => this,
        ItemChange.Beside(var other, var isBehind) => Moved(item, rest => rest.FindIndex(one => one.Number == other) + (isBehind ? 1 : 0)),
        ItemChange.ToEdge(var isLast) => Moved(item, rest => isLast ? rest.Count : rest.TakeWhile(one => one.Kind == AgendaItemKind.Urgency).Count()),
        ItemChange.Minutes(var length) => Put(item with { Minutes = length }),
        ItemChange.Presenter(var name) => Put(item with { Presenter = name.Trim() }),
        ItemChange.Visible(var to) => Put(item with { Visibility = to }),
        ItemChange.Title(var text) => Put(item with { Title = text.Trim() }),
        ItemChange.Details(var text, var length, var name) => Put(item with { Title = text.Trim(), Minutes = length, Presenter = name.Trim() }),
        ItemChange.Withdraw => this with { Items = [.. Items.Where(one => one.Number != item.Number)], Withdrawn = [.. Withdrawn, item with { State = AgendaItemState.Withdrawn }] },
        ItemChange.TakeUp(var isTaken) => Put(item with { IsTakenUp = isTaken, State = isTaken ? AgendaItemState.Open : AgendaItemState.Postponed }),
        ItemChange.Refer(var to) => Put(item with { State = AgendaItemState.Referred, ReferredTo = to }),
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "An unknown change."),
    };

    private Agenda Moved(AgendaItem item, Func<System.Collections.Generic.List<AgendaItem>, int> place)
    {
        var rest = Items.Where(one => one.Number != item.Number).ToList();
        rest.Insert(place(rest), item);
        return rest.SequenceEqual(Items) ? this : this with { Items = rest };
    }

    private Agenda Put(AgendaItem changed) =>
        Items.Contains(changed) ? this : this with { Items = [.. Items.Select(one => one.Number == changed.Number ? changed : one)] };
}
