using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Activities.Connector;

/// <summary>What a call does to a conversation; each kind has its own limit there.</summary>
internal enum PaceKind
{
    /// <summary>Sends, replaces or removes a message.</summary>
    Send,

    /// <summary>Opens a conversation.</summary>
    Create,

    /// <summary>Asks for members.</summary>
    Members,
}

/// <summary>Whose limits a call counts against.</summary>
/// <param name="Tenant">The tenant, or what stands for it.</param>
/// <param name="Conversation">The conversation; for <see cref="PaceKind.Create"/> the member or channel.</param>
/// <param name="Kind">What it does.</param>
internal readonly record struct PacePlace(string Tenant, string Conversation, PaceKind Kind);

/// <summary>Keeps the published limits: for each conversation and kind of call, and for each tenant over all of them.</summary>
/// <remarks>Source: Teams documentation, "Optimize your bot with rate limiting". Of the tenant's limit, 50 a second by now and 30 in older versions of that page, the lower is
/// kept. Counted in this process only: whoever runs several instances divides <see cref="ConnectorOptions.TenantPerSecond"/> among them.</remarks>
internal sealed class ConnectorPace(IOptions<ConnectorOptions> options, TimeProvider time)
{
    /// <summary>How many gates are kept before idle ones are forgotten.</summary>
    public const int MostGates = 4000;

    /// <summary>Two conversations throttled within this time are taken for the tenant.</summary>
    private static readonly TimeSpan Suspicious = TimeSpan.FromSeconds(5);

    private static readonly RateLimit[] Speaking =
        [new(7, TimeSpan.FromSeconds(1)), new(8, TimeSpan.FromSeconds(2)), new(60, TimeSpan.FromSeconds(30)), new(1800, TimeSpan.FromHours(1))];

    private static readonly RateLimit[] Asking =
        [new(14, TimeSpan.FromSeconds(1)), new(16, TimeSpan.FromSeconds(2)), new(120, TimeSpan.FromSeconds(30)), new(3600, TimeSpan.FromHours(1))];

    private readonly Lock gate = new();
    private readonly Dictionary<PacePlace, PaceGate> conversations = [];
    private readonly Dictionary<string, PaceGate> tenants = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Conversation, long At)> throttled = new(StringComparer.Ordinal);
    private int cleanAt = MostGates;

    /// <summary>How many conversations and tenants are remembered.</summary>
    public int Gates
    {
        get
        {
            lock (gate)
            {
                return conversations.Count + tenants.Count;
            }
        }
    }

    /// <summary>How many calls are not done, and how many of them wait for their turn.</summary>
    public (int Calls, int Waiting) Load
    {
        get
        {
            lock (gate)
            {
                return (conversations.Values.Sum(one => one.Users), conversations.Values.Concat(tenants.Values).Sum(one => one.Waiting));
            }
        }
    }

    /// <summary>Makes a call as soon as conversation and tenant allow it.</summary>
    /// <exception cref="ConnectorException">They will not for longer than <see cref="PaceGate.Patience"/>; <see cref="ConnectorException.RetryAfter"/> says how long.</exception>
    public async Task<T> PassAsync<T>(PacePlace place, ConnectorLane lane, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        var (conversation, tenant) = Hold(place);
        try
        {
            await EnterAsync(conversation, lane, isTenantWide: false, cancellationToken);
            var counts = false;
            try
            {
                await EnterAsync(tenant, lane, isTenantWide: true, cancellationToken);
                counts = true;
                try
                {
                    return await call();
                }
                finally
                {
                    tenant.Leave(lane, counts: true);
                }
            }
            finally
            {
                conversation.Leave(lane, counts);
            }
        }
        finally
        {
            Release(conversation, tenant);
        }
    }

    /// <summary>The service throttled a call: the conversation pauses, and with it the tenant when another conversation was throttled just before.</summary>
    public void Throttled(PacePlace place, TimeSpan pause)
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            var isTenantWide = throttled.TryGetValue(place.Tenant, out var last)
                && last.Conversation != place.Conversation && time.GetElapsedTime(last.At, now) < Suspicious;
            throttled[place.Tenant] = (place.Conversation, now);
            GateOf(conversations, place, LimitsOf(place.Kind), 0).Pause(pause);
            if (isTenantWide)
            {
                TenantGate(place.Tenant).Pause(pause);
            }
        }
    }

    private static async ValueTask EnterAsync(PaceGate one, ConnectorLane lane, bool isTenantWide, CancellationToken cancellationToken)
    {
        if (await one.EnterAsync(lane, cancellationToken) is { } wait)
        {
            throw ConnectorException.TooSoon(wait, isTenantWide);
        }
    }

    private static RateLimit[] LimitsOf(PaceKind kind) => kind is PaceKind.Members ? Asking : Speaking;

    private PaceGate TenantGate(string tenant) =>
        GateOf(tenants, tenant, [new RateLimit(options.Value.TenantPerSecond, TimeSpan.FromSeconds(1))], options.Value.AnswersPerSecond);

    private PaceGate GateOf<TKey>(Dictionary<TKey, PaceGate> gates, TKey key, IReadOnlyList<RateLimit> limits, int reserve)
        where TKey : notnull
    {
        if (!gates.TryGetValue(key, out var found))
        {
            gates[key] = found = new PaceGate(limits, reserve, time);
        }

        return found;
    }

    private (PaceGate Conversation, PaceGate Tenant) Hold(PacePlace place)
    {
        lock (gate)
        {
            var found = (Conversation: GateOf(conversations, place, LimitsOf(place.Kind), 0), Tenant: TenantGate(place.Tenant));
            found.Conversation.Users++;
            found.Tenant.Users++;
            if (conversations.Count + tenants.Count > cleanAt)
            {
                Clean();
            }

            return found;
        }
    }

    private void Release(PaceGate conversation, PaceGate tenant)
    {
        lock (gate)
        {
            conversation.Users--;
            tenant.Users--;
        }
    }

    /// <summary>Forgets what is idle; when that is too little also what counts for nothing but the limit of the hour. Runs again when the number has grown by a quarter.</summary>
    private void Clean()
    {
        Forget(conversations, butForTheHour: false);
        Forget(tenants, butForTheHour: false);
        if (conversations.Count + tenants.Count > MostGates / 2)
        {
            Forget(conversations, butForTheHour: true);
        }

        throttled.Clear();
        cleanAt = Math.Max(MostGates, (conversations.Count + tenants.Count) * 5 / 4);
    }

    private static void Forget<TKey>(Dictionary<TKey, PaceGate> gates, bool butForTheHour)
        where TKey : notnull
    {
        foreach (var (key, one) in gates)
        {
            if (one.Users == 0 && one.IsIdle(butForTheHour))
            {
                gates.Remove(key);
                one.Dispose();
            }
        }
    }
}
