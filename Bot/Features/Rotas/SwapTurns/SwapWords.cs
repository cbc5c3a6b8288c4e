using Bot.Domain.Committees;
using Bot.Domain.Rotas;
using Bot.Texts;

namespace Bot.Features.Rotas.SwapTurns;

/// <summary>A wish to swap in words.</summary>
internal static class SwapWords
{
    /// <summary>How an answered wish stands. Markdown.</summary>
    public static string Said(Reader reader, Network network, SwapWish wish) => Messages.Get(
        reader, wish.State == SwapWishState.Agreed ? Sentence.SwapAgreed : Sentence.SwapDeclined, RotaCard.NameOf(network, wish.From), RotaCard.NameOf(network, wish.To));
}
