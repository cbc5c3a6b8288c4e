using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Bot.Platform.Cards;

/// <summary>Generated readers and writers of the card types; use them through <see cref="CardFormat"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(AdaptiveCard))]
internal sealed partial class CardJson : JsonSerializerContext;

/// <summary>How cards are read and written.</summary>
internal static class CardFormat
{
    /// <summary>Umlauts and angle brackets stay as they are: a card travels as UTF-8 JSON and never inside HTML, and bytes count.</summary>
    public static JsonTypeInfo<AdaptiveCard> Card { get; } = (JsonTypeInfo<AdaptiveCard>)
        new JsonSerializerOptions(CardJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            .GetTypeInfo(typeof(AdaptiveCard));
}
