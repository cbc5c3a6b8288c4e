using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace Bot.Platform.Activities.Authentication;

/// <summary>Decides whether a request really comes from the channel.</summary>
internal interface IRequestAuthentication
{
    /// <param name="context">The request; its body is read already.</param>
    /// <param name="activity">What the request says; nothing of it is to be trusted yet.</param>
    ValueTask<AuthenticationOutcome> AuthenticateAsync(HttpContext context, Activity activity);
}

/// <summary>What a check of a request found. Why is written to the log only.</summary>
internal enum AuthenticationOutcome
{
    /// <summary>Not proven to come from the channel: 401.</summary>
    Unauthorized,

    /// <summary>Proven, but not for this bot, tenant or address: 403.</summary>
    Forbidden,

    /// <summary>From the channel.</summary>
    Accepted,
}
