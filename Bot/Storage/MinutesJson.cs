using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Domain.Minutes;

namespace Bot.Storage;

/// <summary>What minutes say, as JSON text for rows: identities as text, days and times as ISO text, rules as their code, counts as numbers in a fixed order.
/// A field a version does not know is left out when it reads.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true,
    Converters =
    [
        typeof(DayConverter), typeof(TimeConverter), typeof(MomentConverter), typeof(PersonConverter), typeof(VoterConverter), typeof(BallotConverter), typeof(ElectionConverter),
        typeof(RuleConverter), typeof(TallyConverter),
    ])]
[JsonSerializable(typeof(MinutesBody))]
internal sealed partial class MinutesJson : JsonSerializerContext;

/// <summary>Writes what minutes say, and reads it back.</summary>
internal static class MinutesText
{
    /// <summary>Umlauts stand as they are: it is never part of a page.</summary>
    private static readonly MinutesJson Plain = new(new JsonSerializerOptions(MinutesJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = null });

    /// <summary>Writes what minutes say.</summary>
    public static string Write(MinutesBody body) => JsonSerializer.Serialize(body, Plain.MinutesBody);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">It was not written by <see cref="Write"/>.</exception>
    public static MinutesBody Read(string text) => JsonSerializer.Deserialize(text, Plain.MinutesBody) ?? throw new JsonException("No minutes.");
}
