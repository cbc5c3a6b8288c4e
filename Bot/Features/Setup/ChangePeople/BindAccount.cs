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
internal sealed class BindAccount(NewcomerStore newcomers) : SetupStep
{
    /// <summary>Name of the field that says whose account it is.</summary>
    public const string Whose = "whose";

    /// <summary>What an account is called that somebody asked with; typed, where nobody can be mentioned.</summary>
    private const string Called = "called";

    /// <inheritdoc/>
    public override CommandEntry Entry => CommandTable.BindAccount;

    /// <inheritdoc/>
    public override Sentence Heading => Sentence.SetupBindAccount;

    /// <inheritdoc/>
    public override bool IsForRooms => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => [Whose, Called, PeopleFields.Mentions, PeopleFields.Picked];

    /// <inheritdoc/>
    public override SetupFields Typed(Turn turn, CommandText text)
    {
        // "Konto von Anna" stands before the colon, the mention after it.
        var rest = text.HasColon && text.FoldedBeforeColon.Split(' ') is { Length: > 2 } words
            ? string.Join(' ', text.Raw[..text.Raw.IndexOf(':', System.StringComparison.Ordinal)].Split(' ', System.StringSplitOptions.RemoveEmptyEntries).Skip(words[0] is "account" or "konto" ? 2 : 0))
            : text.HasColon ? text.AfterColon : Entry.RestOf(text);
        return PeopleFields.Typed(turn, SetupFields.Empty, text.AfterColon).With(Whose, rest.Trim()).With(Called, text.AfterColon).With(PeopleFields.People, string.Empty);
    }

    /// <inheritdoc/>
    public override IEnumerable<InputElement> Inputs(Turn turn, SetupFields fields) =>
    [
        InputPart.Required(turn.Reader, Whose, (Sentence.InputPersonName, Sentence.SetupNameMissing), fields[Whose], Person.NameLimit),
        .. PeopleFields.Inputs(turn, fields, Sentence.InputPersonName).Skip(1),
    ];

    /// <inheritdoc/>
    public override async ValueTask<SetupPlan> PlanAsync(Turn turn, SetupFields fields, CancellationToken cancellationToken) => Plan(turn, await WithNewcomerAsync(turn, fields, cancellationToken));

    /// <summary>The fields with the account of the one newcomer who is called so: in a 1:1 chat nobody can be mentioned, and who typed it has seen who asked.</summary>
    private async Task<SetupFields> WithNewcomerAsync(Turn turn, SetupFields fields, CancellationToken cancellationToken)
    {
        if (PeopleFields.AccountOf(fields[PeopleFields.Picked]) is not null || PeopleFields.Accounts(fields).Count > 0 || CommandText.Fold(fields[Called]) is not { Length: > 0 } called)
        {
            return fields;
        }

        var open = await newcomers.OpenAsync(turn.Whole, turn.Now, cancellationToken);
        return open.Where(newcomer => CommandText.Fold(newcomer.Name) == called).ToList() is [var one] ? fields.With(PeopleFields.Picked, one.Account.Key) : fields;
    }

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

        if (turn.Whole.LockedPersonOf(account) is { } locked)
        {
            return Ask(turn, Sentence.SetupAccountLocked, locked.HiddenName ?? locked.Name);
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
