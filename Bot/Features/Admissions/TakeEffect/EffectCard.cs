using System.Linq;
using Bot.Domain.Memberships;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Admissions.TakeEffect;

/// <summary>Asks on which day an admission takes effect, and says what that means. Shown before anything is stored.</summary>
internal static class EffectCard
{
    /// <summary>Name of the day's input.</summary>
    public const string DayField = "effective";

    /// <summary>Draws the question.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="admission">The case.</param>
    /// <param name="day">The day as far as it was said; null for that of the decision.</param>
    /// <param name="objection">Why it could not be done as it was filled in; null for none. Markdown.</param>
    public static AdaptiveCard Render(Turn turn, Admission admission, LocalDate? day, string? objection = null)
    {
        var heading = Messages.Get(turn.Reader, Sentence.EffectHeading, CardText.Escape(admission.Applicant, LineBreaks.Collapse));
        var before = admission.EffectiveOn is { } now ? Messages.Get(turn.Reader, Sentence.EffectBefore, now) : Messages.Get(turn.Reader, Sentence.EffectBeforeDecision);
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                .. objection is null ? Enumerable.Empty<CardElement>() : [CardPart.Text(objection)],
                CardPart.Text(before),
                CardPart.Text(Messages.Get(turn.Reader, Sentence.EffectQuestion)),
                InputPart.Day(turn.Reader, DayField, Sentence.InputEffectiveOn, day),
            ],
            Actions =
            [
                CardPart.Button(turn.Reader, Sentence.ButtonSetupConfirm, AdmissionVerbs.Effect, [("admission", admission.Id.Value), .. turn.Form.Data]),
                CardPart.Button(turn.Reader, Sentence.ButtonDismiss, AdmissionVerbs.Dismiss, turn.Form.Data) with { AssociatedInputs = AssociatedInputs.None },
            ],
        };
    }

    /// <summary>What a field of a form says.</summary>
    /// <returns>The day, null for that of the decision; or an objection, Markdown, where the field holds something else.</returns>
    public static (LocalDate? Day, string? Objection) Read(Reader reader, string field) => field.Length == 0 ? (null, null)
        : TermDay.In(field) is { } day ? (day, null)
        : (null, Messages.Get(reader, Sentence.MembershipDayUnknown, CardText.Escape(ShortText.Abbreviate(field, 60), LineBreaks.Collapse)));
}
