using System;
using System.Collections.Generic;
using System.Text;
using NodaTime;

namespace Bot.Domain.Records;

/// <summary>The chain of the resolution register: each entry carries the hash of the one before it.</summary>
/// <remarks>It shows that somebody has changed, taken out or slipped in an entry. It does not stop a person with write access who
/// computes all later hashes anew; that is shown by comparing the head's hash with one noted elsewhere, such as in the minutes.</remarks>
public static class ResolutionChain
{
    /// <summary>Gives a draft its number and its place at the end of the chain.</summary>
    /// <param name="head">Where the register stands.</param>
    /// <param name="draft">The resolution. Texts are stored in well-formed Unicode and the moment in whole milliseconds,
    /// so that every store gives back exactly what was hashed.</param>
    /// <returns>The entry, and the head that follows it; both are to be stored together or not at all.</returns>
    /// <exception cref="ArgumentException">Title, wording, rule or committee is missing.</exception>
    public static (ResolutionEntry Entry, RegisterHead Head) Append(RegisterHead head, ResolutionDraft draft)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(draft.Title, nameof(draft));
        ArgumentException.ThrowIfNullOrWhiteSpace(draft.Text, nameof(draft));
        ArgumentException.ThrowIfNullOrWhiteSpace(draft.RuleCode, nameof(draft));
        ArgumentException.ThrowIfNullOrWhiteSpace(draft.Committee.Value, nameof(draft));
        var entry = new ResolutionEntry(
            ResolutionNumber.After(head.Last, draft.DecidedOn.Year),
            WellFormed(draft.Title),
            WellFormed(draft.Text),
            draft.Committee,
            draft.Verdict,
            draft.Tally,
            draft.RuleCode,
            draft.DecidedOn,
            Instant.FromUnixTimeMilliseconds(draft.RecordedAt.ToUnixTimeMilliseconds()),
            WellFormed(draft.Subject),
            head.Hash,
            string.Empty)
        {
            Recommendation = draft.Recommendation,
            ByConsent = draft.ByConsent,
            Corrects = draft.Corrects,
            Reason = WellFormed(draft.Reason),
        };
        entry = entry with { Seals = ResolutionSeals.Of(entry) };
        entry = entry with { Hash = ResolutionHash.Of(entry) };
        return (entry, RegisterHead.At(entry));
    }

    /// <summary>Checks a whole register.</summary>
    /// <param name="entries">All entries from the first on, in the order of their numbers.</param>
    /// <param name="head">The stored head, which shows when entries are missing at the end; null to leave this check out.</param>
    /// <returns>The number of the first entry that was changed, moved, or follows a missing one; the head's number when the last entry
    /// is not the one the head names; null when all is well.</returns>
    public static ResolutionNumber? FirstBroken(IEnumerable<ResolutionEntry> entries, RegisterHead? head = null)
    {
        var reached = RegisterHead.Empty;
        foreach (var entry in entries)
        {
            if (!Continues(reached, entry))
            {
                return entry.Number;
            }

            reached = RegisterHead.At(entry);
        }

        return head is null || head == reached ? null : head.Last ?? reached.Last;
    }

    private static bool Continues(RegisterHead reached, ResolutionEntry entry) =>
        string.Equals(entry.PreviousHash, reached.Hash, StringComparison.Ordinal)
        && entry.Number == ResolutionNumber.After(reached.Last, entry.Number.Year)
        && string.Equals(entry.Hash, ResolutionHash.Of(entry), StringComparison.Ordinal);

    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
