using Microsoft.AspNetCore.Http;

namespace Bot.Platform.Activities.Authentication;

/// <summary>Why a request is refused. The name stands in the log; the answer carries the status only.</summary>
internal enum AuthenticationFault
{
    /// <summary>Unsigned, and not from this machine or not in Development.</summary>
    NotFromThisMachine,

    /// <summary>No Authorization header.</summary>
    NoToken,

    /// <summary>More than one Authorization header.</summary>
    SeveralHeaders,

    /// <summary>Not the word Bearer, one space and a token.</summary>
    NotBearer,

    /// <summary>Longer than <see cref="ChannelToken.LongestToken"/>.</summary>
    TokenTooLong,

    /// <summary>No signed JWT in compact form: not three base64url parts, no JSON objects, a field named twice.</summary>
    Malformed,

    /// <summary>The header names extensions that must be understood (RFC 7515, 4.1.11); none are.</summary>
    CriticalHeader,

    /// <summary>Another algorithm than RS256.</summary>
    ForeignAlgorithm,

    /// <summary>The header names no key.</summary>
    NoKeyId,

    /// <summary>Issued by somebody else than the channel: Entra, the Emulator, another bot as a skill, another cloud.</summary>
    ForeignIssuer,

    /// <summary>Not for this bot, or not for this bot alone.</summary>
    ForeignAudience,

    /// <summary>Beginning or end of validity is missing or no time, or the end lies before the beginning.</summary>
    NoLifetime,

    /// <summary>Begins more than five minutes from now.</summary>
    NotYetValid,

    /// <summary>Ended five minutes ago or earlier.</summary>
    Expired,

    /// <summary>Names no service address.</summary>
    NoServiceUrlClaim,

    /// <summary>The channel's keys could never be read yet.</summary>
    NoKeys,

    /// <summary>Names a key the channel does not have.</summary>
    UnknownKey,

    /// <summary>The key is shorter than 2048 bits.</summary>
    WeakKey,

    /// <summary>Not signed by the key it names.</summary>
    BadSignature,

    /// <summary>The activity names another service address than the token, or none.</summary>
    OtherServiceUrl,

    /// <summary>The activity names no channel, or one that is not on the list.</summary>
    ForeignChannel,

    /// <summary>The key may not speak for the activity's channel.</summary>
    NotEndorsed,

    /// <summary>The activity is for another bot.</summary>
    OtherRecipient,

    /// <summary>The activity names no tenant, or one that is not on the list.</summary>
    ForeignTenant,

    /// <summary>The service address is not on the list.</summary>
    ForeignServiceHost,
}

/// <summary>How a fault is answered.</summary>
internal static class AuthenticationFaultStatus
{
    extension(AuthenticationFault fault)
    {
        /// <summary>403 where the caller is proven but may not bring this, 503 where nobody can be proven, 401 otherwise (protocol 1.1 and 1.3).</summary>
        public int Status => fault switch
        {
            AuthenticationFault.ForeignChannel or AuthenticationFault.NotEndorsed or AuthenticationFault.OtherRecipient
                or AuthenticationFault.ForeignTenant or AuthenticationFault.ForeignServiceHost => StatusCodes.Status403Forbidden,
            AuthenticationFault.NoKeys => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status401Unauthorized,
        };
    }
}
