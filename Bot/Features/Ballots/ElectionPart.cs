using System.Collections.Generic;
using Bot.Domain.Elections;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots;

/// <summary>What a round of an election says on its ballot's card.</summary>
internal static class ElectionPart
{
    /// <summary>The election in one line. Markdown.</summary>
    public static string Heading(Reader reader, Motion motion) => Messages.Get(
        reader, Sentence.ElectionRoundHeading, CardText.Escape(motion.Title, LineBreaks.Collapse), RoundTerms.Parse(motion.Text)?.Number ?? 1);

    /// <summary>How many are elected, by which majority, and why the round is held.</summary>
    public static IEnumerable<CardElement> Question(Reader reader, Motion motion)
    {
        if (RoundTerms.Parse(motion.Text) is not { } terms)
        {
            yield break;
        }

        if (terms.Reason != RoundReason.First)
        {
            yield return CardPart.Text(Messages.Get(reader, terms.Reason switch
            {
                RoundReason.Tie => Sentence.ElectionRoundTie,
                RoundReason.NextSeat => Sentence.ElectionRoundNextSeat,
                _ => Sentence.ElectionRoundMajority,
            }));
        }

        if (terms.Seat > 0)
        {
            yield return CardPart.Text(Messages.Get(reader, Sentence.ElectionRoundSeat, terms.Seat));
        }

        if (terms.Lists is { } lists)
        {
            yield return CardPart.Text(terms.NeedsMajority
                ? Messages.Get(reader, Sentence.ElectionOneList)
                : Messages.Get(reader, Sentence.ElectionRoundLists, terms.Seats, Messages.Get(reader, System.Enum.Parse<Sentence>("SeatMethod" + lists.Method))));
            yield break;
        }

        yield return CardPart.Text(Messages.Get(reader, terms.NeedsMajority ? Sentence.ElectionNeedsMajority : Sentence.ElectionNeedsMost, terms.Seats));
        if (terms.NeedsMajority && motion.Options.Count <= terms.Seats)
        {
            yield return CardPart.Text(Messages.Get(reader, Sentence.ElectionFewNames));
        }
    }
}
