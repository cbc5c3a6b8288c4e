using System;
using System.Collections.Frozen;
using System.Globalization;
using System.Linq;
using System.Resources;
using System.Text;
using Bot.Domain;

namespace Bot.Texts;

/// <summary>Every sentence people read, in their language. The German file is the neutral one: what an unknown reader gets.</summary>
internal static class Messages
{
    private static readonly ResourceManager Resources = new("Bot.Texts.Messages", typeof(Messages).Assembly);

    private static readonly FrozenDictionary<Sentence, CompositeFormat> German = Load(CultureInfo.GetCultureInfo("de"));

    private static readonly FrozenDictionary<Sentence, CompositeFormat> English = Load(CultureInfo.GetCultureInfo("en"));

    /// <summary>The sentence with its gaps filled. Dates and moments are written in the reader's way.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="sentence">Which sentence.</param>
    /// <param name="values">Values for its gaps, in order. User text must already be safe for where the sentence is shown.</param>
    public static string Get(Reader reader, Sentence sentence, params object[] values)
    {
        var format = (reader.Language == "en" ? English : German)[sentence];
        return values.Length == 0 && format.MinimumArgumentCount == 0
            ? string.Format(reader.Culture, format, ReadOnlySpan<object?>.Empty)
            : string.Format(reader.Culture, format, [.. values.Select(value => Appointments.Write(reader, value))]);
    }

    /// <summary>What a refusal says to the reader, with the next step.</summary>
    public static string For(Reader reader, Refusal refusal) =>
        Get(reader, Enum.Parse<Sentence>("Refused" + refusal.Code), [.. refusal.Details]);

    private static FrozenDictionary<Sentence, CompositeFormat> Load(CultureInfo culture) => Enum.GetValues<Sentence>().ToFrozenDictionary(
        sentence => sentence,
        sentence => CompositeFormat.Parse(
            Resources.GetString(sentence.ToString(), culture)
            ?? throw new InvalidOperationException($"No sentence {sentence} in {culture.Name}.")));
}
