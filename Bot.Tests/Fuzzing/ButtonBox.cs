using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using Bot.Tests.TestSupport;

namespace Bot.Tests.Fuzzing;

/// <summary>The buttons people were shown during a run, with the fields beside them: what is pressed later has been real once.</summary>
internal sealed class ButtonBox
{
    private const int Most = 400;

    private const int Longest = 8_000;

    private readonly Lock gate = new();
    private readonly List<(string Verb, string Data)> shown = [];

    /// <summary>Keeps what a card offers; the oldest goes when there are too many.</summary>
    public void Keep(JsonElement card)
    {
        var inputs = CardReading.Inputs(card).Where(input => input.TryGetProperty("id", out _)).ToList();
        foreach (var action in CardReading.Actions(card).Where(action => action.TryGetProperty("verb", out _)))
        {
            var data = action.TryGetProperty("data", out var given) ? JsonNode.Parse(given.GetRawText())!.AsObject() : [];
            foreach (var input in inputs)
            {
                data[input.GetProperty("id").GetString()!] ??= input.TryGetProperty("value", out var value) ? value.ToString() : "x";
            }

            if (data.ToJsonString() is { Length: <= Longest } text)
            {
                Keep(action.GetProperty("verb").GetString()!, text);
            }
        }
    }

    /// <summary>One of them, or null while there is none.</summary>
    public (string Verb, JsonObject Data)? Any(Random random)
    {
        lock (gate)
        {
            return shown.Count == 0 ? null : shown[random.Next(shown.Count)] is var (verb, data) ? (verb, JsonNode.Parse(data)!.AsObject()) : null;
        }
    }

    /// <summary>The data of all buttons of a verb.</summary>
    public IReadOnlyList<JsonObject> Of(string verb)
    {
        lock (gate)
        {
            return [.. shown.Where(one => one.Verb == verb).Select(one => JsonNode.Parse(one.Data)!.AsObject())];
        }
    }

    private void Keep(string verb, string data)
    {
        lock (gate)
        {
            if (shown.Contains((verb, data)))
            {
                return;
            }

            if (shown.Count >= Most)
            {
                shown.RemoveAt(0);
            }

            shown.Add((verb, data));
        }
    }
}
