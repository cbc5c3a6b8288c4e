using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.PlanYear;

/// <summary>All proposals of one committee for a year, to be confirmed together; and what came of it.</summary>
internal static class CallAllCard
{
    /// <summary>Most meetings that are called at once.</summary>
    public const int Most = 12;

    /// <summary>Draws the preview.</summary>
    /// <param name="turn">A coordinator.</param>
    /// <param name="committee">Whose proposals.</param>
    /// <param name="plan">The plan of all committees, so that clashes are seen.</param>
    /// <param name="form">What it goes back to; null for this press.</param>
    /// <param name="lead">A sentence above; null for none. Markdown.</param>
    public static AdaptiveCard Render(Turn turn, Committee committee, YearPlan plan, FormReference? form, string? lead = null)
    {
        var reader = turn.Reader;
        var proposals = plan.Entries.Where(entry => entry.Slot.Committee == committee.Id && entry.Called is null).Take(Most).ToList();
        var heading = Messages.Get(reader, Sentence.CallAllHeading, CardText.Escape(committee.Name, LineBreaks.Collapse));
        (string, string)[] data =
        [
            ("committee", committee.Id.Value),
            ("days", string.Join(',', proposals.Select(entry => RowFormat.Write(entry.Slot.Day)))),
            ("latest", committee.Timeline.Latest.ToString(CultureInfo.InvariantCulture)),
            .. (form ?? turn.Form).Data,
        ];
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                .. lead is null ? Enumerable.Empty<CardElement>() : [CardPart.Text(lead)],
                CardPart.Text(Messages.Get(reader, proposals.Count == 0 ? Sentence.CallAllNone : Sentence.CallAllQuestion)),
                .. proposals.Count == 0 ? Enumerable.Empty<CardElement>() : [CardPart.List(proposals.Select(entry => LineOf(turn, plan, entry)))],
                .. CardPart.Rows(Buttons(reader, proposals.Count > 0, data)),
            ],
        };
    }

    /// <summary>Draws what came of it, a line for each.</summary>
    public static AdaptiveCard Done(Turn turn, Committee committee, IReadOnlyList<string> lines)
    {
        var heading = Messages.Get(turn.Reader, Sentence.CallAllHeading, CardText.Escape(committee.Name, LineBreaks.Collapse));
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = heading,
            Body = [CardPart.Heading(heading), CardPart.List(lines)],
        };
    }

    private static string LineOf(Turn turn, YearPlan plan, PlannedMeeting entry)
    {
        var when = Appointments.Moment(turn.Reader, entry.Slot.Day + entry.Slot.Start);
        var place = entry.Place.Length == 0 ? when : Messages.Get(turn.Reader, Sentence.CallAllLine, when, CardText.Escape(entry.Place, LineBreaks.Collapse));
        return string.Join(' ', ClashPart.Lines(turn.Reader, turn.Network, [.. plan.ClashesOf(turn.Network, entry).Take(1)], names: false).Prepend(place));
    }

    private static IEnumerable<CardAction> Buttons(Reader reader, bool hasProposals, (string, string)[] data)
    {
        if (hasProposals)
        {
            yield return CardPart.Button(reader, Sentence.ButtonCallAll, MeetingVerbs.CallAll, data);
        }

        yield return CardPart.Button(reader, Sentence.ButtonDismiss, MeetingVerbs.Dismiss);
    }
}
