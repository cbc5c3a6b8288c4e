using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Bot.Domain.Dates;
using Bot.Tests.Samples;
using Xunit;

namespace Bot.Tests.Domain.Dates;

/// <summary>The written set of phrases: how many are read right, how many are asked back, and that none is read wrong.</summary>
public class WrittenPhrasesTests(ITestOutputHelper output)
{
    private const int FewestPhrases = 300;

    private const int FewestVolunteersPhrases = 110;

    private const int MostAskedOfVolunteers = 20;

    private sealed record Written(string Phrase, string Now, string Expected);

    [Fact]
    public void Read_WrittenPhrases_NoneIsReadWrong()
    {
        var phrases = Of("phrases.txt").Select(phrase => (phrase.Phrase, phrase.Expected, Read: Describe(AppointmentPhrases.Read(phrase.Phrase, phrase.Now)))).ToList();
        var right = phrases.Where(phrase => phrase.Read == phrase.Expected).ToList();
        var asked = phrases.Except(right).Where(phrase => IsQuestion(phrase.Read)).ToList();
        var wrong = phrases.Except(right).Except(asked).ToList();
        output.WriteLine($"{phrases.Count} phrases: {right.Count} right ({right.Count(phrase => IsQuestion(phrase.Expected))} of them to be asked or refused), {asked.Count} asked needlessly, {wrong.Count} wrong");

        Assert.True(phrases.Count >= FewestPhrases);
        Assert.Equal([], wrong);
        Assert.Equal([], asked);
    }

    /// <summary>What volunteers write in a hurry. A question back is allowed where the day is clear to people; a wrong day or time is not.</summary>
    [Fact]
    public void Read_VolunteersPhrases_NoneIsReadWrong()
    {
        var phrases = Of("phrases-volunteers.txt").Select(phrase => (phrase.Phrase, phrase.Expected, Reading: AppointmentPhrases.Read(phrase.Phrase, phrase.Now)))
            .Select(phrase => (phrase.Phrase, phrase.Expected, Read: Describe(phrase.Reading), IsWrong: IsWrong(phrase.Expected, phrase.Reading), IsRight: IsRight(phrase.Expected, phrase.Reading))).ToList();
        var wrong = phrases.Where(phrase => phrase.IsWrong).Select(phrase => $"{phrase.Phrase}: {phrase.Read} instead of {phrase.Expected}").ToList();
        var asked = phrases.Where(phrase => phrase is { IsWrong: false, IsRight: false }).Select(phrase => $"{phrase.Phrase}: {phrase.Read} instead of {phrase.Expected}").ToList();
        output.WriteLine($"{phrases.Count} phrases: {phrases.Count - wrong.Count - asked.Count} right, {asked.Count} asked needlessly, {wrong.Count} wrong\nwrong:\n{string.Join('\n', wrong)}\nasked:\n{string.Join('\n', asked)}");

        Assert.True(phrases.Count >= FewestVolunteersPhrases);
        Assert.Equal([], wrong);
        Assert.True(asked.Count <= MostAskedOfVolunteers, string.Join('\n', asked));
    }

    [Fact]
    public void Read_AnotherCaseOrWiderSpaces_GivesTheSame()
    {
        foreach (var (phrase, now, _) in All())
        {
            var plain = Describe(AppointmentPhrases.Read(phrase, now));
            var spaced = "  " + string.Join(" \t ", phrase.Split(' ')) + " \u00a0";

            Assert.Equal((phrase, plain), (phrase, Describe(AppointmentPhrases.Read(phrase.ToUpperInvariant(), now))));
            Assert.Equal((phrase, plain), (phrase, Describe(AppointmentPhrases.Read(phrase.ToLowerInvariant(), now))));
            Assert.Equal((phrase, plain), (phrase, Describe(AppointmentPhrases.Read(spaced, now))));
        }
    }

    [Fact]
    public void Read_UmlautsWrittenOut_GivesTheSame()
    {
        foreach (var (phrase, now, _) in All())
        {
            var writtenOut = phrase.Replace("ä", "ae").Replace("ö", "oe").Replace("ü", "ue").Replace("ß", "ss");

            Assert.Equal((phrase, Describe(AppointmentPhrases.Read(phrase, now))), (phrase, Describe(AppointmentPhrases.Read(writtenOut, now))));
        }
    }

    [Fact]
    public void WrittenPhrases_EachOnce()
    {
        Assert.Empty(All().GroupBy(phrase => (phrase.Phrase, phrase.Now)).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    private static IEnumerable<Written> All() => Of("phrases.txt").Concat(Of("phrases-volunteers.txt"));

    private static bool IsRight(string expected, AppointmentReading reading) => expected == "ask" ? reading.Problems.Count > 0 : Describe(reading) == expected;

    /// <summary>Somebody would be invited for another day or time than was written.</summary>
    private static bool IsWrong(string expected, AppointmentReading reading)
    {
        var cells = expected.Split(' ');
        return expected == "ask"
            ? reading is { Problems.Count: 0, Day: not null }
            : (reading.Day is { } day && AppointmentPhrases.Written(day) != cells[0]) || (reading.Start is { } start && !cells[1].StartsWith(AppointmentPhrases.Written(start), StringComparison.Ordinal));
    }

    private static IEnumerable<Written> Of(string file) => File.ReadLines(Path.Combine(SampleFiles.Root, "Bot.Tests", "Domain", "Dates", file))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Select(cells => new Written(cells[0], cells[1], cells[2]));

    private static bool IsQuestion(string reading) => reading.Contains(" ask", StringComparison.Ordinal) || reading.Contains(" refuse", StringComparison.Ordinal);

    private static string Describe(AppointmentReading reading)
    {
        var day = reading.Day is { } date ? AppointmentPhrases.Written(date) : "-";
        var time = reading is { Start: { } start, Length: { } length } ? AppointmentPhrases.Written(start) + "-" + AppointmentPhrases.Written(start.PlusTicks(length.BclCompatibleTicks))
            : reading.Start is { } only ? AppointmentPhrases.Written(only) : "-";
        var described = string.Join(' ', reading.Problems.Select(Describe).Prepend($"{day} {time}"));
        return described == "- -" ? "nothing" : described;
    }

    private static string Describe(AppointmentProblem problem) => problem.Kind switch
    {
        AppointmentProblemKind.NoSuchDay => "refuse day",
        AppointmentProblemKind.NoSuchTime => "refuse time",
        _ => ("ask " + string.Join(" / ", problem.Times.Count > 0 ? problem.Times.Select(AppointmentPhrases.Written) : problem.Days.Select(AppointmentPhrases.Written))).TrimEnd(),
    };
}
