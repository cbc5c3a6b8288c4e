using System.Collections.Generic;
using System.Linq;
using System.Text;
using Bot.Domain.Committees;

namespace Bot.Domain.MemberLists;

/// <summary>What taking a list would do to a network.</summary>
public sealed record ListPlan
{
    /// <summary>Organizations that become members, with the row each stands in.</summary>
    public required IReadOnlyList<(int Row, MemberOrganization Organization)> New { get; init; }

    /// <summary>Members that change.</summary>
    public required IReadOnlyList<ListChange> Changed { get; init; }

    /// <summary>How many members stand in the list just as they are.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Members that are not in the list; they stay as they are.</summary>
    public required IReadOnlyList<MemberOrganization> Absent { get; init; }

    /// <summary>People that are not known yet.</summary>
    public required IReadOnlyList<Person> NewPeople { get; init; }

    /// <summary>People whose mail address is entered or becomes another, with the new one; new people too.</summary>
    public required IReadOnlyList<Person> Mailed { get; init; }

    /// <summary>People whom the list makes act for more than one organization.</summary>
    public required IReadOnlyList<Person> Several { get; init; }

    /// <summary>What cannot be right, in order of rows.</summary>
    public required IReadOnlyList<ListFault> Faults { get; init; }

    /// <summary>What only somebody who knows can say, in order of rows.</summary>
    public required IReadOnlyList<ListQuestion> Questions { get; init; }

    /// <summary>Whether there is anything to do.</summary>
    public bool IsEmpty => New.Count == 0 && Changed.Count == 0 && NewPeople.Count == 0 && Mailed.Count == 0;

    /// <summary>Whether it can be done.</summary>
    public bool IsReady => Faults.Count == 0 && Questions.Count == 0 && !IsEmpty;

    /// <summary>All it would do, as text that is equal exactly when it would do the same. Holds names and mail addresses: only a hash of it leaves the process.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var organization in New.Select(added => added.Organization).Concat(Changed.SelectMany(changed => new[] { changed.Before, changed.After })))
        {
            text.Append(organization.Id).Append('\t').Append(organization.Name).Append('\t').Append(organization.MemberSince).Append('\t').Append(organization.Sector)
                .Append('\t').AppendJoin('|', organization.Representatives).Append('\n');
        }

        foreach (var person in NewPeople.Concat(Mailed))
        {
            text.Append(person.Id).Append('\t').Append(person.Name).Append('\t').Append(person.Mail?.Value).Append('\n');
        }

        foreach (var question in Questions)
        {
            text.Append(question.Row).Append('\t').Append(question.Existing?.Id).Append('\n');
        }

        return text.Append(Faults.Count).ToString();
    }
}

/// <summary>A member that changes.</summary>
/// <param name="Row">Number of the row.</param>
/// <param name="Before">As it is.</param>
/// <param name="After">As it is to be.</param>
/// <param name="Mailed">Who of those acting for it gets another mail address.</param>
public sealed record ListChange(int Row, MemberOrganization Before, MemberOrganization After, IReadOnlyList<Person> Mailed);

/// <summary>An organization whose name is nearly that of another: is it the same?</summary>
/// <param name="Row">Number of the row.</param>
/// <param name="Name">The name in the list.</param>
/// <param name="Existing">The member with nearly this name; null when it is another row of the list.</param>
/// <param name="OtherRow">Number of that row; 0 for a member.</param>
/// <param name="OtherName">The other name.</param>
public sealed record ListQuestion(int Row, string Name, MemberOrganization? Existing, int OtherRow, string OtherName);

/// <summary>What somebody has said to a <see cref="ListQuestion"/>.</summary>
public enum ListAnswer
{
    /// <summary>It is the member with nearly this name; the name stays as it is.</summary>
    Same,

    /// <summary>It is another organization, which becomes a member.</summary>
    Other,

    /// <summary>The row is left out.</summary>
    LeftOut,
}
