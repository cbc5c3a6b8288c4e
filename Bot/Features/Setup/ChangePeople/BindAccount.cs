using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Features.Setup.TakeStep;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Setup.ChangePeople;

/// <summary>"Konto von Anna: @Anna Muster": from now on whoever writes with that account is Anna. Never by the name alone.</summary>
internal sealed class BindAccount : SetupStep
{
    private const string Whose = "whose";

    /// <inheritdoc/>
    public override CommandEntry Entry => CommandTable.BindAccount;

    /// <inheritdoc/>
    public override Sentence Heading => Sentence.SetupBindAccount;

    /// <inheritdoc/>
    public override bool IsForRooms => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => [Whose, PeopleFields.Mentions, PeopleFields.Picked];

    /// <inheritdoc/>
    public override SetupFields Typed(Turn turn, CommandText text)
    {
        // "Konto von Anna" stands before the colon, the mention after it.
        var rest = text.HasColon && text.FoldedBeforeColon.Split(' ') is { Length: > 2 } words
            ? string.Join(' ', text.Raw[..text.Raw.IndexOf(':', System.StringComparison.Ordinal)].Split(' ', System.StringSplitOptions.RemoveEmptyEntries).Skip(words[0] is "account" or "konto" ? 2 : 0))
            : text.HasColon ? text.AfterColon : Entry.RestOf(text);
        return PeopleFields.Typed(turn, SetupFields.Empty, text.AfterColon).With(Whose, rest.Trim()).With(PeopleFields.People, string.Empty);
    }

    /// <inheritdoc/>
    public override IEnumerable<InputElement> Inputs(Turn turn, SetupFields fields) =>
    [
        InputPart.Required(turn.Reader, Whose, (Sentence.InputPersonName, Sentence.SetupNameMissing), fields[Whose], Person.NameLimit),
        .. PeopleFields.Inputs(turn, fields, Sentence.InputPersonName).Skip(1),
    ];

    /// <inheritdoc/>
    public override ValueTask<SetupPlan> PlanAsync(Turn turn, SetupFields fields, CancellationToken cancellationToken) => ValueTask.FromResult(Plan(turn, fields));

    private static SetupPlan Plan(Turn turn, SetupFields fields)
    {
        var named = PeopleReader.Read(turn, SetupFields.Empty.With(PeopleFields.People, fields[Whose]), takesNew: false);
        if (named.Questions.Count > 0 || named.People is not [{ Person: var person }])
        {
            return named.Questions.Count > 0 ? new SetupPlan.Asked(named.Questions) : Ask(turn, Sentence.SetupOnePerson);
        }

        var mentioned = PeopleFields.Accounts(fields);
        var account = PeopleFields.AccountOf(fields[PeopleFields.Picked]) ?? (mentioned.Count == 1 ? mentioned.Values.First() : null);
        if (account is null)
        {
            return Ask(turn, Sentence.SetupWhichAccount, person.Name);
        }

        var done = Said(turn, Sentence.SetupAccountBound, person.Name);
        if (turn.Snapshot.PersonOf(account) is { } owner)
        {
            return owner.Id == person.Id ? new SetupPlan.Stands(done) : Ask(turn, Sentence.SetupAccountTaken, owner.Name);
        }

        // Somebody who holds an account already could be locked out by a slip.
        var before = turn.Snapshot.Accounts.ContainsKey(person.Id);
        var called = mentioned.Count == 1 ? PeopleFields.NameOfOnly(fields) : string.Empty;
        return new SetupPlan.Ready(
            [
                called.Length > 0 ? Said(turn, Sentence.SetupBindLine, person.Name, called) : Said(turn, Sentence.SetupBindPickedLine, person.Name),
                .. before ? [Said(turn, Sentence.SetupBindBefore, person.Name)] : Enumerable.Empty<string>(),
            ],
            By(turn) with { Accounts = new Dictionary<PersonId, Account?> { [person.Id] = account } },
            done)
        {
            Hints = [Messages.Get(turn.Reader, Sentence.SetupBindHint)],
            Notice = new PowerNotice(turn.Form.IdentityOf("account"), PowerChange.AccountBound, turn.Sender!.Id, turn.Now, string.Empty, [person.Id]),
        };
    }
}
