using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Agendas;
using Bot.Domain.Sessions;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Sessions.CloseSession;

/// <summary>What closing a meeting brings about: what goes into the register for good, what is left. To be confirmed.</summary>
internal static class CloseQuestion
{
    private const int MostTies = 5;

    /// <summary>Why the sender cannot close the meeting now; null when they can.</summary>
    public static Refusal? WhyNot(Turn turn, SessionView view) =>
        view.Session.Close(SessionChanges.Act(turn, "close")) is Outcome<SessionStep>.Refused(var why) ? why : null;

    /// <summary>The question as an answer.</summary>
    public static Answer Ask(Turn turn, SessionView view) => Render(turn, view) is var card ? new Answer.Card(card, card.FallbackText ?? string.Empty) : throw new System.Diagnostics.UnreachableException();

    /// <summary>Draws it.</summary>
    public static AdaptiveCard Render(Turn turn, SessionView view)
    {
        var heading = Messages.Get(turn.Reader, Sentence.CloseHeading, SessionCard.Title(turn.Reader, view));
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                CardPart.List(Consequences(turn.Reader, view, turn.IsPersonal ? SessionSight.Member : SessionSight.Room)),
                .. CardPart.Rows(
                [
                    CardPart.Button(turn.Reader, Sentence.ButtonClose, SessionVerbs.Close, ("meeting", view.Meeting.Id.Value)),
                    CardPart.Button(turn.Reader, Sentence.ButtonKeepOpen, SessionVerbs.Show, ("meeting", view.Meeting.Id.Value), AskedBelow.Kept),
                ]),
            ],
        };
    }

    private static IEnumerable<string> Consequences(Reader reader, SessionView view, SessionSight sight)
    {
        var final = view.Session.Record.Decisions.Count(decision => decision.Verdict?.IsFinal() == true);
        yield return Messages.Get(reader, Sentence.CloseDecisions, final);
        var ties = view.Session.Record.Decisions.Where(decision => decision.Verdict?.IsFinal() != true).ToList();
        if (ties.Count > 0)
        {
            yield return Messages.Get(reader, Sentence.CloseTies, ties.Count);
        }

        foreach (var tie in ties.Take(MostTies))
        {
            yield return Messages.Get(reader, Sentence.CloseTie, EntryPart.Line(reader, view, tie, sight));
        }

        var left = view.Session.Agenda.Items.Count(item => item.State == AgendaItemState.Open && item != view.Session.Current);
        if (left > 0)
        {
            yield return Messages.Get(reader, Sentence.CloseOpenItems, left);
        }

        if (view.Ballots.Count > 0)
        {
            yield return Messages.Get(reader, Sentence.CloseBallots, view.Ballots.Count);
        }

        yield return Messages.Get(reader, Sentence.CloseForGood);
    }
}
