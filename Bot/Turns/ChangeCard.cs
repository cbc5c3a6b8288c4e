using System.Collections.Generic;
using System.Linq;
using Bot.Platform.Cards;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>The two cards of everything that is read from a line or a form, shown as it would become, and confirmed once: its form, and what it would change.</summary>
internal static class ChangeCard
{
    /// <summary>The form.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="entry">The command by which the same can be typed.</param>
    /// <param name="title">What the card is headed with.</param>
    /// <param name="questions">What is asked above the inputs. Markdown.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="buttons">The buttons.</param>
    public static AdaptiveCard Form(
        Reader reader, CommandEntry entry, Sentence title, IReadOnlyList<string> questions, IEnumerable<InputElement> inputs, IEnumerable<CardAction> buttons)
    {
        var heading = Messages.Get(reader, title);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = string.Join(' ', questions.Prepend(heading)),
            Body =
            [
                CardPart.Heading(heading),
                .. questions.Select(CardPart.Text),
                .. inputs,
                CardPart.Subtle(Messages.Get(reader, Sentence.SetupTyped, CardText.Escape(Messages.Get(reader, entry.Example), LineBreaks.Collapse))),
                .. CardPart.Rows(buttons),
            ],
        };
    }

    /// <summary>What would change, to be confirmed.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="title">What the card is headed with.</param>
    /// <param name="lead">What is said above; null for nothing. Markdown.</param>
    /// <param name="lines">What changes. Markdown.</param>
    /// <param name="hints">What else is said. Markdown.</param>
    /// <param name="buttons">The buttons.</param>
    public static AdaptiveCard Preview(
        Reader reader, Sentence title, string? lead, IReadOnlyList<string> lines, IEnumerable<string> hints, IEnumerable<CardAction> buttons)
    {
        var heading = Messages.Get(reader, title);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = string.Join(' ', lines.Prepend(heading)),
            Body =
            [
                CardPart.Heading(heading),
                .. lead is null ? Enumerable.Empty<CardElement>() : [CardPart.Text(lead)],
                .. lines.Select(CardPart.Text),
                .. hints.Select(CardPart.Subtle),
                .. CardPart.Rows(buttons),
            ],
        };
    }
}
