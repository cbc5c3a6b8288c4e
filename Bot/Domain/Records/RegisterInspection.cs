using System;
using System.Collections.Generic;
using System.Linq;

namespace Bot.Domain.Records;

/// <summary>Checks a whole register as it was found and says what is wrong at the first place where something is.</summary>
public static class RegisterInspection
{
    /// <summary>Checks it: row by row, then the head, then that every matter leads to its entry.</summary>
    /// <returns>Null when all is well.</returns>
    public static RegisterFinding? FirstFault(RegisterContent content) => FaultOfRows(content) ?? FaultOfHead(content) ?? FaultOfGuards(content);

    private static RegisterFinding? FaultOfRows(RegisterContent content)
    {
        var reached = RegisterHead.Empty;
        for (var place = 0; place < content.Rows.Count; place++)
        {
            var row = content.Rows[place];
            if (FaultOfRow(content, place, reached) is { } fault)
            {
                return fault;
            }

            reached = RegisterHead.At(row.Entry!);
        }

        return null;
    }

    private static RegisterFinding? FaultOfRow(RegisterContent content, int place, RegisterHead reached)
    {
        var (key, entry, odd) = content.Rows[place];
        if (key is null)
        {
            return new(RegisterFault.Unreadable, null, odd);
        }

        var expected = ResolutionNumber.After(reached.Last, key.Year);
        if (key > expected)
        {
            return new(RegisterFault.Missing, expected, []);
        }

        if (entry is null)
        {
            return new(RegisterFault.Unreadable, key, odd);
        }

        if (entry.Number != key)
        {
            // A row under a foreign key fits its own hash; one whose number was written over does not.
            return IsWhole(entry) ? new(RegisterFault.Misplaced, key, []) : new(RegisterFault.Changed, key, Changed(entry, reached.Hash, Onward(content, place)));
        }

        if (!IsWhole(entry))
        {
            return new(RegisterFault.Changed, key, Changed(entry, reached.Hash, Onward(content, place)));
        }

        if (odd.Count > 0)
        {
            return new(RegisterFault.Changed, key, odd);
        }

        return Same(entry.PreviousHash, reached.Hash) ? null : FaultOfLink(content, place, reached);
    }

    /// <summary>An entry does not continue the one before it: it was slipped in, the one before it was, or nobody can say.</summary>
    private static RegisterFinding FaultOfLink(RegisterContent content, int place, RegisterHead reached)
    {
        var (key, entry, _) = content.Rows[place];
        var beforeLast = place > 1 ? content.Rows[place - 2].Entry!.Hash : RegisterHead.Empty.Hash;
        return place > 0 && Same(entry!.PreviousHash, beforeLast)
            ? new(RegisterFault.Inserted, content.Rows[place - 1].Key, [])
            : new(Same(Onward(content, place), reached.Hash) ? RegisterFault.Inserted : RegisterFault.Detached, key, []);
    }

    private static RegisterFinding? FaultOfHead(RegisterContent content)
    {
        var reached = content.Rows.Count == 0 ? RegisterHead.Empty : RegisterHead.At(content.Rows[^1].Entry!);
        if (content.OddHead.Count > 0)
        {
            return new(RegisterFault.Head, null, content.OddHead);
        }

        var head = content.Head ?? RegisterHead.Empty;
        if (head == reached)
        {
            return null;
        }

        if (head.Last is { } last && (reached.Last is null || last > reached.Last))
        {
            return Same(head.Hash, reached.Hash) ? new(RegisterFault.Head, null, ["Last"]) : new(RegisterFault.Missing, ResolutionNumber.After(reached.Last, last.Year), []);
        }

        if (head.Last == reached.Last || Same(head.Hash, reached.Hash))
        {
            return new(RegisterFault.Head, null, [head.Last == reached.Last ? "Hash" : "Last"]);
        }

        // The head stands at an earlier entry: what follows was not recorded through it.
        var known = content.Rows.Count(row => head.Last is { } end && row.Key! <= end);
        return content.Head is not null && (known == 0 || Same(content.Rows[known - 1].Entry!.Hash, head.Hash))
            ? new(RegisterFault.Inserted, content.Rows[known].Key, [])
            : new(RegisterFault.Head, null, content.Head is null ? [] : ["Last", "Hash"]);
    }

    private static RegisterFinding? FaultOfGuards(RegisterContent content)
    {
        foreach (var entry in content.Rows.Select(row => row.Entry!))
        {
            if (!content.Guards.TryGetValue(entry.Subject, out var number) || number != entry.Number)
            {
                return new(RegisterFault.Guard, entry.Number, []);
            }
        }

        return content.Guards.Count > content.Rows.Count ? new(RegisterFault.Guard, null, []) : null;
    }

    /// <summary>What comes after a row knows of it: the next entry's link, or the head's.</summary>
    private static string? Onward(RegisterContent content, int place) =>
        place + 1 < content.Rows.Count ? content.Rows[place + 1].Entry?.PreviousHash : content.Head?.Hash;

    /// <summary>The columns that were changed, as far as that can be said: from 0.5.0 on by the seals, before that only where one value put back makes the hash fit again.</summary>
    private static IReadOnlyList<string> Changed(ResolutionEntry entry, string previous, string? onward)
    {
        foreach (var (column, restored) in Restored(entry, previous))
        {
            if (Same(ResolutionHash.Of(restored), entry.Hash))
            {
                return [column];
            }
        }

        var broken = ResolutionSeals.Broken(entry);
        return broken.Count > 0 ? broken : Same(ResolutionHash.Of(entry), onward) ? ["Hash"] : [];
    }

    private static IEnumerable<(string Column, ResolutionEntry Restored)> Restored(ResolutionEntry entry, string previous) =>
    [
        ("Seals", entry with { Seals = ResolutionSeals.Of(entry) }),
        ("Seals", entry with { Seals = string.Empty }),
        ("PreviousHash", entry with { PreviousHash = previous }),
        ("Corrects", entry with { Corrects = null }),
        ("Reason", entry with { Reason = string.Empty }),
        ("ByConsent", entry with { ByConsent = !entry.ByConsent }),
        .. Enum.GetValues<Voting.Verdict>().Select(verdict => ("Verdict", entry with { Verdict = verdict })),
        .. Enum.GetValues<Memberships.Recommendation>().Select(one => ("Recommendation", entry with { Recommendation = one })),
        ("Recommendation", entry with { Recommendation = null }),
        .. Enumerable.Range(0, entry.Tally.NotVoted + 1).Select(absent => ("Present", WithPresent(entry, entry.Tally.Entitled - absent))),
        ("Present", WithPresent(entry, null)),
    ];

    private static ResolutionEntry WithPresent(ResolutionEntry entry, int? present) =>
        entry with { Tally = new Voting.Tally(entry.Tally.Yes, entry.Tally.No, entry.Tally.Abstain, entry.Tally.NotVoted, present, entry.Tally.Entitled, entry.Tally.Excluded, entry.Tally.Withheld) };

    /// <summary>Whether an entry's values are those its hash was made of.</summary>
    public static bool IsWhole(ResolutionEntry entry) => Same(entry.Hash, ResolutionHash.Of(entry));

    /// <summary>What an entry's hash is the SHA-256 of, byte by byte, so that it can be verified without the bot.</summary>
    public static byte[] HashedBytes(ResolutionEntry entry) => ResolutionHash.BytesOf(entry);

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.Ordinal);
}
