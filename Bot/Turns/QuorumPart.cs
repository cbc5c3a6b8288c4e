using System.Collections.Generic;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>Whether those present are enough for a vote now, as a sentence with the numbers.</summary>
internal static class QuorumPart
{
    /// <summary>The sentence; nothing where the rules have no quorum for a motion.</summary>
    public static IEnumerable<CardElement> Of(Reader reader, Committee committee, AttendanceCount count)
    {
        var rule = committee.Rules.DecisionOn(MotionKind.General).Majority;
        if (rule.Quorum is { } quorum && count.HoldsQuorum(rule) is { } holds)
        {
            var share = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{quorum.Numerator}/{quorum.Denominator}");
            var needed = Messages.Get(reader, rule.QuorumComparison == Comparison.AtLeast ? Sentence.QuorumAtLeast : Sentence.QuorumMoreThan, share, count.Entitled);
            yield return CardPart.Text(Messages.Get(reader, holds ? Sentence.QuorumHoldsNow : Sentence.QuorumMissingNow, needed, count.Present));
        }
    }
}
