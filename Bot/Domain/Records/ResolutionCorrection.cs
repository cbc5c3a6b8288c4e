using System;
using NodaTime;

namespace Bot.Domain.Records;

/// <summary>Puts an entry of the register right by another one: the old one stays as it is.</summary>
public static class ResolutionCorrection
{
    /// <summary>The longest wording and the longest reason, in UTF-16 units.</summary>
    public const int TextLimit = 1500, ReasonLimit = 500;

    /// <summary>The new entry: the wording is another, everything that was counted stays. It is of the day of the decision, since that did not change.</summary>
    /// <param name="entry">What is put right.</param>
    /// <param name="title">Short name of the new entry.</param>
    /// <param name="text">The wording as it should have been.</param>
    /// <param name="reason">Why.</param>
    /// <param name="subject">What the correction is recorded under, once.</param>
    /// <param name="now">When.</param>
    /// <returns>A refusal when the wording is missing, the same or too long, or the reason is missing or too long.</returns>
    public static Outcome<ResolutionDraft> Draft(ResolutionEntry entry, string title, string text, string reason, string subject, Instant now)
    {
        if (text.Length == 0 || string.Equals(text, entry.Text, StringComparison.Ordinal))
        {
            return new Refusal(RefusalCode.ResolutionCorrectionSame);
        }

        if (reason.Length == 0)
        {
            return new Refusal(RefusalCode.ReasonMissing);
        }

        return text.Length > TextLimit || reason.Length > ReasonLimit
            ? new Refusal(RefusalCode.TextTooLong, text.Length > TextLimit ? TextLimit : ReasonLimit)
            : new ResolutionDraft(title, text, entry.Committee, entry.Verdict, entry.Tally, entry.RuleCode, entry.DecidedOn, now, subject)
            {
                Recommendation = entry.Recommendation,
                ByConsent = entry.ByConsent,
                Corrects = entry.Number,
                Reason = reason,
            };
    }
}
