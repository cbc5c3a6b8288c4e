using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Platform.Cards;

/// <summary>What stands in the place of something that a client does not know, or whose <c>requires</c> it does not meet.</summary>
/// <typeparam name="TPart">Element, column or action, as the thing it stands for.</typeparam>
/// <param name="Instead">Shown instead; null leaves the place empty, which the wire calls <c>drop</c>.</param>
/// <remarks>Source: Adaptive Cards 1.2, "fallback".</remarks>
internal sealed record Fallback<TPart>(TPart? Instead)
    where TPart : class
{
    /// <summary>Leaves the place empty.</summary>
    public static Fallback<TPart> Drop { get; } = new((TPart?)null);
}

/// <summary>Writes a fallback as the schema has it: the part itself, or the word <c>drop</c>.</summary>
internal sealed class FallbackConverter<TPart> : JsonConverter<Fallback<TPart>>
    where TPart : class
{
    private const string Drop = "drop";

    /// <inheritdoc/>
    public override Fallback<TPart> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.StartObject)
        {
            return new Fallback<TPart>((TPart?)JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(typeof(TPart))));
        }

        return reader.TokenType is JsonTokenType.String && reader.ValueTextEquals(Drop)
            ? Fallback<TPart>.Drop
            : throw new JsonException("A fallback is a part of the card, or the word drop.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Fallback<TPart> value, JsonSerializerOptions options)
    {
        if (value.Instead is { } part)
        {
            JsonSerializer.Serialize(writer, part, options.GetTypeInfo(typeof(TPart)));
        }
        else
        {
            writer.WriteStringValue(Drop);
        }
    }
}
