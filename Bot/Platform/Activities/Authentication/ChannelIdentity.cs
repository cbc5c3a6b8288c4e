using System.Collections.Frozen;

namespace Bot.Platform.Activities.Authentication;

/// <summary>What is proven about a caller.</summary>
/// <param name="ServiceUrl">The service address its token was made for, as it stands there; empty when unsigned.</param>
/// <param name="Endorsements">The channels its key may speak for.</param>
internal sealed record ChannelIdentity(string ServiceUrl, FrozenSet<string> Endorsements)
{
    /// <summary>Somebody on this machine, in Development; nothing is proven.</summary>
    public static ChannelIdentity Unsigned { get; } = new(string.Empty, []);
}
