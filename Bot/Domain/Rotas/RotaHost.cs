using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Rights;

namespace Bot.Domain.Rotas;

/// <summary>Who takes a turn at leading meetings: a person, or an organization whose representatives settle among themselves who does.</summary>
/// <param name="Key">Its kind and identity, <c>person:…</c> or <c>organization:…</c>.</param>
public readonly record struct RotaHost(string Key)
{
    private const string PersonPrefix = "person:";

    private const string OrganizationPrefix = "organization:";

    /// <summary>A person.</summary>
    public static RotaHost Of(PersonId person) => new(PersonPrefix + person.Value);

    /// <summary>An organization.</summary>
    public static RotaHost Of(OrganizationId organization) => new(OrganizationPrefix + organization.Value);

    /// <summary>The people who take the turn in a committee, the one who leads first: those who belong to it; none when they have left.</summary>
    public IReadOnlyList<PersonId> People(Network network, CommitteeId committee)
    {
        var id = Key[(Key.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var people = Key.StartsWith(PersonPrefix, StringComparison.Ordinal)
            ? network.Person(new PersonId(id)) is { } person ? [person.Id] : []
            : network.Organizations.FirstOrDefault(organization => organization.Id.Value == id)?.Representatives ?? [];
        return network.Committee(committee) is { } where ? [.. people.Where(one => network.Allows(Right.ReadRota, one, where))] : [];
    }

    /// <summary>Whether the turn can be taken: somebody is there to take it.</summary>
    public bool IsThere(Network network, Committee committee) => People(network, committee.Id).Count > 0;

    /// <summary>The name people know; the identity itself when it is known no longer.</summary>
    public string Name(Network network)
    {
        var id = Key[(Key.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return Key.StartsWith(PersonPrefix, StringComparison.Ordinal)
            ? network.Person(new PersonId(id))?.Name ?? id
            : network.KnownOrganizations.FirstOrDefault(organization => organization.Id.Value == id)?.Name ?? id;
    }

    /// <inheritdoc/>
    public override string ToString() => Key;
}
