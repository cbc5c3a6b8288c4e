using System;
using System.Threading;
using System.Threading.Tasks;
using Azure.Core;

namespace Bot.Tests.Contracts.Graph;

/// <summary>Stands where Entra would hand out a token: the one edge of Graph that is not played over the wire.</summary>
internal sealed class FakeCredential : TokenCredential
{
    public const string Token = "token-for-graph";

    private const string Scope = "https://graph.microsoft.com/.default";

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        requestContext.Scopes is [Scope] ? new AccessToken(Token, DateTimeOffset.MaxValue)
        : throw new InvalidOperationException("Another scope than Graph's: " + string.Join(' ', requestContext.Scopes));

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
