using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Bot.Tests.Samples;
using Bot.Tests.Texts;
using Bot.Tests.TestSupport;
using Bot.Tests.Turns;
using Bot.Texts;
using Xunit;

namespace Bot.Tests.EndToEnd;

/// <summary>What the README's guide "First day" says is typed is understood, in both languages, and what it says the bot answers the bot has among its sentences.</summary>
public sealed partial class FirstDayGuideTests(CommandRig rig) : IClassFixture<CommandRig>
{
    private static readonly string Guide = ReadGuide();

    [Fact]
    public async Task Lines_ToBeWritten_AreUnderstoodInBothLanguages_AsTheSame()
    {
        var faults = new List<string>();
        var lines = Written().Matches(Guide).ToList();
        Assert.True(lines.Count >= 9, "Hardly any line was found.");
        foreach (var line in lines)
        {
            var german = await rig.RouteAsync(Reader.German, line.Groups["german"].Value, TestContext.Current.CancellationToken);
            var english = await rig.RouteAsync(Reader.English, line.Groups["english"].Value, TestContext.Current.CancellationToken);
            if (german is null || german != english)
            {
                faults.Add($"{line.Value} means {german ?? "nothing"} and {english ?? "nothing"}.");
            }
        }

        Faults.None(faults);
    }

    [Fact]
    public void Buttons_ToBePressed_AreCalledSoInBothLanguages()
    {
        var pairs = Pressed().Matches(Guide).Select(match => (German: Words(match.Groups["german"].Value), English: Words(match.Groups["english"].Value))).ToList();
        Assert.True(pairs.Count >= 6, "Hardly any button was found.");
        Faults.None(pairs.Where(pair => !SentenceFile.German.Entries.Any(german => german.Value.StartsWith(pair.German, StringComparison.Ordinal)
            && SentenceFile.English.Entries.Any(english => english.Name == german.Name && english.Value.StartsWith(pair.English, StringComparison.Ordinal)))).Select(pair => $"{pair} is no button."));
    }

    [Fact]
    public void Sentences_TheBotIsQuotedWith_AreItsOwn()
    {
        var own = SentenceFile.German.Entries.Concat(SentenceFile.English.Entries).Select(entry => new SaidSentence(entry.Value)).ToList();
        var quoted = Quoted().Matches(Guide).Select(match => match.Groups["words"].Value).ToList();
        Assert.True(quoted.Count >= 7, "Hardly any sentence was found.");
        Faults.None(quoted.Where(words => !own.Any(sentence => sentence.Contains(words) || sentence.IsLike(words))).Select(words => $"The bot does not say: {words}"));
    }

    [Fact]
    public void List_ToBePasted_IsTheOneTheStoryPastes() => Assert.Contains(FirstDay.List.ReplaceLineEndings("\n"), Guide, StringComparison.Ordinal);

    private static string ReadGuide()
    {
        var readme = File.ReadAllText(Path.Combine(SampleFiles.Root, "README.md")).ReplaceLineEndings("\n");
        var from = readme.IndexOf("\n## First day\n", StringComparison.Ordinal);
        return readme[from..readme.IndexOf("\n## ", from + 1, StringComparison.Ordinal)];
    }

    private static string Words(string button) => button.Replace(" …", string.Empty, StringComparison.Ordinal);

    [GeneratedRegex(@"`(?<german>[^`\n]+)` \(`(?<english>[^`\n]+)`\)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Written();

    [GeneratedRegex(@"\*\*(?<german>[^*\n]+)\*\* \(\*\*(?<english>[^*\n]+)\*\*\)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Pressed();

    [GeneratedRegex(@"(?<=[\s(])_(?<words>[^_\n]+)_(?=[\s:;,.)]|$)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 2000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\{\d+\}", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Gap();

    /// <summary>A sentence with its gaps.</summary>
    private sealed class SaidSentence(string sentence)
    {
        private readonly Regex whole = new("^" + string.Join(".+?", Gap().Split(sentence).Select(Regex.Escape)) + "$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, TimeSpan.FromSeconds(2));

        public bool Contains(string words) => sentence.Contains(words, StringComparison.Ordinal);

        public bool IsLike(string words) => sentence.Contains('{', StringComparison.Ordinal) && sentence.Any(char.IsLetter) && Gap().Split(sentence).Any(part => part.Length > 5) && whole.IsMatch(words);
    }
}
