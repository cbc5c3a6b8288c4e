using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Privacy;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Privacy.KeepFor;

/// <summary>What is kept how long, in words, and what people type for it.</summary>
internal static class RetentionWords
{
    private static readonly (RetentionKind Kind, Sentence Name, string[] Words)[] Kinds =
    [
        (RetentionKind.Replies, Sentence.RetentionReplies, ["antworten auf einladungen", "zusagen", "antworten", "answers to invitations", "answers", "replies"]),
        (RetentionKind.Attendance, Sentence.RetentionAttendance, ["anwesenheit", "attendance"]),
        (RetentionKind.Rolls, Sentence.RetentionRolls, ["abstimmungszettel", "abstimmungslisten", "stimmzettel", "ballot papers", "papers", "rolls"]),
        (RetentionKind.Polls, Sentence.RetentionPolls, ["umfragen", "antworten in umfragen", "polls", "answers in polls"]),
        (RetentionKind.Applications, Sentence.RetentionApplications, ["antraege", "nicht aufgenommene antraege", "applications"]),
        (RetentionKind.Prospects, Sentence.RetentionProspects, ["interessenten", "moegliche partner", "prospects"]),
        (RetentionKind.Deliveries, Sentence.RetentionDeliveries, ["zustellvermerke", "zustellungen", "delivery notes", "deliveries"]),
        (RetentionKind.LookUps, Sentence.RetentionLookUps, ["wer nach kontaktdaten gefragt hat", "abfragen", "look-ups", "lookups", "who asked for contact data"]),
        (RetentionKind.Acts, Sentence.RetentionActs, ["aenderungsverlauf", "verlauf", "audit log", "audit"]),
        (RetentionKind.Contacts, Sentence.RetentionContacts, ["kontaktdaten", "kontaktdaten von ausgeschiedenen", "contact data"]),
    ];

    private static readonly string[] LimitWords = ["kontaktabfragen", "contact look-ups", "contact lookups"];

    /// <summary>What a kind is called.</summary>
    public static string Of(Reader reader, RetentionKind kind) => Messages.Get(reader, Kinds.First(one => one.Kind == kind).Name);

    /// <summary>A number of months.</summary>
    public static string Months(Reader reader, int months) => months == 1 ? Messages.Get(reader, Sentence.RetentionMonth) : Messages.Get(reader, Sentence.RetentionMonths, months);

    /// <summary>From when on, or until when.</summary>
    public static Sentence After(RetentionRule rule) => rule switch
    {
        { Start: RetentionStart.Minutes } => Sentence.RetentionAfterMinutes,
        { Kind: RetentionKind.Polls } => Sentence.RetentionAfterPoll,
        { Start: RetentionStart.Closing } => Sentence.RetentionAfterClosing,
        { Start: RetentionStart.End } => Sentence.RetentionAfterEnd,
        { Start: RetentionStart.Touch } => Sentence.RetentionAfterTouch,
        { Start: RetentionStart.Subject } => Sentence.RetentionAfterSubject,
        { Start: RetentionStart.Entry } => Sentence.RetentionAfterEntry,
        { Start: RetentionStart.Leaving } => Sentence.RetentionAtOnce,
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    /// <summary>How many of what, one after the other.</summary>
    public static string Counts(Reader reader, IReadOnlyDictionary<RetentionKind, int> counts) => string.Join(
        "; ", RetentionTable.All.Where(rule => counts.GetValueOrDefault(rule.Kind) > 0).Select(rule => Messages.Get(reader, Sentence.RetentionCount, Of(reader, rule.Kind), counts[rule.Kind])));

    /// <summary>What a typed line asks for.</summary>
    /// <param name="entry">The command.</param>
    /// <param name="text">The whole line.</param>
    public static RetentionAsked Read(CommandEntry entry, CommandText text)
    {
        var (whole, said) = (CommandText.Fold(text.Raw), CommandText.Fold(entry.RestOf(text)));
        var isLimit = LimitWords.Any(word => whole.StartsWith(word, StringComparison.Ordinal) || said.StartsWith(word, StringComparison.Ordinal));
        var number = NumberIn(said);
        if (isLimit)
        {
            return number is { } aDay ? new RetentionAsked.Limit(aDay) : new RetentionAsked.Everything();
        }

        var named = Kinds.SelectMany(kind => kind.Words.Select(word => (kind.Kind, Word: word))).Where(pair => said.Contains(pair.Word, StringComparison.Ordinal))
            .OrderByDescending(pair => pair.Word.Length).Select(pair => (RetentionKind?)pair.Kind).FirstOrDefault();
        return said.Length == 0 ? new RetentionAsked.Everything()
            : named is { } kind && number is { } months ? new RetentionAsked.Months(kind, months)
            : new RetentionAsked.Unclear();
    }

    /// <summary>The one number in a text; null for none or several.</summary>
    private static int? NumberIn(string said)
    {
        var numbers = said.Split([' ', ':', ',', '.'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).Where(number => number >= 0).ToList();
        return numbers is [var one] ? one : null;
    }
}

/// <summary>What somebody asks for.</summary>
internal abstract record RetentionAsked
{
    private RetentionAsked()
    {
    }

    /// <summary>To see everything.</summary>
    public sealed record Everything : RetentionAsked;

    /// <summary>Another time for a kind.</summary>
    public sealed record Months(RetentionKind Kind, int Number) : RetentionAsked;

    /// <summary>Another number of look-ups a day.</summary>
    public sealed record Limit(int ADay) : RetentionAsked;

    /// <summary>Something that does not say what to what.</summary>
    public sealed record Unclear : RetentionAsked;
}
