using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots;

/// <summary>What a ballot paper looks like on a card: what can be chosen.</summary>
internal static class PaperPart
{
    /// <summary>Datum that says whether the button casts a paper on which nothing is chosen.</summary>
    public const string BlankField = "blank";

    /// <summary>What comes back of a box, and of <see cref="BlankField"/>.</summary>
    public const string On = "1", Off = "0";

    /// <summary>From here on ranks are typed into number fields: as many lists of as many ranks would not fit on a card.</summary>
    private const int MostRankLists = 12;

    private static readonly VoteOption[] Options = [VoteOption.Yes, VoteOption.No, VoteOption.Abstain];

    private static readonly int Longest = Options.Max(option => option.ToString().Length);

    /// <summary>The field for the one that is chosen.</summary>
    public const string ChosenField = "chosen";

    /// <summary>The field for whether an option is chosen, where several may be.</summary>
    /// <param name="option">Its number, from 1.</param>
    public static string TickField(int option) => "tick" + option.ToString(CultureInfo.InvariantCulture);

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
            PaperForm.Choice { Most: 1 } => [Chosen(reader, labels, view.Own?.Paper)],
            PaperForm.Choice choice => Ticks(reader, choice, labels, view.Own?.Paper),
            PaperForm.Ranking => Ranks(reader, labels, view.Own?.Paper),
            PaperForm.Marking marking => Marks(reader, marking, view.Record.Motion.Kind, labels, view.Own?.Paper),
            _ => [],
        };
    }

    /// <summary>The buttons of a paper: the three answers to a question; else one that casts what is filled in, and one to abstain where that is possible. Whatever is
    /// chosen, as much is sent, so that no size on the way tells what it was.</summary>
    public static IEnumerable<ExecuteAction> Buttons(Reader reader, BallotView view, VoterId? voter)
    {
        var (ballot, motion) = (view.Record.Ballot, view.Record.Motion);
        (string, string)[] data = [("ballot", ballot.Id.Value), ("voter", voter?.Value ?? string.Empty)];
        IReadOnlyList<ExecuteAction> buttons = ballot.Form is PaperForm.Question
            ?
            [
                .. Options.Select(option => CardPart.Button(
                    reader, Label(option), BallotVerbs.Vote, [.. data, ("option", option.ToString()), ("even", new string('.', Longest - option.ToString().Length))])),
            ]
            : FilledPaper.Abstaining(ballot.Form, FilledPaper.MarksOn(motion.Kind)) is null
                ? [CardPart.Button(reader, Sentence.ButtonCastPaper, BallotVerbs.Vote, [.. data, (BlankField, Off)])]
                :
                [
                    CardPart.Button(reader, Sentence.ButtonCastPaper, BallotVerbs.Vote, [.. data, (BlankField, Off)]),
                    CardPart.Button(reader, Sentence.VoteAbstain, BallotVerbs.Vote, [.. data, (BlankField, On), .. Untouched(ballot.Form)]) with { AssociatedInputs = AssociatedInputs.None },
                ];
        return ballot.IsSecret ? EquallyLong(buttons) : buttons;
    }

    /// <summary>As much as the fields would send, for a button that leaves them out.</summary>
    private static IEnumerable<(string Field, string Value)> Untouched(PaperForm form) => form switch
    {
        PaperForm.Choice { Most: 1 } choice => [(ChosenField, Number(0, choice.Options))],
        PaperForm.Choice choice => Enumerable.Range(1, choice.Options).Select(option => (TickField(option), Off)),
        PaperForm.Ranking ranking => Enumerable.Range(1, ranking.Options).Select(option => (RankField(option), NoRank(ranking.Options))),
        PaperForm.Marking marking => Enumerable.Range(1, marking.Options).Select(option => (MarkField(option), Code(OptionMark.Abstain))),
        _ => [],
    };

    /// <summary>Some clients send a button's title too. Blanks at its ends are not seen.</summary>
    private static IReadOnlyList<ExecuteAction> EquallyLong(IReadOnlyList<ExecuteAction> buttons)
    {
        var longest = buttons.Max(button => Bytes(button));
        return [.. buttons.Select(button => button with { Title = button.Title!.PadLeft(button.Title.Length + ((longest - Bytes(button)) / 2)).PadRight(button.Title.Length + longest - Bytes(button)) })];
    }

    private static int Bytes(ExecuteAction button) => Encoding.UTF8.GetByteCount(button.Title!);

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

    private static ChoiceSetInput Chosen(Reader reader, IReadOnlyList<string> labels, BallotPaper? own) => new()
    {
        Id = ChosenField,
        Label = Messages.Get(reader, Sentence.PaperChooseOne),
        Choices = [.. labels.Select((label, place) => new Choice(label, Number(place + 1, labels.Count)))],
        Style = ChoiceSetStyle.Compact,
        Value = own is { Options: [var chosen, ..] } ? Number(chosen, labels.Count) : null,
    };

    /// <summary>A box for each: one list of boxes would send the numbers of those chosen, the more of them the more.</summary>
    private static IEnumerable<CardElement> Ticks(Reader reader, PaperForm.Choice form, IReadOnlyList<string> labels, BallotPaper? own) => labels
        .Select((label, place) => (CardElement)new ToggleInput
        {
            Id = TickField(place + 1),
            Label = null,
            Title = CardText.Escape(label, LineBreaks.Collapse),
            ValueOn = On,
            ValueOff = Off,
            Value = own is { } paper && paper.Options.Contains(place + 1) ? On : Off,
            Spacing = Spacing.Small,
        })
        .Prepend(CardPart.Text(Messages.Get(reader, Sentence.PaperChooseSome, form.Most)));

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
                    Choices =
                    [
                        new Choice(Messages.Get(reader, Sentence.PaperNoRank), NoRank(labels.Count)),
                        .. Enumerable.Range(1, labels.Count).Select(number => new Choice(Number(number), Number(number, labels.Count))),
                    ],
                    Style = ChoiceSetStyle.Compact,
                    Value = rank > 0 ? Number(rank, labels.Count) : NoRank(labels.Count),
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
                Choices = [.. FilledPaper.MarksOn(kind).Select(mark => new Choice(Messages.Get(reader, Label(mark)), Code(mark)))],
                Style = ChoiceSetStyle.Compact,
                Value = own is { Marks: { Count: > 0 } marks } && place < marks.Count ? Code(marks[place]) : null,
            };
        }
    }

    private static string Name(IReadOnlyList<string> labels, int option) => labels.ElementAtOrDefault(option - 1) ?? Number(option);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number as a card sends it: as long as the highest.</summary>
    private static string Number(int number, int highest) => Number(number).PadLeft(Number(highest).Length, '0');

    private static string NoRank(int highest) => new(BallotPaper.Blank[0], Number(highest).Length);

    private static string Code(OptionMark mark) => ((char)mark).ToString();

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
