using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Bot.Platform.Activities;

/// <summary>What a pressed card sends.</summary>
/// <param name="Action">The button.</param>
/// <param name="Trigger"><c>manual</c>, <c>automatic</c> for a refresh, or null when the client does not say.</param>
internal sealed record AdaptiveCardInvokeValue(AdaptiveCardInvokeAction Action, string? Trigger)
{
    private const string ExecuteType = "Action.Execute";

    /// <summary>Whether the client asked by itself, without anybody pressing.</summary>
    public bool IsAutomatic => Trigger is "automatic";

    /// <summary>Reads the value of an invoke named <see cref="InvokeNames.AdaptiveCardAction"/>.</summary>
    /// <param name="activity">The invoke.</param>
    /// <param name="value">What was pressed.</param>
    /// <param name="refusal">The answer to give when it cannot be read, with the codes the Bot Framework gives.</param>
    public static bool TryRead(
        Activity activity, [NotNullWhen(true)] out AdaptiveCardInvokeValue? value, [NotNullWhen(false)] out AdaptiveCardInvokeResponse? refusal)
    {
        try
        {
            (value, refusal) = Read(activity.Value);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, or bytes that are no UTF-8: found only when the text is taken out of the JSON.
            (value, refusal) = (null, AdaptiveCardInvokeResponse.BadRequest("Value property contains malformed text"));
        }

        return value is not null;
    }

    private static (AdaptiveCardInvokeValue? Value, AdaptiveCardInvokeResponse? Refusal) Read(JsonElement? activityValue)
    {
        if (activityValue is not { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } value)
        {
            return (null, AdaptiveCardInvokeResponse.BadRequest("Missing value property"));
        }

        if (value.ValueKind is not JsonValueKind.Object)
        {
            return (null, AdaptiveCardInvokeResponse.BadRequest("Value property is not properly formed"));
        }

        if (!value.TryGetProperty("action", out var action) || action.ValueKind is not JsonValueKind.Object)
        {
            return (null, AdaptiveCardInvokeResponse.BadRequest("Missing action property"));
        }

        return Text(action, "type") is ExecuteType
            ? (new AdaptiveCardInvokeValue(ReadAction(action), Text(value, "trigger")), null)
            : (null, AdaptiveCardInvokeResponse.NotSupported("The action type is not supported"));
    }

    private static AdaptiveCardInvokeAction ReadAction(JsonElement action) =>
        new(ExecuteType, Text(action, "id"), Text(action, "verb"), ReadData(action));

    private static IReadOnlyDictionary<string, string> ReadData(JsonElement action) =>
        ReadFields(action.TryGetProperty("data", out var fields) ? fields : default);

    /// <summary>The values of an object by name, as text; nested ones are left out. Empty when it is no object.</summary>
    public static IReadOnlyDictionary<string, string> ReadFields(JsonElement fields)
    {
        var data = new Dictionary<string, string>(StringComparer.Ordinal);
        if (fields.ValueKind is not JsonValueKind.Object)
        {
            return data;
        }

        foreach (var field in fields.EnumerateObject())
        {
            if (Scalar(field.Value) is { } text)
            {
                data[field.Name] = text;
            }
        }

        return data;
    }

    private static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}

/// <summary>The button of a pressed card.</summary>
/// <param name="Type">Always <c>Action.Execute</c>.</param>
/// <param name="Id">Id of the button, if it has one.</param>
/// <param name="Verb">What is to be done; null when the card names nothing.</param>
/// <param name="Data">The button's data with the fields of the card laid over them. Numbers and truth values as JSON writes them;
/// objects, lists and nulls are left out. Typed by anybody: checked where it is used.</param>
internal sealed record AdaptiveCardInvokeAction(string Type, string? Id, string? Verb, IReadOnlyDictionary<string, string> Data);
