using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using NodaTime;

namespace Bot.Domain.Records;

/// <summary>One entry of the resolution register. It never changes; a correction is a new entry.</summary>
/// <param name="Number">Its number; without gaps within a year.</param>
/// <param name="Title">Short name of the matter.</param>
/// <param name="Text">The wording put to the vote.</param>
/// <param name="Committee">The committee that decided.</param>
/// <param name="Verdict">What the vote came to.</param>
/// <param name="Tally">All counts of the vote.</param>
/// <param name="RuleCode">The rule applied, as <see cref="MajorityRule.ToCode"/> writes it.</param>
/// <param name="DecidedOn">Day of the decision in the network's zone.</param>
/// <param name="RecordedAt">Moment of the entry, in whole milliseconds.</param>
/// <param name="Subject">What it is about, as a reference; empty for none.</param>
/// <param name="PreviousHash">Hash of the entry before it; <see cref="RegisterHead.Empty"/>'s for the first one.</param>
/// <param name="Hash">Hash of all other values: 64 lower-case hexadecimal digits.</param>
public sealed record ResolutionEntry(
    ResolutionNumber Number,
    string Title,
    string Text,
    CommitteeId Committee,
    Verdict Verdict,
    Tally Tally,
    string RuleCode,
    LocalDate DecidedOn,
    Instant RecordedAt,
    string Subject,
    string PreviousHash,
    string Hash)
{
    /// <summary>What the advisory board had recommended to the plenary; null where it was not asked.</summary>
    public Recommendation? Recommendation { get; init; }

    /// <summary>Whether nobody counted, because nobody objected: it was decided by consent in a meeting. Then the counts only tell who was present and entitled.</summary>
    public bool ByConsent { get; init; }

    /// <summary>The entry this one puts right; null for a resolution.</summary>
    public ResolutionNumber? Corrects { get; init; }

    /// <summary>Why it had to be put right; empty for a resolution.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>A short mark for each value, so that a changed one can be named; a part of what is hashed. Empty for entries of before 0.5.0.</summary>
    public string Seals { get; init; } = string.Empty;

    /// <summary>Whether the plenary decided otherwise than recommended; false without a recommendation.</summary>
    public bool Deviates => (Recommendation, Verdict) is
        (Memberships.Recommendation.For, Verdict.Rejected) or (Memberships.Recommendation.Against, Verdict.Accepted);

    /// <summary>The result as it was, worked out again from counts and rule; the verdict is the one that was recorded.</summary>
    public BallotResult Result => MajorityRule.Parse(RuleCode).Decide(Tally) with { Verdict = Verdict };
}
