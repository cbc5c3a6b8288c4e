using System;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Playground;

/// <summary>From a window to the bot: takes a Playground's activity, turns the window's own ids into the relay's, and
/// hands it to the bot's real endpoint, where all the real checks are made.</summary>
internal sealed class ActivityRelay(
    IPlaygroundWorld world, RelayedMessages messages, WindowConnector connector, LoopbackClient http, IOptions<PlaygroundOptions> options)
{
    /// <summary>The bot's answer, unchanged; its body decides what the window shows after a pressed button.</summary>
    /// <param name="window">The window that sent the activity.</param>
    /// <param name="activity">What the window sent; changed in place.</param>
    /// <param name="bot">Where the bot itself is reached, e.g. <c>http://127.0.0.1:3978/</c>.</param>
    /// <param name="cancellationToken">Ends the wait when the window hangs up.</param>
    public async Task<HttpResponseMessage> PassOnAsync(
        PlaygroundWindow window, JsonObject activity, Uri bot, CancellationToken cancellationToken)
    {
        if (OpensPersonalChat(window, activity) && window.IsFreshPage(activity["type"]!.ToString()))
        {
            await connector.RepeatAsync(window, cancellationToken);
        }

        Translate(window.Person.Id, activity, bot);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot, "api/messages"))
        {
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        return await http.SendAsync(request, cancellationToken);
    }

    /// <summary>A page opens its 1:1 chat by itself as soon as it is loaded, and then tells the bot that it was added.</summary>
    private static bool OpensPersonalChat(PlaygroundWindow window, JsonObject activity) =>
        TextOf(activity["type"]) is "installationUpdate" or "conversationUpdate"
        && TextOf(activity["conversation"]?["id"]) == window.Person.PersonalChatId
        && TextOf(activity["action"]) is null or "add"
        && activity["membersRemoved"] is null;

    private void Translate(string person, JsonObject activity, Uri bot)
    {
        activity["serviceUrl"] = new Uri(bot, PlaygroundRoutes.Connector).AbsoluteUri;
        Speak(activity, options.Value.Locale);
        activity["recipient"] = new JsonObject { ["id"] = world.BotId, ["name"] = world.BotName };
        if (TextOf(activity["replyToId"]) is { Length: > 0 } local)
        {
            activity["replyToId"] = messages.RelayIdOf(person, local);
        }

        if (activity["conversation"] is JsonObject conversation && TextOf(conversation["id"]) is { } id)
        {
            conversation["id"] = ToRelay(person, ConversationAddress.Parse(id)).ToString();
        }
    }

    private static void Speak(JsonObject activity, string locale)
    {
        activity["locale"] = locale;
        foreach (var entity in activity["entities"] as JsonArray ?? [])
        {
            if (entity is JsonObject { } info && TextOf(info["type"]) is "clientInfo")
            {
                info["locale"] = locale;
            }
        }
    }

    private ConversationAddress ToRelay(string person, ConversationAddress address) =>
        address.Root is null ? address : address with { Root = messages.RelayIdOf(person, address.Root) };

    private static string? TextOf(JsonNode? node) =>
        node?.GetValueKind() is JsonValueKind.String ? node.GetValue<string>() : null;
}
