using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Platform.Directory;
using Bot.Storage;

namespace Bot.Features.Invitations;

/// <summary>Who is invited how: by the event, or, without Teams, by a mail of their own. The same people the meeting is announced to in chats, as far as a mail address is known.</summary>
/// <param name="ByEvent">At most <see cref="DirectoryEntry.MostPeople"/>.</param>
/// <param name="ByMail">The others.</param>
internal sealed record Invited(IReadOnlyList<Person> ByEvent, IReadOnlyList<Person> ByMail)
{
    /// <summary>Those of a committee, coordinators included, in an order that stays.</summary>
    public static Invited Of(NetworkSnapshot snapshot, Committee committee)
    {
        var network = snapshot.Network;
        var known = network.Members(committee).Concat(network.CoordinatorsOf(committee).Select(person => person.Id)).Distinct()
            .Select(network.Person).OfType<Person>().Where(person => person.Mail is not null)
            .DistinctBy(person => person.Mail!.Value.ToUpperInvariant())
            .OrderBy(person => person.Id.Value, System.StringComparer.Ordinal)
            .ToLookup(person => snapshot.Accounts.ContainsKey(person.Id));
        return new Invited([.. known[true].Take(DirectoryEntry.MostPeople)], [.. known[true].Skip(DirectoryEntry.MostPeople), .. known[false]]);
    }
}
