using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Sessions;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Sessions.BreakTie;

/// <summary>Asks for a tie in a show of hands to be broken as the rules say: the chair with a reason, by lot before a witness, or by another vote.</summary>
internal static class HandTieCard
{
    /// <summary>Names of the data and of the input.</summary>
    public const string DecisionField = "decision", WitnessField = "witness";

    private const int LongestQuestion = 300;

    /// <summary>Draws the question.</summary>
    /// <param name="turn">Who sees it, and where.</param>
    /// <param name="view">The meeting as it is now.</param>
    /// <param name="decision">The decision, its tie open.</param>
    /// <param name="typed">The reason or the witness as far as it was typed.</param>
    /// <param name="objection">Why it could not be done as it was filled in; null for none. Markdown.</param>
    public static AdaptiveCard Render(Turn turn, SessionView view, SessionEntry decision, string typed = "", string? objection = null) => Render(
        turn.Reader, view, decision, turn.IsPersonal ? SessionSight.Member : SessionSight.Room, turn.Sender?.Id, typed, objection);

    /// <summary>Draws it for somebody who is asked in 1:1.</summary>
    public static AdaptiveCard Render(Reader reader, SessionView view, SessionEntry decision, PersonId asked) => Render(reader, view, decision, SessionSight.Member, asked, string.Empty, null);

    /// <summary>What is said and asked about the tie of a decision below what was noted.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="view">The meeting as it is now.</param>
    /// <param name="decision">The decision as it stands.</param>
    /// <param name="sight">For whom it is drawn.</param>
    /// <param name="viewer">Who acts; null for somebody the network does not know.</param>
    /// <param name="typed">The reason or the witness as far as it was typed.</param>
    public static IEnumerable<CardElement> Part(Reader reader, SessionView view, SessionEntry decision, SessionSight sight, PersonId? viewer, string typed = "") => decision switch
    {
        { Verdict: Verdict.Repeat } => Again(reader, view, decision, sight),
        { Tie: { IsDecided: true } tie, TieVerdict: { } verdict } => [CardPart.Text(Escaped(TieWords.Of(reader, view.Session.Network, tie, verdict)))],
        { IsTieOpen: false } => [],
        { Verdict: Verdict.Lot } when view.Session.IsDrawnBefore(decision) => [CardPart.Text(CardText.Escape(Messages.Get(reader, Sentence.RefusedLotStands)))],
        _ when view.Session.Record.Closing is not null => [CardPart.Text(Messages.Get(reader, Sentence.TieLeftOpen))],
        { Verdict: Verdict.ChairDecides } => Chair(reader, view, decision, viewer, typed),
        { Tie.Witness: { } witness } => Witness(reader, view, decision, witness, viewer),
        _ => Lot(reader, view, decision, viewer, typed),
    };

    private static AdaptiveCard Render(Reader reader, SessionView view, SessionEntry decision, SessionSight sight, PersonId? viewer, string typed, string? objection)
    {
        var line = EntryPart.Line(reader, view, decision, sight);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = line,
            Body =
            [
                CardPart.Heading(SessionCard.Title(reader, view)),
                .. objection is null ? Enumerable.Empty<CardElement>() : [CardPart.Text(objection)],
                CardPart.Text(line),
                .. Part(reader, view, decision, sight, viewer, typed),
            ],
        };
    }

    private static IEnumerable<CardElement> Again(Reader reader, SessionView view, SessionEntry decision, SessionSight sight)
    {
        yield return CardPart.Text(Messages.Get(reader, Sentence.HandsAgain));
        if (view.Session.Record.Closing is null && !(sight == SessionSight.Room && view.IsConfidential(decision.Item)))
        {
            foreach (var row in CardPart.Rows([SuggestionCard.RunBelowButton(reader, CommandTable.VoteNow, ShortText.Cut(decision.Text, LongestQuestion))]))
            {
                yield return row;
            }
        }
    }

    private static IEnumerable<CardElement> Chair(Reader reader, SessionView view, SessionEntry decision, PersonId? viewer, string reason)
    {
        if (viewer is not { } person || !view.Session.HasTieDecidedBy(person))
        {
            yield return CardPart.Text(view.Meeting.Chair is { } chair && view.Session.Network.Person(chair) is { } known
                ? Messages.Get(reader, Sentence.TieWaitsForChair, Escaped(known.Name))
                : Messages.Get(reader, Sentence.TieWaitsForCoordinator));
            yield break;
        }

        yield return CardPart.Text(Messages.Get(reader, Sentence.TieQuestion, decision.Hands!.Yes, decision.Hands.No));
        yield return InputPart.Required(reader, ReasonQuestion.ReasonField, (Sentence.InputTieReason, Sentence.RefusedReasonMissing), reason, Voiding.ReasonLimit) with { IsMultiline = true };
        foreach (var row in CardPart.Rows(
        [
            CardPart.Button(reader, Sentence.ButtonDecideAccepted, SessionVerbs.DecideTie, [.. Data(view.Meeting, decision), ("verdict", nameof(Verdict.Accepted))]),
            CardPart.Button(reader, Sentence.ButtonDecideRejected, SessionVerbs.DecideTie, [.. Data(view.Meeting, decision), ("verdict", nameof(Verdict.Rejected))]),
        ]))
        {
            yield return row;
        }
    }

    private static IEnumerable<CardElement> Lot(Reader reader, SessionView view, SessionEntry decision, PersonId? viewer, string name)
    {
        if (viewer is not { } person || !view.Meeting.IsLedBy(view.Session.Network, person))
        {
            yield return CardPart.Text(Messages.Get(reader, Sentence.TieWaitsForLot));
            yield break;
        }

        yield return CardPart.Text(Messages.Get(reader, Sentence.LotQuestion, decision.Hands!.Yes, decision.Hands.No));
        yield return InputPart.Required(reader, WitnessField, (Sentence.InputWitness, Sentence.RefusedWitnessUnknown), name, Person.NameLimit);
        foreach (var row in CardPart.Rows([CardPart.Button(reader, Sentence.ButtonNameWitness, SessionVerbs.NameWitness, Data(view.Meeting, decision))]))
        {
            yield return row;
        }
    }

    private static IEnumerable<CardElement> Witness(Reader reader, SessionView view, SessionEntry decision, PersonId witness, PersonId? viewer)
    {
        if (viewer != witness)
        {
            yield return CardPart.Text(Messages.Get(reader, Sentence.TieWaitsForWitness, Escaped(TieWords.NameOf(view.Session.Network, witness))));
            yield break;
        }

        yield return CardPart.Text(Messages.Get(reader, Sentence.WitnessQuestion, Escaped(TieWords.NameOf(view.Session.Network, decision.Tie!.By))));
        yield return CardPart.Subtle(Messages.Get(reader, Sentence.WitnessByTyping));
        foreach (var row in CardPart.Rows([CardPart.Button(reader, Sentence.ButtonDrawLot, SessionVerbs.DrawLot, Data(view.Meeting, decision))]))
        {
            yield return row;
        }
    }

    private static (string Name, string Value)[] Data(Meeting meeting, SessionEntry decision) =>
        [("meeting", meeting.Id.Value), (DecisionField, decision.Number.ToString(CultureInfo.InvariantCulture))];

    private static string Escaped(string text) => CardText.Escape(text, LineBreaks.Collapse);
}
