using System.Threading;
using System.Threading.Tasks;
using Azure.Core;
using Azure.Identity;

namespace Bot.Platform.Directory;

/// <summary>The app registration's secret from its file. A secret that is replaced there counts from the next token on, without a restart.</summary>
internal sealed class SecretFileCredential(GraphOptions options) : TokenCredential
{
    private readonly Lock gate = new();
    private string? secret;
    private ClientSecretCredential? current;

    /// <inheritdoc/>
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        Current().GetToken(requestContext, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        Current().GetTokenAsync(requestContext, cancellationToken);

    /// <summary>The same one while the secret is the same: it keeps the token until shortly before its end.</summary>
    private ClientSecretCredential Current()
    {
        lock (gate)
        {
            var now = options.ReadSecret();
            if (current is null || now != secret)
            {
                (secret, current) = (now, new ClientSecretCredential(options.TenantId, options.ClientId, now));
            }

            return current;
        }
    }
}
