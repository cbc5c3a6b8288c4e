using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using NodaTime;

namespace Bot.Domain.Elections;

/// <content>Lists are submitted, and everybody on them is asked.</content>
public sealed partial record Election
{
    /// <summary>The list of that number; null when there is none.</summary>
    public CandidateList? ListOf(int? number) => Lists.FirstOrDefault(list => list.Number == number);

    /// <summary>The lists on which anybody stands, by name, each with those who stand in its order.</summary>
    public IReadOnlyList<(CandidateList List, IReadOnlyList<PersonId> Names)> ListsStanding =>
    [
        .. Lists.OrderBy(list => list.Name, StringComparer.Create(CultureInfo.GetCultureInfo("de-DE"), ignoreCase: true)).ThenBy(list => list.Number)
            .Select(list => (list, (IReadOnlyList<PersonId>)[.. list.Order.Where(person => NominationOf(person) is { Answer: Consent.Given } name && name.List == list.Number)]))
            .Where(list => list.Item2.Count > 0),
    ];

    /// <summary>Submits a list, or submits it anew with other names or another order. Everybody on it is asked, but whoever submits it; who keeps their place on a list
    /// submitted anew is not asked again, because it is the place they have consented to.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="name">Its name.</param>
    /// <param name="order">Who stands on it, first place first.</param>
    /// <param name="by">Who submits it; somebody who belongs to the committee that votes.</param>
    /// <param name="now">When.</param>
    /// <returns>The election, the same by reference when nothing changed; refused with <see cref="RefusalCode.NominationsClosed"/>, <see cref="RefusalCode.NamesOrLists"/>,
    /// <see cref="RefusalCode.NotMemberOfCommittee"/>, <see cref="RefusalCode.ListIncomplete"/>, <see cref="RefusalCode.ListNameTaken"/>,
    /// <see cref="RefusalCode.PersonUnknown"/>, <see cref="RefusalCode.OnOtherList"/> or
    /// <see cref="RefusalCode.NominationsFull"/>, looked at in this order.</returns>
    public Outcome<Election> SubmitList(Network network, string name, IReadOnlyList<PersonId> order, PersonId by, Instant now)
    {
        if (WhyNoList(network, name.Trim(), order, by, now) is { } refusal)
        {
            return refusal;
        }

        var before = Lists.FirstOrDefault(list => IsCalled(list, name.Trim()));
        if (before is not null && before.Order.SequenceEqual(order))
        {
            return this;
        }

        var list = new CandidateList(before?.Number ?? Lists.Count + 1, before?.Name ?? name.Trim(), by, now, [.. order]);
        var after = this with { Lists = before is null ? Lists.Add(list) : Lists.Replace(before, list), Nominations = Named(before, list) };
        return after.Nominations.Count > MostCandidates ? new Refusal(RefusalCode.NominationsFull, MostCandidates) : after;
    }

    private Refusal? WhyNoList(Network network, string name, IReadOnlyList<PersonId> order, PersonId by, Instant now)
    {
        if (WhyNoName(now) is { } closed)
        {
            return closed;
        }

        if (Method != ElectionMethod.List)
        {
            return new Refusal(RefusalCode.NamesOrLists);
        }

        if (network.Committee(Committee) is not { } committee || !network.Allows(Right.Nominate, by, committee))
        {
            return new Refusal(RefusalCode.NotMemberOfCommittee, network.Committee(Committee)?.Name ?? string.Empty);
        }

        if (name.Length is 0 or > CandidateList.NameLimit || order.Count == 0 || order.Distinct().Count() < order.Count)
        {
            return new Refusal(RefusalCode.ListIncomplete, CandidateList.NameLimit);
        }

        return Lists.Any(list => IsCalled(list, name) && list.By != by) ? new Refusal(RefusalCode.ListNameTaken, name) : WhyNotThose(network, name, order);
    }

    private Refusal? WhyNotThose(Network network, string name, IReadOnlyList<PersonId> order)
    {
        string NameOf(PersonId person) => network.Person(person)?.Name ?? person.Value;
        if (order.Where(person => network.Person(person) is null).Cast<PersonId?>().FirstOrDefault() is { } unknown)
        {
            return new Refusal(RefusalCode.PersonUnknown, unknown.Value);
        }

        var own = Lists.FirstOrDefault(list => IsCalled(list, name))?.Number;
        return order.Select(NominationOf).FirstOrDefault(known => known is { List: { } list, Answer: not Consent.Refused } && list != own) is { } elsewhere
            ? new Refusal(RefusalCode.OnOtherList, NameOf(elsewhere.Person), ListOf(elsewhere.List)!.Name)
            : null;
    }

    private System.Collections.Immutable.ImmutableList<Nomination> Named(CandidateList? before, CandidateList list)
    {
        var names = Nominations;
        foreach (var gone in Nominations.Where(name => name.List == list.Number && !list.Order.Contains(name.Person)))
        {
            names = names.Replace(gone, gone with { List = null, Answer = Consent.Refused });
        }

        foreach (var (place, person) in list.Order.Index())
        {
            var asked = new Nomination(person, list.By, list.At, person == list.By ? Consent.Given : Consent.Asked, list.Number);
            var known = names.FirstOrDefault(name => name.Person == person);
            var keepsPlace = known?.List == list.Number && before?.Order.ElementAtOrDefault(place) == person;
            names = known is null ? names.Add(asked) : keepsPlace ? names : names.Replace(known, asked);
        }

        return names;
    }

    private IReadOnlyList<RoundList> ListsOf(IReadOnlyList<PersonId> candidates) =>
        [.. candidates.GroupBy(person => NominationOf(person)?.List ?? 0).Select(list => new RoundList(list.Key, list.Count()))];

    private static bool IsCalled(CandidateList list, string name) => string.Equals(list.Name, name, StringComparison.OrdinalIgnoreCase);
}
