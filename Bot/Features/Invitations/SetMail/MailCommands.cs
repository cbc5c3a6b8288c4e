using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Invitations.SetMail;

/// <summary>"Meine Mail: anna@example.org", "Meine Mail", "Meine Mail löschen": by each for themselves.</summary>
internal sealed class OwnMailCommand(NetworkStore networks) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Mail;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (MailWords.Refuses(turn) is { } why)
        {
            return new Answer.Text(Messages.Get(turn.Reader, why));
        }

        var (sender, rest) = (turn.Sender!, Entry.RestOf(text));
        if (MailWords.Deletes(rest))
        {
            await networks.SetMailAsync(turn.Network.Id, sender.Id, null, sender.Id, turn.Now, cancellationToken);
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.MailDeleted));
        }

        if (rest.Length == 0)
        {
            return new Answer.Text(sender.Mail is { } known
                ? Messages.Get(turn.Reader, Sentence.MailOwn, CardText.Escape(known.Value))
                : Messages.Get(turn.Reader, Sentence.MailNone));
        }

        return MailWords.Question(turn, sender, rest);
    }
}

/// <summary>"Mail von Anna: anna@example.org", "Mail von Anna löschen": by coordinators, for those who cannot write to the bot.</summary>
internal sealed class MailOfCommand(NetworkStore networks) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.MailOf;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (turn.WhyNot(Right.EnterMailOfOthers) is { } refusal)
        {
            return new Answer.Text(RefusalText.Markdown(turn, refusal));
        }

        if (MailWords.Refuses(turn) is { } why)
        {
            return new Answer.Text(Messages.Get(turn.Reader, why));
        }

        var rest = Entry.RestOf(text);
        var name = MailWords.NameIn(rest);
        if (PersonFinder.Named(turn.Network, name) is not [var person])
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.MailWhose, CardText.Escape(ShortText.Cut(name, Person.NameLimit), LineBreaks.Collapse)));
        }

        if (MailWords.Deletes(rest))
        {
            await networks.SetMailAsync(turn.Network.Id, person.Id, null, turn.Sender!.Id, turn.Now, cancellationToken);
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.MailDeletedOf, CardText.Escape(person.Name, LineBreaks.Collapse)));
        }

        return MailWords.Question(turn, person, rest);
    }
}

/// <summary>What both commands read alike.</summary>
internal static class MailWords
{
    private static readonly string[] DeleteWords = ["loeschen", "entfernen", "streichen", "delete", "remove"];

    /// <summary>Why no address is talked about here; null where it is.</summary>
    public static Sentence? Refuses(Turn turn) => turn switch
    {
        { IsPersonal: false } => Sentence.MailInPrivate,
        { Sender: null } => Sentence.MembersOnly,
        _ => null,
    };

    /// <summary>Whether the text takes an address away: then it names none.</summary>
    public static bool Deletes(string rest) =>
        !rest.Contains('@', System.StringComparison.Ordinal) && CommandText.WordsOf(CommandText.Fold(rest)).Any(DeleteWords.Contains);

    /// <summary>The name in "Anna Muster: anna@example.org" and in "Anna Muster löschen".</summary>
    public static string NameIn(string rest) => string.Join(' ', rest.Split(' ')
        .TakeWhile(word => !word.Contains('@', System.StringComparison.Ordinal))
        .Where(word => !DeleteWords.Contains(CommandText.Fold(word))))
        .Trim(' ', ':', ',', '<', '(', '[');

    /// <summary>Asks whether the address in the text is to be kept.</summary>
    public static Answer Question(Turn turn, Person whose, string text) => MailAddress.In(text) is { } address
        ? new Answer.Card(MailCard.Render(turn, whose, address), Messages.Get(turn.Reader, Sentence.MailHeading))
        : new Answer.Text(Messages.Get(turn.Reader, Sentence.MailUnreadable));
}
