using Bot.Domain.Memberships;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Admissions.EndApplication;

/// <summary>Asks why an application is not passed on, and says who is told.</summary>
internal static class DeclineCard
{
    /// <summary>Draws the question.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="admission">The case.</param>
    /// <param name="reason">The reason as far as it was typed.</param>
    /// <param name="objection">Why it could not be done as it was filled in; null for none. Markdown.</param>
    public static AdaptiveCard Render(Turn turn, Admission admission, string reason = "", string? objection = null) => ReasonQuestion.Draw(
        turn.Reader,
        Messages.Get(turn.Reader, Sentence.DeclineHeading, CardText.Escape(admission.Applicant, LineBreaks.Collapse)),
        Messages.Get(turn.Reader, Sentence.DeclineQuestion),
        Sentence.InputDeclineReason,
        (reason, objection),
        CardPart.Button(turn.Reader, Sentence.ButtonDecline, AdmissionVerbs.Decline, [("admission", admission.Id.Value), .. turn.Form.Data]),
        CardPart.Button(turn.Reader, Sentence.ButtonDismiss, AdmissionVerbs.Dismiss, turn.Form.Data));
}
