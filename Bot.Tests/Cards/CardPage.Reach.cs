using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Bot.Tests.TestSupport;

namespace Bot.Tests.Cards;

/// <summary>Whom the drawn cards reach: keyboard, screen reader, and the rules of WCAG that a program can look at.</summary>
internal sealed partial class CardPage
{
    /// <summary>Presses of a key on their way to the browser at the same time; it takes them in order.</summary>
    private const int AtOnce = 10;

    /// <summary>Presses that one stop may take: a day is gone through by its day, month, year and calendar.</summary>
    private const int MostPresses = 4;

    /// <summary>Presses Tab from before the first card of the sheet until the last is left.</summary>
    /// <returns>Every stop there is, in the order in which they stand; and where the keyboard was from the first card on until it left the last, as <c>card.place</c>, in the order in which it came there.</returns>
    public async Task<(IReadOnlyList<KeyboardStop> There, IReadOnlyList<string> Trail)> TabAsync()
    {
        var counts = await page.EvaluateAsync<int[]>("() => window.beginTabbing()");
        var most = MostPresses * (counts.Sum() + counts.Length);
        for (var pressed = 0; pressed <= most && !await page.EvaluateAsync<bool>("() => window.trail.at(-1) === 'end'"); pressed += AtOnce)
        {
            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => page.Keyboard.PressAsync("Tab")));
        }

        var trail = await page.EvaluateAsync<string[]>("() => window.trail");
        return (await StopsAsync(), trail);
    }

    /// <summary>What is wrong by the rules of WCAG in what is drawn. How large boxes are drawn is not asked: Teams has a style of its own. Nor are the fields of filtered lists, see <see cref="KeyboardStop"/>.</summary>
    /// <returns>One line for each place.</returns>
    public Task<string[]> ViolationsAsync() => AxeCore.ViolationsAsync(page, "#card", ".ac-choiceSetInput-filtered-textbox", AxeCore.Wcag, without: "target-size");

    /// <summary>All numbered stops, with what Chromium's accessibility tree says of each.</summary>
    private async Task<IReadOnlyList<KeyboardStop>> StopsAsync()
    {
        var devTools = await page.Context.NewCDPSessionAsync(page);
        await devTools.SendAsync("DOM.enable");
        var document = (await devTools.SendAsync("DOM.getFlattenedDocument", new Dictionary<string, object> { ["depth"] = -1 }))!.Value;
        var tree = (await devTools.SendAsync("Accessibility.getFullAXTree"))!.Value;
        var told = tree.GetProperty("nodes").EnumerateArray().Where(node => node.TryGetProperty("backendDOMNodeId", out _)).ToLookup(node => node.GetProperty("backendDOMNodeId").GetInt32());
        await devTools.DetachAsync();
        return [.. document.GetProperty("nodes").EnumerateArray().Where(node => Attribute(node, "data-stop").Length > 0).Select(node => StopOf(node, told[node.GetProperty("backendNodeId").GetInt32()].FirstOrDefault()))];
    }

    private static KeyboardStop StopOf(JsonElement node, JsonElement told)
    {
        var number = Attribute(node, "data-stop").Split('.');
        return new KeyboardStop(int.Parse(number[0], CultureInfo.InvariantCulture), int.Parse(number[1], CultureInfo.InvariantCulture), ValueOf(told, "role"), ValueOf(told, "name"), Attribute(node, "class").Contains("filtered-textbox", StringComparison.Ordinal));
    }

    private static string Attribute(JsonElement node, string name)
    {
        if (!node.TryGetProperty("attributes", out var attributes))
        {
            return string.Empty;
        }

        string[] all = [.. attributes.EnumerateArray().Select(attribute => attribute.GetString()!)];
        var at = Array.FindIndex(all, (text) => text == name);
        return at >= 0 && at % 2 == 0 ? all[at + 1] : string.Empty;
    }

    private static string ValueOf(JsonElement told, string name) =>
        told.ValueKind == JsonValueKind.Object && told.TryGetProperty(name, out var part) && part.TryGetProperty("value", out var value) ? value.GetString()?.Trim() ?? string.Empty : string.Empty;
}
