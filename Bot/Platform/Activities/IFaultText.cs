using System;

namespace Bot.Platform.Activities;

/// <summary>The sentence a person reads when the bot has failed. Written where the other sentences are.</summary>
internal interface IFaultText
{
    /// <param name="locale">The reader's language as sent, BCP 47; may be null or unknown.</param>
    /// <param name="fault">What happened; what is said of it tells whether anything was stored, and nothing else.</param>
    /// <param name="activityId">To be shown, so that the person can name it and the operator find it in the log.</param>
    string For(string? locale, Exception fault, string activityId);
}
