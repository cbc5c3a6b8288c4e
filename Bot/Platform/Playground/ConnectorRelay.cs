using System;
using System.Linq;
using System.Net;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Platform.Playground;

/// <summary>From the bot to the windows: a Connector that says what the bot says in every window showing the chat.</summary>
internal sealed class ConnectorRelay(PlaygroundWindows windows, RelayedMessages messages, WindowConnector connector)
{
    /// <summary>Sends to a chat, a channel (which begins a thread) or a thread.</summary>
    /// <returns>201 and the relay's id; 202 without id where the windows give none, as for text and card together;
    /// otherwise what the windows answered. A window that is down does not keep the others from getting it.</returns>
    public async Task<RelayAnswer> SendAsync(string conversationId, JsonObject activity, CancellationToken cancellationToken)
    {
        var message = new SaidMessage(messages.NewId(), ConversationAddress.Parse(conversationId), activity.ToJsonString());
        var showing = windows.Showing(message.Where.Chat).Where(window => connector.Shows(window, message.Where)).ToList();
        if (showing.Count == 0)
        {
            return Unknown(conversationId);
        }

        var answers = await Task.WhenAll(showing.Select(window => connector.SendAsync(window, message, cancellationToken)));
        if (!answers.Any(answer => answer.IsSuccess))
        {
            showing.ForEach(window => window.Drop(message.RelayId));
        }

        return Combined(answers, answer => answer with
        {
            Body = answer.Id is null ? answer.Body : new JsonObject { ["id"] = message.RelayId },
        });
    }

    /// <summary>Updates a message in every window that shows it.</summary>
    public async Task<RelayAnswer> UpdateAsync(
        string conversationId, string activityId, JsonObject activity, CancellationToken cancellationToken)
    {
        var changed = new SaidMessage(activityId, ConversationAddress.Parse(conversationId), activity.ToJsonString());
        var answers = await Task.WhenAll(windows.Showing(changed.Where.Chat)
            .Select(window => connector.UpdateAsync(window, changed, cancellationToken)));
        RelayAnswer[] shown = [.. answers.OfType<RelayAnswer>()];
        return shown.Length == 0
            ? RelayAnswer.Error(HttpStatusCode.NotFound, "ActivityNotFoundInConversation", "No window shows this message.")
            : Combined(shown, answer => answer with { Body = new JsonObject { ["id"] = activityId } });
    }

    /// <summary>Begins a thread in a channel.</summary>
    /// <returns>201 with the thread's conversation id and the id of its first message.</returns>
    public async Task<RelayAnswer> BeginThreadAsync(string channelId, JsonObject activity, CancellationToken cancellationToken)
    {
        if (!windows.IsChannel(channelId))
        {
            return Unknown(channelId);
        }

        var answer = await SendAsync(channelId, activity, cancellationToken);
        return answer is { IsSuccess: true, Id: { } root }
            ? answer with { Body = new JsonObject { ["id"] = new ConversationAddress(channelId, root).ToString(), ["activityId"] = root } }
            : answer;
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

    private static RelayAnswer Unknown(string conversationId) =>
        RelayAnswer.Error(HttpStatusCode.NotFound, "ConversationNotFound", $"There is no conversation {conversationId}.");
}
