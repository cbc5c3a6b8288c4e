using System;
using System.Collections.Generic;
using System.Linq;

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

    /// <summary>A mention of a person; its <see cref="Text"/> goes into the card as it is.</summary>
    /// <param name="id">Teams id (<c>29:…</c>), Entra object id or user principal name.</param>
    /// <param name="name">Markdown and angle brackets in it become spaces: escaped, the text would no longer be the entity's.</param>
    public static CardMention Of(string id, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(name);
        var shown = string.Concat(name.Select(c => CardText.IsMarkup(c) || char.IsControl(c) ? ' ' : c)).Trim();
        return new CardMention($"<at>{shown}</at>", new MentionedPerson(id, shown));
    }
}

/// <summary>The person behind a <see cref="CardMention"/>.</summary>
/// <param name="Id">Teams id (<c>29:…</c>), Entra object id or user principal name.</param>
/// <param name="Name">As shown.</param>
internal sealed record MentionedPerson(string Id, string Name);
