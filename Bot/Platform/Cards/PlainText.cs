using System;
using System.Text;

namespace Bot.Platform.Cards;

/// <summary>The words of a Markdown text without its marks, for places that read no Markdown: notifications, plain messages.</summary>
internal static class PlainText
{
    /// <summary>Takes away what <see cref="CardText.Escape"/> has put before characters, and the marks of bold text.</summary>
    /// <param name="markdown">Markdown as the bot writes it: escaped user text, <c>**bold**</c>, paragraphs.</param>
    /// <returns>One line.</returns>
    public static string Of(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        var plain = new StringBuilder(markdown.Length);
        for (var i = 0; i < markdown.Length; i++)
        {
            switch (markdown[i])
            {
                case '\\' when i + 1 < markdown.Length && char.IsAscii(markdown[i + 1]) && (char.IsPunctuation(markdown[i + 1]) || char.IsSymbol(markdown[i + 1])):
                    plain.Append(markdown[++i]);
                    break;
                case '*' when i + 1 < markdown.Length && markdown[i + 1] == '*':
                    i++;
                    break;
                case '\n' or '\r':
                    plain.Append(plain.Length > 0 && plain[^1] != ' ' ? " " : string.Empty);
                    break;
                default:
                    plain.Append(markdown[i]);
                    break;
            }
        }

        return plain.ToString().Trim();
    }
}
