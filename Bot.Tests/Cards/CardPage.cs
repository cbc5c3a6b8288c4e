using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Bot.Tests.EndToEnd;
using Bot.Tests.TestSupport;
using Microsoft.Playwright;

namespace Bot.Tests.Cards;

/// <summary>What the official renderer made of a card.</summary>
/// <param name="Said">Errors and warnings of reading and validating.</param>
/// <param name="Text">All text in the page, inner cards unfolded.</param>
/// <param name="Values">What stands in the fields.</param>
/// <param name="Tags">The names of all elements of the page.</param>
/// <param name="Wide">Points by which the card is wider than its place.</param>
/// <param name="Cut">Texts that are wider than their box.</param>
internal sealed record DrawnCard(string[] Said, string Text, string[] Values, string[] Tags, int Wide, string[] Cut);

/// <summary>A page in which the official JavaScript renderer draws cards, as close to Teams as its host configuration gets.</summary>
internal sealed partial class CardPage : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    private readonly Browser browser;
    private readonly IPage page;
    private readonly string? hostConfig;

    private CardPage(Browser browser, IPage page, string? hostConfig)
    {
        this.browser = browser;
        this.page = page;
        this.hostConfig = hostConfig;
    }

    /// <summary>Opens the page; skips the calling test, visibly, where browser or Node are missing.</summary>
    /// <param name="hostConfig">Text of a host configuration; null for the renderer's own.</param>
    /// <param name="width">Width of a card in points.</param>
    public static async Task<CardPage> OpenAsync(string? hostConfig, int width)
    {
        var folder = await NodePeers.RequireAsync(default);
        var started = await Browser.StartAsync();
        var opened = await started.NewPageAsync();
        await opened.SetContentAsync("<!doctype html><html lang=\"de\"><body><div id=\"card\"></div></body></html>");
        await opened.AddStyleTagAsync(new() { Path = Path.Combine(folder, "node_modules", "adaptivecards", "dist", "adaptivecards.css") });
        await opened.AddStyleTagAsync(new() { Content = Style(hostConfig, width) });
        foreach (var script in new[] { "node_modules/adaptivecards/dist/adaptivecards.min.js", "node_modules/markdown-it/dist/browser/markdown-it.umd.min.js", "card-page.js" })
        {
            await opened.AddScriptTagAsync(new() { Path = Path.Combine([folder, .. script.Split('/')]) });
        }

        return new CardPage(started, opened, hostConfig);
    }

    /// <summary>Draws a card in place of the one before.</summary>
    public async Task<DrawnCard> DrawAsync(string card)
    {
        var drawn = await page.EvaluateAsync<JsonElement>("([card, config]) => window.draw(JSON.parse(card), config && JSON.parse(config))", new[] { card, hostConfig });
        return drawn.Deserialize<DrawnCard>(Format)!;
    }

    /// <summary>How many fields screen readers call so.</summary>
    public Task<int> CountFieldsAsync(string label) => page.GetByLabel(label).CountAsync();

    /// <summary>Saves what is drawn as PNG.</summary>
    public Task PictureAsync(string path) => page.Locator("#card").ScreenshotAsync(new() { Path = path });

    /// <summary>Draws several cards at once and saves them as one PNG.</summary>
    public async Task SheetAsync(IEnumerable<Catalogued> cards, int width, string path)
    {
        await SheetAsync(cards, width);
        await PictureAsync(path);
    }

    /// <summary>Draws several cards at once, each with its name above.</summary>
    public async Task SheetAsync(IEnumerable<Catalogued> cards, int width)
    {
        var named = cards.Select(card => new { name = card.Name, payload = JsonDocument.Parse(card.Content.ToJson()).RootElement });
        await page.EvaluateAsync(
            "([cards, config, width]) => window.drawSheet(JSON.parse(cards), config && JSON.parse(config), Number(width))",
            new[] { JsonSerializer.Serialize(named, Format), hostConfig, width.ToString(System.Globalization.CultureInfo.InvariantCulture) });
    }

    public ValueTask DisposeAsync() => browser.DisposeAsync();

    private static int SheetColumns(int width) => width < 400 ? 5 : 3;

    /// <summary>What Teams draws around a card: its colours and its rounded buttons. The host configuration says the rest.</summary>
    private static string Style(string? hostConfig, int width)
    {
        var background = hostConfig is null
            ? "#ffffff"
            : JsonDocument.Parse(hostConfig).RootElement.GetProperty("containerStyles").GetProperty("default").GetProperty("backgroundColor").GetString();
        return $$"""
            * { box-sizing: border-box; }
            body { margin: 0; background: #888; }
            #card { width: {{width}}px; background: {{background}}; overflow: hidden; }
            #card.sheet { width: {{SheetColumns(width) * (width + 12)}}px; column-count: {{SheetColumns(width)}}; column-gap: 10px; background: #888; padding: 1px; }
            .sheet figure { margin: 0 0 10px; break-inside: avoid; background: {{background}}; overflow: hidden; }
            .sheet figcaption { font: 11px monospace; color: #fff; background: #444; padding: 2px 6px; }
            .ac-pushButton { border: 1px solid #8a8886; border-radius: 4px; background: transparent; color: inherit; padding: 5px 12px; font: 14px sans-serif; }
            .ac-input { box-sizing: border-box; width: 100%; padding: 5px; font: 14px sans-serif; }
            #card p { margin: 0; } #card ol { margin: 0; padding-left: 2.2em; } #card ul { margin: 0; padding-left: 1.4em; }
            """ + (background![^6] < '8' ? ".ac-pushButton { color: #fff; }" : string.Empty);
    }
}
