using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using NodaTime;

namespace Bot.Domain.Records;

/// <summary>A resolution before it has a number.</summary>
/// <param name="Title">Short name of the matter.</param>
/// <param name="Text">What was decided on, in the wording put to the vote.</param>
/// <param name="Committee">The committee that decided.</param>
/// <param name="Verdict">What the vote came to; rejected motions are recorded too.</param>
/// <param name="Tally">All counts of the vote.</param>
/// <param name="RuleCode">The rule applied, as <see cref="MajorityRule.ToCode"/> writes it.</param>
/// <param name="DecidedOn">Day of the decision in the network's zone.</param>
/// <param name="RecordedAt">Moment of the entry.</param>
/// <param name="Subject">What the resolution is about, as a reference (e.g. an admission case); empty for none.</param>
public sealed record ResolutionDraft(
    string Title,
    string Text,
    CommitteeId Committee,
    Verdict Verdict,
    Tally Tally,
    string RuleCode,
    LocalDate DecidedOn,
    Instant RecordedAt,
    string Subject)
{
    /// <summary>What the advisory board had recommended to the plenary; null where it was not asked.</summary>
    public Recommendation? Recommendation { get; init; }

    /// <summary>Whether nobody counted, because nobody objected: it was decided by consent in a meeting. Then the counts only tell who was present and entitled.</summary>
    public bool ByConsent { get; init; }

    /// <summary>The entry this one puts right; null for a resolution.</summary>
    public ResolutionNumber? Corrects { get; init; }

    /// <summary>Why it has to be put right; empty for a resolution.</summary>
    public string Reason { get; init; } = string.Empty;
}
