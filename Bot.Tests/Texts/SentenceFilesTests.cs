using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Resources;
using Bot.Domain;
using Bot.Domain.Dates;
using Bot.Domain.Elections;
using Bot.Domain.Voting;
using Bot.Tests.TestSupport;
using Bot.Texts;
using Xunit;

namespace Bot.Tests.Texts;

/// <summary>Holds the two files of sentences, the names in code and the rules' own words together.</summary>
public class SentenceFilesTests
{
    private static readonly string[] EnglishWords =
    [
        "the", "and", "of", "is", "are", "with", "not", "please", "you", "your", "for", "to", "by", "on", "meeting", "meetings", "vote", "ballot", "board",
        "member", "members", "agenda", "help", "yes", "no", "day", "time", "resolution", "committee",
    ];

    private static readonly string[] GermanWords =
    [
        "der", "das", "den", "und", "ist", "nicht", "mit", "für", "bitte", "Sie", "Ihre?", "eine?", "auf", "zu", "von", "im", "Sitzung", "Sitzungen", "Stimme",
        "Abstimmung", "Beirat", "Mitglied", "Mitglieder", "Tagesordnung", "Hilfe", "ja", "nein", "Tag", "Uhr", "Beschluss", "Gremium", "TOP",
    ];

    public static TheoryData<string> Languages => ["de", "en"];

    [Fact]
    public void Sentences_NamesInCodeAndBothFiles_AreTheSameInTheSameOrder()
    {
        var names = Enum.GetNames<Sentence>();

        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Equal(names, SentenceFile.German.Entries.Select(entry => entry.Name));
        Assert.Equal(names, SentenceFile.English.Entries.Select(entry => entry.Name));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Resources_AsBuilt_HoldEverySentenceWithoutFallingBack(string language)
    {
        // German is the neutral language, so its sentences lie in the assembly itself.
        var culture = language == "de" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language);
        var built = new ResourceManager("Bot.Texts.Messages", typeof(Sentence).Assembly).GetResourceSet(culture, createIfNotExists: true, tryParents: false);

        Assert.NotNull(built);
        Assert.All(FileOf(language).Entries, entry => Assert.Equal(entry.Value, built.GetString(entry.Name)));
    }

    [Fact]
    public void Gaps_OfEverySentence_AreTheSameInBothLanguages() => Faults.None(SentenceFile.German.Entries
        .Where(entry => entry.Gaps.Distinct().Count() != SentenceFile.English.GapsOf(entry.Name))
        .Select(entry => entry.Name));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Gaps_OfEverySentence_AreCountedFromZeroWithoutHoleOrRepeat(string language) => Faults.None(FileOf(language).Entries
        .Where(entry => !entry.Gaps.Order().SequenceEqual(Enumerable.Range(0, entry.Gaps.Count)) || entry.Words.AsSpan().ContainsAny('{', '}'))
        .Where(entry => !LaterGapOnly.Contains(entry.Name))
        .Select(entry => entry.Name));

    [Fact]
    public void Comments_OfSentencesWithGaps_SayWhatEachIs() => Faults.None(SentenceFile.German.Entries
        .Where(entry => entry.Gaps.Any(gap => !entry.Comment.Contains($"{gap}: ", StringComparison.Ordinal)))
        .Select(entry => entry.Name));

    [Fact]
    public void Comments_OfBothFiles_AreTheSame() =>
        Assert.Equal(SentenceFile.German.Entries.Select(entry => entry.Comment), SentenceFile.English.Entries.Select(entry => entry.Comment));

    [Fact]
    public void Families_NamedAfterARule_HaveASentenceForEachCaseAndNoOther()
    {
        AssertFamily("Refused", Enum.GetNames<RefusalCode>());
        AssertFamily("Problem", Enum.GetNames<AppointmentProblemKind>());
        AssertFamily("ElectionRuleTie", Enum.GetNames<ElectionTie>());
        AssertFamily("Method", Enum.GetNames<ElectionMethod>());
        AssertFamily("NameOfMethod", Enum.GetNames<ElectionMethod>());
        AssertFamily("NameOfSeats", Enum.GetNames<SeatMethod>());
        AssertFamily("SeatMethod", Enum.GetNames<SeatMethod>());
        AssertFamily("Verdict", Enum.GetNames<Verdict>());
        AssertFamily("RuleBase", Enum.GetNames<MajorityBase>());
        AssertFamily("Exclusion", Enum.GetNames<Exclusion>());
        AssertFamily("RuleHeads", Enum.GetNames<MajorityBase>());
        AssertFamily("RuleTie", Enum.GetNames<TieRule>());
        AssertFamily("RuleVoters", Enum.GetNames<VotingRight>());
        AssertFamily("RuleKind", Enum.GetNames<MotionKind>());
        AssertFamily("RuleProblem", Enum.GetNames<RuleProblemKind>());
    }

    [Fact]
    public void German_EverySentence_IsGerman() => Faults.None(Saying(SentenceFile.German, EnglishWords));

    [Fact]
    public void English_EverySentence_IsEnglish()
    {
        Faults.None(Saying(SentenceFile.English, GermanWords));
        Faults.None(Saying(SentenceFile.English, [@"\w*[äöüß]\w*"]));
    }

    [Fact]
    public void German_EverySentence_AddressesFormallyAndEverybody()
    {
        Faults.None(Saying(SentenceFile.German, ["du", "dich", "dir", @"dein\w*", "euch", "euer", @"eure\w*"]));
        Faults.None(Saying(SentenceFile.German, [@"(Teilnehmer|Vertreter|Bewerber|Koordinator|Nutzer|Benutzer|Wähler|Antragsteller|Sprecher|Moderator|Kandidat)(n|en|s)?(?!:in)"]));
    }

    [Theory]
    [InlineData("de", '„', '“')]
    [InlineData("en", '“', '”')]
    public void Quotes_OfEverySentence_AreTheLanguagesOwn(string language, char opening, char closing) => Faults.None(FileOf(language).Entries
        .Where(entry => entry.Value.AsSpan().ContainsAny('"', '`')
            || entry.Value.Contains("...", StringComparison.Ordinal)
            || entry.Value.Count(character => character == opening) != entry.Value.Count(character => character == closing)
            || entry.Value.Any(character => "„“”‚‘".Contains(character, StringComparison.Ordinal) && character != opening && character != closing))
        .Select(entry => entry.Name));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Spaces_OfEverySentence_AreSingleAndInside(string language) => Faults.None(FileOf(language).Entries
        .Where(entry => entry.Value.Length == 0 || entry.Value != entry.Value.Trim() || entry.Value.Contains("  ", StringComparison.Ordinal) || entry.Value.Contains('\n', StringComparison.Ordinal))
        .Select(entry => entry.Name));

    [Theory]
    [InlineData("Die meeting ist", "meeting")]
    [InlineData("Vote.", "vote")]
    public void Says_AForeignWord_IsSeen(string sentence, string word) =>
        Assert.Contains(EnglishWords, candidate => candidate == word && new SentenceFile.Entry("X", sentence, string.Empty).Says(candidate));

    /// <summary>Sentences of a family that all get the same values and need only the later one.</summary>
    private static readonly HashSet<string> LaterGapOnly = new(StringComparer.Ordinal) { "ProblemTwoDays", "ProblemTwoTimes" };

    private static SentenceFile FileOf(string language) => language == "de" ? SentenceFile.German : SentenceFile.English;

    private static IEnumerable<string> Saying(SentenceFile file, string[] words) =>
        file.Entries.SelectMany(entry => words.Where(entry.Says).Select(word => $"{entry.Name}: {word}: {entry.Value}"));

    private static void AssertFamily(string prefix, string[] cases) => Assert.Equal(
        cases.Select(name => prefix + name).Order(StringComparer.Ordinal),
        Enum.GetNames<Sentence>().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)));
}
