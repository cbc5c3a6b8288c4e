using System;
using System.Collections.Generic;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Domain.Voting;
using NodaTime.Text;

namespace Bot.Domain.Records;

/// <summary>The hash of an entry: SHA-256 over a layout's name and all values, each as its length in UTF-8 bytes, a colon and the bytes.</summary>
/// <remarks>The lengths make it unambiguous: no two different entries have the same bytes. The layout's name is a part of it, so that a
/// later layout can be told from this one. Words and order of this layout never change.</remarks>
internal static class ResolutionHash
{
    private const string Layout = "resolution/1";

    public static string Of(ResolutionEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var value in Values(entry))
        {
            var bytes = Encoding.UTF8.GetBytes(value);
            hash.AppendData(Encoding.ASCII.GetBytes(Written(bytes.Length) + ":"));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Values(ResolutionEntry entry)
    {
        yield return Layout;
        yield return entry.Number.ToString();
        yield return entry.Title;
        yield return entry.Text;
        yield return entry.Committee.Value;
        yield return Word(entry.Verdict);
        yield return Written(entry.Tally.Yes);
        yield return Written(entry.Tally.No);
        yield return Written(entry.Tally.Abstain);
        yield return Written(entry.Tally.NotVoted);
        yield return entry.Tally.Present is { } present ? Written(present) : "unknown";
        yield return Written(entry.Tally.Entitled);
        yield return Written(entry.Tally.Excluded);
        yield return entry.RuleCode;
        yield return LocalDatePattern.Iso.Format(entry.DecidedOn);
        yield return InstantPattern.ExtendedIso.Format(entry.RecordedAt);
        yield return entry.Subject;
        yield return entry.PreviousHash;
    }

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Accepted => "accepted",
        Verdict.Rejected => "rejected",
        Verdict.NoQuorum => "no-quorum",
        Verdict.Repeat => "repeat",
        Verdict.ChairDecides => "chair-decides",
        Verdict.Lot => "lot",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Unknown verdict."),
    };

    private static string Written(int heads) => heads.ToString(CultureInfo.InvariantCulture);
}
