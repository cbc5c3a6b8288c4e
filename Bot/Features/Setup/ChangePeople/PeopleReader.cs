using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Features.Setup.TakeStep;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Setup.ChangePeople;

/// <summary>Somebody a step names.</summary>
/// <param name="Person">Who; with an identity of their own where they are new.</param>
/// <param name="Account">Their account, where it is to be written.</param>
/// <param name="IsNew">Whether the network did not know them.</param>
internal sealed record NamedPerson(Person Person, Account? Account, bool IsNew);

/// <summary>From names, mentions and a picked account to people. Nobody is taken for somebody else because the names are alike: what is not certain is asked.</summary>
internal sealed class PeopleReader
{
    private readonly Turn turn;
    private readonly List<NamedPerson> people = [];
    private readonly List<string> questions = [];
    private readonly List<string> hints = [];

    private PeopleReader(Turn turn) => this.turn = turn;

    /// <summary>The people, in the order they were named.</summary>
    public IReadOnlyList<NamedPerson> People => people;

    /// <summary>What must be answered first. Markdown.</summary>
    public IReadOnlyList<string> Questions => questions;

    /// <summary>What to look at before confirming. Markdown.</summary>
    public IReadOnlyList<string> Hints => hints;

    /// <summary>Their identities.</summary>
    public IReadOnlyList<PersonId> Ids => [.. people.Select(named => named.Person.Id)];

    /// <summary>Reads the fields.</summary>
    /// <param name="turn">Who asks.</param>
    /// <param name="fields">What they named.</param>
    /// <param name="takesNew">Whether somebody the network does not know may be named.</param>
    public static PeopleReader Read(Turn turn, SetupFields fields, bool takesNew = true)
    {
        var reader = new PeopleReader(turn);
        var accounts = PeopleFields.Accounts(fields);
        var picked = PeopleFields.AccountOf(fields[PeopleFields.Picked]);
        var names = PeopleFields.Split(fields[PeopleFields.People]);
        if (picked is not null && turn.Snapshot.PersonOf(picked) is null && (names.Count != 1 || accounts.Count > 0))
        {
            reader.questions.Add(Messages.Get(turn.Reader, Sentence.SetupPickedName));
            return reader;
        }

        foreach (var name in names)
        {
            reader.Add(name, accounts.GetValueOrDefault(CommandText.Fold(name)) ?? (picked is not null && turn.Snapshot.PersonOf(picked) is null ? picked : null), takesNew);
        }

        if (picked is not null && turn.Snapshot.PersonOf(picked) is { } known && !reader.Ids.Contains(known.Id))
        {
            reader.people.Add(new NamedPerson(known, null, IsNew: false));
        }

        return reader;
    }

    /// <summary>What a change needs so that the new ones are known.</summary>
    public NetworkChange Into(NetworkChange change) => change with
    {
        People = [.. change.People, .. people.Where(named => named.IsNew).Select(named => named.Person)],
        Accounts = people.Where(named => named.Account is not null).ToDictionary(named => named.Person.Id, named => named.Account),
    };

    /// <summary>The names as a preview shows them: who is new, and who has no account. Markdown.</summary>
    public string Said() => people.Count == 0 ? Messages.Get(turn.Reader, Sentence.SetupNobody) : string.Join(", ", people.Select(Said));

    private string Said(NamedPerson named)
    {
        var name = CardText.Escape(named.Person.Name, LineBreaks.Collapse);
        return named switch
        {
            { IsNew: true, Account: null } => Messages.Get(turn.Reader, Sentence.SetupPersonNew, name),
            { IsNew: true } => Messages.Get(turn.Reader, Sentence.SetupPersonNewAccount, name),
            _ => name,
        };
    }

    private void Add(string name, Account? account, bool takesNew)
    {
        if (name.Length > Person.NameLimit)
        {
            Ask(Sentence.SetupNameTooLong, ShortText.Abbreviate(name, 40), Person.NameLimit);
        }
        else if (account is not null && turn.Snapshot.PersonOf(account) is { } owner)
        {
            Add(new NamedPerson(owner, null, IsNew: false));
        }
        else
        {
            AddByName(name, account, takesNew);
        }
    }

    private void AddByName(string name, Account? account, bool takesNew)
    {
        var words = CommandText.WordsOf(CommandText.Fold(name));
        var named = turn.Network.People.Select(person => (Person: person, Words: CommandText.WordsOf(CommandText.Fold(person.Name)))).ToList();
        var same = named.Where(one => one.Words.SequenceEqual(words)).ToList();
        var found = same.Count > 0 ? same : [.. named.Where(one => words.All(one.Words.Contains))];
        if (found.Count > 1)
        {
            Ask(Sentence.SetupNameOfSeveral, name, string.Join(", ", found.Take(5).Select(one => one.Person.Name)));
        }
        else if (found is [var one] && account is null)
        {
            Add(new NamedPerson(one.Person, null, IsNew: false));
        }
        else if (same.Count == 1)
        {
            Ask(Sentence.SetupNameTaken, name);
        }
        else if (!takesNew)
        {
            Ask(Sentence.SetupNameUnknown, name);
        }
        else if (words.Length < 2 && account is null)
        {
            Ask(Sentence.SetupNameShort, name);
        }
        else
        {
            AddNew(name, account);
        }
    }

    private void AddNew(string name, Account? account)
    {
        if (account is null && PersonFinder.Near(turn.Network.People, name) is [var near, ..])
        {
            hints.Add(Messages.Get(turn.Reader, Sentence.SetupNameNear, CardText.Escape(name, LineBreaks.Collapse), CardText.Escape(near.Name, LineBreaks.Collapse)));
        }

        var id = account?.NewPerson ?? new PersonId("p-" + turn.Form.IdentityOf("person " + CommandText.Fold(name)));
        var person = turn.Network.Person(id) ?? new Person(id, name, IsCoordinator: false);
        Add(new NamedPerson(person with { Name = name }, account, IsNew: true));
    }

    private void Add(NamedPerson named)
    {
        if (!Ids.Contains(named.Person.Id))
        {
            people.Add(named);
        }
    }

    private void Ask(Sentence question, params object[] details) =>
        questions.Add(Messages.Get(turn.Reader, question, [.. details.Select(detail => detail is string text ? CardText.Escape(text, LineBreaks.Collapse) : detail)]));
}
