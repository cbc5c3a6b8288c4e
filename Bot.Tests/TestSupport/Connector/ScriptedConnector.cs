using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Activities.Connector;

namespace Bot.Tests.TestSupport.Connector;

/// <summary>In the Connector's place, without a network: the test says how each call ends.</summary>
internal sealed class ScriptedConnector : IConnectorClient
{
    private readonly ConcurrentQueue<(string Call, string Where, Activity? Activity)> calls = new();

    /// <summary>What was asked, in order.</summary>
    public IReadOnlyList<(string Call, string Where, Activity? Activity)> Calls => [.. calls];

    /// <summary>Called with conversation and message; may throw.</summary>
    public Func<string, Activity, Task>? OnSend { get; set; }

    /// <summary>Called with conversation and message id; may throw.</summary>
    public Func<string, string, Task>? OnUpdate { get; set; }

    /// <summary>Called with the member; may throw.</summary>
    public Action<string>? OnCreate { get; set; }

    /// <summary>The Teams id of a member of a conversation.</summary>
    public Func<string, string, string?>? Members { get; set; }

    /// <summary>As the Connector says no.</summary>
    public static ConnectorException No(int status, string? code = null, TimeSpan? retryAfter = null) => new((HttpStatusCode)status, code, retryAfter, null);

    public async Task<string?> SendToConversationAsync(string serviceUrl, string conversationId, Activity activity, CancellationToken cancellationToken)
    {
        calls.Enqueue(("send", conversationId, activity));
        await (OnSend?.Invoke(conversationId, activity) ?? Task.CompletedTask);
        return "m-" + conversationId;
    }

    public async Task UpdateActivityAsync(string serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken)
    {
        calls.Enqueue(("update", conversationId, activity));
        await (OnUpdate?.Invoke(conversationId, activityId) ?? Task.CompletedTask);
    }

    public Task DeleteActivityAsync(string serviceUrl, string conversationId, string activityId, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<ConversationResourceResponse> CreateConversationAsync(string serviceUrl, ConversationParameters parameters, CancellationToken cancellationToken)
    {
        var member = parameters.Members![0].Id!;
        calls.Enqueue(("create", member, null));
        OnCreate?.Invoke(member);
        return Task.FromResult(new ConversationResourceResponse { Id = "a:" + member });
    }

    public Task<ChannelAccount?> GetMemberAsync(string serviceUrl, string conversationId, string memberId, CancellationToken cancellationToken)
    {
        calls.Enqueue(("member", conversationId, null));
        return Task.FromResult(Members?.Invoke(conversationId, memberId) is { } id ? new ChannelAccount { Id = id } : null);
    }

    public Task<PagedMembersResult> GetPagedMembersAsync(
        string serviceUrl, string conversationId, int pageSize, string? continuationToken, CancellationToken cancellationToken) => Task.FromResult(new PagedMembersResult());
}
