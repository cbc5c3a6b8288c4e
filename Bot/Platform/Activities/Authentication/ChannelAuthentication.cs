using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace Bot.Platform.Activities.Authentication;

/// <summary>Takes only what the channel signed for this bot.</summary>
/// <remarks>The checks of the Bot Framework's "Authentication with the Bot Connector API", step 4, and ours on top (protocol 1.2). What costs nothing
/// comes first, and the signature, which alone proves anything, last: a token for somebody else makes the bot neither compute nor fetch keys.</remarks>
internal sealed class ChannelAuthentication(TokenRules tokenRules, ActivityRules activityRules, ChannelKeys keys) : IRequestAuthentication
{
    public async ValueTask<AuthenticationResult> AuthenticateAsync(HttpContext context)
    {
        if (BearerHeader.FindFault(context.Request.Headers.Authorization, out var text) is { } headerFault)
        {
            return headerFault;
        }

        if (ChannelToken.Read(text) is not { } token)
        {
            return AuthenticationFault.Malformed;
        }

        if (tokenRules.FindFault(token) is { } claimFault)
        {
            return claimFault;
        }

        var found = await keys.FindAsync(token.KeyId!, context.RequestAborted);
        if (found.Key is not { } key)
        {
            return found.HasKeys ? AuthenticationFault.UnknownKey : AuthenticationFault.NoKeys;
        }

        return await tokenRules.FindFaultAsync(token, key) is { } signatureFault
            ? signatureFault
            : new ChannelIdentity(token.ServiceUrl!, key.Endorsements);
    }

    public AuthenticationFault? FindFault(ChannelIdentity caller, Activity activity) => activityRules.FindFault(caller, activity);
}
