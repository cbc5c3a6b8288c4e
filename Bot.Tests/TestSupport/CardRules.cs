using System;
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
    private const int LongestButton = 60;

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

        foreach (var input in CardReading.Inputs(card).Where(input => IsBlank(input, "label") && !(CardReading.TextOf(input, "type") == "Input.Toggle" && !IsBlank(input, "title"))))
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

        foreach (var broken in BrokenByLook(card).Concat(BrokenByWire(card)))
        {
            yield return broken;
        }
    }

    /// <summary>What makes a card hard to read: for eyes, for screen readers, on a telephone.</summary>
    private static IEnumerable<string> BrokenByLook(JsonElement card)
    {
        foreach (var element in CardReading.Elements(card))
        {
            var isText = CardReading.TextOf(element, "type") == "TextBlock";
            if (isText && !(element.TryGetProperty("wrap", out var wrap) && wrap.GetBoolean()))
            {
                yield return "A text that is cut at the line's end: " + element;
            }

            if (isText && CardReading.TextOf(element, "style") != "heading" && (CardReading.TextOf(element, "size") == "large" || CardReading.TextOf(element, "weight") == "bolder"))
            {
                yield return "A heading that screen readers do not know for one: " + element;
            }

            // Colours are not forbidden for ever; but whoever brings one says here how its meaning is also in the words.
            if (element.TryGetProperty("color", out _) || CardReading.TextOf(element, "style") is "good" or "attention" or "warning" or "accent")
            {
                yield return "A meaning by colour: " + element;
            }

            if (element.TryGetProperty("actions", out var actions) && actions.EnumerateArray().Count(action => CardReading.TextOf(action, "mode") != "secondary") > CardLimits.PrimaryActions)
            {
                yield return "Too many buttons: " + actions;
            }
        }

        foreach (var action in CardReading.Actions(card).Where(action => CardReading.TextOf(action, "title").Length > LongestButton))
        {
            yield return "A button too long for a telephone: " + action;
        }
    }

    /// <summary>What goes wrong when the card comes back.</summary>
    private static IEnumerable<string> BrokenByWire(JsonElement card)
    {
        var ids = CardReading.Elements(card).Where(element => !CardReading.TextOf(element, "type").StartsWith("Action.", StringComparison.Ordinal))
            .Select(element => CardReading.TextOf(element, "id")).Where(id => id.Length > 0).ToList();
        foreach (var twice in ids.GroupBy(id => id).Where(group => group.Count() > 1))
        {
            yield return $"Two elements named {twice.Key}.";
        }

        var inputs = CardReading.Inputs(card).Select(input => CardReading.TextOf(input, "id")).ToHashSet(StringComparer.Ordinal);
        foreach (var action in CardReading.Actions(card).Where(action => !CardReading.TextOf(action, "associatedInputs").Equals("none", StringComparison.OrdinalIgnoreCase)))
        {
            if (action.TryGetProperty("data", out var data) && data.EnumerateObject().Select(datum => datum.Name).FirstOrDefault(inputs.Contains) is { } hidden)
            {
                yield return $"A datum {hidden} that the input of that name hides: " + action;
            }
        }
    }

    private static bool IsBlank(JsonElement element, string name) =>
        !element.TryGetProperty(name, out var value) || string.IsNullOrWhiteSpace(value.GetString());
}
