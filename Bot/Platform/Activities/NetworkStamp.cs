using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Bot.Platform.Activities.Files;
using Bot.Platform.Cards;

namespace Bot.Platform.Activities;

/// <summary>Writes on what is sent whose it is, where a tenant holds several networks: into the data of every button and into the reference of every offered file. What says nothing is the
/// network's that its tenant had first, so nothing changes where there is one. The stamp only refers; whoever presses must belong to that network all the same.</summary>
internal static class NetworkStamp
{
    /// <summary>Name of the datum.</summary>
    public const string Field = "net";

    /// <summary>What the ids of networks begin with that are named in stamps.</summary>
    public const string FurtherPrefix = "further-";

    /// <summary>The stamp for a network; null where none is needed.</summary>
    public static string? Of(string network) => network.StartsWith(FurtherPrefix, StringComparison.Ordinal) ? network : null;

    /// <summary>The stamp for something about a subject, whose first part is the network; null where none is needed.</summary>
    public static string? OfSubject(string subject) => Of(subject.Split('|')[0]);

    /// <summary>Stamps a message's cards and offered files.</summary>
    /// <param name="message">The message; changed in place.</param>
    /// <param name="network">The stamp; null for none.</param>
    public static Activity On(Activity message, string? network)
    {
        if (network is null)
        {
            return message;
        }

        foreach (var attachment in message.Attachments ?? [])
        {
            attachment.Content = attachment.Content switch
            {
                AdaptiveCard card => On(card, network),
                FileConsentCard offer => offer with { AcceptContext = With(offer.AcceptContext, network), DeclineContext = With(offer.DeclineContext, network) },
                var other => other,
            };
        }

        return message;
    }

    /// <summary>Stamps the card that a pressed button is answered with.</summary>
    public static InvokeResponse? On(InvokeResponse? response, string? network) =>
        network is not null && response?.Body is AdaptiveCardInvokeResponse { Value: AdaptiveCard card } answer ? response with { Body = answer with { Value = On(card, network) } } : response;

    /// <summary>Stamps a card's buttons, its refresh too.</summary>
    public static AdaptiveCard On(AdaptiveCard card, string? network)
    {
        if (network is null)
        {
            return card;
        }

        var json = JsonNode.Parse(card.ToJson())!;
        Mark(json, network);
        return AdaptiveCard.FromJson(json.ToJsonString());
    }

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> reference, string network) => new(reference, StringComparer.Ordinal) { [Field] = network };

    private static void Mark(JsonNode? node, string network)
    {
        if (node is JsonArray list)
        {
            list.ToList().ForEach(item => Mark(item, network));
        }
        else if (node is JsonObject part)
        {
            part.ToList().ForEach(property => Mark(property.Value, network));
            if (part["type"] is JsonValue type && type.TryGetValue<string>(out var name) && (name is "Action.Execute" or "Action.Submit"))
            {
                (part["data"] ??= new JsonObject())[Field] = network;
            }
        }
    }
}
