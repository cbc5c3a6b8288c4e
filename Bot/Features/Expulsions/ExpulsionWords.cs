using Bot.Domain.Memberships;
using Bot.Platform.Cards;
using Bot.Texts;
using NodaTime;

namespace Bot.Features.Expulsions;

/// <summary>Where an expulsion case is, in one sentence.</summary>
internal static class ExpulsionWords
{
    /// <summary>The sentence. Markdown.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="expulsion">The case.</param>
    /// <param name="today">The day, in the network's zone.</param>
    public static string Of(Reader reader, Expulsion expulsion, LocalDate today)
    {
        var (name, number) = (Escaped(expulsion.Name), expulsion.Resolution ?? string.Empty);
        return expulsion.State switch
        {
            ExpulsionState.Proposed when expulsion.IsHeardOn(today) => Messages.Get(reader, Sentence.ExpulsionHeard, name),
            ExpulsionState.Proposed => Messages.Get(reader, Sentence.ExpulsionProposed, name, expulsion.AnswerBy),
            ExpulsionState.Consulting => Messages.Get(reader, Sentence.ExpulsionConsulting, name),
            ExpulsionState.Voting => Messages.Get(reader, Sentence.ExpulsionVoting, name),
            ExpulsionState.Expelled => Messages.Get(reader, Sentence.ExpulsionCarried, name, number),
            ExpulsionState.Kept => Messages.Get(reader, Sentence.ExpulsionRejected, name, number),
            ExpulsionState.Withdrawn => Messages.Get(reader, Sentence.ExpulsionWithdrawn, name, Escaped(expulsion.End?.Reason ?? string.Empty)),
            ExpulsionState.Left => Messages.Get(reader, Sentence.ExpulsionLeft, name),
            _ => Messages.Get(reader, Sentence.ExpulsionUndecided, name, number),
        };
    }

    /// <summary>A text people wrote, in one line that is no markup.</summary>
    public static string Escaped(string text) => CardText.Escape(text, LineBreaks.Collapse);
}
