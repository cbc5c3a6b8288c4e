using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Bot.Features.ExampleNetwork;
using Bot.Platform.Playground;
using Bot.Tests.TestSupport;

namespace Bot.Tests.EndToEnd;

/// <summary>The bot as a process of its own with an empty store, and the windows of the example network's people in a real browser.</summary>
internal sealed partial class PlaygroundStory : IAsyncDisposable
{
    private static readonly ExampleWorld World = new(Microsoft.Extensions.Options.Options.Create(new ExampleNetworkOptions()));
    private readonly Browser browser;
    private readonly BotProcess bot;
    private readonly TemporaryFolder folder;
    private readonly Dictionary<string, PlaygroundPage> windows = [];
    private bool isEnded;

    private PlaygroundStory(Browser browser, BotProcess bot, TemporaryFolder folder)
    {
        this.browser = browser;
        this.bot = bot;
        this.folder = folder;
    }

    /// <summary>Where the bot keeps its rows.</summary>
    public string Folder => folder.Path;

    /// <summary>What the bot told the newcomer to type first.</summary>
    public string FirstLine => First().Match(bot.Printed).Groups["line"].Value.Trim();

    /// <summary>The line with the set-up code, as the log of a bot without a network gives it.</summary>
    public string SetupLine => Code().Match(bot.Printed) is { Success: true } found ? found.Groups["line"].Value : throw new InvalidOperationException("The log holds no set-up code:\n" + bot.Printed);

    /// <summary>Starts everything; skips the test when Node.js or a browser is missing.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="settings">Further settings of the bot, such as <c>--ExampleNetwork:Enabled=false</c>.</param>
    public static async Task<PlaygroundStory> StartAsync(CancellationToken cancellation, params string[] settings)
    {
        var node = await new NodeSearch(Environment.GetEnvironmentVariable("PATH")).FindAsync(cancellation);
        Browser.Need(node is not null, "Node.js 18 or newer with npm");
        var chromium = await Browser.StartAsync();
        var data = new TemporaryFolder(isOnDisk: true);
        var address = new Uri($"http://localhost:{NodePeers.FreePort()}");
        var process = BotProcess.Start(address, data.Path, ["--Playground:Folder=" + Platform.Playground.RunningBot.Folder, .. settings]);
        var story = new PlaygroundStory(chromium, process, data);
        await process.PrintsAsync("Ctrl+C stops the bot", cancellation);
        return story;
    }

    /// <summary>The window of a person; opened when first asked for.</summary>
    public async Task<PlaygroundPage> WindowOfAsync(string who)
    {
        if (windows.TryGetValue(who, out var known))
        {
            return known;
        }

        var name = ExamplePeople.All.Single(person => person.Key == who).Name;
        var line = bot.Printed.Split('\n').Last(printed => printed.TrimStart().StartsWith(name + " ", StringComparison.Ordinal) && printed.Contains("http://", StringComparison.Ordinal));
        var address = new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..].Trim());
        return windows[who] = await PlaygroundPage.OpenAsync(browser, address, World);
    }

    /// <summary>Pictures for whoever wants to look, where the variable PICTURES names a folder.</summary>
    public static async Task PictureAsync(PlaygroundPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PICTURES") is { Length: > 0 } pictures)
        {
            await page.ScreenshotAsync(Path.Combine(pictures, name + ".png"));
        }
    }

    /// <summary>Ends the bot; what it stored can be read until the story is disposed of.</summary>
    public ValueTask EndBotAsync() => Interlocked.Exchange(ref isEnded, true) ? ValueTask.CompletedTask : bot.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await EndBotAsync();
        await browser.DisposeAsync();
        folder.Dispose();
    }

    [GeneratedRegex("\"(?<line>Einrichten: [^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Code();

    [GeneratedRegex(@"Type first[^:]*:\s*(?<line>[^\r\n]+)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex First();
}
