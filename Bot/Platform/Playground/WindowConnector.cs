using System;
using System.Net;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Platform.Playground;

/// <summary>Says things in one window, under the window's own ids, and says them again when its page was loaded afresh.</summary>
internal sealed class WindowConnector(WindowCalls calls, RelayedMessages messages)
{
    /// <summary>Whether the window can show something at this address: any chat, but of the threads only those it has.</summary>
    public bool Shows(PlaygroundWindow window, ConversationAddress where) =>
        where.Root is null || messages.LocalIdOf(where.Root, window.Person.Id) is not null;

    /// <returns>The window's answer. What it has taken, or will show once it is running again, is kept.</returns>
    public async Task<RelayAnswer> SendAsync(PlaygroundWindow window, SaidMessage message, CancellationToken cancellationToken)
    {
        await window.Turn.WaitAsync(cancellationToken);
        try
        {
            var answer = await PostAsync(window, message, cancellationToken);
            if (message.Stays && (answer.IsSuccess || answer.Status == HttpStatusCode.BadGateway))
            {
                window.Keep(message);
            }

            return answer;
        }
        finally
        {
            window.Turn.Release();
        }
    }

    /// <returns>The window's answer, or null when it does not show the message.</returns>
    public async Task<RelayAnswer?> UpdateAsync(PlaygroundWindow window, SaidMessage changed, CancellationToken cancellationToken)
    {
        await window.Turn.WaitAsync(cancellationToken);
        try
        {
            window.Change(changed.RelayId, changed.Json);
            if (messages.LocalIdOf(changed.RelayId, window.Person.Id) is not { } local)
            {
                return null;
            }

            var chat = changed.Where with { Root = null };
            return await calls.CallAsync(window, HttpMethod.Put, $"{ActivitiesOf(chat)}/{local}", Localized(window, changed, chat), cancellationToken);
        }
        finally
        {
            window.Turn.Release();
        }
    }

    /// <summary>Says everything kept again, for a page that starts empty.</summary>
    public async Task RepeatAsync(PlaygroundWindow window, CancellationToken cancellationToken)
    {
        await window.Turn.WaitAsync(cancellationToken);
        try
        {
            messages.Forget(window.Person.Id);
            foreach (var message in window.Said)
            {
                await PostAsync(window, message, cancellationToken);
            }
        }
        finally
        {
            window.Turn.Release();
        }
    }

    private async Task<RelayAnswer> PostAsync(PlaygroundWindow window, SaidMessage message, CancellationToken cancellationToken)
    {
        // A thread the person began is gone with the page that showed it; what the bot said there starts its own.
        var root = message.Where.Root is null ? null : messages.LocalIdOf(message.Where.Root, window.Person.Id);
        var local = message.Where with { Root = root };
        var answer = await calls.CallAsync(window, HttpMethod.Post, ActivitiesOf(local), Localized(window, message, local), cancellationToken);
        if (answer.IsSuccess && answer.Id is { } id)
        {
            messages.Remember(message.RelayId, window.Person.Id, id);
        }

        return answer;
    }

    private JsonObject Localized(PlaygroundWindow window, SaidMessage message, ConversationAddress local) =>
        message.For(local, message.ReplyToId is { } replied ? messages.LocalIdOf(replied, window.Person.Id) : null);

    private static string ActivitiesOf(ConversationAddress local) =>
        $"v3/conversations/{Uri.EscapeDataString(local.ToString())}/activities";
}
