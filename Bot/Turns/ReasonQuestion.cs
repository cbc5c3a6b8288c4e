using System.Linq;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>Asks once before something is done that needs a reason.</summary>
internal static class ReasonQuestion
{
    /// <summary>Name of the input that holds the reason.</summary>
    public const string ReasonField = "reason";

    /// <summary>Draws the question.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="heading">What it is about. Markdown.</param>
    /// <param name="question">What would happen. Markdown.</param>
    /// <param name="label">What the reason is for, and who is told it.</param>
    /// <param name="typed">The reason as far as it was typed, and why it could not be done as it was filled in; null for no objection. Markdown.</param>
    /// <param name="confirm">Does it.</param>
    /// <param name="leave">Leaves everything as it is.</param>
    public static AdaptiveCard Draw(
        Reader reader, string heading, string question, Sentence label, (string Reason, string? Objection) typed, ExecuteAction confirm, ExecuteAction leave) => new()
    {
        Lang = reader.Language,
        FallbackText = question,
        Body =
        [
            CardPart.Heading(heading),
            .. typed.Objection is { } objection ? [CardPart.Text(objection)] : Enumerable.Empty<CardElement>(),
            CardPart.Text(question),
            InputPart.Required(reader, ReasonField, (label, Sentence.RefusedReasonMissing), typed.Reason, Voiding.ReasonLimit) with { IsMultiline = true },
            .. CardPart.Rows([confirm, leave with { AssociatedInputs = AssociatedInputs.None }]),
        ],
    };
}
