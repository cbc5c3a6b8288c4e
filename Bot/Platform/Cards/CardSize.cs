using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bot.Platform.Cards;

/// <summary>What parts of a card weigh on the wire, to be compared with <see cref="CardLimits.Bytes"/> before the card is put together.</summary>
internal static class CardSize
{
    /// <summary>Bytes of UTF-8 that an element takes.</summary>
    public static int Of(CardElement element) =>
        JsonSerializer.SerializeToUtf8Bytes(element, CardFormat.Card.Options.GetTypeInfo(typeof(CardElement))).Length;

    /// <summary>Bytes of UTF-8 that a button takes.</summary>
    public static int Of(CardAction action) =>
        JsonSerializer.SerializeToUtf8Bytes(action, CardFormat.Card.Options.GetTypeInfo(typeof(CardAction))).Length;

    /// <summary>Bytes of UTF-8 that texts take within JSON, with some room for what stands around each.</summary>
    /// <remarks>A character takes up to six bytes: those without a meaning in Unicode are written as <c>\uXXXX</c>.</remarks>
    public static int Of(params string[] texts)
    {
        const int around = 16;
        return texts.Sum(text => Encoding.UTF8.GetByteCount(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)) + around);
    }
}
