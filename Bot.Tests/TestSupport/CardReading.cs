using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace Bot.Tests.TestSupport;

/// <summary>Reads messages and cards as a person would: their words, and the buttons by their titles.</summary>
internal static class CardReading
{
    private static readonly string[] Shown = ["text", "title", "value", "label", "summary", "placeholder"];

    /// <summary>Everything a person can read, in order.</summary>
    public static string Words(JsonElement element) => string.Join('\n', Texts(element)).Replace("\\", string.Empty, StringComparison.Ordinal);

    /// <summary>All actions of a card, those of inner cards included.</summary>
    public static IEnumerable<JsonElement> Actions(JsonElement element) => Objects(element)
        .Where(item => item.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
            && type.GetString()!.StartsWith("Action.", StringComparison.Ordinal));

    /// <summary>All inputs of a card, those of inner cards included.</summary>
    public static IEnumerable<JsonElement> Inputs(JsonElement element) => Objects(element)
        .Where(item => item.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
            && type.GetString()!.StartsWith("Input.", StringComparison.Ordinal));

    /// <summary>Everything in a card that has a type, those of inner cards included.</summary>
    public static IEnumerable<JsonElement> Elements(JsonElement element) => Objects(element).Where(item => TextOf(item, "type").Length > 0);

    /// <summary>The text under a name; empty when there is none.</summary>
    public static string TextOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : string.Empty;

    private static IEnumerable<JsonElement> Objects(JsonElement element) => element.ValueKind switch
    {
        // What a client asks by itself is no button.
        JsonValueKind.Object => element.EnumerateObject().Where(property => property.Name != "refresh").SelectMany(property => Objects(property.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
        _ => [],
    };

    private static IEnumerable<string> Texts(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject().Where(property => property.Name != "data"))
                {
                    if (property.Value.ValueKind == JsonValueKind.String && Shown.Contains(property.Name))
                    {
                        yield return property.Value.GetString()!;
                    }

                    foreach (var text in Texts(property.Value))
                    {
                        yield return text;
                    }
                }

                break;
            case JsonValueKind.Array:
                foreach (var text in element.EnumerateArray().SelectMany(Texts))
                {
                    yield return text;
                }

                break;
            default:
                break;
        }
    }
}
