using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Tests.Fuzzing;

/// <summary>Changes an activity as JSON: what comes out is nearly always still JSON.</summary>
internal sealed class JsonMutation(Random random, JsonObject activity)
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<string> raw = [];

    /// <summary>Applies a few changes.</summary>
    /// <returns>The text that is left.</returns>
    public string Mutate(int times)
    {
        for (var i = 0; i < times; i++)
        {
            MutateOnce();
        }

        var text = activity.ToJsonString(Relaxed);
        return raw.Index().Aggregate(text, (current, piece) => current.Replace(Mark(piece.Index, quoted: true), piece.Item, StringComparison.Ordinal));
    }

    private void MutateOnce()
    {
        var places = Places(activity).ToList();
        if (places.Count == 0)
        {
            return;
        }

        var (parent, place) = places[random.Next(places.Count)];
        switch (random.Next(12))
        {
            case 0:
                Remove(parent, place);
                break;
            case 1:
                Rename(parent, place);
                break;
            case 2:
                Set(parent, place, Raw(Tricks.Pieces[random.Next(Tricks.Pieces.Count)]));
                break;
            case 3:
                Set(parent, place, Raw(Deep(random.Next(2, 100))));
                break;
            case 4:
                Set(parent, place, JsonValue.Create(Tricks.Long(random)));
                break;
            case 5:
                Set(parent, place, JsonValue.Create(Tricks.Texts[random.Next(Tricks.Texts.Count)]));
                break;
            case 6:
                Double(places);
                break;
            case 7:
                Multiply(parent, place);
                break;
            case 8:
                Set(parent, place, JsonValue.Create(Tricks.Words[random.Next(Tricks.Words.Count)]));
                break;
            case 9:
                activity["name"] = Tricks.InvokeNames[random.Next(Tricks.InvokeNames.Count)];
                break;
            case 10:
                ChangeText(places);
                break;
            default:
                ChangeId(places);
                break;
        }
    }

    private static void Remove(JsonNode parent, object place)
    {
        if (parent is JsonObject fields)
        {
            fields.Remove((string)place);
        }
        else
        {
            ((JsonArray)parent).RemoveAt((int)place);
        }
    }

    private void Rename(JsonNode parent, object place)
    {
        if (parent is JsonObject fields)
        {
            var name = (string)place;
            var value = fields[name]?.DeepClone();
            fields.Remove(name);
            fields[random.Next(4) switch { 0 => name.ToUpperInvariant(), 1 => name + "x", 2 => string.Empty, _ => Tricks.Texts[random.Next(Tricks.Texts.Count)] }] = value;
        }
    }

    private static void Set(JsonNode parent, object place, JsonNode? value)
    {
        if (parent is JsonObject fields)
        {
            fields[(string)place] = value;
        }
        else
        {
            ((JsonArray)parent)[(int)place] = value;
        }
    }

    /// <summary>Writes an object with one of its names twice, the second time with another value.</summary>
    private void Double(List<(JsonNode Parent, object Place)> places)
    {
        var objects = places.Where(one => one.Parent is JsonObject fields && fields[(string)one.Place] is JsonObject { Count: > 0 }).ToList();
        if (objects.Count == 0)
        {
            return;
        }

        var (parent, place) = objects[random.Next(objects.Count)];
        var inner = (JsonObject)parent[(string)place]!;
        var name = inner.ElementAt(random.Next(inner.Count)).Key;
        var text = inner.ToJsonString(Relaxed);
        Set(parent, place, Raw(string.Concat(text.AsSpan(0, text.Length - 1), ",", JsonSerializer.Serialize(name), ":\"second\"}")));
    }

    /// <summary>Makes a long list of one thing: thousands of mentions, members, attachments.</summary>
    private void Multiply(JsonNode parent, object place)
    {
        var item = (parent is JsonObject fields ? fields[(string)place] : ((JsonArray)parent)[(int)place])?.ToJsonString(Relaxed) ?? "null";
        var most = Math.Max(1, 200_000 / (item.Length + 1));
        var list = "[" + string.Join(',', Enumerable.Repeat(item, random.Next(1, Math.Min(most, 6000) + 1))) + "]";
        Set(parent, place, Raw(parent is JsonArray && random.Next(2) == 0 ? list[1..^1] : list));
    }

    private void ChangeText(List<(JsonNode Parent, object Place)> places)
    {
        var texts = places.Where(one => At(one) is JsonValue value && value.GetValueKind() == JsonValueKind.String).ToList();
        if (texts.Count > 0)
        {
            var chosen = texts[random.Next(texts.Count)];
            var text = At(chosen)!.GetValue<string>();
            var at = random.Next(text.Length + 1);
            Set(chosen.Parent, chosen.Place, text[..at] + Tricks.Texts[random.Next(Tricks.Texts.Count)] + text[at..]);
        }
    }

    private void ChangeId(List<(JsonNode Parent, object Place)> places)
    {
        var ids = places.Where(one => one.Place is string name && name.EndsWith("id", StringComparison.OrdinalIgnoreCase)).ToList();
        if (ids.Count > 0)
        {
            var (parent, place) = ids[random.Next(ids.Count)];
            Set(parent, place, Tricks.Ids[random.Next(Tricks.Ids.Count)]);
        }
    }

    private string Deep(int levels) => random.Next(2) == 0
        ? new string('[', levels) + new string(']', levels)
        : string.Concat(Enumerable.Repeat("{\"x\":", levels)) + "1" + new string('}', levels);

    private JsonValue Raw(string piece)
    {
        raw.Add(piece);
        return JsonValue.Create(Mark(raw.Count - 1, quoted: false));
    }

    private static string Mark(int index, bool quoted)
    {
        var mark = string.Create(CultureInfo.InvariantCulture, $"raw-piece-{index}-");
        return quoted ? "\"" + mark + "\"" : mark;
    }

    private static JsonNode? At((JsonNode Parent, object Place) one) => one.Parent is JsonObject fields ? fields[(string)one.Place] : ((JsonArray)one.Parent)[(int)one.Place];

    private static IEnumerable<(JsonNode Parent, object Place)> Places(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Places(field.Value).Prepend((fields, field.Key))),
        JsonArray items => items.Index().SelectMany(item => Places(item.Item).Prepend((items, item.Index))),
        _ => [],
    };
}
