using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Privacy.KeepFor;

/// <summary>[Prüfen]: what would change.</summary>
internal sealed class PreviewRetentionAction(RetentionView view, RetentionStore retention) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => PrivacyVerbs.PreviewRetention;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (KeptData.Refuses(turn, Right.SetRetention) is { } why)
        {
            return new CardReply.Say(PlainText.Of(why));
        }

        var same = turn with { Form = FormReference.In(form) ?? turn.Form };
        var (change, otherwise) = RetentionChange.Of(turn.Reader, (await retention.TermsAsync(turn.Network.Id, cancellationToken)).Value, RetentionChange.Asked(form));
        return change is null
            ? new CardReply.Say(PlainText.Of(otherwise))
            : new CardReply.Replace(RetentionCard.Preview(same, change, await view.DueOfAsync(turn, change, cancellationToken)));
    }
}

/// <summary>[So festlegen]: once, and only what was shown. What somebody else has set meanwhile is shown first.</summary>
internal sealed class SetRetentionAction(RetentionView view, RetentionStore retention) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => PrivacyVerbs.SetRetention;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (KeptData.Refuses(turn, Right.SetRetention) is { } why)
        {
            return new CardReply.Say(PlainText.Of(why));
        }

        while (true)
        {
            var standing = await retention.TermsAsync(turn.Network.Id, cancellationToken);
            var (change, otherwise) = RetentionChange.Of(turn.Reader, standing.Value, RetentionChange.Asked(form));
            if (change is null)
            {
                return new CardReply.Say(PlainText.Of(otherwise));
            }

            if (form.Number(RetentionCard.Before) != change.Before)
            {
                var same = turn with { Form = FormReference.In(form) ?? turn.Form };
                return new CardReply.Replace(RetentionCard.Preview(same, change, await view.DueOfAsync(turn, change, cancellationToken), Sentence.RetentionSetOvertaken));
            }

            if (await retention.TrySetAsync(turn.Network.Id, standing with { Value = change.After }, turn.Sender!.Id, turn.Now, cancellationToken))
            {
                return new CardReply.Replace(RetentionCard.Set(turn.Reader, change.Said(turn.Reader))) { Settled = change.What };
            }
        }
    }
}

/// <summary>[Verwerfen].</summary>
internal sealed class DismissRetentionAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => PrivacyVerbs.DismissRetention;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        Task.FromResult<CardReply>(new CardReply.Replace(SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.Dismissed))));
}
