using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.RecordAttendance;

/// <summary>Who is present now, a page at a time, with buttons to note others; for whoever leads the meeting.</summary>
internal static class AttendanceCard
{
    private const int Most = 8;

    /// <summary>Draws the list.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="committee">Whose meeting.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="attendance">What is noted.</param>
    /// <param name="page">Which part.</param>
    public static AdaptiveCard Render(Turn turn, Committee committee, Meeting meeting, Attendance attendance, PageRequest page)
    {
        var electorate = turn.Network.Electorate(committee);
        var shown = Paging.Cut(electorate, entry => entry.Voter.Value, entry => Line(turn, meeting, attendance, entry, string.Empty).Sum(CardSize.Of), Most, page);
        var key = shown.Items.Count == 0 ? string.Empty : shown.Items[0].Voter.Value;
        var heading = Messages.Get(turn.Reader, Sentence.AttendanceHeading, MeetingCard.Title(turn.Reader, turn.Network, meeting));
        var count = attendance.CountAt(electorate, turn.Now);
        var present = Messages.Get(turn.Reader, Sentence.AttendanceCount, count.Present, count.Entitled);
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = heading + " " + present,
            Body =
            [
                CardPart.Heading(heading),
                CardPart.Text(present),
                .. QuorumPart.Of(turn.Reader, committee, meeting, count),
                .. shown.Items.SelectMany(entry => Line(turn, meeting, attendance, entry, key)),
                .. Paging.Line(turn.Reader, shown, Messages.Get(turn.Reader, Sentence.CommandAttendance) + " " + committee.Name),
            ],
            Actions = [.. Paging.Buttons(turn.Reader, shown, MeetingVerbs.ShowAttendance, ("meeting", meeting.Id.Value))],
        };
    }

    private static CardElement[] Line(Turn turn, Meeting meeting, Attendance attendance, RollEntry entry, string page)
    {
        var line = attendance.Of(entry.Voter);
        var isPresent = line.IsPresentAt(turn.Now);
        return
        [
            CardPart.Section(CardText.Escape(turn.Network.NameOf(entry.Voter), LineBreaks.Collapse)),
            CardPart.Subtle(State(turn, line)),
            new ActionSet
            {
                Actions =
                [
                    CardPart.Button(
                        turn.Reader, isPresent ? Sentence.ButtonSetAbsent : Sentence.ButtonSetPresent, MeetingVerbs.SetAttendance,
                        ("meeting", meeting.Id.Value), ("voter", entry.Voter.Value), ("present", isPresent ? "no" : "yes"), (PageRequest.PlaceName, "0"), (PageRequest.KeyName, page)),
                ],
            },
        ];
    }

    private static string State(Turn turn, AttendanceLine line)
    {
        if (line.PresentSince(turn.Now) is not { } since)
        {
            return Messages.Get(turn.Reader, line.Stays.Count == 0 ? Sentence.AttendanceAbsent : Sentence.AttendanceLeft);
        }

        var time = since.InZone(turn.Network.Zone).TimeOfDay;
        var people = line.PeopleAt(turn.Now).Where(person => person.Value != line.Voter.Value)
            .Select(person => CardText.Escape(turn.Network.Person(person)?.Name ?? person.Value, LineBreaks.Collapse)).Take(3).ToList();
        return people.Count == 0
            ? Messages.Get(turn.Reader, Sentence.AttendancePresent, time)
            : Messages.Get(turn.Reader, Sentence.AttendancePresentBy, time, string.Join("; ", people));
    }
}
