using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Records;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Register.FollowResolution;

/// <summary>What can be pressed beside a resolution.</summary>
internal static class FollowUpPart
{
    private const int LongestTitle = 150;

    /// <summary>The title of an entry in one line. Markdown.</summary>
    public static string TitleOf(ResolutionEntry entry) => CardText.Escape(ShortText.Abbreviate(entry.Title, LongestTitle), LineBreaks.Collapse);

    /// <summary>All buttons the sender may press; in 1:1 only, since in a conversation everybody sees them.</summary>
    public static IEnumerable<ExecuteAction> Buttons(Turn turn, ResolutionView view, bool isLed)
    {
        if (!turn.IsPersonal || turn.Sender is not { } sender)
        {
            yield break;
        }

        foreach (var button in Reports(turn.Reader, view, isLed || view.FollowUp?.Owners(turn.Network).Contains(sender.Id) == true))
        {
            yield return button;
        }

        if (isLed)
        {
            yield return Button(turn.Reader, view, Sentence.ButtonResolutionAskAssign, ResolutionVerbs.AskAssign);
        }

        if (turn.May(Right.CorrectResolution))
        {
            yield return Button(turn.Reader, view, Sentence.ButtonResolutionAskCorrect, ResolutionVerbs.AskCorrect);
        }
    }

    /// <summary>[Erledigt] and [In Arbeit], as far as that is not said already.</summary>
    public static IEnumerable<ExecuteAction> Reports(Reader reader, ResolutionView view, bool mayReport)
    {
        if (mayReport && view.FollowUp is { State: not ResolutionState.Done } followUp)
        {
            yield return Button(reader, view, Sentence.ButtonTaskDone, ResolutionVerbs.Done);
            if (followUp.State == ResolutionState.Open)
            {
                yield return Button(reader, view, Sentence.ButtonResolutionProgress, ResolutionVerbs.Progress);
            }
        }
    }

    private static ExecuteAction Button(Reader reader, ResolutionView view, Sentence title, string verb) =>
        CardPart.Button(reader, title, verb, (ResolutionVerbs.NumberField, view.Entry.Number.ToString()));
}
