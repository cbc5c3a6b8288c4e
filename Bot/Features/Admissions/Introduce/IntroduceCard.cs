using Bot.Domain.Meetings;
using Bot.Domain.Memberships;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Admissions.Introduce;

/// <summary>Shows in which meeting an applicant is to introduce itself, and who is told what, before anything is stored.</summary>
internal static class IntroduceCard
{
    /// <summary>Name of the datum that says which meeting.</summary>
    public const string MeetingField = "meeting";

    /// <summary>Name of the datum that says for which date of it the card was drawn.</summary>
    public const string DatedField = "dated";

    /// <summary>Draws the preview.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="admission">The case.</param>
    /// <param name="meeting">Which meeting.</param>
    public static AdaptiveCard Render(Turn turn, Admission admission, Meeting meeting)
    {
        var applicant = CardText.Escape(admission.Applicant, LineBreaks.Collapse);
        var heading = Messages.Get(turn.Reader, Sentence.IntroductionHeading, applicant);
        var question = Messages.Get(
            turn.Reader, Sentence.IntroductionQuestion, applicant, CardText.Escape(turn.Network.Committee(meeting.Committee)?.Name ?? string.Empty), meeting.Day + meeting.Start);
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                CardPart.Text(question),
                .. IsLate(turn, meeting) ? [CardPart.Text(Messages.Get(turn.Reader, Sentence.IntroductionLate))] : System.Array.Empty<CardElement>(),
                CardPart.Text(Messages.Get(turn.Reader, Sentence.IntroductionHint)),
            ],
            Actions =
            [
                CardPart.Button(
                    turn.Reader,
                    Sentence.ButtonIntroduce,
                    AdmissionVerbs.Introduce,
                    [
                        ("admission", admission.Id.Value), (MeetingField, meeting.Id.Value), (DatedField, meeting.MovedRevision.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                        .. turn.Form.Data,
                    ]),
                CardPart.Button(turn.Reader, Sentence.ButtonDismiss, AdmissionVerbs.Dismiss, turn.Form.Data),
            ],
        };
    }

    /// <summary>Whether the meeting decides first if it takes the item up at all.</summary>
    private static bool IsLate(Turn turn, Meeting meeting) =>
        turn.Network.Committee(meeting.Committee) is { } committee && turn.Now >= meeting.AgendaClosesAt(committee.Rules, turn.Network.Zone);
}
