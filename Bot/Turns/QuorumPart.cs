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
    /// <param name="reader">Whose language.</param>
    /// <param name="committee">Who votes.</param>
    /// <param name="meeting">Where; a follow-up meeting has a quorum of its own.</param>
    /// <param name="count">Who is present.</param>
    public static IEnumerable<CardElement> Of(Reader reader, Committee committee, Meeting meeting, AttendanceCount count)
    {
        var rule = meeting.Here(committee.Rules.DecisionOn(MotionKind.General).Majority);
        if (rule.Quorum is { } quorum && count.HoldsQuorum(rule) is { } holds)
        {
            var share = Share(quorum);
            var needed = Messages.Get(reader, rule.QuorumComparison == Comparison.AtLeast ? Sentence.QuorumAtLeast : Sentence.QuorumMoreThan, share, count.Entitled);
            yield return CardPart.Text(Messages.Get(reader, holds ? Sentence.QuorumHoldsNow : Sentence.QuorumMissingNow, needed, count.Present));
        }
    }

    /// <summary>A share as people write it.</summary>
    public static string Share(Fraction quorum) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{quorum.Numerator}/{quorum.Denominator}");
}
