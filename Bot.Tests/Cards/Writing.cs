namespace Bot.Tests.Cards;

/// <summary>What people have written into the cards of the catalogue.</summary>
public enum Writing
{
    /// <summary>What people usually write.</summary>
    Usual,

    /// <summary>Long, and full of what is markup, a link, a picture, a mention or a template elsewhere.</summary>
    Markup,

    /// <summary>As long as it may be, in characters that take most room on the wire, in a network as large as can be.</summary>
    Heaviest,
}
