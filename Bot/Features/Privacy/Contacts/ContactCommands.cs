using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Privacy;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Privacy.Contacts;

/// <summary>"Kontakt" shows one's own sheet; "Kontakt Telefon: 0341 1234 für meine Gremien" and "Kontakt Telefon löschen" change it; "Kontakt Anna Berger" asks for one person.</summary>
/// <remarks>The message is not kept, because what would be kept is a fingerprint, and that of a telephone number is found by trying.</remarks>
internal sealed class ContactCommand(ContactStore contacts, RetentionStore retention) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Contact;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        var rest = Entry.RestOf(text);
        var change = ContactWords.Read(rest);
        var isOwn = rest.Length == 0 || change is not null;
        if (KeptData.Refuses(turn, isOwn ? Right.KeepOwnContact : Right.LookUpContact) is { } why)
        {
            return new Answer.Text(why);
        }

        return change is { } said ? await ChangeAsync(turn, said, cancellationToken)
            : isOwn ? await ShownAsync(turn, await contacts.OfAsync(turn.Network.Id, turn.Sender!.Id, cancellationToken), null, cancellationToken)
            : await LookUpAsync(turn, rest, cancellationToken);
    }

    private async Task<Answer> ChangeAsync(Turn turn, (ContactField Field, string Value, ContactAudience Audience) said, CancellationToken cancellationToken)
    {
        if (ContactCheck.WhyNot(said.Field, said.Value) is { } unreadable)
        {
            return new Answer.Text(Messages.Get(turn.Reader, unreadable, ContactSheet.Longest));
        }

        var sheet = await contacts.ChangeAsync(turn.Network.Id, turn.Sender!.Id, sheet => sheet.With(said.Field, said.Value, said.Audience), cancellationToken);
        return await ShownAsync(turn, sheet, Messages.Get(turn.Reader, Sentence.ContactSaved), cancellationToken);
    }

    /// <summary>Counted and noted before anything is read; whether nobody is called so, several are, or nothing may be told, makes no difference to who asks.</summary>
    private async Task<Answer> LookUpAsync(Turn turn, string name, CancellationToken cancellationToken)
    {
        var (network, asker) = (turn.Network, turn.Sender!.Id);
        var most = (await retention.TermsAsync(network.Id, cancellationToken)).Value.LookUpsADay;
        if (await contacts.TryCountAsync(network.Id, asker, turn.LocalNow.Date, most, turn.Now, cancellationToken) is not { } number)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.ContactLimit, most));
        }

        var person = PersonFinder.Named(network, name) is [var one] ? one : null;
        await contacts.LogAsync(network.Id, person?.Id, asker, number, turn.Now, cancellationToken);
        var sheet = await contacts.OfAsync(network.Id, person?.Id ?? new PersonId("-"), cancellationToken);
        return person is not null && sheet.For(network, person.Id, asker) is { Count: > 0 } told
            ? new Answer.Card(ContactCard.Of(turn.Reader, person, told), Messages.Get(turn.Reader, Sentence.ContactHeadingOther))
            : new Answer.Text(Messages.Get(turn.Reader, Sentence.ContactNothing, CardText.Escape(ShortText.Cut(name, Person.NameLimit), LineBreaks.Collapse)));
    }

    private async Task<Answer> ShownAsync(Turn turn, ContactSheet sheet, string? lead, CancellationToken cancellationToken)
    {
        var terms = await retention.TermsAsync(turn.Network.Id, cancellationToken);
        return new Answer.Card(ContactCard.Own(turn.Reader, sheet, terms.Value.LookUpsADay, lead), Messages.Get(turn.Reader, Sentence.ContactHeading));
    }
}

/// <summary>"Wer hat nachgesehen?": who asked how the sender can be reached.</summary>
internal sealed class ContactLogCommand(ContactStore contacts) : IPagedCommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.ContactLog;

    /// <inheritdoc/>
    public async Task<Answer> PageAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken)
    {
        if (KeptData.Refuses(turn, Right.KeepOwnContact) is { } why)
        {
            return new Answer.Text(why);
        }

        var card = ContactCard.Log(turn, await contacts.LookedAsync(turn.Network.Id, turn.Sender!.Id, cancellationToken), page);
        return new Answer.Card(card, card.FallbackText ?? string.Empty);
    }
}

/// <summary>Whether a field can say that.</summary>
internal static class ContactCheck
{
    /// <summary>Why not; null when it can, or is empty.</summary>
    public static Sentence? WhyNot(ContactField field, string value) =>
        value.Length > ContactSheet.Longest ? Sentence.ContactTooLong
        : field == ContactField.Mail && value.Length > 0 && MailAddress.Read(value) is null ? Sentence.MailUnreadable
        : null;
}
