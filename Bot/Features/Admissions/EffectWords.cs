using Bot.Domain.Memberships;
using Bot.Platform.Cards;
using Bot.Texts;

namespace Bot.Features.Admissions;

/// <summary>On which day an admission is to take effect, while the plenary has not decided.</summary>
internal static class EffectWords
{
    /// <summary>The sentence. Markdown.</summary>
    public static string Of(Reader reader, Admission admission)
    {
        var applicant = CardText.Escape(admission.Applicant, LineBreaks.Collapse);
        return admission.EffectiveOn is { } day ? Messages.Get(reader, Sentence.EffectNews, applicant, day) : Messages.Get(reader, Sentence.EffectNewsDecision, applicant);
    }
}
