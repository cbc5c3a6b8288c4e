using Bot.Domain.Committees;
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
/// <param name="Hash">Hash of all values above: 64 lower-case hexadecimal digits.</param>
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
    string Hash);
