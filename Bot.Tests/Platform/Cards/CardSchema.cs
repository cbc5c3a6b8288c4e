using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Tests.Platform.Cards;

/// <summary>Checks JSON against the official Adaptive Card schema: the keywords that schema uses, and no others. Stricter than the schema where that
/// allows words in any case: a word is written as the list has it.</summary>
internal sealed class CardSchema(JsonObject root)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Every keyword understood here; the rest of those in the schema only tell people something.</summary>
    public static IReadOnlyCollection<string> Keywords { get; } =
        ["$ref", "allOf", "anyOf", "type", "enum", "pattern", "format", "items", "properties", "additionalProperties", "required"];

    /// <summary>What is wrong, with its place; empty for a valid card.</summary>
    public IReadOnlyList<string> Faults(JsonNode card) => Faults(card, Definition("AdaptiveCard"), "card");

    /// <summary>A definition of the schema.</summary>
    public JsonObject Definition(string name) => root["definitions"]![name]!.AsObject();

    /// <summary>The names of all definitions.</summary>
    public IEnumerable<string> Definitions => root["definitions"]!.AsObject().Select(definition => definition.Key);

    /// <summary>The words a list of words allows; empty when the definition is none.</summary>
    public static IReadOnlyList<string> WordsOf(JsonObject rule) =>
        rule["anyOf"] is JsonArray choices && choices[0]!["enum"] is JsonArray words ? [.. words.Select(word => word!.GetValue<string>())] : [];

    private List<string> Faults(JsonNode? value, JsonObject rule, string place)
    {
        if (rule["$ref"] is { } reference)
        {
            return Faults(value, Definition(reference.GetValue<string>().Split('/')[^1]), place);
        }

        List<string> faults = [.. OwnFaults(value, rule, place)];
        foreach (var part in rule["allOf"]?.AsArray() ?? [])
        {
            faults.AddRange(Faults(value, part!.AsObject(), place));
        }

        if (rule["anyOf"] is JsonArray choices)
        {
            faults.AddRange(NearestMiss(value, choices, place));
        }

        return faults;
    }

    /// <summary>Nothing when one choice fits; otherwise the faults of the choice with the fewest. Of a list of words and a pattern that is loose
    /// about them, only the list counts.</summary>
    private List<string> NearestMiss(JsonNode? value, JsonArray choices, string place)
    {
        var strict = choices.Any(choice => choice!["enum"] is not null) ? choices.Where(choice => choice!["pattern"] is null) : choices;
        return strict.Select(choice => Faults(value, choice!.AsObject(), place)).MinBy(faults => faults.Count) ?? [];
    }

    private IEnumerable<string> OwnFaults(JsonNode? value, JsonObject rule, string place)
    {
        if (rule["type"] is { } type && !IsOf(type.GetValue<string>(), value))
        {
            yield return $"{place}: not of type {type}";
            yield break;
        }

        if (rule["enum"] is JsonArray words && !words.Any(word => JsonNode.DeepEquals(word, value)))
        {
            yield return $"{place}: {value} is none of {words.ToJsonString()}";
        }

        if (rule["pattern"] is { } pattern && !(value is JsonValue text && Regex.IsMatch(text.ToString(), pattern.GetValue<string>(), RegexOptions.None, Patience)))
        {
            yield return $"{place}: {value} does not match";
        }

        if (rule["format"] is { } format && !IsAddress(format.GetValue<string>(), value))
        {
            yield return $"{place}: {value} is no {format}";
        }

        foreach (var fault in value switch
        {
            JsonObject fields => FieldFaults(fields, rule, place),
            JsonArray items when rule["items"] is JsonObject item => items.SelectMany((entry, i) => Faults(entry, item, $"{place}[{i}]")),
            _ => [],
        })
        {
            yield return fault;
        }
    }

    private IEnumerable<string> FieldFaults(JsonObject fields, JsonObject rule, string place)
    {
        var known = rule["properties"]?.AsObject() ?? [];
        var missing = (rule["required"]?.AsArray() ?? []).Select(name => name!.GetValue<string>()).Where(name => !fields.ContainsKey(name));
        foreach (var name in missing)
        {
            yield return $"{place}: without {name}";
        }

        foreach (var (name, value) in fields)
        {
            var inner = known.ContainsKey(name) ? known[name] : rule["additionalProperties"];
            var faults = inner switch
            {
                JsonObject own => Faults(value, own, $"{place}.{name}"),
                JsonValue allowed when !allowed.GetValue<bool>() => [$"{place}: {name} is not known"],
                _ => [],
            };
            foreach (var fault in faults)
            {
                yield return fault;
            }
        }
    }

    private static bool IsAddress(string format, JsonNode? value) => format switch
    {
        "uri" => Uri.TryCreate(value?.ToString(), UriKind.Absolute, out _),
        "uri-reference" => Uri.TryCreate(value?.ToString(), UriKind.RelativeOrAbsolute, out _),
        _ => throw new NotSupportedException($"The schema has a format {format}, which is not checked here."),
    };

    private static bool IsOf(string type, JsonNode? value) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) => true,
        ("number", JsonValueKind.Number) or ("boolean", JsonValueKind.True or JsonValueKind.False) or ("null", JsonValueKind.Null) => true,
        _ => false,
    };
}
