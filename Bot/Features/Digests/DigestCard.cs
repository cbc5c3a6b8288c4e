using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Digests;
using Bot.Domain.Meetings;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Digests;

/// <summary>Somebody's weekly overview.</summary>
internal static class DigestCard
{
    /// <summary>A longer title or task is cut.</summary>
    private const int LongestText = 150;

    /// <summary>Draws it.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="network">The network.</param>
    /// <param name="points">At most <see cref="DigestPoint.Most"/>; none says that there is nothing.</param>
    /// <param name="isWanted">Whether the reader gets one every week.</param>
    public static AdaptiveCard Render(Reader reader, Network network, IReadOnlyList<DigestPoint> points, bool isWanted)
    {
        var heading = Messages.Get(reader, Sentence.DigestHeading);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading + " " + string.Join(' ', points.Take(1).Select(point => Line(reader, network, point))),
            Body =
            [
                CardPart.Heading(heading),
                points.Count == 0 ? CardPart.Text(Messages.Get(reader, Sentence.DigestEmpty)) : CardPart.List(points.Select(point => Line(reader, network, point))),
                CardPart.Subtle(Messages.Get(reader, isWanted ? Sentence.DigestHowOff : Sentence.DigestHowOn)),
                .. CardPart.Rows(
                [
                    .. points.Any(point => point is DigestPoint.OpenBallot) ? [SuggestionCard.RunButton(reader, CommandTable.Ballots)] : Enumerable.Empty<CardAction>(),
                    CardPart.Button(reader, isWanted ? Sentence.ButtonDigestOff : Sentence.ButtonDigestOn, isWanted ? DigestVerbs.Off : DigestVerbs.On),
                ]),
            ],
        };
    }

    private static string Line(Reader reader, Network network, DigestPoint point) => point switch
    {
        DigestPoint.OpenBallot(var title, var closes) => Messages.Get(reader, Sentence.DigestBallot, Text(title), closes.InZone(network.Zone).LocalDateTime),
        DigestPoint.OwnTask(var text, var due) => Messages.Get(reader, Sentence.DigestTask, Text(text), due),
        DigestPoint.OwnResolution(var number, var title, var due) => Messages.Get(reader, Sentence.DigestResolution, number, Text(title), due),
        DigestPoint.ProspectFollowUp(var name, var day) => Messages.Get(reader, Sentence.DigestFollowUp, Text(name), day),
        DigestPoint.ComingMeeting(var meeting) => Messages.Get(reader, Sentence.DigestMeeting, NameOf(network, meeting), meeting.Day, meeting.Start),
        DigestPoint.ItemDeadline(var meeting, var until) => Messages.Get(reader, Sentence.DigestDeadline, NameOf(network, meeting), meeting.Day, until),
        DigestPoint.Result(var entry) => Messages.Get(reader, Sentence.DigestResult, entry.Number.ToString(), Text(entry.Title), RuleWords.Verdict(reader, entry.Verdict)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string NameOf(Network network, Meeting meeting) => Text(network.Committee(meeting.Committee)?.Name ?? meeting.Committee.Value);

    private static string Text(string text) => CardText.Escape(ShortText.Abbreviate(text, LongestText), LineBreaks.Collapse);
}
