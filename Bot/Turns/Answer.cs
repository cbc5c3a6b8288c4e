using System.Collections.Generic;
using Bot.Platform.Cards;

namespace Bot.Turns;

/// <summary>What the bot says to a command.</summary>
internal abstract record Answer
{
    private Answer()
    {
    }

    /// <summary>Identity of what was done, when something was done; null for what only tells or asks.</summary>
    public string? Settled { get; init; }

    /// <summary>A sentence. Markdown; user text in it is already escaped.</summary>
    public sealed record Text(string Sentence) : Answer;

    /// <summary>A card; <paramref name="Summary"/> is what a notification shows.</summary>
    public sealed record Card(AdaptiveCard Content, string Summary) : Answer;

    /// <summary>A file the sender is asked to take; in 1:1 only.</summary>
    /// <param name="Document">Which document it is.</param>
    /// <param name="Description">What it is, in one sentence. Plain text.</param>
    /// <param name="Otherwise">What to say where no files can be handed over. Markdown.</param>
    public sealed record File(FileDocument Document, string Description, string Otherwise) : Answer;

    /// <summary>Several answers, in order.</summary>
    public sealed record Several(IReadOnlyList<Answer> Parts) : Answer;
}

/// <summary>What the bot does with a card after a button on it was pressed.</summary>
internal abstract record CardReply
{
    private CardReply()
    {
    }

    /// <summary>Identity of what was done, when something was done; null for what only tells or asks.</summary>
    public string? Settled { get; init; }

    /// <summary>Shows another card in its place.</summary>
    public sealed record Replace(AdaptiveCard Content) : CardReply;

    /// <summary>Leaves it and says a sentence. Plain text.</summary>
    public sealed record Say(string Sentence) : CardReply;

    /// <summary>Leaves it as it stands and asks below it, in a message of its own: for what is asked on a card that the bot brings up to date, which would write over the question
    /// and over what was filled in. In a conversation everybody there sees the question, as when it is asked for by typing.</summary>
    /// <param name="Content">The question or form.</param>
    /// <param name="Sentence">What to say on the card. Plain text.</param>
    public sealed record Below(AdaptiveCard Content, string Sentence) : CardReply;

    /// <summary>Leaves it and offers a file below; in 1:1 only.</summary>
    /// <param name="File">Which, as a command would offer it.</param>
    /// <param name="Sentence">What to say on the card. Plain text.</param>
    public sealed record Offer(Answer.File File, string Sentence) : CardReply;
}
