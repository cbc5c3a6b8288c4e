using System;
using System.Net;

namespace Bot.Platform.Activities.Connector;

/// <summary>The Connector said no. The message names status and code, never what was to be sent.</summary>
internal sealed class ConnectorException(HttpStatusCode status, string? code, TimeSpan? retryAfter, string? msCv)
    : Exception($"The Connector answered {(int)status} {code ?? "without a code"} (MS-CV {msCv ?? "none"}).")
{
    public HttpStatusCode Status => status;

    /// <summary>Such as <c>ConversationBlockedByUser</c>; null when the service gave none.</summary>
    public string? Code => code;

    /// <summary>How long the service asks to wait; null when it does not say, which also happens with 429.</summary>
    public TimeSpan? RetryAfter => retryAfter;

    /// <summary>What support at Microsoft asks for.</summary>
    public string? MsCv => msCv;
}
