using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace Bot.Platform.Activities.Authentication;

/// <summary>Decides in two steps whether a request comes from the channel: first who asks, before anything of the body is read, then whether
/// that caller may bring this activity, before anything of the activity is used.</summary>
internal interface IRequestAuthentication
{
    /// <summary>Who asks, told by the request's head alone.</summary>
    /// <param name="context">The request; its body is not read and stays so.</param>
    /// <returns>The caller, or why there is none.</returns>
    ValueTask<AuthenticationResult> AuthenticateAsync(HttpContext context);

    /// <summary>What forbids this caller to bring this activity; null when nothing does.</summary>
    /// <param name="caller">As <see cref="AuthenticateAsync"/> gave it for the same request.</param>
    /// <param name="activity">What the request says; nothing of it is to be trusted yet.</param>
    AuthenticationFault? FindFault(ChannelIdentity caller, Activity activity);
}

/// <summary>The caller, or why there is none: exactly one of the two is set.</summary>
internal readonly record struct AuthenticationResult(ChannelIdentity? Caller, AuthenticationFault? Fault)
{
    public static implicit operator AuthenticationResult(ChannelIdentity caller) => new(caller, null);

    public static implicit operator AuthenticationResult(AuthenticationFault fault) => new(null, fault);
}
