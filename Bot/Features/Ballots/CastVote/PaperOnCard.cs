using System;
using System.Collections.Generic;
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
        if (form[PaperPart.BlankField] is not ("" or PaperPart.Off) && FilledPaper.Abstaining(paper, FilledPaper.MarksOn(motion.Kind)) is { } blank)
        {
            return blank;
        }

        return paper switch
        {
            PaperForm.Choice choice => FilledPaper.Choosing(choice, motion.Options, [.. Chosen(choice, form)]),
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

    /// <summary>By the boxes; a card of version 0.3 has one field for all that is chosen, as have all cards on which only one can be. A box that says anything else
    /// than on or off was made up, and so is an option no paper has.</summary>
    private static IEnumerable<int> Chosen(PaperForm.Choice choice, CardForm form)
    {
        var ticks = Enumerable.Range(1, choice.Options).Select(option => (Option: option, Value: form[PaperPart.TickField(option)])).Where(tick => tick.Value.Length > 0).ToList();
        return ticks.Count > 0
            ? ticks.Where(tick => tick.Value != PaperPart.Off).Select(tick => tick.Value == PaperPart.On ? tick.Option : 0)
            : form[PaperPart.ChosenField].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Number);
    }

    private static int? Rank(string text) => text.Trim(BallotPaper.Blank[0]).Length == 0 ? null : Number(text);

    /// <summary>A number of an option; 0, which none has, for anything else.</summary>
    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>A mark, by its letter or, on a card of version 0.3, by its name; one that is on no paper for what somebody made up.</summary>
    private static OptionMark? Mark(string code) => code switch
    {
        "" => null,
        "y" or nameof(OptionMark.Yes) => OptionMark.Yes,
        "m" or nameof(OptionMark.IfNeedBe) => OptionMark.IfNeedBe,
        "n" or nameof(OptionMark.No) => OptionMark.No,
        "a" or nameof(OptionMark.Abstain) => OptionMark.Abstain,
        _ => default(OptionMark),
    };
}
