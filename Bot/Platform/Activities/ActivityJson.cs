using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Bot.Platform.Activities.Connector;
using Bot.Platform.Activities.Files;
using Bot.Platform.Cards;

namespace Bot.Platform.Activities;

/// <summary>Generated readers and writers of what goes over the wire; use them through <see cref="ActivityFormat"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(InvokeResponse))]
[JsonSerializable(typeof(AdaptiveCardInvokeResponse))]
[JsonSerializable(typeof(AdaptiveCardInvokeError))]
[JsonSerializable(typeof(ExpectedReplies))]
[JsonSerializable(typeof(MessagingExtensionResponse))]
[JsonSerializable(typeof(ThumbnailCard))]
[JsonSerializable(typeof(FileConsentCard))]
[JsonSerializable(typeof(FileInfoCard))]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(ConversationResourceResponse))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(PagedMembersResult))]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int))]
internal sealed partial class ActivityJson : JsonSerializerContext;

/// <summary>How activities and what belongs to them are read and written: UTF-8, unknown fields kept, at most 64 levels deep.</summary>
internal static class ActivityFormat
{
    /// <summary>Umlauts and angle brackets stay as they are: the text travels as UTF-8 JSON and never inside HTML, and bytes count.</summary>
    public static JsonSerializerOptions Options { get; } = new(ActivityJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 64,
        TypeInfoResolver = JsonTypeInfoResolver.Combine(ActivityJson.Default, CardJson.Default),
    };

    public static JsonTypeInfo<Activity> Activity { get; } = Of<Activity>();

    public static JsonTypeInfo<ConversationReference> ConversationReference { get; } = Of<ConversationReference>();

    public static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
}
