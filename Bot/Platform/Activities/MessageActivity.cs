using System;
using Bot.Platform.Cards;

namespace Bot.Platform.Activities;

/// <summary>Makes messages to send. Text and card never go together: Teams would split them and return no id to update the card by.</summary>
internal static class MessageActivity
{
    /// <summary>Longest summary in UTF-16 units; clients show about half of it.</summary>
    public const int LongestSummary = 300;

    /// <summary>Text shown as it is.</summary>
    public static Activity Text(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return new Activity { Type = ActivityTypes.Message, Text = text, TextFormat = TextFormats.Plain };
    }

    /// <summary>Text with Markdown, and with the mentions whose <see cref="Entity.Text"/> it contains.</summary>
    /// <param name="markdown">What a person has typed goes through <see cref="CardText.Escape"/> first.</param>
    /// <param name="mentions">Made by <see cref="Entity.Mention"/>.</param>
    public static Activity Markdown(string markdown, params Entity[] mentions)
    {
        ArgumentException.ThrowIfNullOrEmpty(markdown);
        return new Activity
        {
            Type = ActivityTypes.Message,
            Text = markdown,
            TextFormat = TextFormats.Markdown,
            Entities = mentions is { Length: > 0 } ? mentions : null,
        };
    }

    /// <summary>A card alone.</summary>
    /// <param name="card">Below <see cref="CardLimits.Bytes"/>.</param>
    /// <param name="summary">What the notification says. Markdown, as on the card; the notification shows it as plain text, so it is made that.</param>
    public static Activity Card(AdaptiveCard card, string summary)
    {
        ArgumentException.ThrowIfNullOrEmpty(summary);
        return new Activity
        {
            Type = ActivityTypes.Message,
            TextFormat = TextFormats.Plain,
            Summary = CardText.Plain(summary, LongestSummary),
            Attachments = [Attachment.Of(card)],
        };
    }
}
