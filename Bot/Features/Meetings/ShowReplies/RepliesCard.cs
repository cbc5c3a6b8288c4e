using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.ShowReplies;

/// <summary>Who comes to a meeting: the numbers for its members, the names besides for whoever leads it, a page at a time.</summary>
internal static class RepliesCard
{
    private const int Most = 20;

    private const int MostPeople = 3;

    /// <summary>Draws the numbers.</summary>
    public static AdaptiveCard Counts(Turn turn, Committee committee, Meeting meeting, MeetingReplies replies)
    {
        var heading = Heading(turn, meeting);
        var forecast = ForecastPart.Of(turn.Network, committee, meeting, replies);
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = heading + " " + ForecastPart.Quorum(turn.Reader, forecast),
            Body = [CardPart.Heading(heading), .. Numbers(turn.Reader, forecast)],
        };
    }

    /// <summary>Draws numbers and names.</summary>
    /// <param name="turn">Who sees it: somebody who leads the meeting, in 1:1.</param>
    /// <param name="committee">Whose meeting.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="replies">What was answered.</param>
    /// <param name="page">Which part.</param>
    public static AdaptiveCard Names(Turn turn, Committee committee, Meeting meeting, MeetingReplies replies, PageRequest page)
    {
        var shown = Paging.Cut([.. Lines(turn, committee, replies)], line => line.Key, line => CardSize.Of(line.Text), Most, page);
        var counts = Counts(turn, committee, meeting, replies);
        return counts with
        {
            Body = [.. counts.Body, CardPart.List(shown.Items.Select(line => line.Text)), .. Paging.Line(turn.Reader, shown, Messages.Get(turn.Reader, Sentence.CommandReplies) + " " + committee.Name)],
            Actions = [.. Paging.Buttons(turn.Reader, shown, MeetingVerbs.ShowReplies, ("meeting", meeting.Id.Value))],
        };
    }

    private static string Heading(Turn turn, Meeting meeting) => Messages.Get(turn.Reader, Sentence.RepliesHeading, MeetingCard.Title(turn.Reader, turn.Network, meeting));

    private static CardElement[] Numbers(Reader reader, QuorumForecast forecast) =>
        [CardPart.Text(ForecastPart.Quorum(reader, forecast)), CardPart.Text(ForecastPart.Others(reader, forecast))];

    /// <summary>First the voters, then who answered without having a vote.</summary>
    private static IEnumerable<(string Key, string Text)> Lines(Turn turn, Committee committee, MeetingReplies replies)
    {
        var electorate = turn.Network.Electorate(committee, committee.Rules.DecisionOn(MotionKind.General).VotingRight);
        var voters = electorate.Select(voter => (voter.Voter.Value, Line(turn, replies, voter)));
        var others = replies.Items.Where(reply => electorate.All(voter => !voter.HasActor(reply.Person)))
            .OrderBy(reply => reply.Person.Value, System.StringComparer.Ordinal).Select(reply => ("p:" + reply.Person.Value, Line(turn, reply)));
        return voters.Concat(others);
    }

    private static string Line(Turn turn, MeetingReplies replies, RollEntry voter)
    {
        var name = CardText.Escape(turn.Network.NameOf(voter.Voter), LineBreaks.Collapse);
        var guests = voter.Actors.Select(replies.Of).OfType<MeetingReply>().Where(reply => reply is { Kind: ReplyKind.Substituted, Substitute: null }).Select(reply => reply.SubstituteName).ToList();
        var coming = replies.ComingFor(voter).Where(person => person.Value != voter.Voter.Value).ToList();
        var standing = replies.Of(voter);
        return standing switch
        {
            ReplyStanding.Coming when coming.Count > 0 => Messages.Get(turn.Reader, Sentence.ReplyLineComingBy, name, string.Join("; ", coming.Take(MostPeople).Select(person => Named(turn, replies, person)))),
            ReplyStanding.Coming => Sourced(turn, voter, replies, ReplyKind.Accepted, Messages.Get(turn.Reader, Sentence.ReplyLineComing, name)),
            ReplyStanding.Tentative => Sourced(turn, voter, replies, ReplyKind.Tentative, Messages.Get(turn.Reader, Sentence.ReplyLineTentative, name)),
            ReplyStanding.NotComing when guests.Count > 0 => Messages.Get(turn.Reader, Sentence.ReplyLineGuest, name, Joined(guests)),
            ReplyStanding.NotComing => Sourced(turn, voter, replies, ReplyKind.Regretted, Messages.Get(turn.Reader, Sentence.ReplyLineNotComing, name)),
            _ => Messages.Get(turn.Reader, Sentence.ReplyLineOpen, name),
        };
    }

    private static string Line(Turn turn, MeetingReply reply)
    {
        var name = CardText.Escape(turn.Network.Person(reply.Person)?.Name ?? reply.Person.Value, LineBreaks.Collapse);
        var line = reply.Kind switch
        {
            ReplyKind.Accepted => Messages.Get(turn.Reader, Sentence.ReplyLineComingWithoutVote, name),
            ReplyKind.Tentative => Messages.Get(turn.Reader, Sentence.ReplyLineTentative, name),
            ReplyKind.Substituted => Messages.Get(turn.Reader, Sentence.ReplyLineGuest, name, Joined([reply.SubstituteName])),
            _ => Messages.Get(turn.Reader, Sentence.ReplyLineNotComing, name),
        };
        return reply.IsFromCalendar ? Messages.Get(turn.Reader, Sentence.ReplyLineFromCalendar, line) : line;
    }

    /// <summary>Who comes for an organization, and where they said so if not to the bot.</summary>
    private static string Named(Turn turn, MeetingReplies replies, PersonId person)
    {
        var name = CardText.Escape(turn.Network.Person(person)?.Name ?? person.Value, LineBreaks.Collapse);
        return replies.Of(person) is { IsFromCalendar: true } ? Messages.Get(turn.Reader, Sentence.ReplyNameFromCalendar, name) : name;
    }

    /// <summary>A line, and that it rests on calendars where each answer it rests on was given there.</summary>
    private static string Sourced(Turn turn, RollEntry voter, MeetingReplies replies, ReplyKind kind, string line) =>
        voter.Actors.Select(replies.Of).OfType<MeetingReply>().Where(reply => reply.Kind == kind).ToList() is { Count: > 0 } deciding && deciding.All(reply => reply.IsFromCalendar)
            ? Messages.Get(turn.Reader, Sentence.ReplyLineFromCalendar, line)
            : line;

    private static string Joined(IReadOnlyList<string> names) => string.Join("; ", names.Take(MostPeople).Select(name => CardText.Escape(name, LineBreaks.Collapse)));
}
