using System.Collections.Generic;
using System.Linq;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Sessions;

/// <summary>Who came and went last, with the time; for whoever leads the meeting, in 1:1.</summary>
internal static class Comings
{
    private const int Most = 6;

    /// <summary>The list under its heading; nothing while nobody was noted.</summary>
    public static IEnumerable<CardElement> Of(Reader reader, SessionView view)
    {
        var moves = view.Attendance.Lines
            .SelectMany(line => line.Stays.SelectMany(stay => Moves(view, line.Voter.Value, stay)))
            .OrderBy(move => move.At).ThenBy(move => move.Name, System.StringComparer.Ordinal).TakeLast(Most).ToList();
        if (moves.Count > 0)
        {
            yield return CardPart.Section(Messages.Get(reader, Sentence.SessionComings));
            yield return CardPart.List(moves.Select(move => Messages.Get(
                reader,
                move.IsArrival ? Sentence.SessionCame : Sentence.SessionWent,
                move.At.InZone(view.Session.Network.Zone).TimeOfDay,
                CardText.Escape(move.Name, LineBreaks.Collapse))));
        }
    }

    private static IEnumerable<(Instant At, bool IsArrival, string Name)> Moves(SessionView view, string voter, Bot.Domain.Meetings.Stay stay)
    {
        var network = view.Session.Network;
        var name = stay.Person is { } person ? network.Person(person)?.Name ?? person.Value : network.NameOf(new Bot.Domain.Voting.VoterId(voter));
        yield return (stay.From, true, name);
        if (stay.Until is { } until)
        {
            yield return (until, false, name);
        }
    }
}
