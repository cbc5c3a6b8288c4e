using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Platform.Cards;

/// <summary>An element whose visibility a <see cref="ToggleVisibilityAction"/> changes.</summary>
/// <param name="ElementId">Its <see cref="CardElement.Id"/>.</param>
/// <param name="IsVisible">What it becomes; null for the opposite of what it is.</param>
[JsonConverter(typeof(TargetElementConverter))]
internal sealed record TargetElement(string ElementId, bool? IsVisible = null);

/// <summary>Writes a mere id as text, as the schema allows; the longer form where it says what the element becomes.</summary>
internal sealed class TargetElementConverter : JsonConverter<TargetElement>
{
    /// <inheritdoc/>
    public override TargetElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.String)
        {
            return new TargetElement(reader.GetString()!);
        }

        using var fields = JsonDocument.ParseValue(ref reader);
        return fields.RootElement.ValueKind is JsonValueKind.Object
            && fields.RootElement.TryGetProperty("elementId", out var id) && id.ValueKind is JsonValueKind.String
            ? new TargetElement(id.GetString()!, Truth(fields.RootElement))
            : throw new JsonException("A target is an id, or an object with an elementId.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TargetElement value, JsonSerializerOptions options)
    {
        if (value.IsVisible is not { } isVisible)
        {
            writer.WriteStringValue(value.ElementId);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("elementId", value.ElementId);
        writer.WriteBoolean("isVisible", isVisible);
        writer.WriteEndObject();
    }

    private static bool? Truth(JsonElement fields) => !fields.TryGetProperty("isVisible", out var truth) ? null : truth.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null => null,
        _ => throw new JsonException("Visibility is true, false or null."),
    };
}
