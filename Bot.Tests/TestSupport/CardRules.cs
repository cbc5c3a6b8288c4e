using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using Bot.Platform.Activities;
using Bot.Platform.Cards;

namespace Bot.Tests.TestSupport;

/// <summary>What every card the bot shows must keep, whoever drew it.</summary>
internal static class CardRules
{
    /// <summary>The rules the message breaks; nothing for one without a card.</summary>
    public static IEnumerable<string> BrokenBy(JsonElement message)
    {
        if (!message.TryGetProperty("attachments", out var attachments))
        {
            yield break;
        }

        if (!message.TryGetProperty("summary", out var summary) || string.IsNullOrWhiteSpace(summary.GetString()))
        {
            yield return "A card without summary: " + message;
        }

        if (message.TryGetProperty("text", out _))
        {
            yield return "Text and card in one message: " + message;
        }

        foreach (var attachment in attachments.EnumerateArray().Where(item => item.GetProperty("contentType").GetString() == Attachment.AdaptiveCardType))
        {
            foreach (var broken in BrokenByCard(attachment.GetProperty("content")))
            {
                yield return broken;
            }
        }
    }

    /// <summary>The rules the card breaks.</summary>
    public static IEnumerable<string> BrokenByCard(JsonElement card)
    {
        var size = Encoding.UTF8.GetByteCount(card.GetRawText());
        if (size >= CardLimits.Bytes)
        {
            yield return $"A card of {size} bytes.";
        }

        if (IsBlank(card, "fallbackText") || IsBlank(card, "lang") || card.GetProperty("version").GetString() != "1.5")
        {
            yield return "Without fallback text, language or version: " + card;
        }

        foreach (var input in CardReading.Inputs(card).Where(input => IsBlank(input, "label")))
        {
            yield return "An input without label: " + input;
        }

        foreach (var required in CardReading.Inputs(card).Where(input => input.TryGetProperty("isRequired", out var is1) && is1.GetBoolean() && IsBlank(input, "errorMessage")))
        {
            yield return "A required input that does not say what is missing: " + required;
        }

        foreach (var twice in CardReading.Inputs(card).GroupBy(input => input.GetProperty("id").GetString()).Where(group => group.Count() > 1))
        {
            yield return $"Two inputs named {twice.Key}: " + card;
        }

        foreach (var action in CardReading.Actions(card).Where(action => IsBlank(action, "title")))
        {
            yield return "A button without title: " + action;
        }

        if (card.TryGetProperty("actions", out var actions) && actions.GetArrayLength() > CardLimits.PrimaryActions)
        {
            yield return "Too many buttons: " + actions;
        }
    }

    private static bool IsBlank(JsonElement element, string name) =>
        !element.TryGetProperty(name, out var value) || string.IsNullOrWhiteSpace(value.GetString());
}
