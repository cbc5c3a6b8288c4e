using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Privacy;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Privacy.Contacts;

/// <summary>[Speichern] on one's own sheet: all fields as they are filled in. What is empty, or for an unknown audience, is for nobody.</summary>
internal sealed class SaveContactAction(ContactStore contacts, RetentionStore retention) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => PrivacyVerbs.SaveContact;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (KeptData.Refuses(turn, Right.KeepOwnContact) is { } why)
        {
            return new CardReply.Say(PlainText.Of(why));
        }

        if (Enum.GetValues<ContactField>().Select(field => ContactCheck.WhyNot(field, form[field.ToString()])).FirstOrDefault(unreadable => unreadable is not null) is { } refused)
        {
            return new CardReply.Say(PlainText.Of(Messages.Get(turn.Reader, refused, ContactSheet.Longest)));
        }

        var filled = Enum.GetValues<ContactField>().Aggregate(ContactSheet.Empty, (sheet, field) => sheet.With(field, form[field.ToString()], AudienceOf(form, field)));
        var sheet = await contacts.ChangeAsync(turn.Network.Id, turn.Sender!.Id, _ => filled, cancellationToken);
        var most = (await retention.TermsAsync(turn.Network.Id, cancellationToken)).Value.LookUpsADay;
        return new CardReply.Replace(ContactCard.Own(turn.Reader, sheet, most, Messages.Get(turn.Reader, Sentence.ContactSaved)));
    }

    private static ContactAudience AudienceOf(CardForm form, ContactField field) =>
        Enum.GetValues<ContactAudience>().FirstOrDefault(audience => audience.ToString() == form[ContactCard.AudienceName(field)], ContactAudience.Nobody);
}

/// <summary>[Alles zurückziehen]: nothing is kept any more, at once.</summary>
internal sealed class WithdrawContactAction(ContactStore contacts, RetentionStore retention) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => PrivacyVerbs.WithdrawContact;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (KeptData.Refuses(turn, Right.KeepOwnContact) is { } why)
        {
            return new CardReply.Say(PlainText.Of(why));
        }

        var sheet = await contacts.ChangeAsync(turn.Network.Id, turn.Sender!.Id, _ => ContactSheet.Empty, cancellationToken);
        var most = (await retention.TermsAsync(turn.Network.Id, cancellationToken)).Value.LookUpsADay;
        return new CardReply.Replace(ContactCard.Own(turn.Reader, sheet, most, Messages.Get(turn.Reader, Sentence.ContactWithdrawn)));
    }
}
