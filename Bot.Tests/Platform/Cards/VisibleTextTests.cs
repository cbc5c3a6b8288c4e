using System.Linq;
using Bot.Platform.Cards;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Bot.Tests.Platform.Cards;

/// <summary>What of a name somebody sees.</summary>
public class VisibleTextTests
{
    [Theory]
    [InlineData("Ver\u200Bein", "Verein")]
    [InlineData("Ver\u00ADein", "Verein")]
    [InlineData("\uFEFFVerein\uFEFF", "Verein")]
    [InlineData("Ver\u200Dein\u200C", "Verein")]
    [InlineData("a\u200Eb\u200Fc\u061Cd", "abcd")]
    [InlineData("a\u202Ab\u202Bc\u202Cd\u202De\u202Ef", "abcdef")]
    [InlineData("a\u2066b\u2067c\u2068d\u2069e", "abcde")]
    [InlineData("a\u2060b\u2061c\u2062d\u2063e\u2064f\u206Ag\u206Fh", "abcdefgh")]
    [InlineData("Verein\U000E0041\U000E0042\U000E007F", "Verein")]
    [InlineData("a\u3164b\u115Fc\u1160d\uFFA0e\u17B4f\u034Fg\u180Eh", "abcdefgh")]
    [InlineData("a\u2800b", "a b")]
    [InlineData("a\uFFFEb\uFFFFc\uFDD0d\U0001FFFEe\U0010FFFFf", "abcdef")]
    [InlineData("a\uFFF9b\uFFFAc\uFFFBd", "abcd")]
    [InlineData("x\uFE0F\uFE0F\uFE0F\U000E0100y", "x\uFE0Fy")]
    [InlineData("\uFE0Fx", "x")]
    [InlineData("\u0301x \u0301y", "x y")]
    public void Of_WhatNobodySees_IsGone(string typed, string seen) => Assert.Equal(seen, VisibleText.Of(typed));

    [Theory]
    [InlineData("Verein Brücke e. V.")]
    [InlineData("Amina Yıldız, Nguyễn Thị Đào, Łódź, Škoda, Ærø")]
    [InlineData("Nguye\u0302\u0303n")]
    [InlineData("\u05E9\u05B8\u05C1\u05DC\u05D5\u05B9\u05DD")]
    [InlineData("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645")]
    [InlineData("\u0915\u094D\u200D\u0937")]
    [InlineData("\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466")]
    [InlineData("\u2764\uFE0F\u200D\U0001F525")]
    [InlineData("1\uFE0F\u20E3")]
    [InlineData("\u0600\u0661")]
    [InlineData("\uFFFD")]
    [InlineData("a\tb\nc")]
    [InlineData("")]
    public void Of_WhatBelongsToWriting_Stays(string typed) => Assert.Equal(typed, VisibleText.Of(typed));

    [Theory]
    [InlineData(4, 4)]
    [InlineData(5, 4)]
    [InlineData(5000, 4)]
    public void Of_MarksPiledUp_KeepsAsManyAsWritingNeeds(int typed, int kept)
    {
        Assert.Equal("Z" + new string('\u0335', kept) + "x", VisibleText.Of("Z" + new string('\u0335', typed) + "x"));
        // What is taken out in between does not make room for more.
        Assert.Equal("Z" + new string('\u0335', kept), VisibleText.Of("Z" + string.Concat(Enumerable.Repeat("\u0335\u200B", typed))));
    }

    [Fact]
    public void Of_HalfASurrogatePair_IsReplaced() => Assert.Equal("a\uFFFDb\uFFFD", VisibleText.Of("a\uD800b\uDC00"));

    [Fact]
    public void Of_AnyText_TwiceChangesNothingMoreAndCanBeComposed()
    {
        var alphabet = Gen.Elements("aZ \u00AD\u200B\u200C\u200D\u202E\u2066\u0301\u0335\uFE0F\u0627\u05D0\u0915\uD83D\uDC68\uFFFE\u3164\u2800\n".ToCharArray());
        var texts = Gen.OneOf(alphabet.ArrayOf(), Gen.Choose(0, 0xFFFF).Select(code => (char)code).ArrayOf()).Select(characters => new string(characters)).ToArbitrary();

        Prop.ForAll(texts, typed =>
        {
            var seen = VisibleText.Of(typed);
            return VisibleText.Of(seen) == seen && seen.Normalize().Length > 0 == seen.Length > 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }
}
