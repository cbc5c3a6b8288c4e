using System;
using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Activities.Authentication;

/// <summary>Which activities a proven caller may bring (protocol 1.2, 7 to 9).</summary>
internal sealed class ActivityRules(IOptions<ActivityOptions> options)
{
    private const string Teams = "msteams";

    private readonly FrozenSet<string> channels = options.Value.AllowedChannels().ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<Guid> tenants = options.Value.AllowedTenants().ToFrozenSet();
    private readonly string botId = "28:" + options.Value.MicrosoftAppId;

    /// <summary>What forbids it; null when nothing does.</summary>
    public AuthenticationFault? FindFault(ChannelIdentity caller, Activity activity) => activity switch
    {
        _ when !IsSameAddress(caller.ServiceUrl, activity.ServiceUrl) => AuthenticationFault.OtherServiceUrl,
        _ when activity.ChannelId is null || !channels.Contains(activity.ChannelId) => AuthenticationFault.ForeignChannel,
        _ when !caller.Endorsements.Contains(activity.ChannelId) => AuthenticationFault.NotEndorsed,
        { ChannelId: Teams } when !string.Equals(activity.Recipient?.Id, botId, StringComparison.OrdinalIgnoreCase) => AuthenticationFault.OtherRecipient,
        _ when !(Guid.TryParseExact(activity.TenantId(), "D", out var tenant) && tenants.Contains(tenant)) => AuthenticationFault.ForeignTenant,
        _ => null,
    };

    private static bool IsSameAddress(string claimed, string? named) =>
        !string.IsNullOrEmpty(named) && WithoutSlash(claimed).Equals(WithoutSlash(named), StringComparison.OrdinalIgnoreCase);

    /// <summary>One slash, not all of them: two addresses that differ by more are two addresses.</summary>
    private static ReadOnlySpan<char> WithoutSlash(string address) => address.EndsWith('/') ? address.AsSpan(0, address.Length - 1) : address;
}
