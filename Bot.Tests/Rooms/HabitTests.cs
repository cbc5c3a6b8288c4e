using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Rooms;

/// <summary>Holds habits of the house that the compiler does not see.</summary>
public partial class HabitTests
{
    private const int MostLines = 300;

    private static readonly IReadOnlyList<SourceFile> House = SourceFile.Under("Bot");

    /// <summary>Files that are one long list, and how long each may be.</summary>
    private static readonly Dictionary<string, int> Lists = new(StringComparer.Ordinal)
    {
        ["Bot/Texts/Sentence.cs"] = 3400,
        ["Bot/Domain/RefusalCode.cs"] = 760,
        ["Bot/Domain/Rights/Right.cs"] = 400,
        ["Bot/Turns/CommandTable.cs"] = 450,
        ["Bot.Tests/Domain/Dates/AppointmentDayTests.cs"] = 400,
    };

    [Fact]
    public void Bot_EveryFile_TakesTimeFromTheInjectedClock() => Faults.None(House.SelectMany(OtherClocks));

    [Theory]
    [InlineData("var now = DateTime.Now;")]
    [InlineData("var now = System.DateTimeOffset.UtcNow.Date;")]
    [InlineData("var day = DateTime\n    .Today;")]
    [InlineData("var now = SystemClock.Instance.GetCurrentInstant();")]
    [InlineData("var clock = Stopwatch.StartNew();")]
    [InlineData("var ticks = Environment.TickCount64;")]
    [InlineData("await Task.Delay(500, cancellationToken);")]
    [InlineData("await Task.Delay(TimeSpan.FromSeconds(1));")]
    [InlineData("Thread.Sleep(1);")]
    [InlineData("using var timer = new Timer(_ => { });")]
    [InlineData("using var timer = new PeriodicTimer(pause);")]
    [InlineData("var now = TimeProvider.System.GetUtcNow();")]
    public void OtherClocks_OfEachKind_AreSeen(string code) => Assert.NotEmpty(OtherClocks(Named("Bot/Turns/X.cs", code)));

    [Theory]
    [InlineData("services.TryAddSingleton(TimeProvider.System);")]
    [InlineData("await Task.Delay(pause, time, cancellationToken);")]
    [InlineData("var now = time.GetUtcNow(); // not DateTime.Now")]
    public void OtherClocks_TheInjectedOne_IsNone(string code) => Assert.Empty(OtherClocks(Named("Bot/Turns/X.cs", code)));

    [Fact]
    public void Bot_WherePeopleAreAnswered_HoldsNoWordsForThem() => Faults.None(House.SelectMany(WordsForPeople));

    [Theory]
    [InlineData("return new Answer.Text(\"Das geht nicht.\");")]
    [InlineData("return new Answer.Text(\"That does not work.\");")]
    [InlineData("return new Answer.Text($\"Still {days} days to go\");")]
    [InlineData("var title = \"Für alle\";")]
    [InlineData("var title = \"Beirat\";")]
    [InlineData("var words = \"noch {0} tage!\";")]
    [InlineData("new TextBlock { Text = \"Ok\" }")]
    [InlineData("new TextInput { Label = $\"wer {name}\" }")]
    public void WordsForPeople_InAFeature_AreSeen(string code) =>
        Assert.NotEmpty(WordsForPeople(Named("Bot/Features/Help/X.cs", code)));

    [Theory]
    [InlineData("throw new InvalidOperationException(\"Nobody asked for this.\");")]
    [InlineData("words.Contains(\"absagen\") || text.Folded == \"wann ist\"")]
    [InlineData("new TextBlock { Text = Messages.Get(reader, Sentence.HelpHeading) }")]
    [InlineData("text.Replace(\"ä\", \"ae\", StringComparison.Ordinal)")]
    [InlineData("new TextBlock { Text = \"\" } // Das geht nicht.")]
    public void WordsForPeople_TypedWordsAndFaults_AreNone(string code) =>
        Assert.Empty(WordsForPeople(Named("Bot/Features/Help/X.cs", code)));

    [Fact]
    public void Bot_EveryLogEvent_HasAnIdOfItsOwn() => Faults.None(
        House.SelectMany(file => LogEvent().Matches(file.Parts.Code).Select(match => (Id: match.Groups["id"].Value, file.Path)))
            .GroupBy(found => found.Id, StringComparer.Ordinal)
            .Where(same => same.Count() > 1)
            .Select(same => $"{same.Key}: {string.Join(", ", same.Select(found => found.Path))}"));

    [Fact]
    public void EveryFile_OfBotAndTests_IsShortEnoughToRead() =>
        Faults.None(House.Concat(SourceFile.Under("Bot.Tests"))
            .Where(file => file.Lines > Lists.GetValueOrDefault(file.Path, MostLines))
            .Select(file => $"{file.Path} has {file.Lines} lines"));

    [Fact]
    public void EveryFile_OfBotAndTests_IsNamedAfterWhatItIs() =>
        Assert.DoesNotContain(House.Concat(SourceFile.Under("Bot.Tests")).Select(file => file.Path), Vague().IsMatch);

    private static SourceFile Named(string path, string code) => new(path, code);

    private static IEnumerable<string> OtherClocks(SourceFile file) => OtherClock().Matches(file.Parts.Code).Select(match => $"{file.Path}: {match.Value}");

    /// <summary>Literals that read like something a person would be shown. Words people type are folded: lower case, no umlaut, no full stop.</summary>
    private static IEnumerable<string> WordsForPeople(SourceFile file)
    {
        // Orders on the command line answer whoever runs the bot, as the log does, and nobody in a chat.
        var isAnswering = file.Room == "Turns" || (file.Room.StartsWith("Features/", StringComparison.Ordinal) && file.Room != "Features/Backups");
        // The names of the invented network are data; a network's own words are not the bot's.
        if (file.Room is "Texts" or "Domain" or "Features/ExampleNetwork")
        {
            return [];
        }

        var lines = file.Text.Split('\n');
        var wrong = file.Parts.Literals.Where(literal =>
            German().IsMatch(literal.Text)
            || (isAnswering && Sentence().IsMatch(literal.Text) && !Fault().IsMatch(lines[literal.Line - 1])));
        return wrong.Select(literal => $"{file.Path}:{literal.Line}: {literal.Text}")
            .Concat(isAnswering ? Shown().Matches(CommentFree(file)).Select(match => $"{file.Path}: {match.Value}") : []);
    }

    private static string CommentFree(SourceFile file) =>
        string.Join('\n', file.Text.Split('\n').Select(line => line.Split("//")[0]));

    [GeneratedRegex(
        @"\bDateTime\s*\.\s*(Now|UtcNow|Today)\b|\bDateTimeOffset\s*\.\s*(Now|UtcNow)\b|\bSystemClock\b|\bStopwatch\b|\bTickCount(64)?\b|\bThread\s*\.\s*Sleep\b"
            + @"|\bTask\s*\.\s*Delay\((?![^;]*\btime)|\bnew\s+(Periodic)?Timer\(|(?<!TryAddSingleton\()TimeProvider\s*\.\s*System\b",
        RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex OtherClock();

    [GeneratedRegex(
        @"[äöüÄÖÜß„].|.[äöüÄÖÜß“]|\b(Sitzung|Beirat|Plenum|Abstimmung|Stimme|Beschluss|Antrag|Aufnahme|Ja|Nein|Enthaltung|Koordination|Bitte|Sie|Ihre?n?|Mitglied(er)?"
            + @"|Tagesordnung|Einladung|Uhr|Hilfe|Noch|Kein(e|en)?|Nicht|Das|Der|Die|Den)\b",
        RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex German();

    [GeneratedRegex(@"\bLoggerMessage\((EventId = )?(?<id>\d+)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex LogEvent();

    [GeneratedRegex(@"(Helper|Util|Utilitie|Manager|Common)s?\.cs$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Vague();

    [GeneratedRegex(@"^\p{Lu}\p{L}*,? [\p{L}…]|\p{L}… \p{L}.*|\p{L} .*\p{L}[.!?]$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Sentence();

    /// <summary>A line that is for whoever runs or builds the bot.</summary>
    [GeneratedRegex(@"Exception\(|LoggerMessage\(|Obsolete\(", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Fault();

    [GeneratedRegex(@"\b(Text|Title|Label|Placeholder|ErrorMessage|FallbackText|Summary|AltText)\s*=\s*\$?""[^""]*\p{L}", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Shown();
}
