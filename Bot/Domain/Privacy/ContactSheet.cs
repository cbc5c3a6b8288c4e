using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Rights;

namespace Bot.Domain.Privacy;

/// <summary>How somebody can be reached. What they are in their organization comes first: a business contact tells less than a private one.</summary>
public enum ContactField
{
    /// <summary>Their function, such as "Geschäftsstelle Kreissportbund".</summary>
    Function,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>A mail address for people, apart from the one invitations go to.</summary>
    Mail,
}

/// <summary>Who may be told a field when they ask for its person by name.</summary>
public enum ContactAudience
{
    /// <summary>Nobody.</summary>
    Nobody,

    /// <summary>Coordinators.</summary>
    Coordinators,

    /// <summary>Coordinators, and whoever sits in a committee with the person.</summary>
    Committees,

    /// <summary>Everybody who represents a member, has a seat or coordinates.</summary>
    Members,
}

/// <summary>A field and who may be told it.</summary>
/// <param name="Value">What it says.</param>
/// <param name="Audience">Who may be told.</param>
public readonly record struct ContactEntry(string Value, ContactAudience Audience);

/// <summary>How somebody can be reached, field by field with the consent they gave for it and can take back.</summary>
public sealed record ContactSheet
{
    /// <summary>The longest text of a field, in UTF-16 units.</summary>
    public const int Longest = 120;

    /// <summary>How many people one person may ask for in a day of the network's zone, unless a coordinator says otherwise. Enough for work, too few to copy a network.</summary>
    public const int LookUpsADay = 10;

    /// <summary>Nothing is known.</summary>
    public static ContactSheet Empty { get; } = new();

    /// <summary>What was entered.</summary>
    public ImmutableSortedDictionary<ContactField, ContactEntry> Entries { get; init; } = ImmutableSortedDictionary<ContactField, ContactEntry>.Empty;

    /// <summary>The same with another field; without it where the text is empty.</summary>
    public ContactSheet With(ContactField field, string value, ContactAudience audience) =>
        this with { Entries = value.Length == 0 ? Entries.Remove(field) : Entries.SetItem(field, new ContactEntry(value, audience)) };

    /// <summary>The fields that one person may be told of another.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="owner">Whose sheet this is.</param>
    /// <param name="reader">Who asks.</param>
    public IReadOnlyList<KeyValuePair<ContactField, ContactEntry>> For(Network network, PersonId owner, PersonId reader) =>
        [.. Entries.Where(entry => reader == owner || Includes(entry.Value.Audience, network, owner, reader))];

    /// <summary>Whether somebody is among those a field is for. A locked profile is told to coordinators only, whatever its consent says.</summary>
    public static bool Includes(ContactAudience audience, Network network, PersonId owner, PersonId reader)
    {
        if (audience == ContactAudience.Nobody || network.Person(owner) is not { HasLeft: false } person || network.Person(reader) is not { HasLeft: false })
        {
            return false;
        }

        return network.Allows(Right.BeToldContacts, reader) || (!person.IsLocked && audience switch
        {
            ContactAudience.Committees => network.Committees.Any(committee => network.Members(committee) is var members && members.Contains(owner) && members.Contains(reader)),
            ContactAudience.Members => network.Committees.Any(committee => network.Members(committee).Contains(reader)) || network.RepresentedBy(reader).Any(),
            _ => false,
        });
    }
}
