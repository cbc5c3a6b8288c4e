using System;
using System.Linq;
using Bot.Turns;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Bot.Tests.Turns;

/// <summary>How typed texts are folded for comparison, and where their colon is.</summary>
public class CommandTextTests
{
    [Theory]
    [InlineData("Nächste  Sitzung", "naechste sitzung")]
    [InlineData("NÄCHSTE SITZUNG", "naechste sitzung")]
    [InlineData("na\u0308chste sitzung", "naechste sitzung")]
    [InlineData("Straße", "strasse")]
    [InlineData("STRAẞE", "strasse")]
    [InlineData("  Café\tolé\n", "cafe ole")]
    [InlineData("Gül Aydın", "guel aydın")]
    [InlineData("", "")]
    public void Fold_Text_IsLowerCaseWithoutMarksAndRuns(string text, string folded) => Assert.Equal(folded, CommandText.Fold(text));

    [Fact]
    public void Fold_AnyText_Twice_ChangesNothingMore() => Check.QuickThrowOnFailure(Prop.ForAll<string>(text =>
    {
        var folded = CommandText.Fold(text ?? string.Empty);
        return CommandText.Fold(folded) == folded;
    }));

    [Fact]
    public void Fold_AnyText_HasNoOuterDoubleOrControlBlanks() => Check.QuickThrowOnFailure(Prop.ForAll<string>(text =>
    {
        var folded = CommandText.Fold(text ?? string.Empty);
        return folded == folded.Trim() && !folded.Contains("  ", StringComparison.Ordinal) && !folded.Any(char.IsControl);
    }));

    [Fact]
    public void Fold_UmlautOrItsSpelling_IsTheSame() => Check.QuickThrowOnFailure(Prop.ForAll(
        Arb.From(Gen.ArrayOf(Gen.Elements("ä", "ö", "ü", "Ä", "Ö", "Ü", "ß", "a", "Z", " ", "-"))), parts =>
    {
        var text = string.Concat(parts);
        var spelled = text.Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal)
            .Replace("Ä", "Ae", StringComparison.Ordinal).Replace("Ö", "Oe", StringComparison.Ordinal).Replace("Ü", "UE", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal);
        return CommandText.Fold(text) == CommandText.Fold(spelled);
    }));

    [Theory]
    [InlineData("TOP: Haushalt", "top", "Haushalt")]
    [InlineData("TOP:15 Minuten", "top", "15 Minuten")]
    [InlineData("Beirat 14:30: Haushalt: Teil 2", "beirat 14:30", "Haushalt: Teil 2")]
    [InlineData("Beirat 14:30", "beirat 14:30", "")]
    [InlineData("TOP:", "top", "")]
    [InlineData(": x", "", "x")]
    [InlineData("ohne", "ohne", "")]
    public void Colon_InAText_IsTheFirstOutsideATimeOfDay(string text, string before, string after)
    {
        var read = new CommandText(text);
        Assert.Equal((before, after), (read.FoldedBeforeColon, read.AfterColon));
    }

    [Fact]
    public void Raw_AnyText_IsOneLine() => Check.QuickThrowOnFailure(Prop.ForAll<string>(text =>
    {
        var raw = new CommandText(text ?? string.Empty).Raw;
        return !raw.Any(char.IsControl) && raw == raw.Trim() && !raw.Contains("  ", StringComparison.Ordinal);
    }));

    [Theory]
    [InlineData(2000, false)]
    [InlineData(2001, true)]
    public void IsTooLong_AroundTheLimit(int length, bool isTooLong) => Assert.Equal(isTooLong, new CommandText(new string('x', length)).IsTooLong);

    [Fact]
    public void Raw_CutThroughASurrogatePair_LosesTheWholeCharacter()
    {
        var read = new CommandText("x" + string.Concat(Enumerable.Repeat("\U0001F600", 1000)));
        Assert.Equal(("x" + string.Concat(Enumerable.Repeat("\U0001F600", 999)), true), (read.Raw, read.IsTooLong));
    }

    [Theory]
    [InlineData("Hil\u200Bfe", "hilfe")]
    [InlineData("\u202EHilfe\u202C", "hilfe")]
    [InlineData("Hi\u00ADl\u200Dfe\U000E0041", "hilfe")]
    [InlineData("Na\u200B\u0308chste Sitzung", "naechste sitzung")]
    [InlineData("H\u0335\u0336\u0337\u0338\u0335\u0336ilfe", "hilfe")]
    [InlineData("Ja\uFFFE", "ja")]
    [InlineData("\uFFFE\uFFFF\uFDD0", "")]
    [InlineData("\u0627\u200C\u0628", "\u0627\u0628")]
    [InlineData("\U0001D400", "\U0001D400")]
    public void Fold_WhatNobodySees_IsNoPartOfACommand(string text, string folded) => Assert.Equal(folded, CommandText.Fold(text));

    [Fact]
    public void OneLine_TwoSpellingsThatLookTheSame_AreTheSame() =>
        Assert.Equal(CommandText.OneLine("Verein Brücke"), CommandText.OneLine("Verein\u00A0\u200B Bru\u0308cke\u2060"));

    [Fact]
    public void OneLine_AnyText_TwiceChangesNothingMore() => Check.QuickThrowOnFailure(Prop.ForAll<string>(text =>
    {
        var line = CommandText.OneLine(text ?? string.Empty);
        return CommandText.OneLine(line) == line;
    }));
}
