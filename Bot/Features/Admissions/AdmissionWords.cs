using Bot.Domain.Memberships;
using Bot.Platform.Cards;
using Bot.Texts;

namespace Bot.Features.Admissions;

/// <summary>Where an admission case is, in one sentence.</summary>
internal static class AdmissionWords
{
    /// <summary>The sentence. Markdown.</summary>
    public static string Of(Reader reader, Admission admission)
    {
        var applicant = CardText.Escape(admission.Applicant, LineBreaks.Collapse);
        var number = admission.Resolution ?? string.Empty;
        return admission.State switch
        {
            AdmissionState.Applied => Messages.Get(reader, Sentence.ApplicationTaken, applicant),
            AdmissionState.Consulting => Messages.Get(reader, Sentence.ApplicationConsulting, applicant),
            AdmissionState.Voting => Messages.Get(reader, Sentence.ApplicationVoting, applicant),
            AdmissionState.Admitted when admission.EffectiveOn is { } day => Messages.Get(reader, Sentence.OutcomeAdmitted, applicant, number, day),
            AdmissionState.Member when admission.EffectiveOn is { } day => Messages.Get(reader, Sentence.OutcomeMemberSince, applicant, number, day),
            AdmissionState.Member => Messages.Get(reader, Sentence.OutcomeMember, applicant, number),
            AdmissionState.Rejected => Messages.Get(reader, Sentence.OutcomeRejected, applicant, number),
            AdmissionState.Declined => Messages.Get(reader, Sentence.ApplicationDeclined, applicant, CardText.Escape(admission.End?.Reason ?? string.Empty, LineBreaks.Collapse)),
            AdmissionState.Withdrawn => Messages.Get(reader, Sentence.ApplicationWithdrawn, applicant),
            _ => Messages.Get(reader, Sentence.OutcomeUndecided, applicant, number),
        };
    }
}
