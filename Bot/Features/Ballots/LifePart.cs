using System.Collections.Generic;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Ballots;

/// <summary>What became of a ballot besides its result: void, repeated, a tie decided or waiting.</summary>
internal static class LifePart
{
    /// <summary>What is said above: that it takes another ballot again.</summary>
    public static IEnumerable<CardElement> Beginning(Reader reader, BallotView view)
    {
        if (view.Before is { } before)
        {
            yield return CardPart.Subtle(Messages.Get(
                reader, before.Ballot.Voided is null ? Sentence.RepeatOfUndecided : Sentence.RepeatOfVoid, Local(view, before.Ballot.OpenedAt).Date));
        }
    }

    /// <summary>In place of result and counts: who declared it void, when, and why.</summary>
    public static IEnumerable<CardElement> Void(Reader reader, BallotView view, Voiding voided)
    {
        yield return CardPart.Section(Messages.Get(reader, Sentence.VoidHeading));
        yield return CardPart.Text(Messages.Get(
            reader, Sentence.VoidDetails, Escaped(TieWords.NameOf(view.Network, voided.By)), Local(view, voided.At), Escaped(VoidWords.Of(reader, voided.Reason))));
        yield return CardPart.Subtle(Messages.Get(reader, view.Record.Ballot.IsSecret ? Sentence.VoidMeansSecret : Sentence.VoidMeans));
    }

    /// <summary>What is said below a result: how a tie was decided, or by whom it will be; and that the ballot is taken again.</summary>
    public static IEnumerable<CardElement> Ending(Reader reader, BallotView view)
    {
        if (view.Record is { TieBreak: { IsDecided: true } tie, Result.Verdict: var verdict, Ballot.Voided: null })
        {
            yield return CardPart.Text(Escaped(TieWords.Of(reader, view.Network, tie, verdict)));
        }
        else if (view.Record.IsTieOpen)
        {
            yield return CardPart.Text(Waiting(reader, view));
        }

        if (view.Record.Repeat is { } repeat)
        {
            yield return CardPart.Text(Messages.Get(reader, Sentence.RepeatedBy, Escaped(TieWords.NameOf(view.Network, repeat.By)), Local(view, repeat.At)));
        }
    }

    private static string Waiting(Reader reader, BallotView view)
    {
        var ballot = view.Record.Ballot;
        if (view.Record.TieBreak is { Witness: { } witness })
        {
            return Messages.Get(reader, Sentence.TieWaitsForWitness, Escaped(TieWords.NameOf(view.Network, witness)));
        }

        if (view.Record.Result!.Verdict == Verdict.Lot)
        {
            return Messages.Get(reader, Sentence.TieWaitsForLot);
        }

        return ballot.Chair is { } chair && view.Network.Person(chair) is { } person
            ? Messages.Get(reader, Sentence.TieWaitsForChair, Escaped(person.Name))
            : Messages.Get(reader, Sentence.TieWaitsForCoordinator);
    }

    private static LocalDateTime Local(BallotView view, Instant moment) => moment.InZone(view.Network.Zone).LocalDateTime;

    private static string Escaped(string text) => CardText.Escape(text, LineBreaks.Collapse);
}
