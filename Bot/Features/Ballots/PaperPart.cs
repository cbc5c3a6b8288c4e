using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots;

/// <summary>What a ballot paper looks like on a card: what can be chosen.</summary>
internal static class PaperPart
{
    /// <summary>Datum of the button that casts a paper on which nothing is chosen.</summary>
    public const string BlankField = "blank";

    /// <summary>From here on ranks are typed into number fields: as many lists of as many ranks would not fit on a card.</summary>
    private const int MostRankLists = 12;

    private static readonly VoteOption[] Options = [VoteOption.Yes, VoteOption.No, VoteOption.Abstain];

    private static readonly int Longest = Options.Max(option => option.ToString().Length);

    /// <summary>The field for all that is chosen.</summary>
    public const string ChosenField = "chosen";

    /// <summary>The field for the rank of an option.</summary>
    /// <param name="option">Its number, from 1.</param>
    public static string RankField(int option) => "rank" + option.ToString(CultureInfo.InvariantCulture);

    /// <summary>The field for the mark of an option.</summary>
    /// <param name="option">Its number, from 1.</param>
    public static string MarkField(int option) => "mark" + option.ToString(CultureInfo.InvariantCulture);

    /// <summary>The fields of a paper, filled in with the viewer's own vote where that is not secret; none for a question of yes or no.</summary>
    public static IEnumerable<CardElement> Fields(Reader reader, BallotView view)
    {
        var labels = OptionLabels.Of(OptionWords.All(reader, view.Record.Motion.Options), OptionLabels.Large);
        return view.Record.Ballot.Form switch
        {
            PaperForm.Choice choice => [Chosen(reader, choice, labels, view.Own?.Paper)],
            PaperForm.Ranking => Ranks(reader, labels, view.Own?.Paper),
            PaperForm.Marking marking => Marks(reader, marking, view.Record.Motion.Kind, labels, view.Own?.Paper),
            _ => [],
        };
    }

    /// <summary>The buttons of a paper: the three answers to a question; else one that casts what is filled in, and one to abstain where that is possible.</summary>
    public static IEnumerable<ExecuteAction> Buttons(Reader reader, BallotView view, VoterId? voter)
    {
        var (ballot, motion) = (view.Record.Ballot, view.Record.Motion);
        (string, string)[] data = [("ballot", ballot.Id.Value), ("voter", voter?.Value ?? string.Empty)];
        if (ballot.Form is PaperForm.Question)
        {
            // What the buttons send is equally long, so that no size on the way tells which was pressed.
            return Options.Select(option => CardPart.Button(
                reader, Label(option), BallotVerbs.Vote, [.. data, ("option", option.ToString()), ("even", new string('.', Longest - option.ToString().Length))]));
        }

        var cast = CardPart.Button(reader, Sentence.ButtonCastPaper, BallotVerbs.Vote, data);
        return FilledPaper.Abstaining(ballot.Form, FilledPaper.MarksOn(motion.Kind)) is null
            ? [cast]
            : [cast, CardPart.Button(reader, Sentence.VoteAbstain, BallotVerbs.Vote, [.. data, (BlankField, "yes")]) with { AssociatedInputs = AssociatedInputs.None }];
    }

    /// <summary>How to vote by typing. Plain text.</summary>
    public static string ByTyping(Reader reader, BallotView view) => view.Record.Ballot.Form switch
    {
        PaperForm.Question => Messages.Get(reader, Sentence.VoteByTyping),
        PaperForm.Ranking => Messages.Get(reader, Sentence.PaperByTypingOrder, OptionLabels.Line(OptionWords.All(reader, view.Record.Motion.Options))),
        PaperForm.Marking => Messages.Get(reader, Sentence.PaperByTypingMarks, OptionLabels.Line(OptionWords.All(reader, view.Record.Motion.Options))),
        _ => Messages.Get(reader, Sentence.PaperByTyping, OptionLabels.Line(OptionWords.All(reader, view.Record.Motion.Options))),
    };

    /// <summary>What is on a paper, in words. Plain text.</summary>
    public static string Words(Reader reader, Motion motion, BallotPaper paper)
    {
        if (paper.Answer is { } answer)
        {
            return Messages.Get(reader, Label(answer));
        }

        var labels = OptionLabels.Of(OptionWords.All(reader, motion.Options), OptionLabels.Small);
        var said = paper.Marks.Count > 0
            ? paper.Marks.Select((mark, place) => Messages.Get(reader, Sentence.PaperMark, Name(labels, place + 1), Messages.Get(reader, Label(mark))))
            : paper.Code.Contains('>', StringComparison.Ordinal)
                ? paper.Options.Select((option, place) => Messages.Get(reader, Sentence.PaperRank, place + 1, Name(labels, option)))
                : paper.Options.Select(option => Name(labels, option));
        return paper.Code == BallotPaper.Blank ? Messages.Get(reader, Sentence.VoteAbstain) : string.Join("; ", said);
    }

    private static ChoiceSetInput Chosen(Reader reader, PaperForm.Choice form, IReadOnlyList<string> labels, BallotPaper? own) => new()
    {
        Id = ChosenField,
        Label = form.Most == 1 ? Messages.Get(reader, Sentence.PaperChooseOne) : Messages.Get(reader, Sentence.PaperChooseSome, form.Most),
        Choices = [.. labels.Select((label, place) => new Choice(form.Most > 1 ? CardText.Escape(label, LineBreaks.Collapse) : label, Number(place + 1)))],
        Style = form.Most > 1 ? ChoiceSetStyle.Expanded : ChoiceSetStyle.Compact,
        IsMultiSelect = form.Most > 1,
        Value = own is { Options: { Count: > 0 } chosen } ? string.Join(',', chosen.Select(Number)) : null,
    };

    private static IEnumerable<CardElement> Ranks(Reader reader, IReadOnlyList<string> labels, BallotPaper? own)
    {
        yield return CardPart.Text(Messages.Get(reader, Sentence.PaperRankHint));
        var order = own?.Options.ToList() ?? [];
        foreach (var (place, label) in labels.Index())
        {
            var rank = order.IndexOf(place + 1) + 1;
            var asked = Messages.Get(reader, Sentence.PaperRankOf, label);
            yield return labels.Count > MostRankLists
                ? new NumberInput { Id = RankField(place + 1), Label = asked, Min = 1, Max = labels.Count, Value = rank > 0 ? rank : null }
                : new ChoiceSetInput
                {
                    Id = RankField(place + 1),
                    Label = asked,
                    Choices = [new Choice(Messages.Get(reader, Sentence.PaperNoRank), BallotPaper.Blank), .. Enumerable.Range(1, labels.Count).Select(number => new Choice(Number(number), Number(number)))],
                    Style = ChoiceSetStyle.Compact,
                    Value = rank > 0 ? Number(rank) : BallotPaper.Blank,
                };
        }
    }

    private static IEnumerable<CardElement> Marks(Reader reader, PaperForm.Marking form, MotionKind kind, IReadOnlyList<string> labels, BallotPaper? own)
    {
        yield return CardPart.Text(form.MostYes < form.Options
            ? Messages.Get(reader, Sentence.PaperMarkHintMost, form.MostYes)
            : Messages.Get(reader, Sentence.PaperMarkHint));
        foreach (var (place, label) in labels.Index())
        {
            yield return new ChoiceSetInput
            {
                Id = MarkField(place + 1),
                Label = label,
                Choices = [.. FilledPaper.MarksOn(kind).Select(mark => new Choice(Messages.Get(reader, Label(mark)), mark.ToString()))],
                Style = ChoiceSetStyle.Compact,
                Value = own is { Marks: { Count: > 0 } marks } ? marks.ElementAtOrDefault(place).ToString() : null,
            };
        }
    }

    private static string Name(IReadOnlyList<string> labels, int option) => labels.ElementAtOrDefault(option - 1) ?? Number(option);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Sentence Label(VoteOption option) => option switch
    {
        VoteOption.Yes => Sentence.VoteYes,
        VoteOption.No => Sentence.VoteNo,
        _ => Sentence.VoteAbstain,
    };

    private static Sentence Label(OptionMark mark) => mark switch
    {
        OptionMark.Yes => Sentence.VoteYes,
        OptionMark.IfNeedBe => Sentence.MarkIfNeedBe,
        OptionMark.No => Sentence.VoteNo,
        _ => Sentence.VoteAbstain,
    };
}
