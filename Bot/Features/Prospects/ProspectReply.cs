using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Memberships;
using Bot.Domain.Rights;
using Bot.Features.Prospects.ShowProspect;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Prospects;

/// <summary>What all commands and buttons about prospects check first, and how they answer.</summary>
internal sealed class ProspectReply(ProspectBook book)
{
    /// <summary>Why the sender may not here, as plain text; null when they may. Whoever does not coordinate reads what they would read if there were no list.</summary>
    public static string? WhyNot(Turn turn, Right right) => turn.WhyNot(right) is { } refusal ? RefusalText.Plain(turn, refusal)
        : turn.May(right) ? null
        : Messages.Get(turn.Reader, Sentence.OnlyInPrivate);

    /// <summary>Answers a typed line, if the sender may.</summary>
    public static async Task<Answer> AnswerAsync(Turn turn, Right right, Func<Task<Answer>> answer) =>
        WhyNot(turn, right) is { } why ? new Answer.Text(CardText.Escape(why)) : await answer();

    /// <summary>Answers a button, if the sender may, with the prospect it carries.</summary>
    public static async Task<CardReply> OfAsync(Turn turn, CardForm form, Func<ProspectId, Task<CardReply>> reply) =>
        WhyNot(turn, Right.KeepProspects) is { } why ? new CardReply.Say(why)
        : form.Id(ProspectVerbs.ProspectField) is { } id ? await reply(new ProspectId(id))
        : new CardReply.Say(Messages.Get(turn.Reader, Sentence.ButtonUnknown));

    /// <summary>Answers a button that asks something about a prospect, if the sender may.</summary>
    public Task<CardReply> AskAsync(Turn turn, CardForm form, Func<NotedProspect, AdaptiveCard> ask, CancellationToken cancellationToken) => OfAsync(turn, form, async id =>
        await book.FindAsync(turn.Network, id, cancellationToken) is { } noted ? new CardReply.Replace(ask(noted)) : Refused(turn, new Refusal(RefusalCode.ProspectNotFound)));

    /// <summary>A card as an answer.</summary>
    public static Answer.Card Shown(AdaptiveCard card) => new(card, card.FallbackText ?? string.Empty);

    /// <summary>Why nothing was done, as a card in place of the pressed one.</summary>
    public static CardReply Refused(Turn turn, Refusal why) => new CardReply.Replace(SentenceCard.Of(turn.Reader, RefusalText.Markdown(turn, why)));

    /// <summary>One prospect as it is now.</summary>
    /// <param name="turn">Who reads.</param>
    /// <param name="id">Which.</param>
    /// <param name="lead">What is said above it; null for nothing. Markdown.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<AdaptiveCard> DrawAsync(Turn turn, ProspectId id, string? lead, CancellationToken cancellationToken) =>
        await book.FindAsync(turn.Network, id, cancellationToken) is { } noted
            ? ProspectCard.Render(turn, noted, lead)
            : SentenceCard.Of(turn.Reader, RefusalText.Markdown(turn, new Refusal(RefusalCode.ProspectNotFound)));
}
