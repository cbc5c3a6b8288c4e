using System.Collections.Generic;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>What those who vote on an expulsion should know beforehand: how the organization was heard, and what the advisory board recommends. Unchanged as it was recorded.</summary>
internal static class ExpulsionLines
{
    /// <summary>The lines on a ballot. Markdown.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="network">Knows the names and the zone.</param>
    /// <param name="expulsion">The case.</param>
    /// <param name="ballot">On which of its ballots: the board is not told its own recommendation.</param>
    public static IEnumerable<string> Before(Reader reader, Network network, Expulsion expulsion, MotionKind ballot)
    {
        if (expulsion.Hearing is { } hearing)
        {
            yield return Heard(reader, hearing);
        }

        if (ballot != MotionKind.Expulsion || expulsion.Recommendation is not { } recommendation)
        {
            yield break;
        }

        yield return Recommended(reader, recommendation, expulsion.BoardTally);
        if (expulsion.Waiver is { } waiver)
        {
            yield return Messages.Get(
                reader, Sentence.RecommendationWaived, Escaped(TieWords.NameOf(network, waiver.By)), waiver.At.InZone(network.Zone).LocalDateTime, Escaped(waiver.Reason));
        }
    }

    /// <summary>How the organization was heard. Markdown.</summary>
    public static string Heard(Reader reader, Hearing hearing) => hearing.Kind switch
    {
        HearingKind.Written => Messages.Get(reader, Sentence.HearingWritten, hearing.On, Escaped(hearing.Words)),
        HearingKind.Oral => Messages.Get(reader, Sentence.HearingOral, hearing.On, Escaped(hearing.Words)),
        HearingKind.Declined => (Messages.Get(reader, Sentence.HearingDeclined, hearing.On) + " " + Escaped(hearing.Words)).TrimEnd(),
        _ => Messages.Get(reader, Sentence.HearingUnanswered, hearing.On),
    };

    /// <summary>That and how the organization was heard, without its words, for the register, which keeps everything for ever. Plain text.</summary>
    public static string HeardBriefly(Reader reader, Hearing hearing) => hearing.Kind switch
    {
        HearingKind.Written => Messages.Get(reader, Sentence.HearingWasWritten, hearing.On),
        HearingKind.Oral => Messages.Get(reader, Sentence.HearingWasOral, hearing.On),
        HearingKind.Declined => Messages.Get(reader, Sentence.HearingDeclined, hearing.On),
        _ => Messages.Get(reader, Sentence.HearingUnanswered, hearing.On),
    };

    private static string Recommended(Reader reader, Recommendation recommendation, Tally? tally) => recommendation switch
    {
        Recommendation.For when tally is { Withheld: > 0 } => Messages.Get(reader, Sentence.ExpulsionAdvisedSecret),
        Recommendation.Against when tally is { Withheld: > 0 } => Messages.Get(reader, Sentence.ExpulsionNotAdvisedSecret),
        Recommendation.For => Messages.Get(reader, Sentence.ExpulsionAdvised, tally?.Yes ?? 0, tally?.No ?? 0, tally?.Abstain ?? 0),
        Recommendation.Against => Messages.Get(reader, Sentence.ExpulsionNotAdvised, tally?.Yes ?? 0, tally?.No ?? 0, tally?.Abstain ?? 0),
        _ => Messages.Get(reader, Sentence.RecommendationNone),
    };

    private static string Escaped(string text) => CardText.Escape(text, LineBreaks.Collapse);
}
