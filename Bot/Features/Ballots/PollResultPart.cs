using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Polls;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Ballots;

/// <summary>What a mood poll came to: the counts, and for an order or dates what they say.</summary>
internal static class PollResultPart
{
    private const int MostButtons = 3;

    /// <summary>The counts below say the names in full.</summary>
    private const int LongestInOrder = 40;

    /// <summary>Draws the result.</summary>
    public static IEnumerable<CardElement> Of(Reader reader, BallotView view, BallotCount count)
    {
        var (motion, form) = (view.Record.Motion, view.Record.Ballot.Form);
        IEnumerable<CardElement> said = CountPart.IsWithheld(count) ? [] : form switch
        {
            PaperForm.Ranking ranking => Order(reader, motion, RankingCount.Of(count.Piles, ranking.Options)),
            PaperForm.Marking => Dates(reader, motion, OptionVotes.Of(count, form)),
            _ => [],
        };
        return said.Concat(Planning(reader, view, count)).Concat(CountPart.Of(reader, motion, form, count));
    }

    /// <summary>For a coordinator: the dates that suit best, each leading to the preview of a meeting; in rows of their own, because beside each other they would
    /// be cut on a telephone.</summary>
    private static IEnumerable<CardElement> Planning(Reader reader, BallotView view, BallotCount count)
    {
        var motion = view.Record.Motion;
        if (!view.MayPlan || Suggested(motion, OptionVotes.Of(count, view.Record.Ballot.Form)) is not { Count: > 0 } dates)
        {
            return [];
        }

        var place = view.Network.Committee(motion.Committee)?.Rules.UsualPlace ?? string.Empty;
        var buttons = dates.Take(MostButtons).Select(date => MeetingButton.For(
            Messages.Get(reader, Sentence.ButtonPlanDate, Appointments.ShortDay(reader, date.Date), Appointments.Time(reader, date.TimeOfDay)), motion.Committee, date, place));
        return CardPart.Rows(buttons).Prepend(CardPart.Text(Messages.Get(reader, Sentence.PollPlan)));
    }

    private static IEnumerable<CardElement> Order(Reader reader, Motion motion, IReadOnlyList<RankingCount> counts)
    {
        var names = OptionWords.All(reader, motion.Options).Select(name => ShortText.Abbreviate(name, LongestInOrder)).ToList();
        yield return CardPart.Section(Messages.Get(reader, Sentence.PollOrder));
        yield return CardPart.List(RankingCount.Places(counts).Select(place => Messages.Get(
            reader, Sentence.PollPlace, place.Place, CardText.Escape(names[place.Count.Option - 1], LineBreaks.Collapse), place.Count.Wins, counts.Count - 1)));
        yield return CardPart.Subtle(Messages.Get(reader, Sentence.PollOrderHow));
    }

    private static IEnumerable<CardElement> Dates(Reader reader, Motion motion, IReadOnlyList<OptionVotes> votes)
    {
        var suggested = Suggested(motion, votes);
        var moments = string.Join("; ", suggested.Select(date => Appointments.Moment(reader, date)));
        yield return CardPart.Text(suggested.Count switch
        {
            0 => Messages.Get(reader, Sentence.PollNoDate),
            1 => Messages.Get(reader, Sentence.PollBestDate, moments),
            _ => Messages.Get(reader, Sentence.PollEvenDates, moments),
        });
    }

    private static IReadOnlyList<LocalDateTime> Suggested(Motion motion, IReadOnlyList<OptionVotes> votes) =>
        PollDates.ReadAll(motion.Options) is { Count: > 0 } dates ? [.. DateSuggestion.Of(votes).Select(option => dates[option - 1])] : [];
}
