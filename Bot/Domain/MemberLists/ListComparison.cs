using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.MemberLists;

/// <summary>Compares a list with a network. Nothing is ever taken away by what a list leaves out: not an organization, not a sector, not a mail address; only whoever acts for an
/// organization is replaced, by those the list names instead.</summary>
public sealed class ListComparison
{
    private readonly Network network;
    private readonly LocalDate today;
    private readonly Func<string, string> fold;
    private readonly Func<string, string> identityOf;
    private readonly IReadOnlyDictionary<int, ListAnswer> answers;
    private readonly ListPeople people;
    private readonly ILookup<string, MemberOrganization> members;
    private readonly ILookup<string, MemberOrganization> former;
    private readonly ILookup<string, MemberOrganization> coming;
    private readonly NearNames<MemberOrganization> nearMembers;
    private readonly NearNames<ListedOrganization> nearRows;
    private readonly Dictionary<string, int> rowOf = new(StringComparer.Ordinal);
    private readonly Dictionary<OrganizationId, int> rowOfMember = [];
    private readonly List<(int Row, MemberOrganization Organization)> added = [];
    private readonly List<(int Row, MemberOrganization Before, MemberOrganization After)> standing = [];
    private readonly List<ListFault> faults = [];
    private readonly List<ListQuestion> questions = [];

    private ListComparison(Network network, IReadOnlyDictionary<int, ListAnswer> answers, LocalDate today, Func<string, string> fold, Func<string, string> identityOf)
    {
        (this.network, this.answers, this.today, this.fold, this.identityOf) = (network, answers, today, fold, identityOf);
        people = new ListPeople(network, fold, identityOf);
        members = network.Organizations.ToLookup(organization => fold(organization.Name), StringComparer.Ordinal);
        former = network.FormerOrganizations.ToLookup(organization => fold(organization.Name), StringComparer.Ordinal);
        coming = network.ComingOrganizations.ToLookup(organization => fold(organization.Name), StringComparer.Ordinal);
        nearRows = new NearNames<ListedOrganization>(fold);
        nearMembers = new NearNames<MemberOrganization>(fold);
        foreach (var member in network.Organizations)
        {
            nearMembers.Add(member.Name, member);
        }
    }

    /// <summary>What the list would do.</summary>
    /// <param name="network">The network as it is.</param>
    /// <param name="rows">The list.</param>
    /// <param name="read">What could not be read in it; rows with such a fault are not compared.</param>
    /// <param name="answers">What was said to the questions of an earlier comparison, by row.</param>
    /// <param name="today">First day of membership of whom the list gives none.</param>
    /// <param name="fold">Folds a name: what folds to the same is the same.</param>
    /// <param name="identityOf">The identity of something new by its name, the same each time this list is compared: so taking it twice makes nothing twice.</param>
    public static ListPlan Of(
        Network network, IReadOnlyList<ListedOrganization> rows, IReadOnlyList<ListFault> read, IReadOnlyDictionary<int, ListAnswer> answers, LocalDate today,
        Func<string, string> fold, Func<string, string> identityOf)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(read);
        var comparison = new ListComparison(network, answers, today, fold, identityOf);
        var unreadable = read.Select(fault => fault.Row).ToHashSet();
        foreach (var row in rows)
        {
            comparison.Take(row, unreadable.Contains(row.Row));
        }

        return comparison.Plan(read);
    }

    private ListPlan Plan(IReadOnlyList<ListFault> read)
    {
        var mailed = people.Mailed.ToDictionary(person => person.Id);
        var changes = standing
            .Select(pair => new ListChange(pair.Row, pair.Before, pair.After, [.. pair.After.Representatives.Where(mailed.ContainsKey).Select(person => mailed[person])]))
            .ToList();
        var changed = changes.Where(change => change.Mailed.Count > 0 || !IsSame(change.Before, change.After)).ToList();
        return new ListPlan
        {
            New = added,
            Changed = changed,
            Unchanged = changes.Count - changed.Count,
            Absent = [.. network.Organizations.Where(member => !rowOfMember.ContainsKey(member.Id))],
            NewPeople = [.. people.Added],
            Mailed = [.. mailed.Values],
            Several = Several(changed),
            Faults = [.. read.Concat(faults).OrderBy(fault => fault.Row).ThenBy(fault => fault.Place.Column)],
            Questions = questions,
        };
    }

    private void Take(ListedOrganization row, bool isUnreadable)
    {
        var key = fold(row.Name);
        if (answers.TryGetValue(row.Row, out var answer) && answer == ListAnswer.LeftOut)
        {
            return;
        }

        if (!rowOf.TryAdd(key, row.Row))
        {
            Refuse(row, ListColumn.Organization, ListFaultReason.NameTwice, rowOf[key].ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        else if (members[key].ToList() is { Count: > 0 } same)
        {
            TakeMember(row, same, isUnreadable);
        }
        else if (former[key].Any())
        {
            Refuse(row, ListColumn.Organization, ListFaultReason.FormerMember, row.Name);
        }
        else if (coming[key].Any())
        {
            Refuse(row, ListColumn.Organization, ListFaultReason.ComingMember, row.Name);
        }
        else
        {
            TakeUnknown(row, answers.ContainsKey(row.Row) ? answer : null, isUnreadable);
        }
    }

    private void TakeMember(ListedOrganization row, List<MemberOrganization> same, bool isUnreadable)
    {
        if (same.Count > 1)
        {
            Refuse(row, ListColumn.Organization, ListFaultReason.NameAmbiguous, row.Name);
        }
        else if (!rowOfMember.TryAdd(same[0].Id, row.Row))
        {
            Refuse(row, ListColumn.Organization, ListFaultReason.NameTwice, rowOfMember[same[0].Id].ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        else if (!isUnreadable && Acting(row, same[0].Representatives) is { } acting)
        {
            var after = same[0] with { Sector = row.Sector ?? same[0].Sector, MemberSince = row.Since ?? same[0].MemberSince, Representatives = acting };
            standing.Add((row.Row, same[0], after));
        }
    }

    private void TakeUnknown(ListedOrganization row, ListAnswer? answer, bool isUnreadable)
    {
        var member = nearMembers.Nearest(row.Name);
        var other = member is null ? nearRows.Nearest(row.Name) : null;
        nearRows.Add(row.Name, row);
        if (member is not null && answer == ListAnswer.Same)
        {
            TakeMember(row, [member], isUnreadable);
        }
        else if ((member is not null || other is not null) && answer is null)
        {
            questions.Add(new ListQuestion(row.Row, row.Name, member, other?.Row ?? 0, member?.Name ?? other!.Name));
        }
        else if (!isUnreadable && Acting(row, []) is { } acting)
        {
            added.Add((row.Row, new MemberOrganization(new OrganizationId(identityOf("organization\n" + fold(row.Name))), row.Name, row.Since ?? today, acting) { Sector = row.Sector }));
        }
    }

    /// <summary>Who is to act for the organization; null when the row does not say it clearly.</summary>
    private List<PersonId>? Acting(ListedOrganization row, IReadOnlyList<PersonId> now)
    {
        var listed = new List<(ListedPerson Person, ListPlace Place, int Index)>();
        if (row.Representative is { } representative)
        {
            listed.Add((representative, new ListPlace(ListColumn.Representative), 0));
        }

        listed.AddRange((row.Substitutes ?? []).Select((person, index) => (person, new ListPlace(ListColumn.Substitute, person.Number), index + 1)));
        if (listed.Count == 0)
        {
            return [.. now];
        }

        var acting = row.Representative is null ? now.Take(1).ToList() : [];
        if (row.Representative is null && acting.Count == 0)
        {
            Refuse(row, ListColumn.Representative, ListFaultReason.RepresentativeMissing, string.Empty);
            return null;
        }

        var before = faults.Count;
        foreach (var (person, place, index) in listed)
        {
            AddTo(acting, row, people.Find(person, now, index, out var reason), reason, person, place);
        }

        acting.AddRange(row.Substitutes is null ? now.Skip(1).Where(person => !acting.Contains(person)) : []);
        return faults.Count == before ? acting : null;
    }

    private void AddTo(List<PersonId> acting, ListedOrganization row, Person? found, ListFaultReason? reason, ListedPerson listed, ListPlace place)
    {
        reason ??= acting.Contains(found!.Id) ? ListFaultReason.PersonTwice : null;
        if (reason is { } wrong)
        {
            faults.Add(new ListFault(row.Row, place, wrong, listed.Name));
        }
        else
        {
            acting.Add(found!.Id);
        }
    }

    private List<Person> Several(List<ListChange> changed)
    {
        var touched = added.Select(one => one.Organization).Concat(changed.Select(change => change.After)).ToList();
        var rest = network.Organizations.Where(member => touched.TrueForAll(one => one.Id != member.Id));
        var twice = touched.Concat(rest).SelectMany(one => one.Representatives).GroupBy(person => person).Where(group => group.Skip(1).Any()).Select(group => group.Key).ToHashSet();
        var known = network.People.Concat(people.Added).ToLookup(person => person.Id);
        return [.. touched.SelectMany(one => one.Representatives).Distinct().Where(twice.Contains).SelectMany(person => known[person].Take(1))];
    }

    private void Refuse(ListedOrganization row, ListColumn column, ListFaultReason reason, string content) => faults.Add(new ListFault(row.Row, new ListPlace(column), reason, content));

    private static bool IsSame(MemberOrganization one, MemberOrganization other) =>
        one.Sector == other.Sector && one.MemberSince == other.MemberSince && one.Representatives.SequenceEqual(other.Representatives);
}
