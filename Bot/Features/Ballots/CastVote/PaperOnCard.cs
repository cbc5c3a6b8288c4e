using System;
using System.Globalization;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Voting;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots.CastVote;

/// <summary>Reads the paper somebody filled in on a card. Anybody can make it up, so it is read by the form the ballot has and by nothing on the card.</summary>
internal static class PaperOnCard
{
    /// <summary>The paper, or what is wrong with it.</summary>
    public static Outcome<BallotPaper> Read(Reader reader, BallotView view, CardForm form)
    {
        var (paper, motion) = (view.Record.Ballot.Form, OptionWords.In(reader, view.Record.Motion));
        if (form[PaperPart.BlankField].Length > 0 && FilledPaper.Abstaining(paper, FilledPaper.MarksOn(motion.Kind)) is { } blank)
        {
            return blank;
        }

        return paper switch
        {
            PaperForm.Choice choice => FilledPaper.Choosing(
                choice, motion.Options, [.. form[PaperPart.ChosenField].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Number)]),
            PaperForm.Ranking ranking => FilledPaper.Ranking(ranking, [.. Enumerable.Range(1, ranking.Options).Select(option => Rank(form[PaperPart.RankField(option)]))]),
            PaperForm.Marking marking => FilledPaper.Marking(
                marking, motion.Options, [.. Enumerable.Range(1, marking.Options).Select(option => Mark(form[PaperPart.MarkField(option)]))], FilledPaper.MarksOn(motion.Kind)),
            _ => OptionOf(form["option"]) is { } option ? BallotPaper.Of(option) : new Refusal(RefusalCode.NotEntitledToVote),
        };
    }

    /// <summary>By name only: the framework's own parser would also take numbers and lists.</summary>
    private static VoteOption? OptionOf(string name) => name switch
    {
        nameof(VoteOption.Yes) => VoteOption.Yes,
        nameof(VoteOption.No) => VoteOption.No,
        nameof(VoteOption.Abstain) => VoteOption.Abstain,
        _ => null,
    };

    private static int? Rank(string text) => text.Length == 0 || text == BallotPaper.Blank ? null : Number(text);

    /// <summary>A number of an option; 0, which none has, for anything else.</summary>
    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>A mark; one that is on no paper for what somebody made up.</summary>
    private static OptionMark? Mark(string name) => name switch
    {
        "" => null,
        nameof(OptionMark.Yes) => OptionMark.Yes,
        nameof(OptionMark.IfNeedBe) => OptionMark.IfNeedBe,
        nameof(OptionMark.No) => OptionMark.No,
        nameof(OptionMark.Abstain) => OptionMark.Abstain,
        _ => default(OptionMark),
    };
}
