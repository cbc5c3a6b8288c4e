using System.Linq;
using System.Xml;
using Bot.Platform.Documents;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Bot.Tests.Platform.Documents;

/// <summary>Text as it may stand in a document.</summary>
public class DocumentTextTests
{
    [Theory]
    [InlineData("Grüße", "Grüße")]
    [InlineData("a\u0000b\u0001c\u001Fd", "abcd")]
    [InlineData("a\tb\vc\fd", "a b c\nd")]
    [InlineData("a\r\nb\rc\nd\u0085e\u2028f", "a\nb\nc\nd\ne\nf")]
    [InlineData("a\uFFFEb\uFFFFc", "abc")]
    [InlineData("a\u202Eb\u2066c\u200Fd", "abcd")]
    [InlineData("😀 <&>\"'", "😀 <&>\"'")]
    public void Clean_WhatADocumentCannotHold_IsTakenOut(string text, string clean) => Assert.Equal(clean, DocumentText.Clean(text));

    /// <summary>Not data of a theory, since those are written down as UTF-8.</summary>
    [Fact]
    public void Clean_HalvesOfSurrogatePairs_BecomeTheReplacementCharacter()
    {
        Assert.Equal("a\uFFFDb", DocumentText.Clean("a\uD800b"));
        Assert.Equal("\uFFFD", DocumentText.Clean("\uDC00"));
    }

    [Fact]
    public void Clean_AnyText_IsXmlAndStaysAsItIsWhenCleanedAgain() => Prop.ForAll(
        Arb.From(Gen.ArrayOf(Gen.Choose(0, 0xFFFF).Select(unit => (char)unit)).Select(units => new string(units))),
        text =>
        {
            var clean = DocumentText.Clean(text);
            XmlConvert.VerifyXmlChars(clean);
            Assert.Equal(clean, DocumentText.Clean(clean));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Stretches_AnyText_AreTheTextInItsOrder() => Prop.ForAll(
        Arb.From(Gen.ArrayOf(Gen.Elements('a', 'ö', ' ', '1', '.', 'ש', 'م', '\n')).Select(units => new string(units))),
        text => Assert.Equal(text, string.Concat(DocumentText.Stretches(text).Select(stretch => stretch.Text)))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Verein Brücke e. V.", false, "Verein Brücke e. V.|")]
    [InlineData("TOP 1: שלום עולם Frieden", false, "TOP 1: |שלום עולם<| Frieden")]
    [InlineData("مرحبا 12 e. V. مرحبا!", true, "مرحبا 12 <|e. V|. مرحبا!<")]
    [InlineData("12. ", false, "12. |")]
    [InlineData("", false, "")]
    public void Stretches_OfMixedText_GiveTheBlanksToTheParagraph(string text, bool isRightToLeft, string expected)
    {
        Assert.Equal(isRightToLeft, DocumentText.IsRightToLeft(text));
        var marked = string.Join('|', DocumentText.Stretches(text).Select(stretch => stretch.Text + (stretch.IsRightToLeft ? "<" : string.Empty)));
        Assert.Equal(expected.Replace("|", string.Empty, System.StringComparison.Ordinal).Replace("<", string.Empty, System.StringComparison.Ordinal), marked.Replace("|", string.Empty, System.StringComparison.Ordinal).Replace("<", string.Empty, System.StringComparison.Ordinal));
        Assert.Equal(expected.Count(character => character == '<'), marked.Count(character => character == '<'));
    }
}
