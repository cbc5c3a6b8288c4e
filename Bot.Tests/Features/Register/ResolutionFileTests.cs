using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Bot.Domain.Memberships;
using Bot.Domain.Records;
using Bot.Domain.Voting;
using Bot.Features.Register;
using Bot.Features.Register.ExportResolutions;
using Bot.Features.Register.ListResolutions;
using Bot.Platform.Documents;
using Bot.Tests.Cards;
using Bot.Texts;
using Bot.Turns;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Xunit;

namespace Bot.Tests.Features.Register;

/// <summary>The file as a spreadsheet reads it.</summary>
public class ResolutionFileTests
{
    [Fact]
    public void Write_Lines_AreUtf8WithMarkSemicolonsAndQuotes()
    {
        var bytes = DelimitedText.Write([["Nummer", "Titel"], ["2026-01", "Straße; \"Fest\"\nzwei"]]);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("\"Nummer\";\"Titel\"\r\n\"2026-01\";\"Straße; \"\"Fest\"\"\nzwei\"\r\n", Encoding.UTF8.GetString(bytes[3..]));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+49 30 1")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("  =HYPERLINK(\"http://x\")")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData("\uFF1D1")]
    public void Write_WhatASpreadsheetWouldRun_GetsAnApostropheBeforeIt(string value) =>
        Assert.StartsWith("\"'" + value[0], Text([[value]]), StringComparison.Ordinal);

    [Theory]
    [InlineData("Verein = Leben")]
    [InlineData("2026-01")]
    [InlineData("")]
    public void Write_AnythingElse_StaysAsItIs(string value) => Assert.Equal($"\"{value}\"\r\n", Text([[value]]));

    /// <summary>Whatever stands in a field, the line has as many fields as it was given, and none begins like a formula.</summary>
    [Fact]
    public void Write_AnyFields_ComeBackAsTheyWere() => Check.QuickThrowOnFailure(Prop.ForAll<string?[]>(AssertComesBack));

    private static void AssertComesBack(string?[] fields)
    {
        var given = fields.Append("x").Select(field => field ?? string.Empty).ToArray();
        if (given.Any(field => field.Any(char.IsSurrogate)))
        {
            return;
        }

        var read = Read(Text([given]));

        Assert.Equal(given, read.Zip(given).Select(pair => pair.First == "'" + pair.Second ? pair.Second : pair.First));
        Assert.All(read, field => Assert.False(field.TrimStart() is ['=' or '+' or '-' or '@', ..]));
    }

    /// <summary>Reads one line as RFC 4180 says.</summary>
    private static List<string> Read(string line)
    {
        var fields = new List<string>();
        for (var at = 0; at < line.Length && line[at] == '"'; at++)
        {
            var field = new StringBuilder();
            for (at++; line[at] != '"' || line[at + 1] == '"'; at++)
            {
                at += line[at] == '"' ? 1 : 0;
                field.Append(line[at]);
            }

            fields.Add(field.ToString());
            at++;
        }

        return fields;
    }

    [Fact]
    public void Columns_InBothLanguages_AreAsManyAsALineHas()
    {
        Assert.Equal(26, Messages.Get(Reader.German, Sentence.ResolutionFileColumns).Split(';').Length);
        Assert.Equal(26, Messages.Get(Reader.English, Sentence.ResolutionFileColumns).Split(';').Length);
    }

    [Theory]
    [InlineData("yes+no>1/2;tie=rejected;quorum>=1/2;v3", 0, "12;5;3;0;25;20;45;1;mehr als die Hälfte der Ja- und Nein-Stimmen, Quorum: mindestens die Hälfte aller Stimmberechtigten;3;;20 von 45, nötig 23: nicht beschlussfähig;Das Plenum hat anders entschieden, als der Beirat empfohlen hatte.")]
    [InlineData("yes+no>1/2;tie=rejected;v3", 0, "12;5;3;0;25;20;45;1;mehr als die Hälfte der Ja- und Nein-Stimmen;3;12 von 17 Ja- und Nein-Stimmen; nötig: mehr als die Hälfte, also 9;;Das Plenum hat anders entschieden, als der Beirat empfohlen hatte.")]
    [InlineData("yes+no>1/2;tie=rejected;v3", 4, "nicht gezeigt;nicht gezeigt;nicht gezeigt;4;41;20;45;1;mehr als die Hälfte der Ja- und Nein-Stimmen;3;;;Weniger als fünf geheime Stimmzettel: Was darauf steht, wird nicht gezeigt und nicht aufbewahrt. Das Plenum hat anders entschieden, als der Beirat empfohlen hatte.")]
    public void LineOf_AnEntry_SaysTheSameAsItsCard(string rule, int withheld, string expected)
    {
        var scene = Scene.Of(Writing.Usual, Reader.German);
        var tally = withheld > 0 ? new Tally(0, 0, 0, 41, 20, 45, 1, withheld) : new Tally(12, 5, 3, 25, 20, 45, 1);
        var entry = new ResolutionEntry(
            new ResolutionNumber(2026, 7), "Titel", "Wortlaut", scene.Plenary.Id, Verdict.Rejected, tally, rule, new LocalDate(2026, 11, 23), Scene.Now, "x", string.Empty, string.Empty)
        {
            Recommendation = Recommendation.For,
        };
        var line = ResolutionFile.LineOf(scene.Turn("amina"), new ResolutionView(entry));

        Assert.Equal(expected, string.Join(';', line[4..17]));
        Assert.Equal(26, line.Length);
        var card = ResolutionCard.Render(scene.Turn("amina"), "x", [new ResolutionView(entry)], string.Empty, PageRequest.First).ToJson();
        Assert.All(line[12..17].Where(field => field.Length > 1), field => Assert.Contains(System.Text.Json.JsonSerializer.Serialize(field.Split(". ")[0], Relaxed)[1..^1], card, StringComparison.Ordinal));
    }

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Text(string[][] lines) => Encoding.UTF8.GetString(DelimitedText.Write(lines).AsSpan(3));
}
