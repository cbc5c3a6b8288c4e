using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bot.Platform.Tables;

/// <summary>Properties as the table service writes them in JSON: plain where JSON tells the type, else with <c>name@odata.type</c> before them.</summary>
/// <remarks>Source: "Payload format for Table service operations". Both stores use it: both keep types alike, and a row in the
/// data file reads like one on the wire.</remarks>
internal static class EntityJson
{
    /// <summary>For the data file: letters as they are.</summary>
    public static readonly JsonWriterOptions Stored = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>For the wire: on one line, since the emulator's batch reader knows no other form, and everything but ASCII as \u00e4,
    /// since the emulator decodes each arriving piece of a body by itself and spoils a letter that is cut in two.</summary>
    public static readonly JsonWriterOptions Sent = new() { Encoder = JavaScriptEncoder.Default, SkipValidation = true };

    private const string TypeSuffix = "@odata.type";

    /// <summary>Writes the properties into the object that is open.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, object> properties)
    {
        foreach (var (name, value) in properties)
        {
            Write(writer, name, value);
        }
    }

    /// <summary>Reads one object, what the service says about the row (<c>PartitionKey</c>, <c>odata.etag</c> …) among its properties.</summary>
    /// <param name="reader">Stands on the object's beginning; afterwards on its end.</param>
    /// <exception cref="FormatException">A value is not of the type its annotation names, or no row holds such a value.</exception>
    /// <exception cref="JsonException">No JSON.</exception>
    public static Dictionary<string, object> Read(ref Utf8JsonReader reader)
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal);
        Dictionary<string, string>? types = null;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (name.EndsWith(TypeSuffix, StringComparison.Ordinal))
            {
                var annotated = name[..^TypeSuffix.Length];
                var type = reader.GetString()!;
                (types ??= new Dictionary<string, string>(StringComparer.Ordinal))[annotated] = type;
                if (properties.TryGetValue(annotated, out var untyped))
                {
                    properties[annotated] = Typed(untyped, type);
                }
            }
            else if (reader.TokenType is not JsonTokenType.Null)
            {
                properties[name] = Typed(ref reader, types?.GetValueOrDefault(name));
            }
        }

        return properties;
    }

    private static void Write(Utf8JsonWriter writer, string name, object value)
    {
        switch (value)
        {
            case string text:
                writer.WriteString(name, text);
                break;
            case int number:
                writer.WriteNumber(name, number);
                break;
            case bool truth:
                writer.WriteBoolean(name, truth);
                break;
            case long number:
                writer.WriteString(name + TypeSuffix, "Edm.Int64");
                writer.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number:
                // Always annotated: 1.0 is written as 1 and would come back as an Int32.
                writer.WriteString(name + TypeSuffix, "Edm.Double");
                WriteDouble(writer, name, number);
                break;
            case DateTimeOffset moment:
                writer.WriteString(name + TypeSuffix, "Edm.DateTime");
                writer.WriteString(name, moment.UtcDateTime);
                break;
            case Guid guid:
                writer.WriteString(name + TypeSuffix, "Edm.Guid");
                writer.WriteString(name, guid);
                break;
            case byte[] bytes:
                writer.WriteString(name + TypeSuffix, "Edm.Binary");
                writer.WriteBase64String(name, bytes);
                break;
            default:
                throw new ArgumentException($"'{name}' is a {value.GetType()}, which the service does not keep.", nameof(value));
        }
    }

    private static void WriteDouble(Utf8JsonWriter writer, string name, double number)
    {
        if (double.IsFinite(number))
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static object Typed(ref Utf8JsonReader reader, string? type)
    {
        // Read as a double at once: by way of an integer, -0 would lose its sign.
        var value = type is "Edm.Double" && reader.TokenType is JsonTokenType.Number ? reader.GetDouble() : Plain(ref reader);
        return type is null ? value : Typed(value, type);
    }

    private static object Plain(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number when reader.TryGetInt32(out var number) => number,
        JsonTokenType.Number when reader.TryGetInt64(out var number) => number,
        JsonTokenType.Number => reader.GetDouble(),
        _ => throw new FormatException($"A row holds no {reader.TokenType}."),
    };

    private static object Typed(object value, string type) => (type, value) switch
    {
        ("Edm.Int64", string text) => long.Parse(text, CultureInfo.InvariantCulture),
        ("Edm.Int64", int number) => (long)number,
        ("Edm.Double", string text) => double.Parse(text, CultureInfo.InvariantCulture),
        ("Edm.Double", int or long) => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        ("Edm.DateTime", string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        ("Edm.Guid", string text) => Guid.Parse(text),
        ("Edm.Binary", string text) => Convert.FromBase64String(text),
        ("Edm.String", string) or ("Edm.Int32", int) or ("Edm.Int64", long) or ("Edm.Boolean", bool) or ("Edm.Double", double) => value,
        _ => throw new FormatException($"The type {type} does not fit a {value.GetType().Name}."),
    };
}
