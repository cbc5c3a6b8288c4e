using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using Bot.Platform.Tables;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Bot.Tests.Platform.Tables;

public class EntityJsonTests
{
    private static readonly Arbitrary<object> Values = Gen.OneOf(
            Gen.Choose(int.MinValue, int.MaxValue).Select(number => (object)number),
            ArbMap.Default.GeneratorFor<long>().Select(number => (object)number),
            ArbMap.Default.GeneratorFor<double>().Select(number => (object)number),
            ArbMap.Default.GeneratorFor<bool>().Select(truth => (object)truth),
            ArbMap.Default.GeneratorFor<Guid>().Select(guid => (object)guid),
            ArbMap.Default.GeneratorFor<byte[]>().Select(bytes => (object)bytes),
            ArbMap.Default.GeneratorFor<UnicodeString>().Where(text => IsWellFormed(text.Get)).Select(text => (object)text.Get),
            Gen.Choose(0, int.MaxValue).Select(ticks => (object)new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(ticks)))
        .ToArbitrary();

    [Fact]
    public void Read_WhatWasWritten_IsTheSameInBothForms()
    {
        Prop.ForAll(Values, value => Equal(value, RoundTrip(value, EntityJson.Stored))).QuickCheckThrowOnFailure();
        Prop.ForAll(Values, value => Equal(value, RoundTrip(value, EntityJson.Sent))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Write_ForTheWire_IsAsciiOnOneLine() =>
        Assert.All(Encoding.UTF8.GetBytes(Write(new() { ["Größe"] = "ä\n中\U0001F600" }, EntityJson.Sent)), unit => Assert.InRange(unit, (byte)' ', (byte)'~'));

    [Theory]
    [InlineData("""{"A":1}""", 1)]
    [InlineData("""{"A":1.0}""", 1.0)]
    [InlineData("""{"A":1e2}""", 100.0)]
    [InlineData("""{"A":2147483648}""", 2147483648L)]
    [InlineData("""{"A@odata.type":"Edm.Double","A":1}""", 1.0)]
    [InlineData("""{"A":1,"A@odata.type":"Edm.Double"}""", 1.0)]
    [InlineData("""{"A":"7","A@odata.type":"Edm.Int64"}""", 7L)]
    [InlineData("""{"A@odata.type":"Edm.Int64","A":7}""", 7L)]
    [InlineData("""{"B@odata.type":"Edm.Guid","A":"2026-01-01T00:00:00Z"}""", "2026-01-01T00:00:00Z")]
    [InlineData("""{"A@odata.type":"Edm.String","A":"x"}""", "x")]
    public void Read_FormsOfOneValue_GiveItsType(string json, object value) => Assert.Equal(value, Read(json)["A"]);

    [Fact]
    public void Read_Null_IsNoProperty() => Assert.Empty(Read("""{"A":null}"""));

    [Theory]
    [InlineData("""{"A":{"B":1}}""")]
    [InlineData("""{"A":[1]}""")]
    [InlineData("""{"A@odata.type":"Edm.Decimal","A":"1.0"}""")]
    [InlineData("""{"A@odata.type":"Edm.Guid","A":true}""")]
    [InlineData("""{"A@odata.type":"Edm.Guid","A":"no guid"}""")]
    public void Read_WhatNoRowHolds_Throws(string json) => Assert.Throws<FormatException>(() => Read(json));

    private static bool IsWellFormed(string text) => text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar);

    private static bool Equal(object expected, object actual) => expected is byte[] bytes
        ? actual is byte[] others && bytes.SequenceEqual(others)
        : expected.GetType() == actual.GetType() && expected.Equals(actual);

    private static object RoundTrip(object value, JsonWriterOptions options) => Read(Write(new() { ["A"] = value }, options))["A"];

    private static string Write(Dictionary<string, object> properties, JsonWriterOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, options);
        writer.WriteStartObject();
        EntityJson.Write(writer, properties);
        writer.WriteEndObject();
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static Dictionary<string, object> Read(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return EntityJson.Read(ref reader);
    }
}
