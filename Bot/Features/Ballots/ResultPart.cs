using System.Collections.Generic;
using System.Globalization;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots;

/// <summary>The result of a ballot with every count, the rule and its version. Never a percentage.</summary>
internal static class ResultPart
{
    /// <summary>Draws the result.</summary>
    public static IEnumerable<CardElement> Of(Reader reader, BallotResult result, Admission? admission)
    {
        yield return CardPart.Section(Messages.Get(reader, Sentence.ResultHeading, RuleWords.Verdict(reader, result.Verdict)));
        yield return new FactSet { Facts = [.. Facts(reader, result)] };
        if (result.ManyAbstentions)
        {
            yield return CardPart.Text(Messages.Get(reader, Sentence.ResultManyAbstentions, result.Tally.Abstain));
        }

        if (admission is { Deviates: true })
        {
            yield return CardPart.Text(Messages.Get(reader, Sentence.ResultDeviates));
        }

        if (admission?.Resolution is { } number)
        {
            yield return CardPart.Text(Messages.Get(reader, Sentence.ResultRecorded, number));
        }
    }

    private static IEnumerable<Fact> Facts(Reader reader, BallotResult result)
    {
        var tally = result.Tally;
        yield return Count(reader, Sentence.VoteYes, tally.Yes);
        yield return Count(reader, Sentence.VoteNo, tally.No);
        yield return Count(reader, Sentence.CountAbstentions, tally.Abstain);
        yield return Count(reader, Sentence.CountNotVoted, tally.NotVoted);
        yield return tally.Present is { } present
            ? Count(reader, Sentence.CountPresent, present)
            : new Fact(Messages.Get(reader, Sentence.CountPresent), Messages.Get(reader, Sentence.PresenceNotTaken));
        yield return Count(reader, Sentence.CountEntitled, tally.Entitled);
        yield return Count(reader, Sentence.CountExcluded, tally.Excluded);
        yield return new Fact(
            Messages.Get(reader, Sentence.FactRule), Messages.Get(reader, Sentence.RuleWithVersion, RuleWords.Majority(reader, result.Rule), result.Rule.Version));
        if (result.QuorumHeld is { } held)
        {
            yield return new Fact(Messages.Get(reader, Sentence.FactQuorum), Messages.Get(reader, held ? Sentence.QuorumHeld : Sentence.QuorumMissed));
        }
    }

    private static Fact Count(Reader reader, Sentence label, int heads) =>
        new(Messages.Get(reader, label), heads.ToString(CultureInfo.InvariantCulture));
}
