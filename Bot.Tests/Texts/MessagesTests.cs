using System;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Voting;
using Bot.Texts;
using NodaTime;
using Xunit;

namespace Bot.Tests.Texts;

public class MessagesTests
{
    private static readonly object[] Values = [new LocalDate(2027, 1, 14), new LocalTime(17, 0), "drei", 4, 5, 6, 7];

    public static TheoryData<string> Locales => ["de-DE", "en-GB"];

    [Theory]
    [MemberData(nameof(Locales))]
    public void Get_EverySentenceWithValues_LeavesNoGap(string locale) => Assert.All(Enum.GetValues<Sentence>(), sentence =>
    {
        var said = Messages.Get(Reader.For(locale), sentence, [.. Values.Take(SentenceFile.German.Entries.Single(entry => entry.Name == sentence.ToString()).Gaps.DefaultIfEmpty(-1).Max() + 1)]);
        Assert.NotEmpty(said);
        Assert.DoesNotContain('{', said);
    });

    [Theory]
    [InlineData("de-DE", "Die Abstimmung endete am Donnerstag, 14. Januar 2027, 17:00 Uhr. Ihre Stimme wurde nicht mehr gezählt.")]
    [InlineData("en-GB", "The ballot ended on Thursday, 14 January 2027, 17:00. Your vote was no longer counted.")]
    public void For_ARefusalWithDetails_WritesThemInTheReadersWay(string locale, string expected) =>
        Assert.Equal(expected, Messages.For(Reader.For(locale), new Refusal(RefusalCode.VotingClosed, new LocalDateTime(2027, 1, 14, 17, 0))));

    [Theory]
    [InlineData("de-DE", "mehr als die Hälfte der Ja- und Nein-Stimmen")]
    [InlineData("en-GB", "more than half of the yes and no votes")]
    public void Majority_TheDefaultRule_IsOnePhrase(string locale, string expected) =>
        Assert.Equal(expected, RuleWords.Majority(Reader.For(locale), MajorityRule.Default));

    [Theory]
    [InlineData("en", "en")]
    [InlineData("EN-us", "en")]
    [InlineData("de-CH", "de")]
    [InlineData("tr-TR", "de")]
    [InlineData("", "de")]
    [InlineData(null, "de")]
    public void For_AnyLocale_IsGermanUnlessEnglish(string? locale, string language) => Assert.Equal(language, Reader.For(locale).Language);
}
