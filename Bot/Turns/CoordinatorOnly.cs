using System;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Platform.Cards;

namespace Bot.Turns;

/// <summary>What only coordinators may do: anybody else is told who may.</summary>
internal static class CoordinatorOnly
{
    /// <summary>A card in place of the pressed one.</summary>
    public static Task<CardReply> ReplyAsync(Turn turn, Func<Task<AdaptiveCard>> draw) => WhyNot(turn) is { } refusal
        ? Task.FromResult<CardReply>(new CardReply.Say(RefusalText.Plain(turn, refusal)))
        : ReplacedAsync(draw);

    /// <inheritdoc cref="ReplyAsync(Turn, Func{Task{AdaptiveCard}})"/>
    public static Task<CardReply> ReplyAsync(Turn turn, Func<AdaptiveCard> draw) => ReplyAsync(turn, () => Task.FromResult(draw()));

    /// <summary>A card as answer to a typed line.</summary>
    public static Task<Answer> AnswerAsync(Turn turn, Func<AdaptiveCard> draw) => Task.FromResult<Answer>(
        WhyNot(turn) is { } refusal ? new Answer.Text(RefusalText.Markdown(turn, refusal)) : Shown(draw()));

    private static Answer.Card Shown(AdaptiveCard card) => new(card, card.FallbackText ?? string.Empty);

    /// <summary>Null for a coordinator.</summary>
    public static Refusal? WhyNot(Turn turn) => turn.Sender is { IsCoordinator: true } ? null : new Refusal(RefusalCode.OnlyCoordinator);

    private static async Task<CardReply> ReplacedAsync(Func<Task<AdaptiveCard>> draw) => new CardReply.Replace(await draw());
}
