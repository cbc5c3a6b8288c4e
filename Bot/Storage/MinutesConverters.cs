using System;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Voting;
using NodaTime;
using NodaTime.Text;

namespace Bot.Storage;

/// <summary>A value that is one text.</summary>
internal abstract class TextConverter<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => read(reader.GetString() ?? throw new JsonException());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
}

/// <summary>A day, 2027-01-14.</summary>
internal sealed class DayConverter() : TextConverter<LocalDate>(LocalDatePattern.Iso.Format, text => LocalDatePattern.Iso.Parse(text).GetValueOrThrow());

/// <summary>A time of day.</summary>
internal sealed class TimeConverter() : TextConverter<LocalTime>(LocalTimePattern.ExtendedIso.Format, text => LocalTimePattern.ExtendedIso.Parse(text).GetValueOrThrow());

/// <summary>Day and time.</summary>
internal sealed class MomentConverter() : TextConverter<LocalDateTime>(LocalDateTimePattern.ExtendedIso.Format, text => LocalDateTimePattern.ExtendedIso.Parse(text).GetValueOrThrow());

/// <summary>A person's identity.</summary>
internal sealed class PersonConverter() : TextConverter<PersonId>(id => id.Value, text => new PersonId(text));

/// <summary>A voter's identity.</summary>
internal sealed class VoterConverter() : TextConverter<VoterId>(id => id.Value, text => new VoterId(text));

/// <summary>A ballot's identity.</summary>
internal sealed class BallotConverter() : TextConverter<BallotId>(id => id.Value, text => new BallotId(text));

/// <summary>An election's identity.</summary>
internal sealed class ElectionConverter() : TextConverter<ElectionId>(id => id.Value, text => new ElectionId(text));

/// <summary>A majority as its code.</summary>
internal sealed class RuleConverter() : TextConverter<MajorityRule>(rule => rule.ToCode(), MajorityRule.Parse);

/// <summary>Yes, no, abstentions, not voted, present or -1, entitled, excluded, withheld.</summary>
internal sealed class TallyConverter() : TextConverter<Tally>(
    tally => string.Create(
        CultureInfo.InvariantCulture,
        $"{tally.Yes} {tally.No} {tally.Abstain} {tally.NotVoted} {tally.Present ?? -1} {tally.Entitled} {tally.Excluded} {tally.Withheld}"),
    text =>
    {
        var counts = Array.ConvertAll(text.Split(' '), number => int.Parse(number, CultureInfo.InvariantCulture));
        return new Tally(counts[0], counts[1], counts[2], counts[3], counts[4] < 0 ? null : counts[4], counts[5], counts[6], counts[7]);
    });
