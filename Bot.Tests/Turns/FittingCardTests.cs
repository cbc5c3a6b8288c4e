using System.Linq;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using Xunit;

namespace Bot.Tests.Turns;

/// <summary>What keeps a card from being refused: texts cut, marks taken away, and the last resort.</summary>
public class FittingCardTests
{
    private static readonly string Note = Messages.Get(Reader.German, Sentence.CardShortened);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void Of_CardAroundTheLimit_IsShortenedFromTheLimitOn(int beyond, bool isShortened)
    {
        var frame = Card(string.Empty).SizeInBytes;
        var card = Card(new string('x', CardLimits.Bytes - frame + beyond));

        var fitting = FittingCard.Of(Reader.German, card);

        Assert.Equal(CardLimits.Bytes + beyond, card.SizeInBytes);
        Assert.Equal(isShortened, !ReferenceEquals(card, fitting));
        Assert.InRange(fitting.SizeInBytes, 1, CardLimits.Bytes - 1);
    }

    [Fact]
    public void Of_ManyElements_KeepsTheBeginningAndTheButtonsAndSaysSo()
    {
        var card = Card([.. Enumerable.Range(1, 400).Select(number => $"Absatz {number} {new string('ä', 100)}")]) with { Actions = [SuggestionCard.RunButton(Reader.German, CommandTable.Help)] };

        var fitting = FittingCard.Of(Reader.German, card);

        var texts = fitting.Body.OfType<TextBlock>().Select(text => text.Text).ToList();
        Assert.InRange(texts.Count, 90, 399);
        Assert.StartsWith("Absatz 1 ", texts[0], System.StringComparison.Ordinal);
        Assert.Equal(Note, texts[^1]);
        Assert.Equal(card.Actions, fitting.Actions);
        Assert.InRange(fitting.SizeInBytes, CardLimits.Bytes - 1000, CardLimits.Bytes - 1);
    }

    [Fact]
    public void Of_ManyButtonsOrALongFallback_StillFits()
    {
        var buttons = Enumerable.Range(1, 200).Select(number => SuggestionCard.RunButton(Reader.German, CommandTable.Help) with { Id = $"b{number}" });
        var card = Card("x") with { Actions = [.. buttons], FallbackText = new string('\uE000', 30_000), Speak = new string('x', 30_000) };

        var fitting = FittingCard.Of(Reader.English, card);

        Assert.InRange(fitting.SizeInBytes, 1, CardLimits.Bytes - 1);
        Assert.Empty(fitting.Actions);
    }

    [Theory]
    [InlineData("kurz", 10, "kurz")]
    [InlineData("genau", 5, "genau")]
    [InlineData("zu lang", 4, "zu l")]
    [InlineData("a😀b", 2, "a")]
    [InlineData("a😀b", 3, "a😀")]
    [InlineData("e\u0301e\u0301", 3, "e\u0301")]
    [InlineData("👩‍🌾x", 4, "")]
    public void Cut_Text_NeverEndsWithinACharacter(string text, int units, string expected) => Assert.Equal(expected, ShortText.Cut(text, units));

    [Fact]
    public void Abbreviate_LongText_EndsWithAnEllipsisWithinTheLimit() => Assert.Equal("abc…", ShortText.Abbreviate("abc defg", 5));

    [Theory]
    [InlineData("Eingeladen: **Beirat**", "Eingeladen: Beirat")]
    [InlineData(@"A\_B \*x\* \[y\](z)", "A_B *x* [y](z)")]
    [InlineData(@"C:\\Pfad \ä", @"C:\Pfad \ä")]
    [InlineData("a\n\nb", "a b")]
    [InlineData(@"ende\", @"ende\")]
    public void PlainText_Markdown_LosesItsMarks(string markdown, string plain) => Assert.Equal(plain, PlainText.Of(markdown));

    [Fact]
    public void PlainText_WhatWasEscaped_IsWhatWasTyped()
    {
        const string typed = "**fett** _k_ [Link](https://evil.example) `c` <b>x</b> {{DATE()}} a|b ~~x~~ \\";

        Assert.Equal(typed, PlainText.Of(CardText.Escape(typed, LineBreaks.Collapse)));
    }

    [Theory]
    [InlineData("Verein Brücke")]
    [InlineData("\"\\\uE000")]
    [InlineData("😀\u2028<b>")]
    public void CardSize_OfATextAndItsElement_IsWhatTheWireTakes(string text)
    {
        var element = CardPart.Text(text);
        var alone = new AdaptiveCard { Body = [element] };

        Assert.Equal(alone.SizeInBytes - new AdaptiveCard().SizeInBytes, CardSize.Of(element));
        Assert.InRange(CardSize.Of(text), CardSize.Of(element) - CardSize.Of(CardPart.Text(string.Empty)), int.MaxValue);
    }

    private static AdaptiveCard Card(params string[] texts) => new()
    {
        Lang = "de",
        FallbackText = "Bitte tippen.",
        Body = [.. texts.Select(CardPart.Text)],
    };
}
