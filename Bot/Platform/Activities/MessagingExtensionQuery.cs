using System;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Bot.Platform.Activities;

/// <summary>A search typed into the message extension.</summary>
/// <param name="CommandId">Which of the manifest's commands.</param>
/// <param name="Words">What was typed; empty when the list is opened and nothing was typed yet.</param>
/// <param name="Skip">How many results were shown already.</param>
/// <param name="Count">How many more are wanted, 1 to <see cref="Most"/>.</param>
internal sealed record MessagingExtensionQuery(string CommandId, string Words, int Skip, int Count)
{
    /// <summary>The most results of one answer.</summary>
    public const int Most = 25;

    private const string InitialRun = "initialRun";

    /// <summary>Reads the value of an invoke named <see cref="InvokeNames.ComposeExtensionQuery"/>. Anybody can make it up.</summary>
    public static bool TryRead(Activity activity, [NotNullWhen(true)] out MessagingExtensionQuery? query)
    {
        try
        {
            query = activity.Value is { ValueKind: JsonValueKind.Object } value && Text(value, "commandId") is { Length: > 0 } command
                ? new MessagingExtensionQuery(command, WordsIn(value), Option(value, "skip", 0, 0, 10_000), Option(value, "count", Most, 1, Most))
                : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, found only when the text is taken out of the JSON.
            query = null;
        }

        return query is not null;
    }

    /// <summary>The one parameter that was typed; the first call of an opened list carries <c>initialRun</c> instead.</summary>
    private static string WordsIn(JsonElement value)
    {
        if (value.TryGetProperty("parameters", out var parameters) && parameters.ValueKind is JsonValueKind.Array)
        {
            foreach (var parameter in parameters.EnumerateArray())
            {
                if (parameter.ValueKind is JsonValueKind.Object && Text(parameter, "name") is { } name && name != InitialRun)
                {
                    return Text(parameter, "value") ?? string.Empty;
                }
            }
        }

        return string.Empty;
    }

    private static int Option(JsonElement value, string name, int otherwise, int least, int most) =>
        value.TryGetProperty("queryOptions", out var options) && options.ValueKind is JsonValueKind.Object
        && options.TryGetProperty(name, out var number) && number.ValueKind is JsonValueKind.Number && number.TryGetInt32(out var given)
            ? Math.Clamp(given, least, most)
            : otherwise;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
