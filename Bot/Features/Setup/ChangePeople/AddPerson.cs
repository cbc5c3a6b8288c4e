using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Features.Setup.TakeStep;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Setup.ChangePeople;

/// <summary>"Person anlegen: Anna Muster, anna@example.org": somebody the network is to know, also without Teams.</summary>
internal sealed class AddPerson : SetupStep
{
    private const string Mail = "mail";

    /// <inheritdoc/>
    public override CommandEntry Entry => CommandTable.AddPerson;

    /// <inheritdoc/>
    public override Sentence Heading => Sentence.SetupAddPerson;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => [Mail, .. PeopleFields.Names];

    /// <inheritdoc/>
    public override SetupFields Typed(Turn turn, CommandText text)
    {
        var rest = Entry.RestOf(text);
        var words = rest.Split(' ').Where(word => !word.Contains('@', System.StringComparison.Ordinal) || word.StartsWith('@'));
        return PeopleFields.Typed(turn, SetupFields.Empty.With(Mail, MailAddress.In(rest)?.Value ?? string.Empty), string.Join(' ', words));
    }

    /// <inheritdoc/>
    public override IEnumerable<InputElement> Inputs(Turn turn, SetupFields fields) =>
    [
        .. PeopleFields.Inputs(turn, fields, Sentence.InputPersonName),
        InputPart.Text(turn.Reader, Mail, Sentence.InputMail, fields[Mail], MailAddress.Longest),
    ];

    /// <inheritdoc/>
    public override ValueTask<SetupPlan> PlanAsync(Turn turn, SetupFields fields, CancellationToken cancellationToken) => ValueTask.FromResult(Plan(turn, fields));

    private static SetupPlan Plan(Turn turn, SetupFields fields)
    {
        var named = PeopleReader.Read(turn, fields);
        if (named.Questions.Count > 0 || named.People is not [var one])
        {
            return named.Questions.Count > 0 ? new SetupPlan.Asked(named.Questions) : Ask(turn, Sentence.SetupOnePerson);
        }

        if (fields[Mail].Length > 0 && MailAddress.Read(fields[Mail]) is null)
        {
            return new SetupPlan.Asked(Messages.Get(turn.Reader, Sentence.MailUnreadable));
        }

        if (!one.IsNew)
        {
            return new SetupPlan.Stands(Said(turn, Sentence.SetupPersonThere, one.Person.Name));
        }

        var change = named.Into(By(turn));
        var mail = MailAddress.Read(fields[Mail]);
        return new SetupPlan.Ready(
            [named.Said(), .. mail is null ? Enumerable.Empty<string>() : [Said(turn, Sentence.SetupMailLine, mail.Value)]],
            change with { People = [one.Person with { Mail = mail }] },
            Said(turn, Sentence.SetupPersonThere, one.Person.Name))
        {
            Hints = [.. named.Hints, Messages.Get(turn.Reader, Sentence.SetupPersonHint)],
        };
    }
}
