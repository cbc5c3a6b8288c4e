using System.Threading;
using System.Threading.Tasks;

namespace Bot.Platform.Activities.Connector;

/// <summary>The bot's password for the Connector; sent only to addresses <see cref="ServiceUrls"/> allows.</summary>
internal interface IConnectorToken
{
    /// <summary>A bearer token valid now, or null to send none.</summary>
    ValueTask<string?> GetAsync(CancellationToken cancellationToken);
}

/// <summary>Sends no token: for a Connector on this machine, in Development.</summary>
internal sealed class AnonymousToken : IConnectorToken
{
    public ValueTask<string?> GetAsync(CancellationToken cancellationToken) => default;
}
