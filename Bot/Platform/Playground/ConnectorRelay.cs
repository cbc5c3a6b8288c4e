using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Platform.Playground;

/// <summary>From the bot to the windows: a Connector that sends what the bot says to every window showing the chat,
/// and remembers under which id each of them shows it.</summary>
internal sealed class ConnectorRelay(PlaygroundWindows windows, RelayedMessages messages, WindowConnector connector)
{
    /// <summary>Sends to a chat, a channel (which begins a thread) or a thread.</summary>
    /// <returns>201 and the relay's id; 202 without id where the windows give none, as for text and card together;
    /// otherwise what the windows answered. A window that is down does not keep the others from getting it.</returns>
    public async Task<RelayAnswer> SendAsync(string conversationId, JsonObject activity, CancellationToken cancellationToken)
    {
        var targets = TargetsOf(ConversationAddress.Parse(conversationId));
        if (targets.Count == 0)
        {
            return Unknown(conversationId);
        }

        var relayId = messages.NewId();
        var answers = await Task.WhenAll(targets.Select(async target =>
        {
            var answer = await connector.CallAsync(
                target.Window, HttpMethod.Post, ActivitiesOf(target.Local), Localized(activity, target), cancellationToken);
            Remember(answer, answer.Id, relayId, target.Window);
            return answer;
        }));
        return Combined(answers, answer => answer.Id is null ? answer : Created(relayId));
    }

    /// <summary>Updates a message in every window that shows it.</summary>
    public async Task<RelayAnswer> UpdateAsync(
        string conversationId, string activityId, JsonObject activity, CancellationToken cancellationToken)
    {
        var shown = TargetsOf(ConversationAddress.Parse(conversationId))
            .Where(target => messages.LocalIdOf(activityId, target.Window.Person.Id) is not null)
            .ToList();
        if (shown.Count == 0)
        {
            return RelayAnswer.Error(HttpStatusCode.NotFound, "ActivityNotFoundInConversation", "No window shows this message.");
        }

        var answers = await Task.WhenAll(shown.Select(target =>
        {
            var path = $"{ActivitiesOf(target.Local)}/{messages.LocalIdOf(activityId, target.Window.Person.Id)}";
            var body = Localized(activity, target);
            body.Remove("id");
            return connector.CallAsync(target.Window, HttpMethod.Put, path, body, cancellationToken);
        }));
        return Combined(answers, answer => answer with { Body = new JsonObject { ["id"] = activityId } });
    }

    /// <summary>Begins a thread in a channel, in every window.</summary>
    public async Task<RelayAnswer> BeginThreadAsync(string channelId, JsonObject parameters, CancellationToken cancellationToken)
    {
        if (!windows.IsChannel(channelId))
        {
            return Unknown(channelId);
        }

        var relayId = messages.NewId();
        var answers = await Task.WhenAll(windows.All.Select(async window =>
        {
            var answer = await connector.CallAsync(
                window, HttpMethod.Post, "v3/conversations", (JsonObject)parameters.DeepClone(), cancellationToken);
            Remember(answer, (answer.Body as JsonObject)?["activityId"]?.ToString(), relayId, window);
            return answer;
        }));
        return Combined(answers, answer => answer with
        {
            Body = new JsonObject { ["id"] = new ConversationAddress(channelId, relayId).ToString(), ["activityId"] = relayId },
        });
    }

    private List<Target> TargetsOf(ConversationAddress address) =>
    [
        .. from window in windows.Showing(address.Chat)
           let root = address.Root is null ? null : messages.LocalIdOf(address.Root, window.Person.Id)
           where address.Root is null || root is not null
           select new Target(window, address with { Root = root }),
    ];

    private void Remember(RelayAnswer answer, string? localId, string relayId, PlaygroundWindow window)
    {
        if (answer.IsSuccess && localId is not null)
        {
            messages.Remember(relayId, window.Person.Id, localId);
        }
    }

    private JsonObject Localized(JsonObject activity, Target target)
    {
        var body = (JsonObject)activity.DeepClone();
        if (body["conversation"] is JsonObject conversation)
        {
            conversation["id"] = target.Local.ToString();
        }

        if (body["replyToId"]?.ToString() is { } replied)
        {
            body.Remove("replyToId");
            if (messages.LocalIdOf(replied, target.Window.Person.Id) is { } local)
            {
                body["replyToId"] = local;
            }
        }

        return body;
    }

    private static RelayAnswer Combined(RelayAnswer[] answers, Func<RelayAnswer, RelayAnswer> whenSent)
    {
        if (answers.FirstOrDefault(answer => answer.IsSuccess) is { } sent)
        {
            return whenSent(sent);
        }

        // A refusal says more about the message than a window that is down.
        return answers.FirstOrDefault(answer => answer.Status != HttpStatusCode.BadGateway) ?? answers[0];
    }

    private static string ActivitiesOf(ConversationAddress local) =>
        $"v3/conversations/{Uri.EscapeDataString(local.ToString())}/activities";

    private static RelayAnswer Created(string id) => new(HttpStatusCode.Created, new JsonObject { ["id"] = id });

    private static RelayAnswer Unknown(string conversationId) =>
        RelayAnswer.Error(HttpStatusCode.NotFound, "ConversationNotFound", $"There is no conversation {conversationId}.");

    /// <summary>A window and the conversation under its own ids.</summary>
    private sealed record Target(PlaygroundWindow Window, ConversationAddress Local);
}
