using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rules.SetRhythm;

/// <summary>When a committee meets by its rules; for coordinators with the line to change it.</summary>
internal static class RhythmCard
{
    /// <summary>The longest line for a rhythm, in UTF-16 units.</summary>
    public const int LineLimit = 400;

    /// <summary>Name of the input that holds the line.</summary>
    public const string LineField = "line";

    /// <summary>Draws it.</summary>
    /// <param name="turn">Who sees it; their right is checked already.</param>
    /// <param name="committee">Whose.</param>
    /// <param name="line">What stands in the line, as far as it was typed.</param>
    /// <param name="objections">What was asked back or refused. Markdown.</param>
    public static AdaptiveCard Render(Turn turn, Committee committee, string line = "", params IReadOnlyList<string> objections)
    {
        var reader = turn.Reader;
        var heading = Messages.Get(reader, Sentence.RhythmHeading, CardText.Escape(committee.Name, LineBreaks.Collapse));
        var isChanging = turn.May(Right.SetRules);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = string.Join(' ', objections.Prepend(heading)),
            Body =
            [
                CardPart.Heading(heading),
                .. objections.Select(CardPart.Text),
                RhythmPart.Facts(reader, RhythmRule.Of(committee.Rules)),
                CardPart.Subtle(NoticeWords.Said(reader, committee.Rules.Notice)),
                .. RhythmPart.NextDays(reader, turn.Network, RhythmRule.Of(committee.Rules), turn.LocalNow.Date.PlusDays(1)),
                .. RhythmPart.ToCome(turn, committee),
                .. isChanging ? [InputPart.Text(reader, LineField, Sentence.InputRhythm, line, LineLimit)] : Enumerable.Empty<CardElement>(),
            ],
            Actions = isChanging
                ? [CardPart.Button(reader, Sentence.ButtonPreview, RulesVerbs.PreviewRhythm, [("committee", committee.Id.Value), .. turn.Form.Data])]
                : [],
        };
    }

    /// <summary>What the words ask back. Markdown.</summary>
    public static string Ask(Reader reader, RhythmProblem problem) => problem.Kind switch
    {
        RhythmProblemKind.HowOften => Messages.Get(reader, Sentence.AskRhythmHowOften),
        RhythmProblemKind.WhichDay => Messages.Get(reader, Sentence.AskRhythmWhichDay),
        RhythmProblemKind.EveryOther => Messages.Get(reader, Sentence.AskRhythmEveryOther),
        RhythmProblemKind.WhichTime => Messages.Get(reader, Sentence.AskRhythmWhichTime, CardText.Escape(problem.Fragment, LineBreaks.Collapse)),
        _ => Messages.Get(reader, Sentence.AskRhythmNotUnderstood, CardText.Escape(ShortText.Abbreviate(problem.Fragment, 100), LineBreaks.Collapse)),
    };
}
