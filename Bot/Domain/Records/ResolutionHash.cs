using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using NodaTime.Text;

namespace Bot.Domain.Records;

/// <summary>The hash of an entry: SHA-256 over a layout's name and all values, each as its length in UTF-8 bytes, a colon and the bytes.</summary>
/// <remarks>The lengths make it unambiguous: no two different entries have the same bytes. The layout's name is a part of it, so that no entry of one
/// layout passes for one of the other. Words and order of a layout never change. An entry has the first layout unless it holds what that one has no
/// room for: papers that are not shown, or a recommendation; or that nobody counted, for which there is the third. New entries have the fourth, which has
/// room for everything, corrections and seals too; those of the first three are checked as they were made.</remarks>
internal static class ResolutionHash
{
    private const string FirstLayout = "resolution/1";

    private const string SecondLayout = "resolution/2";

    private const string ThirdLayout = "resolution/3";

    private const string FourthLayout = "resolution/4";

    /// <summary>All values of an entry but its seals and its own hash, by the names of the columns they are stored in, in the order of the fourth layout.</summary>
    public static IEnumerable<(string Column, string Value)> Columns(ResolutionEntry entry) => ColumnNames.Zip(
        [
            .. Head(entry), Written(entry.Tally.Withheld), .. Tail(entry), Word(entry.Recommendation), entry.ByConsent ? "by-consent" : "counted",
            entry.Corrects?.ToString() ?? "nothing", entry.Reason, entry.PreviousHash,
        ]);

    private static readonly string[] ColumnNames =
    [
        "Number", "Title", "Text", "Committee", "Verdict", "Yes", "No", "Abstain", "NotVoted", "Present", "Entitled", "Excluded", "Withheld", "Rule", "DecidedOn", "RecordedAt",
        "Subject", "Recommendation", "ByConsent", "Corrects", "Reason", "PreviousHash",
    ];

    public static string Of(ResolutionEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var bytes in Pieces(entry))
        {
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>What is hashed.</summary>
    public static byte[] BytesOf(ResolutionEntry entry) => [.. Pieces(entry).SelectMany(bytes => bytes)];

    private static IEnumerable<byte[]> Pieces(ResolutionEntry entry)
    {
        foreach (var value in Values(entry))
        {
            var bytes = Encoding.UTF8.GetBytes(value);
            yield return Encoding.ASCII.GetBytes(Written(bytes.Length) + ":");
            yield return bytes;
        }
    }

    private static IEnumerable<string> Values(ResolutionEntry entry) => entry switch
    {
        { Seals.Length: > 0 } or { Corrects: not null } or { Reason.Length: > 0 } => [FourthLayout, .. Columns(entry).Select(column => column.Value), entry.Seals],
        { ByConsent: true } => [ThirdLayout, .. Head(entry), Written(entry.Tally.Withheld), .. Tail(entry), Word(entry.Recommendation), "by-consent", entry.PreviousHash],
        { Tally.Withheld: 0, Recommendation: null } => [FirstLayout, .. Head(entry), .. Tail(entry), entry.PreviousHash],
        _ => [SecondLayout, .. Head(entry), Written(entry.Tally.Withheld), .. Tail(entry), Word(entry.Recommendation), entry.PreviousHash],
    };

    private static string[] Head(ResolutionEntry entry) =>
    [
        entry.Number.ToString(),
        entry.Title,
        entry.Text,
        entry.Committee.Value,
        Word(entry.Verdict),
        Written(entry.Tally.Yes),
        Written(entry.Tally.No),
        Written(entry.Tally.Abstain),
        Written(entry.Tally.NotVoted),
        entry.Tally.Present is { } present ? Written(present) : "unknown",
        Written(entry.Tally.Entitled),
        Written(entry.Tally.Excluded),
    ];

    private static string[] Tail(ResolutionEntry entry) =>
    [
        entry.RuleCode,
        LocalDatePattern.Iso.Format(entry.DecidedOn),
        InstantPattern.ExtendedIso.Format(entry.RecordedAt),
        entry.Subject,
    ];

    private static string Word(Recommendation? recommendation) => recommendation switch
    {
        null => "not-asked",
        Recommendation.For => "for",
        Recommendation.Against => "against",
        Recommendation.None => "none",
        _ => throw new ArgumentOutOfRangeException(nameof(recommendation), recommendation, "Unknown recommendation."),
    };

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
