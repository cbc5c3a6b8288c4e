using System.Collections.Generic;
using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.MemberLists;

/// <summary>A row of a list of organizations, as far as something stands in it.</summary>
/// <param name="Row">Number of the row, as a spreadsheet counts.</param>
/// <param name="Name">The organization's name.</param>
public sealed record ListedOrganization(int Row, string Name)
{
    /// <summary>The longest name of an organization or a person, UTF-16 units.</summary>
    public const int NameLimit = 200;

    /// <summary>Most columns for substitutes.</summary>
    public const int MostSubstitutes = 20;

    /// <summary>The part of society it comes from.</summary>
    public Sector? Sector { get; init; }

    /// <summary>First day of membership.</summary>
    public LocalDate? Since { get; init; }

    /// <summary>Who represents it.</summary>
    public ListedPerson? Representative { get; init; }

    /// <summary>Who stands in for them, in order; null when the list has no such column.</summary>
    public IReadOnlyList<ListedPerson>? Substitutes { get; init; }
}

/// <summary>A person in a list.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Mail">Where mail reaches them; null when the list does not say.</param>
/// <param name="Number">The how-manieth substitute, from 1; 0 for who represents.</param>
public sealed record ListedPerson(string Name, MailAddress? Mail, int Number = 0);
