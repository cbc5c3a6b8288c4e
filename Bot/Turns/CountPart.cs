using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>What the papers of an election or poll came to, as every card shows it: for each option how many, in the order of the options, and the heads of the roll.</summary>
internal static class CountPart
{
    /// <summary>Draws the counts. Where they are withheld it says why.</summary>
    public static IEnumerable<CardElement> Of(Reader reader, Motion motion, PaperForm form, BallotCount count)
    {
        yield return CardPart.Section(Messages.Get(reader, Sentence.CountHeading));
        if (IsWithheld(count))
        {
            yield return CardPart.Text(Messages.Get(reader, Sentence.CountWithheld, BallotCount.FewestShown));
        }
        else
        {
            yield return CardPart.List(Lines(reader, motion, form, count));
        }

        yield return new FactSet { Facts = [.. Heads(reader, form, count)] };
    }

    /// <summary>Whether papers were cast of which it is not told what is on them.</summary>
    public static bool IsWithheld(BallotCount count) => count.Piles.Count == 0 && count.Cast > 0;

    private static IEnumerable<string> Lines(Reader reader, Motion motion, PaperForm form, BallotCount count)
    {
        var labels = OptionLabels.Of(OptionWords.All(reader, motion.Options), OptionLabels.Large);
        return OptionVotes.Of(count, form).Select((votes, place) => Messages.Get(
            reader, Sentence.PaperMark, CardText.Escape(labels.ElementAtOrDefault(place) ?? string.Empty, LineBreaks.Collapse), Words(reader, motion.Kind, form, votes)));
    }

    /// <summary>The votes of one option. Plain text.</summary>
    public static string Words(Reader reader, MotionKind kind, PaperForm form, OptionVotes votes) => form switch
    {
        PaperForm.Ranking => Messages.Get(reader, Sentence.CountFirst, votes.Yes),
        PaperForm.Marking when kind == MotionKind.Poll => Messages.Get(reader, Sentence.CountDates, votes.Yes, votes.IfNeedBe, votes.No),
        PaperForm.Marking => Messages.Get(reader, Sentence.CountMarks, votes.Yes, votes.No, votes.Abstain),
        _ => votes.Yes.ToString(CultureInfo.InvariantCulture),
    };

    private static IEnumerable<Fact> Heads(Reader reader, PaperForm form, BallotCount count)
    {
        yield return Count(reader, Sentence.CountCast, count.Cast);
        if (form is not PaperForm.Marking && !IsWithheld(count))
        {
            yield return Count(reader, Sentence.CountBlank, OptionVotes.Blank(count));
        }

        yield return Count(reader, Sentence.CountNotVoted, count.NotVoted);
        if (count.Present is { } present)
        {
            yield return Count(reader, Sentence.CountPresent, present);
        }

        yield return Count(reader, Sentence.CountEntitled, count.Entitled);
        yield return Count(reader, Sentence.CountExcluded, count.Excluded);
    }

    private static Fact Count(Reader reader, Sentence label, int heads) => new(Messages.Get(reader, label), heads.ToString(CultureInfo.InvariantCulture));
}
