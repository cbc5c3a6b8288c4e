using System;
using System.Globalization;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Platform.Activities.Connector;

/// <summary>The requests of the Connector's contract, one call each, neither paced nor tried again.</summary>
internal sealed class ConnectorClient(ConnectorWire wire) : IConnectorClient
{
    public async Task<string?> SendToConversationAsync(
        string serviceUrl, string conversationId, Activity activity, CancellationToken cancellationToken)
    {
        var call = new ConnectorCall(HttpMethod.Post, serviceUrl, $"/v3/conversations/{Segment(conversationId)}/activities", ConnectorWire.Body(activity), Operation: "send");
        var sent = await wire.SendAsync<ResourceResponse>(call, cancellationToken);
        return string.IsNullOrEmpty(sent?.Id) ? null : sent.Id;
    }

    public Task UpdateActivityAsync(
        string serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken)
    {
        var path = $"/v3/conversations/{Segment(conversationId)}/activities/{Segment(activityId)}";
        return wire.SendAsync<ResourceResponse>(new ConnectorCall(HttpMethod.Put, serviceUrl, path, ConnectorWire.Body(activity), Operation: "update"), cancellationToken);
    }

    public Task DeleteActivityAsync(string serviceUrl, string conversationId, string activityId, CancellationToken cancellationToken)
    {
        var path = $"/v3/conversations/{Segment(conversationId)}/activities/{Segment(activityId)}";
        return wire.SendAsync<ResourceResponse>(new ConnectorCall(HttpMethod.Delete, serviceUrl, path, Operation: "delete"), cancellationToken);
    }

    public async Task<ConversationResourceResponse> CreateConversationAsync(
        string serviceUrl, ConversationParameters parameters, CancellationToken cancellationToken)
    {
        var call = new ConnectorCall(
            HttpMethod.Post, serviceUrl, "/v3/conversations", ConnectorWire.Body(parameters), NeedsBody: parameters.IsGroup is not true, Operation: "create_conversation");
        return await wire.SendAsync<ConversationResourceResponse>(call, cancellationToken) ?? new ConversationResourceResponse();
    }

    public async Task<ChannelAccount?> GetMemberAsync(string serviceUrl, string conversationId, string memberId, CancellationToken cancellationToken)
    {
        var path = $"/v3/conversations/{Segment(conversationId)}/members/{Segment(memberId)}";
        try
        {
            return await wire.SendAsync<ChannelAccount>(new ConnectorCall(HttpMethod.Get, serviceUrl, path, NeedsBody: true, Operation: "get_member"), cancellationToken);
        }
        catch (ConnectorException failure) when (failure.Status is HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public async Task<PagedMembersResult> GetPagedMembersAsync(
        string serviceUrl, string conversationId, int pageSize, string? continuationToken, CancellationToken cancellationToken)
    {
        var next = continuationToken is null ? string.Empty : $"&continuationToken={Uri.EscapeDataString(continuationToken)}";
        var size = pageSize.ToString(CultureInfo.InvariantCulture);
        var path = $"/v3/conversations/{Segment(conversationId)}/pagedmembers?pageSize={size}{next}";
        return await wire.SendAsync<PagedMembersResult>(new ConnectorCall(HttpMethod.Get, serviceUrl, path, NeedsBody: true, Operation: "page_members"), cancellationToken)
            ?? new PagedMembersResult();
    }

    /// <summary>One part of the path. Ids hold colons, semicolons and at signs; dots alone would climb out of it.</summary>
    private static string Segment(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return id is "." or ".." ? throw new ArgumentException("Not an id.", nameof(id)) : Uri.EscapeDataString(id);
    }
}
