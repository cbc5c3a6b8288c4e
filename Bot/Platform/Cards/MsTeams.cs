using System.Collections.Generic;

namespace Bot.Platform.Cards;

/// <summary>The part of a card that only Teams understands.</summary>
internal sealed record MsTeams
{
    /// <summary><c>Full</c> uses the width of the conversation.</summary>
    public string? Width { get; init; }

    /// <summary>Mentions; the text of each must occur literally in a <see cref="TextBlock"/> or <see cref="FactSet"/>.</summary>
    public IReadOnlyList<CardMention>? Entities { get; init; }

    /// <summary>A card as wide as the conversation.</summary>
    public static MsTeams FullWidth { get; } = new() { Width = "Full" };
}

/// <summary>A person mentioned on a card.</summary>
/// <param name="Text">What stands in the card, <c>&lt;at&gt;Name&lt;/at&gt;</c>.</param>
/// <param name="Mentioned">Who is meant.</param>
internal sealed record CardMention(string Text, MentionedPerson Mentioned)
{
    /// <summary>Always the same word.</summary>
    public string Type { get; } = "mention";
}

/// <summary>The person behind a <see cref="CardMention"/>.</summary>
/// <param name="Id">Teams id (<c>29:…</c>), Entra object id or user principal name.</param>
/// <param name="Name">As shown.</param>
internal sealed record MentionedPerson(string Id, string Name);
