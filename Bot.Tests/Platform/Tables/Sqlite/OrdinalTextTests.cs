using System;
using System.Linq;
using System.Text;
using Bot.Platform.Tables.Sqlite;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Bot.Tests.Platform.Tables.Sqlite;

public class OrdinalTextTests
{
    /// <summary>Text around the places where UTF-8 and UTF-16 order differently.</summary>
    private static readonly Arbitrary<string> Texts = Gen.Elements("a", "z", "'", "\u007f", "\u0080", "ä", "\u07ff", "\u0800", "中", "\ud7ff", "\U00010000", "\U0001F600", "\U0010FFFF", "\uE000", "\uFFFF")
        .ListOf()
        .Select(string.Concat)
        .ToArbitrary();

    [Fact]
    public void Encode_AnyTwoTexts_SortAsUtf16UnitsDo() =>
        Prop.ForAll(Texts, Texts, (left, right) =>
            Math.Sign(OrdinalText.Encode(left).AsSpan().SequenceCompareTo(OrdinalText.Encode(right))) == Math.Sign(string.CompareOrdinal(left, right)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Decode_WhatWasEncoded_IsTheText() =>
        Prop.ForAll(Texts, text => OrdinalText.Decode(OrdinalText.Encode(text)) == text).QuickCheckThrowOnFailure();

    [Fact]
    public void Behind_AnyText_LiesBetweenItAndEverythingGreater() =>
        Prop.ForAll(Texts, Texts, (text, greater) => string.CompareOrdinal(text, greater) >= 0
            || (OrdinalText.Behind(OrdinalText.Encode(text)).AsSpan().SequenceCompareTo(OrdinalText.Encode(text)) > 0
                && OrdinalText.Behind(OrdinalText.Encode(text)).AsSpan().SequenceCompareTo(OrdinalText.Encode(greater)) <= 0))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Encode_WithoutSurrogates_IsUtf8() =>
        Assert.Equal(Encoding.UTF8.GetBytes("Bündnis 中\uFF21"), OrdinalText.Encode("Bündnis 中\uFF21"));
}
