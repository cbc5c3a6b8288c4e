using System.Collections.Generic;
using Bot.Domain.Committees;
using Bot.Domain.MemberLists;
using Bot.Features.MemberLists.ReadList;
using Bot.Storage;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.MemberLists.PreviewList;

/// <summary>A sent list beside the network as it is: what somebody sees before anything is taken.</summary>
/// <param name="Network">The network.</param>
/// <param name="List">The list.</param>
/// <param name="Form">The message it came with.</param>
/// <param name="Content">What stands in it.</param>
/// <param name="Plan">What taking it would do.</param>
internal sealed record ListView(Network Network, SentList List, FormReference Form, ListContent Content, ListPlan Plan)
{
    /// <summary>Name of the datum that holds <see cref="Print"/>.</summary>
    public const string PrintField = "print";

    /// <summary>The same exactly when taking the list would do the same; travels in the buttons' data, so that what is taken is what was seen.</summary>
    public string Print => HeardMessage.Fingerprint(Plan.ToText());

    /// <summary>As data of a button.</summary>
    public (string Name, string Value)[] Data => [.. Form.Data, (PrintField, Print)];

    /// <summary>Compares a list with a network.</summary>
    public static ListView Of(Network network, SentList list, FormReference form, Instant now)
    {
        var today = now.InZone(network.Zone).Date;
        var content = ListReader.Read(list.Sheets, today) ?? new ListContent(ListHeadings.Read([]), [], []);
        var plan = ListComparison.Of(network, content.Rows, content.Faults, list.Answers, today, CommandText.Fold, name => HeardMessage.Fingerprint(list.Id + "\n" + name));
        return new ListView(network, list, form, content, plan);
    }

    /// <summary>What is to be different about the network.</summary>
    public NetworkChange Change(Instant now)
    {
        var people = new Dictionary<PersonId, Person>();
        foreach (var person in (IEnumerable<Person>)[.. Plan.NewPeople, .. Plan.Mailed])
        {
            people[person.Id] = person;
        }

        var organizations = new List<MemberOrganization>();
        organizations.AddRange(System.Linq.Enumerable.Select(Plan.New, added => added.Organization));
        organizations.AddRange(System.Linq.Enumerable.Select(Plan.Changed, change => change.After));
        return new NetworkChange { By = List.SentBy, At = now, People = [.. people.Values], Organizations = organizations };
    }
}
