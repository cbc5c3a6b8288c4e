using Bot.Domain.Rights;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>What is done in the 1:1 chat only, because whoever is in a conversation reads along.</summary>
internal static class PrivateOnly
{
    /// <summary>Why the sender may not do it here, whatever it is done to, in Markdown; null when they may. The right comes first: whoever has none does not learn where it would be done.</summary>
    public static string? WhyNot(Turn turn, Right right) => turn.WhyNot(right) is { } why ? RefusalText.Markdown(turn, why)
        : turn.IsPersonal ? null
        : Messages.Get(turn.Reader, Sentence.OnlyInPrivate);
}
