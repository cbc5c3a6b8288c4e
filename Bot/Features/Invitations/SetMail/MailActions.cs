using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Invitations.SetMail;

/// <summary>[Speichern]: keeps the address. Each may for themselves, coordinators for everybody.</summary>
internal sealed class SaveMailAction(NetworkStore networks) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MailVerbs.Save;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (MailWords.Refuses(turn) is { } why)
        {
            return new CardReply.Say(Messages.Get(turn.Reader, why));
        }

        if (form.Id(MailVerbs.PersonField) is not { } id || turn.Network.Person(new PersonId(id)) is not { } person || MailAddress.Read(form[MailVerbs.AddressField]) is not { } address)
        {
            return new CardReply.Say(Messages.Get(turn.Reader, Sentence.ButtonUnknown));
        }

        var isOwn = person.Id == turn.Sender!.Id;
        if (!isOwn && turn.WhyNot(Right.EnterMailOfOthers) is { } refusal)
        {
            return new CardReply.Say(RefusalText.Plain(turn, refusal));
        }

        await networks.SetMailAsync(turn.Network.Id, person.Id, address, turn.Sender.Id, turn.Now, cancellationToken);
        return new CardReply.Replace(SentenceCard.Of(turn.Reader, isOwn
            ? Messages.Get(turn.Reader, Sentence.MailSaved, CardText.Escape(address.Value))
            : Messages.Get(turn.Reader, Sentence.MailSavedOf, CardText.Escape(person.Name, LineBreaks.Collapse))));
    }
}

/// <summary>[Verwerfen]: nothing is kept.</summary>
internal sealed class LeaveMailAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MailVerbs.Leave;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        Task.FromResult<CardReply>(new CardReply.Replace(SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.Dismissed))));
}
