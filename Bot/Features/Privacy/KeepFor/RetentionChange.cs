using System;
using Bot.Domain.Privacy;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Privacy.KeepFor;

/// <summary>A change of how long something is kept, or of how many look-ups a day are allowed.</summary>
/// <param name="Kind">What; null for the look-ups a day.</param>
/// <param name="Before">The number that stands.</param>
/// <param name="Number">The number that is to stand.</param>
/// <param name="After">The terms with it.</param>
internal sealed record RetentionChange(RetentionKind? Kind, int Before, int Number, RetentionTerms After)
{
    /// <summary>What is changed, as buttons say it.</summary>
    public string What => Kind?.ToString() ?? RetentionCard.LookUpsADay;

    /// <summary>What would be different. Markdown.</summary>
    public string Said(Reader reader) => Kind is { } kind
        ? Messages.Get(reader, Sentence.RetentionPreview, RetentionWords.Of(reader, kind), RetentionWords.Months(reader, Number), RetentionWords.Months(reader, Before))
        : Messages.Get(reader, Sentence.RetentionPreviewLimit, Number, Before);

    /// <summary>What a button says is to be changed.</summary>
    public static RetentionAsked Asked(CardForm form) => (form[RetentionCard.What], form.Number(RetentionCard.Number)) switch
    {
        (RetentionCard.LookUpsADay, { } aDay) => new RetentionAsked.Limit(aDay),
        (var what, { } months) when Enum.TryParse<RetentionKind>(what, out var kind) && Enum.IsDefined(kind) => new RetentionAsked.Months(kind, months),
        _ => new RetentionAsked.Unclear(),
    };

    /// <summary>The change that is asked for.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="terms">As they stand.</param>
    /// <param name="asked">What is asked for.</param>
    /// <returns>The change; or what to say instead, in Markdown.</returns>
    public static (RetentionChange? Change, string Otherwise) Of(Reader reader, RetentionTerms terms, RetentionAsked asked)
    {
        switch (asked)
        {
            case RetentionAsked.Limit(var aDay):
                return terms.WithLookUps(aDay) is not { } limited ? (null, Messages.Get(reader, Sentence.RetentionLimitBounds, RetentionTerms.FewestLookUps, RetentionTerms.MostLookUps))
                    : aDay == terms.LookUpsADay ? (null, Messages.Get(reader, Sentence.RetentionSame))
                    : (new RetentionChange(null, terms.LookUpsADay, aDay, limited), string.Empty);
            case RetentionAsked.Months(var kind, var months):
                var rule = RetentionTable.Of(kind);
                return rule.IsFixed ? (null, Messages.Get(reader, Sentence.RetentionFixed, RetentionWords.Of(reader, kind)))
                    : terms.With(kind, months) is not { } after ? (null, Messages.Get(reader, Sentence.RetentionBounds, RetentionWords.Of(reader, kind), rule.Least, rule.Most))
                    : months == terms.MonthsOf(kind) ? (null, Messages.Get(reader, Sentence.RetentionSame))
                    : (new RetentionChange(kind, terms.MonthsOf(kind), months, after), string.Empty);
            default:
                return (null, Messages.Get(reader, Sentence.RetentionWhich));
        }
    }
}
