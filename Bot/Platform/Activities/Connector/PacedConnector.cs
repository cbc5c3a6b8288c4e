using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Platform.Activities.Connector;

/// <summary>The Connector as the bot uses it: at the published pace, answers before broadcasts, with a few tries for what passes by itself, with replacements
/// of the same message merged, and at the address where the tenant really lives.</summary>
internal sealed class PacedConnector : IConnectorClient
{
    private readonly ConnectorCore core;
    private readonly string? tenant;
    private readonly ConnectorLane lane;

    /// <summary>For broadcasts, the tenant told by the service address.</summary>
    /// <param name="wire">Makes one call, unpaced.</param>
    /// <param name="serviceUrls">Which addresses are allowed.</param>
    /// <param name="pace">The limits.</param>
    /// <param name="time">The clock.</param>
    public PacedConnector(ConnectorClient wire, ServiceUrls serviceUrls, ConnectorPace pace, TimeProvider time)
        : this(new ConnectorCore(wire, serviceUrls, pace, time), tenant: null, ConnectorLane.Broadcast)
    {
    }

    private PacedConnector(ConnectorCore core, string? tenant, ConnectorLane lane) => (this.core, this.tenant, this.lane) = (core, tenant, lane);

    public IConnectorClient For(string? tenant, ConnectorLane lane) => new PacedConnector(core, tenant, lane);

    public Task<string?> SendToConversationAsync(string serviceUrl, string conversationId, Activity activity, CancellationToken cancellationToken) => core.CallAsync(
        Place(serviceUrl, conversationId, PaceKind.Send), lane, isRepeatable: false, serviceUrl,
        (wire, address, token) => wire.SendToConversationAsync(address, conversationId, activity, token), cancellationToken);

    public Task UpdateActivityAsync(
        string serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken)
    {
        Require(serviceUrl);
        return core.Updates.SubmitAsync(
            conversationId,
            activityId,
            activity,
            newest => core.CallAsync(
                Place(serviceUrl, conversationId, PaceKind.Send), lane, isRepeatable: true, serviceUrl,
                (wire, address, token) => Done(wire.UpdateActivityAsync(address, conversationId, activityId, newest(), token)), CancellationToken.None),
            cancellationToken);
    }

    public Task DeleteActivityAsync(string serviceUrl, string conversationId, string activityId, CancellationToken cancellationToken) => core.CallAsync(
        Place(serviceUrl, conversationId, PaceKind.Send), lane, isRepeatable: true, serviceUrl,
        (wire, address, token) => Done(wire.DeleteActivityAsync(address, conversationId, activityId, token)), cancellationToken);

    public Task<ConversationResourceResponse> CreateConversationAsync(
        string serviceUrl, ConversationParameters parameters, CancellationToken cancellationToken)
    {
        var with = parameters.ChannelData?.Channel?.Id ?? (parameters.Members is [var member, ..] ? member.Id : null) ?? string.Empty;
        return core.CallAsync(
            new PacePlace(parameters.TenantId ?? TenantOf(serviceUrl), with, PaceKind.Create), lane, isRepeatable: parameters.IsGroup is not true, serviceUrl,
            (wire, address, token) => wire.CreateConversationAsync(address, parameters, token), cancellationToken);
    }

    public Task<ChannelAccount?> GetMemberAsync(string serviceUrl, string conversationId, string memberId, CancellationToken cancellationToken) => core.CallAsync(
        Place(serviceUrl, conversationId, PaceKind.Members), lane, isRepeatable: true, serviceUrl,
        (wire, address, token) => wire.GetMemberAsync(address, conversationId, memberId, token), cancellationToken);

    public Task<PagedMembersResult> GetPagedMembersAsync(
        string serviceUrl, string conversationId, int pageSize, string? continuationToken, CancellationToken cancellationToken) => core.CallAsync(
        Place(serviceUrl, conversationId, PaceKind.Members), lane, isRepeatable: true, serviceUrl,
        (wire, address, token) => wire.GetPagedMembersAsync(address, conversationId, pageSize, continuationToken, token), cancellationToken);

    private static async Task<bool> Done(Task call)
    {
        await call;
        return true;
    }

    private PacePlace Place(string serviceUrl, string conversationId, PaceKind kind) =>
        new(TenantOf(serviceUrl), ChannelThread.Of(conversationId).ChannelId, kind);

    private string TenantOf(string serviceUrl) => tenant ?? serviceUrl;

    /// <summary>What may not go out anyway must not wait for its turn first.</summary>
    private void Require(string serviceUrl)
    {
        if (!core.ServiceUrls.IsAllowed(serviceUrl))
        {
            throw new ArgumentException("The service address is not on the list of hosts the bot may call.", nameof(serviceUrl));
        }
    }

    /// <summary>What all faces of the Connector share.</summary>
    private sealed class ConnectorCore(ConnectorClient wire, ServiceUrls serviceUrls, ConnectorPace pace, TimeProvider time)
    {
        private const int MostMoved = 10_000;

        private readonly ConnectorRetry retry = new(pace, time);

        /// <summary>Addresses that sent us to the government community cloud. Only a shortcut: forgotten, the service tells it again.</summary>
        private readonly ConcurrentDictionary<string, string> moved = new(StringComparer.Ordinal);

        public ServiceUrls ServiceUrls => serviceUrls;

        public CardUpdates Updates { get; } = new(time);

        public Task<T> CallAsync<T>(
            PacePlace place, ConnectorLane lane, bool isRepeatable, string serviceUrl, Func<ConnectorClient, string, CancellationToken, Task<T>> call,
            CancellationToken cancellationToken)
        {
            // A message nobody waits for is not broken off once it is on its way: then nobody would know whether it was said.
            var onTheWay = lane is ConnectorLane.Broadcast ? CancellationToken.None : cancellationToken;
            return retry.RunAsync(
                place, lane, isRepeatable, () => pace.PassAsync(place, lane, () => AtHomeAsync(serviceUrl, address => call(wire, address, onTheWay)), cancellationToken));
        }

        private async Task<T> AtHomeAsync<T>(string serviceUrl, Func<string, Task<T>> call)
        {
            var government = ChannelCloud.Gcc.ServiceUrl!.AbsoluteUri;
            var address = moved.GetValueOrDefault(serviceUrl, serviceUrl);
            try
            {
                return await call(address);
            }
            catch (ConnectorException elsewhere) when (elsewhere.Outcome is ConnectorOutcome.OtherHost && address != government && serviceUrls.IsAllowed(government))
            {
                var answer = await call(government);
                Remember(serviceUrl, government);
                return answer;
            }
        }

        private void Remember(string serviceUrl, string home)
        {
            if (moved.Count >= MostMoved)
            {
                moved.Clear();
            }

            moved[serviceUrl] = home;
        }
    }
}
