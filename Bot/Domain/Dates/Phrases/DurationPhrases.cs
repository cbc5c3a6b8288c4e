using NodaTime;

namespace Bot.Domain.Dates.Phrases;

/// <summary>How long, directly behind the time it begins: "18 Uhr, 90 min", "18 Uhr für zwei Stunden", "6 pm, 1.5 hours".</summary>
internal static class DurationPhrases
{
    private const int MinutesOfHour = 60;

    /// <summary>What may stand between the time and how long it lasts.</summary>
    private static readonly string[] Joints = ["fuer", "for", "dauer", "ca", "circa", "etwa", "about", "rund", "lasting", "und"];

    public static DurationMention? Read(PhraseContext context, int at)
    {
        var tokens = context.Tokens;
        if (!Follows(context, at) || Minutes(tokens, at, out var to) is not { } minutes || minutes is < 5 or > 12 * MinutesOfHour)
        {
            return null;
        }

        to = tokens.IsWord(to, "lang", "long") ? to + 1 : to;
        return new DurationMention(at, to, Duration.FromMinutes(minutes));
    }

    private static bool Follows(PhraseContext context, int at)
    {
        if (context.LastTo == 0 || !context.LastIsClock)
        {
            return false;
        }

        var before = at;
        while (before > context.LastTo && (context.Tokens.IsWord(before - 1, Joints) || context.Tokens[before - 1] is { Kind: TokenKind.Symbol, Folded: "," or ":" or "." or "(" or ";" }))
        {
            before--;
        }

        return before == context.LastTo;
    }

    private static int? Minutes(TokenList tokens, int at, out int to)
    {
        if (Quarters(tokens, at, out to) is { } quarters)
        {
            return quarters;
        }

        if (Amount(tokens, at, out var unit) is not { } hundredths)
        {
            return null;
        }

        to = unit + 1;
        if (tokens.IsWord(unit, "min", "mins", "minuten", "minute", "minutes") && hundredths % 100 == 0)
        {
            return hundredths / 100;
        }

        return tokens.IsWord(unit, "stunde", "stunden", "std", "h", "hour", "hours", "hrs") && hundredths * MinutesOfHour % 100 == 0
            ? hundredths * MinutesOfHour / 100
            : null;
    }

    /// <summary>"anderthalb Stunden", "eine halbe Stunde", "half an hour".</summary>
    private static int? Quarters(TokenList tokens, int at, out int to)
    {
        var (minutes, words) = tokens[at].Folded switch
        {
            "anderthalb" or "eineinhalb" when tokens.IsWord(at + 1, "stunden") => (90, 2),
            "zweieinhalb" when tokens.IsWord(at + 1, "stunden") => (150, 2),
            "dreieinhalb" when tokens.IsWord(at + 1, "stunden") => (210, 2),
            "eine" when tokens.IsWord(at + 1, "halbe") && tokens.IsWord(at + 2, "stunde") => (30, 3),
            "eine" when tokens.IsWord(at + 1, "dreiviertelstunde") => (45, 2),
            "half" when tokens.IsWord(at + 1, "an") && tokens.IsWord(at + 2, "hour") => (30, 3),
            _ => (0, 0),
        };
        to = at + words;
        return words == 0 ? null : minutes;
    }

    /// <summary>A whole number, or one with at most two places behind comma or dot, in hundredths.</summary>
    private static int? Amount(TokenList tokens, int at, out int behind)
    {
        behind = at + 1;
        if (NumberWords.Count(tokens, at) is not { } whole)
        {
            return null;
        }

        if (!tokens.JoinsNumbers(at + 1, ',') && !tokens.JoinsNumbers(at + 1, '.'))
        {
            return whole * 100;
        }

        behind = at + 3;
        return tokens.IsNumber(at + 2, 2, out var places) ? (whole * 100) + (tokens[at + 2].Text.Length == 1 ? places * 10 : places) : null;
    }
}
