using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Motions.OpenMotion;

/// <summary>The one form of a motion, filled in with what was understood and saying what was not.</summary>
internal static class MotionForm
{
    /// <summary>Draws the form.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="draft">What is known so far, completed.</param>
    /// <param name="objection">Why the last try was refused; null for none. Markdown.</param>
    /// <param name="list">Which list is turned over; empty for none.</param>
    /// <param name="page">To which page.</param>
    public static AdaptiveCard Render(Turn turn, MotionDraft draft, string? objection = null, string list = "", PageRequest? page = null)
    {
        var (reader, heading) = (turn.Reader, Messages.Get(turn.Reader, Sentence.MotionFormHeading));
        var questions = Questions(reader, draft, objection).ToList();
        var lists = new MotionLists(turn, draft, list, page ?? PageRequest.First);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = string.Join(' ', questions.Prepend(heading)),
            Body =
            [
                CardPart.Heading(heading),
                .. questions.Select(CardPart.Text),
                .. AppointmentQuestions.Answers(reader, draft.Problems, MotionVerbs.Preview, draft.Form?.Data ?? []),
                KindInput(reader, draft),
                ModeInput(reader, draft),
                .. lists.Committees(),
                .. draft.Kind switch
                {
                    MotionKind.WorkingGroupEnd => lists.Groups(),
                    _ => [TitleInput(reader, draft)],
                },
                .. draft.Kind == MotionKind.WorkingGroup ? draft.Remit.Inputs(turn) : [],
                InputPart.Text(reader, "wording", Sentence.InputWording, draft.Text, MotionProposal.TextLimit) with { IsMultiline = true },
                .. lists.Voters(),
                .. draft.OpensLater(turn.Network) ? Beginning(reader, draft) : [],
                InputPart.Day(reader, "day", Sentence.InputClosesDay, draft.Day),
                InputPart.Time(reader, "time", Sentence.InputClosesTime, draft.Time),
            ],
            Actions =
            [
                CardPart.Button(reader, Sentence.ButtonPreview, MotionVerbs.Preview, draft.Form?.Data ?? []),
                CardPart.Button(reader, Sentence.ButtonDismiss, MotionVerbs.Dismiss, draft.Form?.Data ?? []) with { AssociatedInputs = AssociatedInputs.None },
            ],
        };
    }

    private static IEnumerable<string> Questions(Reader reader, MotionDraft draft, string? objection)
    {
        if (objection is not null)
        {
            yield return objection;
        }

        foreach (var problem in draft.Problems)
        {
            yield return AppointmentQuestions.Ask(reader, problem);
        }

        if (draft.Unknown.Count > 0)
        {
            yield return Messages.Get(reader, Sentence.AskConflicted, CardText.Escape(ShortText.Abbreviate(string.Join(", ", draft.Unknown), MotionProposal.TitleLimit), LineBreaks.Collapse));
        }

        if (draft.Committee is null)
        {
            yield return Messages.Get(reader, Sentence.AskCommittee);
        }

        if (objection is null && draft is { Kind: MotionKind.WorkingGroupEnd, Group: null })
        {
            yield return Messages.Get(reader, Sentence.AskGroup);
        }

        foreach (var unclear in draft.Kind == MotionKind.WorkingGroup ? draft.Remit.Questions(reader) : [])
        {
            yield return unclear;
        }

        if (objection is null && draft is { Kind: not MotionKind.WorkingGroupEnd, Title.Length: 0 })
        {
            yield return Messages.Get(reader, Sentence.AskQuestion);
        }
    }

    private static ChoiceSetInput KindInput(Reader reader, MotionDraft draft) => new()
    {
        Id = "kind",
        Label = Messages.Get(reader, Sentence.InputMotionKind),
        Choices = [.. MotionProposal.Kinds.Select(kind => new Choice(Messages.Get(reader, NameOf(kind)), kind.ToString()))],
        Value = draft.Kind.ToString(),
    };

    private static ChoiceSetInput ModeInput(Reader reader, MotionDraft draft) => new()
    {
        Id = "mode",
        Label = Messages.Get(reader, Sentence.InputMotionMode),
        Choices =
        [
            new Choice(Messages.Get(reader, Sentence.MotionModeOverDays), nameof(BallotMode.OverDays)),
            new Choice(Messages.Get(reader, Sentence.MotionModeCircular), nameof(BallotMode.Circular)),
        ],
        Value = draft.Mode.ToString(),
    };

    private static Sentence NameOf(MotionKind kind) => kind switch
    {
        MotionKind.Project => Sentence.MotionKindProject,
        MotionKind.WorkingGroup => Sentence.MotionKindWorkingGroup,
        MotionKind.WorkingGroupEnd => Sentence.MotionKindWorkingGroupEnd,
        MotionKind.RulesOfProcedure => Sentence.MotionKindRules,
        _ => Sentence.MotionKindGeneral,
    };

    private static TextInput TitleInput(Reader reader, MotionDraft draft) =>
        InputPart.Required(reader, "title", (Sentence.InputQuestion, Sentence.InputQuestionMissing), draft.Title, MotionProposal.TitleLimit);

    private static IEnumerable<CardElement> Beginning(Reader reader, MotionDraft draft) =>
    [
        CardPart.Subtle(Messages.Get(reader, Sentence.MotionOpensLater)),
        InputPart.Day(reader, "opensDay", Sentence.InputOpensDay, draft.OpensDay),
        InputPart.Time(reader, "opensTime", Sentence.InputOpensTime, draft.OpensTime),
    ];
}
