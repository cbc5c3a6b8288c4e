using System.Collections.Generic;
using Bot.Domain.Records;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Register.FollowResolution;

/// <summary>How what becomes of a resolution is told.</summary>
internal static class FollowUpWords
{
    /// <summary>How far it is. Plain text.</summary>
    public static string State(Reader reader, ResolutionState state) => Messages.Get(reader, state switch
    {
        ResolutionState.Done => Sentence.ResolutionStateDone,
        ResolutionState.InProgress => Sentence.ResolutionStateProgress,
        _ => Sentence.ResolutionStateOpen,
    });

    /// <summary>Who is responsible; empty for nobody. Plain text.</summary>
    public static string Owner(Turn turn, ResolutionFollowUp? followUp) => followUp?.Owner is { } owner ? owner.Name(turn.Network) : string.Empty;

    /// <summary>What puts it right or it puts right, and what became of it, each on a line. Markdown.</summary>
    public static IEnumerable<string> Lines(Turn turn, ResolutionView view)
    {
        var reader = turn.Reader;
        if (view.Entry.Corrects is { } corrected)
        {
            yield return Messages.Get(reader, Sentence.ResolutionCorrects, corrected.ToString(), CardText.Escape(view.Entry.Reason, LineBreaks.Collapse));
        }

        if (view.CorrectedBy.Count > 0)
        {
            yield return Messages.Get(reader, Sentence.ResolutionCorrectedBy, string.Join(", ", view.CorrectedBy));
        }

        if (view.FollowUp is { } followUp)
        {
            yield return Standing(turn, followUp);
            if (followUp.Note.Length > 0)
            {
                yield return Messages.Get(reader, Sentence.ResolutionNote, CardText.Escape(followUp.Note, LineBreaks.Collapse));
            }
        }
    }

    /// <summary>That it was set. Markdown.</summary>
    public static string Assigned(Turn turn, ResolutionView view) => Messages.Get(
        turn.Reader, Sentence.ResolutionAssigned, view.Entry.Number.ToString(), view.FollowUp is { } followUp ? Standing(turn, followUp) : string.Empty);

    /// <summary>That it was said. Markdown.</summary>
    public static string Reported(Turn turn, ResolutionView view) => Messages.Get(
        turn.Reader, Sentence.ResolutionReported, view.Entry.Number.ToString(), view.FollowUp is { } followUp ? State(turn.Reader, followUp.State) : string.Empty);

    private static string Standing(Turn turn, ResolutionFollowUp followUp)
    {
        var terms = TaskWords.Terms(turn.Reader, Owner(turn, followUp), followUp.Due);
        return Messages.Get(
            turn.Reader, followUp.IsOverdueOn(turn.LocalNow.Date) ? Sentence.ResolutionStandingOverdue : Sentence.ResolutionStanding, terms, State(turn.Reader, followUp.State));
    }
}
