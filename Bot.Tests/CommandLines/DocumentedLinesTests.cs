using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Bot.Tests.Benchmarks;
using Bot.Tests.Cards;
using Bot.Tests.FaultRuns;
using Bot.Tests.Fuzzing;
using Bot.Tests.Samples;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.CommandLines;

/// <summary>Nobody is told to type what was never typed: each documented line is in a story that a test types, in a script, or held by a test that says why it cannot be typed here.</summary>
public partial class DocumentedLinesTests
{
    [Fact]
    public void EveryLine_OfTheDocuments_IsTypedOrHeld()
    {
        Assert.True(DocumentedLines.All.Count > 80, "Hardly any line was found.");
        Faults.None(DocumentedLines.All.Where(one => !LineStories.Lines.Contains(one.Line) && !LineTable.Held.Any(held => held.IsOf(one.Line)))
            .Select(one => $"{one.Document}: in no story and not in the table: {one.Line}"));
    }

    [Fact]
    public void EveryEntry_OfStoriesAndTable_StandsInADocument()
    {
        var lines = DocumentedLines.All.Select(one => one.Line).ToHashSet(StringComparer.Ordinal);

        Faults.None(LineStories.Lines.Where(line => !lines.Contains(line)).Select(line => "Typed, and in no document: " + line));
        Faults.None(LineTable.Held.Where(held => !lines.Any(held.IsOf)).Select(held => "Held, and in no document: " + held.Line));
    }

    /// <summary>The scripts hold the line as it stands in the document, and not only in a comment.</summary>
    [Fact]
    public void EveryScript_OfTheTable_TypesItsLine() => Faults.None(LineTable.Held.Where(held => held.Script is not null && held.Script != held.Line)
        .Where(held => !File.ReadLines(Path.Combine(SampleFiles.Root, held.Script!)).Any(typed => !typed.TrimStart().StartsWith('#') && typed.Contains(held.Line, StringComparison.Ordinal)))
        .Select(held => $"{held.Script} does not type: {held.Line}"));

    [Fact]
    public void EveryTest_OfTheTable_IsOne() => Faults.None(LineTable.Held
        .Where(held => held.Test is var (type, method) ? type.GetMethod(method)?.GetCustomAttribute<FactAttribute>() is null : !File.Exists(Path.Combine(SampleFiles.Root, held.Script ?? "-")))
        .Select(held => "No such test or script: " + held.Line));

    /// <summary>What cannot be run as written, because it takes minutes to hours, is at least understood as written.</summary>
    [Fact]
    public void Programs_WordsOfTheDocuments_AreUnderstood()
    {
        var programs = DocumentedLines.All.Select(one => Program().Match(one.Line)).Where(match => match.Success).ToList();

        Assert.True(programs.Count > 6, "Hardly any was found.");
        Faults.None(programs.Where(match => !IsUnderstood(match.Groups["program"].Value, match.Groups["words"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Select(match => match.Value));
    }

    /// <summary>Units that are started, stopped and read have their files here.</summary>
    [Fact]
    public void Units_TheDocumentsName_AreThere()
    {
        var named = DocumentedLines.All.Select(one => one.Line).Where(line => line.StartsWith("systemctl ", StringComparison.Ordinal) || line.StartsWith("journalctl ", StringComparison.Ordinal))
            .SelectMany(line => Unit().Matches(line).Select(match => match.Value)).ToHashSet(StringComparer.Ordinal);

        Assert.Contains("koordinationsbot", named);
        Faults.None(named.Where(unit => !File.Exists(Path.Combine(SampleFiles.Root, "infra", "linux", unit.Contains('.', StringComparison.Ordinal) ? unit : unit + ".service"))));
    }

    [Theory]
    [InlineData("    dotnet run --project Bot", "dotnet run --project Bot")]
    [InlineData("       dotnet run --project Bot -- check", "dotnet run --project Bot -- check")]
    [InlineData("```\naz login\n```\nand text", "az login")]
    [InlineData("then `move --cancel` and `node a.mjs`", "move --cancel", "node a.mjs")]
    [InlineData("with `BOT_KEY=x` and `Tables__Endpoint=y`", "BOT_KEY=x", "Tables__Endpoint=y")]
    [InlineData("the order `move`, a key `restore|network`, a folder `tar`")]
    [InlineData("    Features ──► Turns")]
    public void In_EachKindOfText_FindsWhatIsTyped(string text, params string[] lines) => Assert.Equal(lines, DocumentedLines.In(text));

    private static bool IsUnderstood(string program, string[] words) => program switch
    {
        "bench" => BenchCommand.IsUnderstood(words),
        "fuzz" => FuzzCommand.Read(words) is not null,
        "faults" => FaultCommand.Read(words) is not null,
        _ => PictureCommand.Read(words) is not null,
    };

    [GeneratedRegex("^(dotnet run -c Release --project Bot.Tests -- )?(?<program>bench|fuzz|faults|cards) (?<words>.+)$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Program();

    [GeneratedRegex(@"\bkoordinationsbot[\w.-]*", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Unit();
}
