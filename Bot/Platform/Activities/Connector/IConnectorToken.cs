using System.Threading;
using System.Threading.Tasks;

namespace Bot.Platform.Activities.Connector;

/// <summary>The bot's password for the Connector; sent only to addresses for which <see cref="ServiceUrls.MayCarryToken"/>.</summary>
internal interface IConnectorToken
{
    /// <summary>A bearer token valid now, or null to send none.</summary>
    /// <exception cref="ConnectorException">None could be had; the outcome is <see cref="ConnectorOutcome.CheckRegistration"/>.</exception>
    ValueTask<string?> GetAsync(CancellationToken cancellationToken);

    /// <summary>Says that the Connector refused the token, so that the next one asked for is new.</summary>
    void Drop(string token);
}

/// <summary>Sends no token: for a Connector on this machine, in Development.</summary>
internal sealed class AnonymousToken : IConnectorToken
{
    public ValueTask<string?> GetAsync(CancellationToken cancellationToken) => default;

    public void Drop(string token)
    {
        // There is none.
    }
}
