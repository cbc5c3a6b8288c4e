using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Activities.Connector;

namespace Bot.Tests.TestSupport;

/// <summary>A message as a conversation shows it.</summary>
internal sealed class ShownMessage(string conversation, string id, Activity activity)
{
    public string Conversation => conversation;

    public string Id => id;

    /// <summary>How often it was replaced in place.</summary>
    public int Updates { get; private set; }

    /// <summary>What it shows now.</summary>
    public JsonElement Content { get; private set; } = ToJson(activity);

    public void Replace(Activity newer)
    {
        Content = ToJson(newer);
        Updates++;
    }

    private static JsonElement ToJson(Activity activity) => JsonSerializer.SerializeToElement(activity, ActivityFormat.Activity);
}

/// <summary>The Connector's place in conversation tests: keeps what each conversation shows. The real client is tested against a server of its own.</summary>
internal sealed class RecordingConnector : IConnectorClient
{
    private readonly Lock gate = new();
    private readonly List<ShownMessage> messages = [];
    private readonly List<string> violations = [];
    private int last;

    /// <summary>What cards broke which rule; every dialogue ends with none.</summary>
    public IReadOnlyList<string> Violations
    {
        get
        {
            lock (gate)
            {
                return [.. violations];
            }
        }
    }

    /// <summary>People who have not installed the bot; opening a 1:1 chat with them is refused as Teams refuses it.</summary>
    public HashSet<string> NotInstalled { get; } = [];

    /// <summary>When set, decides for each send whether it fails; null lets it pass.</summary>
    public Func<string, Exception?>? Fault { get; set; }

    /// <summary>Called before each message is sent or replaced, which waits for it.</summary>
    public Func<Task>? BeforeCall { get; set; }

    /// <summary>Called with each message after it was sent.</summary>
    public Action<ShownMessage>? AfterSend { get; set; }

    /// <summary>Called with everything that goes out, sent or replaced: the conversation and what it shows then.</summary>
    public Action<string, JsonElement>? OnWire { get; set; }

    /// <summary>How many of the newest messages are kept, for runs too long to keep all; older ones can no longer be replaced.</summary>
    public int Kept { get; set; } = int.MaxValue;

    /// <summary>What the conversation shows, oldest first.</summary>
    public IReadOnlyList<ShownMessage> In(string conversation)
    {
        lock (gate)
        {
            return [.. messages.Where(message => message.Conversation == conversation)];
        }
    }

    /// <summary>How often a message was replaced so far.</summary>
    public int Updates
    {
        get
        {
            lock (gate)
            {
                return messages.Sum(message => message.Updates);
            }
        }
    }

    /// <summary>Everything sent so far.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return messages.Count;
            }
        }
    }

    public async Task<string?> SendToConversationAsync(string serviceUrl, string conversationId, Activity activity, CancellationToken cancellationToken)
    {
        await (BeforeCall?.Invoke() ?? Task.CompletedTask);
        if (Fault?.Invoke(conversationId) is { } fault)
        {
            throw fault;
        }

        var message = Keep(conversationId, activity);
        AfterSend?.Invoke(message);
        return message.Id;
    }

    private ShownMessage Keep(string conversationId, Activity activity)
    {
        lock (gate)
        {
            var message = new ShownMessage(ChannelThread.Of(conversationId).ChannelId, (++last).ToString(CultureInfo.InvariantCulture), activity);
            messages.Add(message);
            messages.RemoveRange(0, Math.Max(0, messages.Count - Kept));
            violations.AddRange(CardRules.BrokenBy(message.Content));
            OnWire?.Invoke(message.Conversation, message.Content);
            return message;
        }
    }

    public async Task UpdateActivityAsync(string serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken)
    {
        await (BeforeCall?.Invoke() ?? Task.CompletedTask);
        lock (gate)
        {
            var message = messages.SingleOrDefault(candidate => candidate.Id == activityId) ?? throw Missing(activityId);
            message.Replace(activity);
            violations.AddRange(CardRules.BrokenBy(message.Content));
            OnWire?.Invoke(message.Conversation, message.Content);
        }
    }

    /// <summary>What is kept no longer is gone as in Teams; an id that was never given is a fault of the bot.</summary>
    private Exception Missing(string activityId) => int.TryParse(activityId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 && id <= last
        ? new ConnectorException(HttpStatusCode.NotFound, "ActivityNotFoundInConversation", null, null)
        : new InvalidOperationException($"No message {activityId} was ever sent.");

    public Task DeleteActivityAsync(string serviceUrl, string conversationId, string activityId, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The bot deletes nothing in these tests.");

    public Task<ConversationResourceResponse> CreateConversationAsync(string serviceUrl, ConversationParameters parameters, CancellationToken cancellationToken)
    {
        var member = parameters.Members?.Single().Id ?? string.Empty;
        if (NotInstalled.Contains(member))
        {
            throw new ConnectorException(HttpStatusCode.Forbidden, "ForbiddenOperationException", null, null);
        }

        return Task.FromResult(new ConversationResourceResponse { Id = "a:personal-" + member["29:".Length..] });
    }

    public Task<ChannelAccount?> GetMemberAsync(string serviceUrl, string conversationId, string memberId, CancellationToken cancellationToken) =>
        Task.FromResult<ChannelAccount?>(null);

    public Task<PagedMembersResult> GetPagedMembersAsync(
        string serviceUrl, string conversationId, int pageSize, string? continuationToken, CancellationToken cancellationToken) =>
        Task.FromResult(new PagedMembersResult());
}
