using System.Linq;
using System.Text.Json.Nodes;

namespace Bot.Tests.Platform.Cards;

/// <summary>What Teams understands and the official schema of 1.5 does not.</summary>
internal static class TeamsExtensions
{
    /// <summary>Property names, wherever they stand.</summary>
    public static string[] Names { get; } = ["msteams", "targetWidth", "conditionallyEnabled", "choices.data"];

    /// <summary>A word of a list that the schema of 1.5 lacks: the searchable list.</summary>
    public const string FilteredStyle = "filtered";

    /// <summary>The card without them, to be checked against the schema.</summary>
    public static JsonNode Without(JsonNode card)
    {
        var stripped = card.DeepClone();
        Strip(stripped);
        return stripped;
    }

    private static void Strip(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var name in Names)
                {
                    fields.Remove(name);
                }

                if (fields["type"]?.ToString() == "Input.ChoiceSet" && fields["style"]?.ToString() == FilteredStyle)
                {
                    fields.Remove("style");
                }

                // What a button carries is its own: anything may be named as it likes there.
                foreach (var (_, value) in fields.Where(field => field.Key != "data"))
                {
                    Strip(value);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Strip(item);
                }

                break;
            default:
                break;
        }
    }
}
