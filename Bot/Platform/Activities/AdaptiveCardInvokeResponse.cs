using System;
using Bot.Platform.Cards;

namespace Bot.Platform.Activities;

/// <summary>The answer to a pressed card. HTTP always says 200; the outcome stands in the body.</summary>
/// <remarks>Source: Adaptive Cards, Universal Action Model, "response format". The 401 and 412 rows belong to sign-in, which this bot does not use.</remarks>
/// <param name="StatusCode">As HTTP would say it.</param>
/// <param name="Type">What <paramref name="Value"/> is.</param>
/// <param name="Value">Card, text, number of seconds, or error.</param>
internal sealed record AdaptiveCardInvokeResponse(int StatusCode, string Type, object? Value)
{
    public const string CardType = Attachment.AdaptiveCardType;
    public const string MessageType = "application/vnd.microsoft.activity.message";
    public const string ErrorType = "application/vnd.microsoft.error";
    public const string RetryAfterType = "application/vnd.microsoft.activity.retryAfter";

    /// <summary>Replaces the card, for the person who pressed only.</summary>
    public static AdaptiveCardInvokeResponse Card(AdaptiveCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return new AdaptiveCardInvokeResponse(200, CardType, card);
    }

    /// <summary>Shows a sentence on the card, which stays.</summary>
    public static AdaptiveCardInvokeResponse Message(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return new AdaptiveCardInvokeResponse(200, MessageType, text);
    }

    /// <summary>What came makes no sense.</summary>
    public static AdaptiveCardInvokeResponse BadRequest(string text) => Error(400, "BadRequest", text);

    /// <summary>An action of a kind the bot does not take.</summary>
    public static AdaptiveCardInvokeResponse NotSupported(string text) => Error(400, "NotSupported", text);

    /// <summary>Something broke on our side.</summary>
    public static AdaptiveCardInvokeResponse InternalError(string text) => Error(500, "InternalServerError", text);

    /// <summary>Asks the client to try again later.</summary>
    /// <param name="seconds">At least 1.</param>
    public static AdaptiveCardInvokeResponse RetryAfter(int seconds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seconds, 1);
        return new AdaptiveCardInvokeResponse(429, RetryAfterType, seconds);
    }

    /// <summary>What goes into <see cref="TurnContext.InvokeResponse"/>.</summary>
    public InvokeResponse ToInvokeResponse() => new(200, this);

    private static AdaptiveCardInvokeResponse Error(int status, string code, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return new AdaptiveCardInvokeResponse(status, ErrorType, new AdaptiveCardInvokeError(code, text));
    }
}

/// <summary>The value of an error answer.</summary>
/// <param name="Code">For machines.</param>
/// <param name="Message">Shown to the person.</param>
internal sealed record AdaptiveCardInvokeError(string Code, string Message);
