using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Sessions;
using Bot.Features.Sessions.BreakTie;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Sessions.NoteEntry;

/// <summary>What was noted, with the way back beside it: noting is quick, so undoing must be.</summary>
internal static class NotedCard
{
    /// <summary>Draws it.</summary>
    /// <param name="turn">Who noted it, and where they read it.</param>
    /// <param name="view">The meeting as it is now.</param>
    /// <param name="step">What was stored.</param>
    public static AdaptiveCard Render(Turn turn, SessionView view, SessionStep step)
    {
        var sight = turn.IsPersonal ? SessionSight.Member : SessionSight.Room;
        var said = Messages.Get(turn.Reader, step.IsRepeated ? Sentence.NotedBefore : Sentence.Noted, EntryPart.Line(turn.Reader, view, step.Entry, sight));
        var decision = view.Session.Record.Decisions.FirstOrDefault(entry => entry.Number == (step.Entry.About ?? step.Entry.Number)) ?? (step.Entry.Kind == SessionEntryKind.Decision ? step.Entry : null);
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = said,
            Body =
            [
                .. decision is { IsTieOpen: true } ? [CardPart.Heading(SessionCard.Title(turn.Reader, view))] : Enumerable.Empty<CardElement>(),
                CardPart.Text(said),
                .. step.Entry.Reasons is { } result ? ResultWords.Reasons(turn.Reader, result).Concat(ResultWords.Notes(turn.Reader, result, deviates: false)).Select(line => CardPart.Subtle(line.InOne)) : [],
                .. decision?.Verdict is { } verdict ? [CardPart.Subtle(Messages.Get(turn.Reader, After(verdict)))] : Enumerable.Empty<CardElement>(),
                .. Unnoted(turn.Reader, view, step.Entry, sight),
                .. decision is null ? [] : HandTieCard.Part(turn.Reader, view, decision, sight, turn.Sender?.Id),
                .. step.Entry.UndoneAt is not null || view.Session.IsFinal(step.Entry)
                    ? []
                    : CardPart.Rows([CardPart.Button(
                        turn.Reader, Sentence.CommandUndoEntry, SessionVerbs.Undo, ("meeting", view.Meeting.Id.Value), ("entry", step.Entry.Number.ToString(CultureInfo.InvariantCulture))) with { AssociatedInputs = AssociatedInputs.None }]),
            ],
        };
    }

    /// <summary>By consent nothing is decided without a quorum; where nobody is noted as present that cannot be known. Said once, beside the first such decision.</summary>
    private static IEnumerable<CardElement> Unnoted(Reader reader, SessionView view, SessionEntry entry, SessionSight sight)
    {
        if (!IsUnnoted(entry) || view.Session.Record.Decisions.FirstOrDefault(IsUnnoted)?.Number != entry.Number)
        {
            yield break;
        }

        yield return CardPart.Text(Messages.Get(reader, Sentence.DecisionUnnoted));
        foreach (var row in sight == SessionSight.Room ? [] : CardPart.Rows([SuggestionCard.RunBelowButton(reader, CommandTable.Attendance)]))
        {
            yield return row;
        }
    }

    private static bool IsUnnoted(SessionEntry entry) =>
        entry is { Kind: SessionEntryKind.Decision, Hands: null, Basis: { Present: null } basis } && Bot.Domain.Voting.MajorityRule.Parse(basis.RuleCode).Quorum is not null;

    private static Sentence After(Bot.Domain.Voting.Verdict verdict) =>
        Bot.Domain.Voting.Verdicts.IsFinal(verdict) ? Sentence.DecisionGoesToRegister : Sentence.DecisionWaits;
}
