using System.Collections.Generic;
using Bot.Platform.Cards;

namespace Bot.Platform.Activities;

/// <summary>The answer to a search in the message extension.</summary>
/// <remarks>Source: Teams documentation, "Respond to search command"; a result card may have 28 KB, within 5 seconds.</remarks>
internal sealed record MessagingExtensionResponse(MessagingExtensionResult ComposeExtension)
{
    /// <summary>A list to choose from.</summary>
    public static MessagingExtensionResponse Results(IReadOnlyList<MessagingExtensionAttachment> results) =>
        new(new MessagingExtensionResult { Type = "result", AttachmentLayout = "list", Attachments = results });

    /// <summary>A sentence in place of a list. Plain text.</summary>
    public static MessagingExtensionResponse Message(string text) => new(new MessagingExtensionResult { Type = "message", Text = text });

    /// <summary>What goes into <see cref="TurnContext.InvokeResponse"/>.</summary>
    public InvokeResponse ToInvokeResponse() => new(200, this);
}

/// <summary>A list or a sentence.</summary>
internal sealed record MessagingExtensionResult
{
    /// <summary><c>result</c> or <c>message</c>.</summary>
    public required string Type { get; init; }

    public string? AttachmentLayout { get; init; }

    /// <summary>At most 25.</summary>
    public IReadOnlyList<MessagingExtensionAttachment>? Attachments { get; init; }

    public string? Text { get; init; }
}

/// <summary>One result: the card that is inserted, and its line in the list.</summary>
internal sealed record MessagingExtensionAttachment(string ContentType, AdaptiveCard Content, Attachment Preview)
{
    /// <summary>A result.</summary>
    /// <param name="card">What is inserted; below <see cref="CardLimits.Bytes"/>, without buttons: in a chat without the bot nobody answers them.</param>
    /// <param name="title">First line in the list. Plain text.</param>
    /// <param name="text">Second line. Plain text.</param>
    public static MessagingExtensionAttachment Of(AdaptiveCard card, string title, string text) => new(
        Attachment.AdaptiveCardType, card, new Attachment { ContentType = ThumbnailCard.ContentType, Content = new ThumbnailCard(title, text) });
}

/// <summary>A line in a list of results.</summary>
internal sealed record ThumbnailCard(string Title, string Text)
{
    public const string ContentType = "application/vnd.microsoft.card.thumbnail";
}
