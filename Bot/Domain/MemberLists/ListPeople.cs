using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;

namespace Bot.Domain.MemberLists;

/// <summary>Which people the names in a list mean.</summary>
/// <remarks>Whoever acts for the organization already is meant first; then somebody else in the network or in the list who is called so, unless another mail address
/// says that it is somebody else of the same name.</remarks>
internal sealed class ListPeople
{
    private readonly Func<string, string> fold;
    private readonly Func<string, string> identityOf;
    private readonly Dictionary<string, List<Person>> named;
    private readonly Dictionary<PersonId, Person> mailed = [];
    private readonly List<Person> added = [];

    public ListPeople(Network network, Func<string, string> fold, Func<string, string> identityOf)
    {
        (this.fold, this.identityOf) = (fold, identityOf);
        named = network.People.GroupBy(person => fold(person.Name), StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
    }

    /// <summary>New people, with their mail addresses.</summary>
    public IEnumerable<Person> Added => added.Select(Now);

    /// <summary>Everybody with a mail address that is not stored yet.</summary>
    public IEnumerable<Person> Mailed => mailed.Values;

    /// <summary>A person with the mail address the list gives them.</summary>
    public Person Now(Person person) => mailed.GetValueOrDefault(person.Id, person);

    /// <summary>Finds the person, or makes them up.</summary>
    /// <param name="listed">As the list names them.</param>
    /// <param name="acting">Who acts for the organization now, in order.</param>
    /// <param name="index">Their place among those in the list.</param>
    /// <param name="reason">Why it cannot be said who is meant; null when it can.</param>
    public Person? Find(ListedPerson listed, IReadOnlyList<PersonId> acting, int index, out ListFaultReason? reason)
    {
        var key = fold(listed.Name);
        var same = named.GetValueOrDefault(key) ?? [];
        var own = same.Where(person => acting.Contains(person.Id)).ToList();
        var found = own.Count > 0 ? own : same.Where(person => Now(person).Mail is not { } mail || listed.Mail is null || mail.IsSame(listed.Mail.Value)).ToList();
        if (found.Count > 1)
        {
            found = Narrowed(found, listed, own.Count > 0 && index < acting.Count ? acting[index] : null);
        }

        reason = found.Count > 1 ? ListFaultReason.PersonAmbiguous : null;
        return found.Count switch
        {
            0 => Add(key, listed),
            1 => Enter(found[0], listed.Mail, out reason),
            _ => null,
        };
    }

    private List<Person> Narrowed(List<Person> found, ListedPerson listed, PersonId? inPlace)
    {
        var same = listed.Mail is { } mail ? found.Where(person => Now(person).Mail?.IsSame(mail.Value) == true).ToList() : [];
        return same.Count == 1 ? same : found.Any(person => person.Id == inPlace) ? [.. found.Where(person => person.Id == inPlace)] : found;
    }

    private Person Add(string key, ListedPerson listed)
    {
        var person = new Person(new PersonId(identityOf($"person\n{key}\n{listed.Mail?.Value.ToLowerInvariant()}")), listed.Name, IsCoordinator: false);
        added.Add(person);
        if (!named.TryGetValue(key, out var same))
        {
            same = named[key] = [];
        }

        same.Add(person);
        if (listed.Mail is not null)
        {
            mailed[person.Id] = person with { Mail = listed.Mail };
        }

        return person;
    }

    private Person Enter(Person person, MailAddress? mail, out ListFaultReason? reason)
    {
        var standing = mailed.GetValueOrDefault(person.Id)?.Mail;
        reason = mail is not null && standing is not null && !standing.IsSame(mail.Value) ? ListFaultReason.MailContradicts : null;
        if (reason is null && mail is not null && Now(person).Mail?.IsSame(mail.Value) != true)
        {
            mailed[person.Id] = person with { Mail = mail };
        }

        return person;
    }
}
