using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Voting;
using Bot.Turns;

namespace Bot.Features.Ballots.CastVote;

/// <summary>Reads a paper somebody typed: "1, 3", "Amina, Bernd", "2>1>3", "1 ja, 2 nein", "Enthaltung". Nothing is guessed: a name that fits several is asked back.</summary>
internal static class TypedPaper
{
    private const int MostNamed = 5;

    private static readonly string[] Abstentions = ["enthaltung", "enthalte mich", "ich enthalte mich", "leer", "abstain", "abstention", "blank"];

    private static readonly (string Word, OptionMark Mark)[] MarkWords =
    [
        ("wenn noetig", OptionMark.IfNeedBe), ("zur not", OptionMark.IfNeedBe), ("notfalls", OptionMark.IfNeedBe), ("if need be", OptionMark.IfNeedBe),
        ("enthaltung", OptionMark.Abstain), ("abstain", OptionMark.Abstain), ("ja", OptionMark.Yes), ("yes", OptionMark.Yes), ("nein", OptionMark.No), ("no", OptionMark.No),
    ];

    /// <summary>The paper, or what is wrong with it.</summary>
    /// <param name="view">On which ballot.</param>
    /// <param name="typed">What was typed after the colon.</param>
    public static Outcome<BallotPaper> Read(BallotView view, string typed)
    {
        var (form, motion) = (view.Record.Ballot.Form, view.Record.Motion);
        if (Abstentions.Contains(CommandText.Fold(typed)))
        {
            return FilledPaper.Abstaining(form, FilledPaper.MarksOn(motion.Kind)) is { } blank ? blank : new Refusal(RefusalCode.PaperInvalid);
        }

        return form switch
        {
            PaperForm.Choice choice => Numbers(motion, Parts(typed, ',', ';')) switch
            {
                Outcome<IReadOnlyList<int>>.Done(var chosen) => FilledPaper.Choosing(choice, motion.Options, chosen),
                Outcome<IReadOnlyList<int>>.Refused(var why) => why,
                _ => throw new System.Diagnostics.UnreachableException(),
            },
            PaperForm.Ranking ranking => Numbers(motion, Parts(typed, '>', ',', ';')) switch
            {
                Outcome<IReadOnlyList<int>>.Done(var order) => FilledPaper.Ordering(ranking, motion.Options, order),
                Outcome<IReadOnlyList<int>>.Refused(var why) => why,
                _ => throw new System.Diagnostics.UnreachableException(),
            },
            PaperForm.Marking marking => Marks(marking, motion, Parts(typed, ',', ';')),
            _ => CommandText.Fold(typed) switch
            {
                "ja" or "yes" => BallotPaper.Of(VoteOption.Yes),
                "nein" or "no" => BallotPaper.Of(VoteOption.No),
                _ => new Refusal(RefusalCode.PaperInvalid),
            },
        };
    }

    private static Outcome<IReadOnlyList<int>> Numbers(Motion motion, IEnumerable<string> parts)
    {
        var numbers = new List<int>();
        foreach (var part in parts)
        {
            switch (OptionOf(motion, part))
            {
                case Outcome<int>.Done(var number):
                    numbers.Add(number);
                    break;
                case Outcome<int>.Refused(var why):
                    return why;
            }
        }

        return new Outcome<IReadOnlyList<int>>.Done(numbers);
    }

    /// <summary>In an election every line needs a mark. Of dates, those named without a mark are the possible ones, and the others are not.</summary>
    private static Outcome<BallotPaper> Marks(PaperForm.Marking form, Motion motion, string[] parts)
    {
        var marks = new OptionMark?[form.Options];
        var isDates = motion.Kind == MotionKind.Poll;
        foreach (var part in parts)
        {
            var (name, mark) = Split(part);
            if (OptionOf(motion, name) is not Outcome<int>.Done(var option))
            {
                return ((Outcome<int>.Refused)OptionOf(motion, name)).Why;
            }

            if (marks[option - 1] is not null)
            {
                return new Refusal(RefusalCode.PaperNamedTwice, motion.Options[option - 1]);
            }

            marks[option - 1] = mark ?? (isDates ? OptionMark.Yes : null);
        }

        return FilledPaper.Marking(form, motion.Options, [.. marks.Select(mark => mark ?? (isDates && parts.Length > 0 ? OptionMark.No : null))], FilledPaper.MarksOn(motion.Kind));
    }

    private static (string Name, OptionMark? Mark) Split(string part)
    {
        var folded = CommandText.Fold(part);
        foreach (var (word, mark) in MarkWords)
        {
            if (folded.EndsWith(" " + word, StringComparison.Ordinal))
            {
                return (folded[..^word.Length].Trim(' ', ':', '='), mark);
            }
        }

        return (part, null);
    }

    /// <summary>The option with this number, else the one called exactly so, else the only one whose name has these words.</summary>
    private static Outcome<int> OptionOf(Motion motion, string typed)
    {
        if (int.TryParse(typed.TrimEnd('.'), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number >= 1 && number <= motion.Options.Count ? number : new Refusal(RefusalCode.PaperOptionUnknown, typed);
        }

        var folded = CommandText.Fold(typed);
        var same = Fitting(motion, name => name == folded);
        var fitting = same.Count > 0 ? same : Fitting(motion, name => folded.Length > 1 && (" " + name).Contains(" " + folded, StringComparison.Ordinal));
        return fitting switch
        {
            [var only] => only,
            [] => new Refusal(RefusalCode.PaperOptionUnknown, typed),
            _ => new Refusal(RefusalCode.PaperOptionAmbiguous, typed, string.Join(", ", Named(motion, fitting))),
        };
    }

    private static List<int> Fitting(Motion motion, Func<string, bool> fits) =>
        [.. motion.Options.Index().Where(option => fits(CommandText.Fold(option.Item))).Select(option => option.Index + 1)];

    private static IEnumerable<string> Named(Motion motion, List<int> fitting)
    {
        var labels = OptionLabels.Of(motion.Options, OptionLabels.Small);
        return fitting.Take(MostNamed).Select(option => labels[option - 1]).Concat(fitting.Count > MostNamed ? ["…"] : []);
    }

    private static string[] Parts(string typed, params char[] separators) => typed.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
