using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Tests.Manifest;

/// <summary>Checks JSON against the official schemas of the Teams manifest (JSON Schema, draft 4): the keywords those schemas use. Meeting another
/// keyword is an error, so that nothing is passed over in silence.</summary>
internal sealed class ManifestSchema(JsonObject root)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly HashSet<string> Remarks = new(StringComparer.Ordinal)
    {
        "$schema", "description", "default", "definitions", "id", "title",
        // Read together with the keyword they belong to.
        "properties", "patternProperties", "additionalProperties", "then", "format",
    };

    /// <summary>What is wrong, with its place; empty when the schema is kept.</summary>
    public IReadOnlyList<string> Faults(JsonNode value) => [.. Faults(value, root, "$")];

    private IEnumerable<string> Faults(JsonNode? value, JsonObject rule, string place) =>
        rule.Where(keyword => !Remarks.Contains(keyword.Key)).SelectMany(keyword => FaultsOf(keyword.Key, keyword.Value!, value, rule, place))
            .Concat(value is JsonObject fields ? FieldFaults(fields, rule, place) : []);

    private IEnumerable<string> FaultsOf(string keyword, JsonNode limit, JsonNode? value, JsonObject rule, string place) => keyword switch
    {
        "$ref" => Faults(value, Definition(limit.GetValue<string>()), place),
        "type" => Unless(IsOf(limit.GetValue<string>(), value), $"{place} is no {limit}"),
        "enum" => Unless(limit.AsArray().Any(word => JsonNode.DeepEquals(word, value)), $"{place} is none of {limit.ToJsonString()}"),
        "const" => Unless(JsonNode.DeepEquals(limit, value), $"{place} is not {limit}"),
        "pattern" => Unless(!IsText(value, out var text) || Regex.IsMatch(text, limit.GetValue<string>(), RegexOptions.ECMAScript, Patience), $"{place} does not match {limit}"),
        "minLength" => Unless(!IsText(value, out var text) || LengthOf(text) >= limit.GetValue<int>(), $"{place} is shorter than {limit}"),
        "maxLength" => Unless(!IsText(value, out var text) || LengthOf(text) <= limit.GetValue<int>(), $"{place} is longer than {limit}"),
        "minItems" => Unless(value is not JsonArray items || items.Count >= limit.GetValue<int>(), $"{place} has fewer items than {limit}"),
        "maxItems" => Unless(value is not JsonArray items || items.Count <= limit.GetValue<int>(), $"{place} has more items than {limit}"),
        "uniqueItems" => Unless(value is not JsonArray items || items.Select(item => item?.ToJsonString()).Distinct().Count() == items.Count, $"{place} repeats an item"),
        "minProperties" => Unless(value is not JsonObject fields || fields.Count >= limit.GetValue<int>(), $"{place} has fewer fields than {limit}"),
        "minimum" => Unless(value?.GetValueKind() != JsonValueKind.Number || value.GetValue<double>() >= limit.GetValue<double>(), $"{place} is below {limit}"),
        "maximum" => Unless(value?.GetValueKind() != JsonValueKind.Number || value.GetValue<double>() <= limit.GetValue<double>(), $"{place} is above {limit}"),
        "required" => value is not JsonObject fields ? [] : limit.AsArray().Select(name => name!.GetValue<string>()).Where(name => !fields.ContainsKey(name)).Select(name => $"{place} has no {name}"),
        "items" => value is not JsonArray items ? [] : items.SelectMany((item, i) => Faults(item, limit.AsObject(), $"{place}[{i}]")),
        "anyOf" => limit.AsArray().Select(choice => Faults(value, choice!.AsObject(), place).ToList()).MinBy(faults => faults.Count)!,
        "oneOf" => Unless(limit.AsArray().Count(choice => !Faults(value, choice!.AsObject(), place).Any()) == 1, $"{place} does not fit exactly one choice"),
        "not" => Unless(Faults(value, limit.AsObject(), place).Any(), $"{place} is what it must not be"),
        "if" => Faults(value, limit.AsObject(), place).Any() ? [] : Faults(value, rule["then"]!.AsObject(), place),
        "dependencies" => value is not JsonObject fields ? [] : limit.AsObject().Where(needed => fields.ContainsKey(needed.Key))
            .SelectMany(needed => needed.Value is JsonObject inner ? Faults(value, inner, place) : FaultsOf("required", needed.Value!, value, rule, place)),
        _ => throw new NotSupportedException($"The schema uses {keyword}, which is not checked here."),
    };

    private IEnumerable<string> FieldFaults(JsonObject fields, JsonObject rule, string place)
    {
        foreach (var (name, value) in fields)
        {
            List<JsonObject> rules = [.. rule["patternProperties"]?.AsObject().Where(pattern => Regex.IsMatch(name, pattern.Key, RegexOptions.ECMAScript, Patience)).Select(pattern => pattern.Value!.AsObject()) ?? []];
            if (rule["properties"]?[name] is JsonObject known)
            {
                rules.Add(known);
            }

            if (rules.Count == 0 && rule["additionalProperties"] is JsonObject other)
            {
                rules.Add(other);
            }

            var isStranger = rules.Count == 0 && rule["additionalProperties"]?.GetValueKind() == JsonValueKind.False;
            foreach (var fault in rules.SelectMany(inner => Faults(value, inner, $"{place}.{name}")).Concat(Unless(!isStranger, $"{place} has {name}, which is not known")))
            {
                yield return fault;
            }
        }
    }

    private JsonObject Definition(string reference) =>
        reference.Split('/').Skip(1).Aggregate((JsonNode)root, (node, name) => node[name]!).AsObject();

    private static string[] Unless(bool kept, string fault) => kept ? [] : [fault];

    private static bool IsText(JsonNode? value, out string text)
    {
        text = value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : string.Empty;
        return value?.GetValueKind() == JsonValueKind.String;
    }

    private static int LengthOf(string text) => new StringInfo(text).LengthInTextElements;

    private static bool IsOf(string type, JsonNode? value) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) or ("null", JsonValueKind.Null) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) or ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => value!.GetValue<double>() % 1 == 0,
        _ => false,
    };
}
