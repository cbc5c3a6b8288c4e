using Bot.Domain.Memberships;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Admissions.EndApplication;

/// <summary>Asks once before an application is taken back.</summary>
internal static class WithdrawCard
{
    /// <summary>Draws the question.</summary>
    public static AdaptiveCard Render(Turn turn, Admission admission)
    {
        var question = Messages.Get(
            turn.Reader, admission.State == AdmissionState.Applied ? Sentence.WithdrawQuestion : Sentence.WithdrawQuestionVoting, CardText.Escape(admission.Applicant, LineBreaks.Collapse));
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = question,
            Body =
            [
                CardPart.Heading(Messages.Get(turn.Reader, Sentence.WithdrawHeading)),
                CardPart.Text(question),
                .. CardPart.Rows(
                [
                    CardPart.Button(turn.Reader, Sentence.ButtonWithdraw, AdmissionVerbs.Withdraw, [("admission", admission.Id.Value), .. turn.Form.Data]),
                    CardPart.Button(turn.Reader, Sentence.ButtonDismiss, AdmissionVerbs.Dismiss, turn.Form.Data),
                ]),
            ],
        };
    }
}
