using System;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Platform.Cards;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Bot.Tests.Platform.Cards;

public partial class CardTextTests
{
    [Theory]
    [InlineData("Verein Brücke e. V.", "Verein Brücke e. V.")]
    [InlineData("**fett** und _kursiv_", @"\*\*fett\*\* und \_kursiv\_")]
    [InlineData("[hier](https://evil.example)", @"\[hier\](https://evil.example)")]
    [InlineData("![Bild](x)", @"!\[Bild\](x)")]
    [InlineData("<at>Ada</at>", @"\<at\>Ada\</at\>")]
    [InlineData("<https://evil.example>", @"\<https://evil.example\>")]
    [InlineData("`code` ~~weg~~ a|b", @"\`code\` \~\~weg\~\~ a\|b")]
    [InlineData(@"C:\*", @"C:\\\*")]
    [InlineData("# Überschrift", @"\# Überschrift")]
    [InlineData("Raum #3", "Raum #3")]
    [InlineData("- Punkt", @"\- Punkt")]
    [InlineData("+ Punkt", @"\+ Punkt")]
    [InlineData("a - b + c", "a - b + c")]
    [InlineData("> Zitat", @"\> Zitat")]
    [InlineData("1. Punkt", @"1\. Punkt")]
    [InlineData("14) Punkt", @"14\) Punkt")]
    [InlineData("123456789. x", @"123456789\. x")]
    [InlineData("1234567890. x", "1234567890. x")]
    [InlineData("Am 14. Januar", "Am 14. Januar")]
    [InlineData("===", @"\===")]
    [InlineData("---", @"\---")]
    [InlineData("    eingerückt", "eingerückt")]
    [InlineData("&lt;at&gt; &#60; &amp;", @"\&lt;at\&gt; \&#60; \&amp;")]
    [InlineData("Müller & Söhne; GmbH & Co.", "Müller & Söhne; GmbH & Co.")]
    [InlineData("{{DATE(2026-01-01)}}", @"\{\{DATE(2026-01-01)\}\}")]
    [InlineData("${name} {x}", @"$\{name} {x}")]
    [InlineData("", "")]
    [InlineData(" \t ", "")]
    public void Escape_UserText_ShowsTheSameCharacters(string typed, string expected) => Assert.Equal(expected, CardText.Escape(typed));

    [Theory]
    [InlineData("a\u0000b\u0007c\u001Bd\u009Fe", "abcde")]
    [InlineData("a\u202Eb\u202Ac\u2066d\u2069e", "abcde")]
    [InlineData("a\u200Fb\u200Dc", "abc")]
    [InlineData("Ver\u200Bein\U000E0041", "Verein")]
    [InlineData("a\tb", "a b")]
    [InlineData("👩‍🌾", "👩‍🌾")]
    public void Escape_CharactersNobodySees_AreGoneUnlessAScriptNeedsThem(string typed, string expected) => Assert.Equal(expected, CardText.Escape(typed));

    [Theory]
    [InlineData("עמותה 12", "\u2068עמותה 12\u2069")]
    [InlineData("الجمعية", "\u2068الجمعية\u2069")]
    [InlineData("Verein العربية (2)", "\u2068Verein العربية (2)\u2069")]
    [InlineData("- א", "\u2068\\- א\u2069")]
    [InlineData("א\nb", "\u2068א\u2069\n\nb")]
    [InlineData("Müller Ελλάδα Київ", "Müller Ελλάδα Київ")]
    public void Escape_LineFromRightToLeft_TurnsNothingAroundIt(string typed, string expected) => Assert.Equal(expected, CardText.Escape(typed));

    [Theory]
    [InlineData("**fett** und mehr", "fett und mehr")]
    [InlineData(@"\*nicht\* **\_x\_**", "*nicht* _x_")]
    [InlineData("a\n\nb\nc", "a b c")]
    [InlineData(@"C:\\x \<at\>", @"C:\x <at>")]
    [InlineData(@"a\b", @"a\b")]
    [InlineData("a\\", "a\\")]
    [InlineData("", "")]
    public void Plain_OfOwnMarkdown_IsWhatItShows(string markdown, string plain) => Assert.Equal(plain, CardText.Plain(markdown));

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdefg", 6, "abcde…")]
    [InlineData("abcd😀x", 6, "abcd…")]
    public void Plain_LongerThanAllowed_EndsWithAnEllipsis(string markdown, int longest, string plain) => Assert.Equal(plain, CardText.Plain(markdown, longest));

    [Fact]
    public void Plain_OfAnyEscapedText_IsTheTextAgain() => Prop.ForAll(
        Gen.Elements("\\`*_[]<>~|#+-=:{}$&;.)(!0aä ".ToCharArray()).ArrayOf().Select(characters => new string(characters)).ToArbitrary(),
        typed => CardText.Plain(CardText.Escape(typed, LineBreaks.Collapse)) == string.Join(' ', typed.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Escape_HalfASurrogatePair_IsReplaced() => Assert.Equal("a\uFFFDb", CardText.Escape("a\uD800b"));

    [Theory]
    [InlineData("a\nb", "a\n\nb", "a b")]
    [InlineData("a\r\n\r\n\r\nb\u2028c", "a\n\nb\n\nc", "a b c")]
    [InlineData("\n\na\n\n", "a", "a")]
    [InlineData("a\n- b", "a\n\n\\- b", "a - b")]
    [InlineData("- a\n1. b", "\\- a\n\n1\\. b", "\\- a 1. b")]
    public void Escape_LineBreaks_AreKeptOrCollapsed(string typed, string kept, string collapsed)
    {
        Assert.Equal(kept, CardText.Escape(typed));
        Assert.Equal(collapsed, CardText.Escape(typed, LineBreaks.Collapse));
    }

    [Fact]
    public void Escape_AnyText_SaysTheSameAndHoldsNoMarkup()
    {
        var alphabet = Gen.Elements("\\`*_[]<>~|#+-=:{}$&;.)(!0123456789aä \t\n\r\u202E\u2066\u0000\uD83D\uDE00".ToCharArray());
        var texts = alphabet.ArrayOf().Select(characters => new string(characters)).ToArbitrary();

        Prop.ForAll(texts, typed => SaysTheSame(typed) && HoldsNoMarkup(CardText.Escape(typed))).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void Escape_AnyUnicode_NeverThrowsAndNeverTurnsDirection() =>
        Prop.ForAll<string>(typed => typed is null || !CardText.Escape(typed).Any(c => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')))
            .Check(Config.QuickThrowOnFailure);

    /// <summary>Taking the backslashes away, as Markdown does, gives what was typed, line by line.</summary>
    private static bool SaysTheSame(string typed)
    {
        var lines = LineEnd().Split(typed)
            .Select(line => new string([.. Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(line)).Where(c => c is '\t' || (!char.IsControl(c) && c is not ('\u202E' or '\u2066')))]))
            .Select(line => line.Replace('\t', ' ').Trim())
            .Where(line => line.Length > 0);
        return string.Equals(string.Join("\n\n", lines), Backslash().Replace(CardText.Escape(typed), "${shown}"), StringComparison.Ordinal);
    }

    private static bool HoldsNoMarkup(string escaped)
    {
        var unescaped = Backslash().Replace(escaped, "\uE000");
        return unescaped.IndexOfAny([.. "\\`*_[]<>~|"]) < 0 && !BlockStart().IsMatch(unescaped) && !Entity().IsMatch(unescaped) && !Template().IsMatch(unescaped);
    }

    [GeneratedRegex(@"\\(?<shown>.)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Backslash();

    [GeneratedRegex(@"\r|\n", RegexOptions.None, 1000)]
    private static partial Regex LineEnd();

    [GeneratedRegex(@"^([ \t]|[#+=:-]|\d{1,9}[.)])", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BlockStart();

    [GeneratedRegex("&(#[0-9]+|#x[0-9a-f]+|[a-z][a-z0-9]*);", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Entity();

    [GeneratedRegex(@"\{\{|\}\}|\$\{", RegexOptions.None, 1000)]
    private static partial Regex Template();
}
