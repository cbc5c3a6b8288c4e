using System.Collections.Generic;
using Bot.Platform.Cards;

namespace Bot.Turns;

/// <summary>What the bot says to a command.</summary>
internal abstract record Answer
{
    private Answer()
    {
    }

    /// <summary>A sentence. Markdown; user text in it is already escaped.</summary>
    public sealed record Text(string Sentence) : Answer;

    /// <summary>A card; <paramref name="Summary"/> is what a notification shows.</summary>
    public sealed record Card(AdaptiveCard Content, string Summary) : Answer;

    /// <summary>Several answers, in order.</summary>
    public sealed record Several(IReadOnlyList<Answer> Parts) : Answer;
}

/// <summary>What the bot does with a card after a button on it was pressed.</summary>
internal abstract record CardReply
{
    private CardReply()
    {
    }

    /// <summary>Shows another card in its place.</summary>
    public sealed record Replace(AdaptiveCard Content) : CardReply;

    /// <summary>Leaves it and says a sentence. Plain text.</summary>
    public sealed record Say(string Sentence) : CardReply;
}
