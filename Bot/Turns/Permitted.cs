using System;
using System.Threading.Tasks;
using Bot.Domain.Rights;
using Bot.Platform.Cards;

namespace Bot.Turns;

/// <summary>Draws for whoever may; anybody else is told who may.</summary>
internal static class Permitted
{
    /// <summary>A card in place of the pressed one.</summary>
    public static Task<CardReply> ReplyAsync(Turn turn, Right right, Func<Task<AdaptiveCard>> draw) => turn.WhyNot(right) is { } refusal
        ? Task.FromResult<CardReply>(new CardReply.Say(RefusalText.Plain(turn, refusal)))
        : ReplacedAsync(draw);

    /// <inheritdoc cref="ReplyAsync(Turn, Right, Func{Task{AdaptiveCard}})"/>
    public static Task<CardReply> ReplyAsync(Turn turn, Right right, Func<AdaptiveCard> draw) => ReplyAsync(turn, right, () => Task.FromResult(draw()));

    /// <summary>A card as answer to a typed line.</summary>
    public static Task<Answer> AnswerAsync(Turn turn, Right right, Func<AdaptiveCard> draw) => Task.FromResult<Answer>(
        turn.WhyNot(right) is { } refusal ? new Answer.Text(RefusalText.Markdown(turn, refusal)) : Shown(draw()));

    private static Answer.Card Shown(AdaptiveCard card) => new(card, card.FallbackText ?? string.Empty);

    private static async Task<CardReply> ReplacedAsync(Func<Task<AdaptiveCard>> draw) => new CardReply.Replace(await draw());
}
