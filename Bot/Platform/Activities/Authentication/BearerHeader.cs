using System;
using Microsoft.Extensions.Primitives;

namespace Bot.Platform.Activities.Authentication;

/// <summary>The header that carries the token: <c>Authorization: Bearer token</c> (RFC 6750, 2.1).</summary>
internal static class BearerHeader
{
    private const string Scheme = "Bearer ";

    /// <summary>Takes the token out of the header.</summary>
    /// <param name="headers">All Authorization headers of the request.</param>
    /// <param name="token">What stands behind the scheme; empty when there is a fault.</param>
    public static AuthenticationFault? FindFault(StringValues headers, out string token)
    {
        token = string.Empty;
        if (headers.Count > 1)
        {
            return AuthenticationFault.SeveralHeaders;
        }

        var header = headers.ToString();
        if (header.Length == 0)
        {
            return AuthenticationFault.NoToken;
        }

        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || header.Length == Scheme.Length || header.IndexOf(' ', Scheme.Length) >= 0)
        {
            return AuthenticationFault.NotBearer;
        }

        if (header.Length - Scheme.Length > ChannelToken.LongestToken)
        {
            return AuthenticationFault.TokenTooLong;
        }

        token = header[Scheme.Length..];
        return null;
    }
}
