using System;
using System.Net;

namespace Bot.Platform.Activities.Connector;

/// <summary>The Connector said no, or nothing at all. The message names status and code, never what was to be sent, to whom, or with which token.</summary>
internal sealed class ConnectorException : Exception
{
    /// <summary>Code of a call that was not made because the pace allows none for longer than anybody waits.</summary>
    public const string Paced = "Paced";

    /// <summary>Code of a call that was not made because the bot got no token.</summary>
    public const string NoToken = "NoToken";

    /// <summary>The Connector answered.</summary>
    public ConnectorException(HttpStatusCode status, string? code, TimeSpan? retryAfter, string? msCv)
        : base($"The Connector answered {(int)status} {code ?? "without a code"} (MS-CV {msCv ?? "none"}).")
    {
        (Status, Code, RetryAfter, MsCv) = (status, code, retryAfter, msCv);
        Outcome = ConnectorOutcomes.Of(status, code);
    }

    private ConnectorException(ConnectorOutcome outcome, string code, TimeSpan? retryAfter, string message)
        : base(message) => (Outcome, Code, RetryAfter) = (outcome, code, retryAfter);

    /// <summary>What follows from it.</summary>
    public ConnectorOutcome Outcome { get; }

    /// <summary>0 when no answer came.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>Such as <c>ConversationBlockedByUser</c>; null when the service gave none. Without an answer a word for what went wrong.</summary>
    public string? Code { get; }

    /// <summary>How long the service asks to wait; null when it does not say, which also happens with 429.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>What support at Microsoft asks for.</summary>
    public string? MsCv { get; }

    /// <summary>Why there was no token: Entra's error number or the kind of failure; null for everything else.</summary>
    public string? NoTokenBecause { get; private init; }

    /// <summary>Whether it concerns everybody in the tenant and not this conversation alone.</summary>
    public bool IsTenantWide { get; private init; }

    /// <summary>No answer came.</summary>
    /// <param name="mayHaveArrived">False when it is certain that the request never reached the service.</param>
    /// <param name="reason">A word such as <c>ConnectionError</c>.</param>
    public static ConnectorException Unanswered(bool mayHaveArrived, string reason) => new(
        mayHaveArrived ? ConnectorOutcome.InDoubt : ConnectorOutcome.TryAgain, reason, retryAfter: null, $"The Connector gave no answer: {reason}.");

    /// <summary>Nothing was sent, because for longer than anybody waits nothing may be.</summary>
    /// <param name="wait">When it may, from now.</param>
    /// <param name="isTenantWide">Whether the tenant has to wait, and not this conversation alone.</param>
    public static ConnectorException TooSoon(TimeSpan wait, bool isTenantWide) =>
        new(ConnectorOutcome.TryAgain, Paced, wait, $"Nothing may be sent there for {wait.TotalSeconds:F0} s.") { IsTenantWide = isTenantWide };

    /// <summary>Nothing was sent, because the bot got no token.</summary>
    /// <param name="reason">Entra's error number or the kind of failure; never the server's own words.</param>
    public static ConnectorException WithoutToken(string reason) =>
        new(ConnectorOutcome.CheckRegistration, NoToken, retryAfter: null, $"The bot got no token for the Connector: {reason}.") { NoTokenBecause = reason };
}
