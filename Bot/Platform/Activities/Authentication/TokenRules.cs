using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Bot.Platform.Activities.Authentication;

/// <summary>What a token of the channel for this bot looks like (protocol 1.2, 1 to 6).</summary>
internal sealed class TokenRules(IOptions<ActivityOptions> options, TimeProvider time)
{
    /// <summary>How far the channel's clock and ours may lie apart: "industry-standard clock-skew is 5 minutes".</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>The least a key must have, in bits (RFC 7518, 3.3).</summary>
    public const int LeastKeySize = 2048;

    private static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = ChannelToken.LongestToken };
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256];

    private readonly string issuer = options.Value.ChannelIssuer();
    private readonly Guid appId = Guid.Parse(options.Value.MicrosoftAppId);

    /// <summary>What can be seen to be wrong without a key; null when nothing is.</summary>
    public AuthenticationFault? FindFault(ChannelToken token) => token switch
    {
        { HasCriticalHeader: true } => AuthenticationFault.CriticalHeader,
        { Algorithm: not SecurityAlgorithms.RsaSha256 } => AuthenticationFault.ForeignAlgorithm,
        { KeyId: null or "" } => AuthenticationFault.NoKeyId,
        _ when !IsFromChannel(token.Issuer) => AuthenticationFault.ForeignIssuer,
        _ when !IsForThisBot(token.Audience) => AuthenticationFault.ForeignAudience,
        _ when LifetimeFault(token.NotBefore, token.Expires) is { } fault => fault,
        { ServiceUrl: null or "" } => AuthenticationFault.NoServiceUrlClaim,
        _ => null,
    };

    /// <summary>What is wrong between the token and the key it names; null when it is proven.</summary>
    public async ValueTask<AuthenticationFault?> FindFaultAsync(ChannelToken token, ChannelKey key)
    {
        if (key.Size < LeastKeySize)
        {
            return AuthenticationFault.WeakKey;
        }

        var result = await Handler.ValidateTokenAsync(token.Text, Parameters(key));
        return result switch
        {
            { IsValid: true } => null,
            { Exception: SecurityTokenInvalidSignatureException } => AuthenticationFault.BadSignature,
            _ => AuthenticationFault.Malformed,
        };
    }

    /// <summary>The library reads the token itself and holds the same rules once more, so that no difference in reading lets anything in.</summary>
    private TokenValidationParameters Parameters(ChannelKey key) => new()
    {
        IssuerSigningKey = key.Key,
        ValidAlgorithms = Algorithms,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ValidateIssuerSigningKey = true,
        ValidIssuer = issuer,
        AudienceValidator = (audiences, _, _) => audiences.ToList() is [var audience] && IsForThisBot(audience),
        LifetimeValidator = (notBefore, expires, _, _) => LifetimeFault(notBefore, expires) is null,
    };

    private bool IsFromChannel(string? claim) => string.Equals(claim, issuer, StringComparison.Ordinal);

    /// <summary>The app id and nothing else; <c>api://</c> names are for Entra's own tokens.</summary>
    private bool IsForThisBot(string? claim) => Guid.TryParseExact(claim, "D", out var id) && id == appId;

    private AuthenticationFault? LifetimeFault(DateTimeOffset? notBefore, DateTimeOffset? expires)
    {
        var now = time.GetUtcNow();
        return (notBefore, expires) switch
        {
            ({ } begin, { } end) when begin >= end => AuthenticationFault.NoLifetime,
            ({ } begin, not null) when begin - now > ClockSkew => AuthenticationFault.NotYetValid,
            (not null, { } end) when now - end >= ClockSkew => AuthenticationFault.Expired,
            (not null, not null) => null,
            _ => AuthenticationFault.NoLifetime,
        };
    }
}
