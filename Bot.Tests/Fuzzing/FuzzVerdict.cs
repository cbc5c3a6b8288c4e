using System;
using System.Linq;
using System.Text.Json;
using Bot.Tests.TestSupport;
using Bot.Texts;

namespace Bot.Tests.Fuzzing;

/// <summary>Whether an answer is one the bot may give to any body whatever.</summary>
internal static class FuzzVerdict
{
    /// <summary>The bot's statuses for what it takes and for what it refuses; 501 is for invokes it does not know.</summary>
    private static readonly int[] Good = [200, 400, 401, 403, 413, 415, 501];

    /// <summary>How both apologies begin.</summary>
    private static readonly string[] Apologies =
        [.. new[] { Reader.German, Reader.English }.Select(reader => Messages.Get(reader, Sentence.Fault, string.Empty).Split('.')[0])];

    /// <summary>What is wrong with an answer; null when nothing is.</summary>
    public static string? Of(int status, string body)
    {
        if (!Good.Contains(status))
        {
            return $"status {status}";
        }

        if (status != 200)
        {
            return body.Length > 0 ? $"a refusal with a body, status {status}" : null;
        }

        return body.Length == 0 ? null : OfJson(body);
    }

    /// <summary>Whether the text holds an apology.</summary>
    public static bool Apologises(string text) => Apologies.Any(apology => text.Contains(apology, StringComparison.Ordinal));

    private static string? OfJson(string body)
    {
        using var parsed = JsonDocument.Parse(body);
        if (parsed.RootElement.ValueKind != JsonValueKind.Object)
        {
            return "an answer that is no object";
        }

        if (parsed.RootElement.TryGetProperty("statusCode", out var code) && code.GetInt32() >= 500)
        {
            return "statusCode " + code;
        }

        if (parsed.RootElement.TryGetProperty("value", out var card) && card.ValueKind == JsonValueKind.Object && card.TryGetProperty("body", out _)
            && CardRules.BrokenByCard(card).FirstOrDefault() is { } broken)
        {
            return "a card that breaks a rule: " + broken;
        }

        return Apologises(body) || body.Contains("\"status\":500", StringComparison.Ordinal) ? "an apology" : null;
    }
}
