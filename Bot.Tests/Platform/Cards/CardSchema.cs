using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Tests.Platform.Cards;

/// <summary>Checks JSON against the official Adaptive Card schema: the keywords that schema uses, and no others.</summary>
internal sealed class CardSchema(JsonObject root)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>What is wrong, with its place; empty for a valid card.</summary>
    public IReadOnlyList<string> Faults(JsonNode card) => Faults(card, Definition("AdaptiveCard"), "card");

    private JsonObject Definition(string name) => root["definitions"]![name]!.AsObject();

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

    /// <summary>Nothing when one choice fits; otherwise the faults of the choice with the fewest.</summary>
    private List<string> NearestMiss(JsonNode? value, JsonArray choices, string place) =>
        choices.Select(choice => Faults(value, choice!.AsObject(), place)).MinBy(faults => faults.Count) ?? [];

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
            if (known[name] is JsonObject inner)
            {
                foreach (var fault in Faults(value, inner, $"{place}.{name}"))
                {
                    yield return fault;
                }
            }
            else if (rule["additionalProperties"] is JsonValue allowed && !allowed.GetValue<bool>())
            {
                yield return $"{place}: {name} is not known";
            }
        }
    }

    private static bool IsOf(string type, JsonNode? value) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) => true,
        ("number", JsonValueKind.Number) or ("boolean", JsonValueKind.True or JsonValueKind.False) or ("null", JsonValueKind.Null) => true,
        _ => false,
    };
}
