using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Bot.Platform.Cards;
using Bot.Tests.Fuzzing;
using Bot.Tests.TestSupport;
using FsCheck.Fluent;
using Xunit;

namespace Bot.Tests.Platform.Cards;

/// <summary>User text through the Markdown reader that the official card renderer is used with: it shows what was typed and finds no markup.</summary>
public sealed class CardTextPeerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Escape_AnyText_IsOnlyTextToMarkdownIt()
    {
        var read = await ReadAsync(Typed.Select(typed => CardText.Escape(typed)));

        foreach (var (typed, (kinds, text)) in Typed.Zip(read))
        {
            Assert.Empty(kinds.Except(["paragraph_open", "inline", "paragraph_close", "text", "softbreak"]));
            Assert.Equal(Shown(CardText.Escape(typed)), text);
        }
    }

    [Fact]
    public async Task Escape_AnyTextInABoldSentence_IsBoldAndNothingElse()
    {
        var names = Typed.Select(typed => CardText.Escape(typed, LineBreaks.Collapse)).Where(name => name.Length > 0).ToList();
        var read = await ReadAsync(names.Select(name => $"Soll **{name}** in das Netzwerk?"));

        foreach (var (name, (kinds, text)) in names.Zip(read))
        {
            Assert.Empty(kinds.Except(["paragraph_open", "inline", "paragraph_close", "text", "softbreak", "strong_open", "strong_close"]));
            Assert.Equal($"Soll {Shown(name)} in das Netzwerk?", text);
        }
    }

    public void Dispose() => folder.Dispose();

    private static IReadOnlyList<string> Typed { get; } =
    [
        .. Tricks.Texts,
        "https://evil.example/a_b_c?x=*y*", "1. x\n2. y", "# x\n## y", "- x\n- y", "```\nx\n```", "    x", "> x", "x\n===", "x\n---", "| a | b |\n|---|---|", "<div>x</div>", "<!-- x -->", "&copy; &#169;",
        "[x]: https://evil.example", "[x][y]", "![](x)", "~~x~~", "__x__", "*x*_y_", "\\*x\\*", "a\\", "a  \nb", "x^2^", "H~2~O", ":smile:", "==x==", "[^1]", "- [ ] x",
        .. Gen.Elements("\\`*_[]<>~|#+-=:{}$&;.)(!0aäה \n".ToCharArray()).ArrayOf().Select(characters => new string(characters)).Sample(500, 40),
    ];

    /// <summary>The escaped text without its backslashes: what is to be read.</summary>
    private static string Shown(string escaped) => string.Join("\n\n", escaped.Split("\n\n").Select(line => CardText.Plain(line.Replace("  ", "\u0001", StringComparison.Ordinal)).Replace("\u0001", "  ", StringComparison.Ordinal)));

    private async Task<IReadOnlyList<(string[] Kinds, string Text)>> ReadAsync(IEnumerable<string> markdown)
    {
        await NodePeers.RequireAsync(TestContext.Current.CancellationToken);
        var path = folder.File("texts.json");
        await File.WriteAllTextAsync(path, JsonSerializer.Serialize(markdown), TestContext.Current.CancellationToken);
        using var read = JsonDocument.Parse(await NodePeers.RunAsync("markdown.mjs", [path], TestContext.Current.CancellationToken));
        return
        [
            .. read.RootElement.EnumerateArray().Select(one => (
                one.GetProperty("kinds").EnumerateArray().Select(kind => kind.GetString()!).ToArray(), one.GetProperty("text").GetString()!)),
        ];
    }
}
