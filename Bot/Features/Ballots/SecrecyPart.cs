using System.Collections.Generic;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots;

/// <summary>What a ballot's card says about secrecy: before it opens, whether it is up to those entitled; while it runs, what is kept.</summary>
internal static class SecrecyPart
{
    /// <summary>What those who vote in secret must know beforehand; nothing for a ballot by name that never could have been secret.</summary>
    public static IEnumerable<CardElement> Open(Reader reader, BallotView view)
    {
        var ballot = view.Record.Ballot;
        if (ballot.IsSecret)
        {
            yield return CardPart.Text(Notice(reader, view.Record.Motion.Kind));
        }
        else if (ballot.SecrecyBy.Kind == BallotSecrecy.OnRequest)
        {
            yield return CardPart.Subtle(Messages.Get(reader, Sentence.SecrecyNotReached, ballot.SecrecyRequests));
        }
    }

    /// <summary>How many have asked of how many needed; never who.</summary>
    public static IEnumerable<CardElement> Coming(Reader reader, BallotView view)
    {
        var ballot = view.Record.Ballot;
        if (ballot.Secrecy == BallotSecrecy.Secret)
        {
            yield return CardPart.Text(Notice(reader, view.Record.Motion.Kind));
        }
        else if (ballot.Secrecy == BallotSecrecy.OnRequest)
        {
            yield return CardPart.Text(view.Turnout is var (_, entitled)
                ? Messages.Get(reader, Sentence.SecrecyOnRequest, ballot.SecrecyBy.RequestsNeededOf(entitled), entitled, ballot.SecrecyRequests)
                : Messages.Get(reader, Sentence.SecrecyOnRequestSoFar, ballot.SecrecyRequests));
        }
    }

    /// <summary>What is kept, and how little a secret vote of few protects; in an election also what is told then.</summary>
    private static string Notice(Reader reader, MotionKind kind)
    {
        var notice = Messages.Get(reader, Sentence.SecretBallotNotice, BallotCount.FewestShown);
        return kind == MotionKind.Election ? notice + " " + Messages.Get(reader, Sentence.SecretElectionFew, BallotCount.FewestShown) : notice;
    }

    /// <summary>[Geheime Abstimmung beantragen], where it is up to those entitled.</summary>
    public static IEnumerable<CardAction> Buttons(Reader reader, BallotView view)
    {
        if (view is { OffersVoting: true, Record.Ballot: { Secrecy: BallotSecrecy.OnRequest } ballot })
        {
            yield return CardPart.Button(reader, Sentence.ButtonAskSecrecy, BallotVerbs.AskSecrecy, ("ballot", ballot.Id.Value));
        }
    }
}
