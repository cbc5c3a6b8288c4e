using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Bot.Features.Register.ExportResolutions;
using Bot.Texts;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Bot.Tests.Features.Register;

/// <summary>The file as a spreadsheet reads it.</summary>
public class ResolutionFileTests
{
    [Fact]
    public void Write_Lines_AreUtf8WithMarkSemicolonsAndQuotes()
    {
        var bytes = ResolutionFile.Write([["Nummer", "Titel"], ["2026-01", "Straße; \"Fest\"\nzwei"]]);

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
        Assert.Equal(19, Messages.Get(Reader.German, Sentence.ResolutionFileColumns).Split(';').Length);
        Assert.Equal(19, Messages.Get(Reader.English, Sentence.ResolutionFileColumns).Split(';').Length);
    }

    private static string Text(string[][] lines) => Encoding.UTF8.GetString(ResolutionFile.Write(lines).AsSpan(3));
}
