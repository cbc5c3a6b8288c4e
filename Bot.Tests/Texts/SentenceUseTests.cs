using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Bot.Tests.Rooms;
using Bot.Tests.TestSupport;
using Bot.Texts;
using Xunit;

namespace Bot.Tests.Texts;

/// <summary>Holds the sentences and the code that says them together: none is idle, and each gets as many values as it has gaps.</summary>
public partial class SentenceUseTests
{
    private static readonly IReadOnlyList<SourceFile> House = [.. SourceFile.Under("Bot").Where(file => file.Path != "Bot/Texts/Sentence.cs")];

    [Fact]
    public void Sentences_EachOfThem_IsSaidSomewhere()
    {
        var said = House.SelectMany(file => Named().Matches(file.Parts.Code).Select(match => match.Groups["name"].Value)).ToHashSet(StringComparer.Ordinal);
        var families = House.SelectMany(file => Family().Matches(file.Text).Select(match => match.Groups["prefix"].Value)).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(["ElectionRuleTie", "Holiday", "Method", "NameOfMethod", "NameOfSeats", "PollKind", "Problem", "Refused", "RuleBase", "RuleHeads", "RuleKind", "RuleProblem", "RuleTie", "RuleVoters", "SeatMethod", "Verdict"], families.Order(StringComparer.Ordinal));
        Faults.None(Enum.GetNames<Sentence>().Except(said).Select(name => families.Any(family => name.StartsWith(family, StringComparison.Ordinal)) ? null : name).OfType<string>());
    }

    [Fact]
    public void MessagesGet_WhereTheSentenceIsNamed_GivesAValueForEachGap() => Faults.None(House.SelectMany(WrongValues));

    [Fact]
    public void Buttons_OfEveryCard_HaveTitlesWithoutGaps() => Faults.None(
        from file in House
        from call in Call.Of(file.Parts.Code, "CardPart.Button(").Where(call => call.Arguments.Count > 1)
        from name in NamesIn(call.Arguments[1])
        where SentenceFile.German.GapsOf(name) != 0
        select $"{file.Path}:{call.Line}: {name}");

    [Fact]
    public void Refusals_WhereTheyAreMade_CarryAValueForEachGapOfTheirSentence() => Faults.None(House.SelectMany(WrongDetails));

    [Theory]
    [InlineData("Messages.Get(reader, Sentence.AskCoordinator)")]
    [InlineData("Messages.Get(reader, Sentence.AskDay, F(1, 2))")]
    [InlineData("Messages.Get(reader, late ? Sentence.AskDay : Sentence.AskCoordinator)")]
    public void WrongValues_TooFewOrTooMany_AreSeen(string code) => Assert.NotEmpty(WrongValues(new SourceFile("Bot/Turns/X.cs", code)));

    [Theory]
    [InlineData("Messages.Get(reader, Sentence.AskCoordinator, string.Join(\", \", names.Select(name => (name, 1))))")]
    [InlineData("Messages.Get(reader, sentence)")]
    [InlineData("Messages.Get(reader, Sentence.AskCoordinator, [.. values])")]
    public void WrongValues_AsManyAsGapsOrUnknown_AreNone(string code) => Assert.Empty(WrongValues(new SourceFile("Bot/Turns/X.cs", code)));

    [Fact]
    public void WrongDetails_TooFew_AreSeen() =>
        Assert.NotEmpty(WrongDetails(new SourceFile("Bot/Domain/X.cs", "new Refusal(RefusalCode.DayTaken, name, day)")));

    private static IEnumerable<string> WrongValues(SourceFile file) =>
        from call in Call.Of(file.Parts.Code, "Messages.Get(").Where(call => call.Arguments.Count > 1 && call.IsCountable)
        from name in NamesIn(call.Arguments[1])
        where SentenceFile.German.GapsOf(name) != call.Arguments.Count - 2
        select $"{file.Path}:{call.Line}: {name} has {SentenceFile.German.GapsOf(name)} gaps and gets {call.Arguments.Count - 2} values";

    /// <summary>A refusal may carry more than its sentence tells, but not less.</summary>
    private static IEnumerable<string> WrongDetails(SourceFile file) =>
        from call in Call.Of(file.Parts.Code, "new Refusal(").Where(call => call.Arguments.Count > 0 && call.IsCountable)
        where call.Arguments[0].StartsWith("RefusalCode.", StringComparison.Ordinal)
        let name = "Refused" + call.Arguments[0]["RefusalCode.".Length..]
        where SentenceFile.German.GapsOf(name) > call.Arguments.Count - 1
        select $"{file.Path}:{call.Line}: {name} has {SentenceFile.German.GapsOf(name)} gaps and gets {call.Arguments.Count - 1} details";

    private static IEnumerable<string> NamesIn(string argument) => Named().Matches(argument).Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"\bSentence\.(?<name>\w+)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Named();

    [GeneratedRegex(@"Enum\.Parse<Sentence>\(""(?<prefix>\w+)"" \+", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Family();
}
