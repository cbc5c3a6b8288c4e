using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Bot.Tests.Samples;
using Bot.Texts;

namespace Bot.Tests.Cards;

/// <summary><c>cards &lt;folder&gt; [--theme dark] [--language en] [--width 320] [--writing markup] [--only ballot]</c>: a picture of every card, to be looked at.</summary>
internal static class PictureCommand
{
    private const int CardsOnASheet = 12;

    private const int Desktop = 500;

    private const string Usage = "cards <folder> [--theme light|dark] [--language de|en] [--width <points>] [--writing usual|markup] [--only <part of a name>]";

    /// <summary>Draws the pictures; without a language, those of both.</summary>
    /// <returns>0, or 2 when the words make no sense.</returns>
    public static async Task<int> RunAsync(string[] words)
    {
        if (Read(words) is not { } order)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        var hostConfig = Path.Combine(SampleFiles.Shared, "specs", $"teams-host-config-{order.Theme}.json");
        var isOfTeams = File.Exists(hostConfig);
        await using var page = await CardPage.OpenAsync(isOfTeams ? await File.ReadAllTextAsync(hostConfig) : null, order.Width);
        Directory.CreateDirectory(order.Folder);
        foreach (var language in order.Languages)
        {
            await DrawAsync(page, order, language);
        }

        Console.WriteLine($"{Directory.GetFiles(order.Folder, "*.png").Length} pictures in {order.Folder}");
        Console.WriteLine(isOfTeams ? "With the host configuration of Teams." : "Without the host configuration of Teams, which is not on this machine: colours and distances are the renderer's own.");
        return 0;
    }

    /// <summary>What was ordered; null when it makes no sense.</summary>
    internal static PictureOrder? Read(string[] words)
    {
        if (words is not [{ Length: > 0 } folder, .. var rest] || folder.StartsWith('-') || rest.Length % 2 != 0)
        {
            return null;
        }

        PictureOrder? order = new(folder, "light", ["de", "en"], Desktop, Writing.Usual);
        foreach (var pair in rest.Chunk(2))
        {
            order = (pair[0], pair[1]) switch
            {
                (_, _) when order is null => null,
                ("--theme", "light" or "dark") => order with { Theme = pair[1] },
                ("--language", "de" or "en") => order with { Languages = [pair[1]] },
                ("--width", var points) when int.TryParse(points, NumberStyles.None, CultureInfo.InvariantCulture, out var width) && width is >= 200 and <= 1200 => order with { Width = width },
                ("--writing", "usual") => order with { Writing = Writing.Usual },
                ("--writing", "markup") => order with { Writing = Writing.Markup },
                ("--only", { Length: > 0 }) => order with { Only = pair[1] },
                _ => null,
            };
        }

        return order;
    }

    private static async Task DrawAsync(CardPage page, PictureOrder order, string language)
    {
        var cards = CardCatalogue.Of(Scene.Of(order.Writing, Reader.For(language))).Where(card => card.Name.Contains(order.Only, StringComparison.Ordinal)).ToList();
        foreach (var card in cards)
        {
            await page.DrawAsync(card.Content.ToJson());
            await page.PictureAsync(Path.Combine(order.Folder, $"{card.Name}.{language}.png"));
        }

        foreach (var (sheet, index) in cards.Chunk(CardsOnASheet).Select((sheet, index) => (sheet, index)))
        {
            await page.SheetAsync(sheet, order.Width, Path.Combine(order.Folder, string.Create(CultureInfo.InvariantCulture, $"sheet-{index + 1:00}.{language}.png")));
        }
    }
}

/// <summary>Which pictures are to be drawn.</summary>
/// <param name="Folder">Where they go.</param>
/// <param name="Theme"><c>light</c> or <c>dark</c>.</param>
/// <param name="Languages">Of <c>de</c> and <c>en</c>.</param>
/// <param name="Width">Width of a card in points.</param>
/// <param name="Writing">What people have written on them.</param>
/// <param name="Only">What a card's name holds for it to be drawn; empty for every card.</param>
internal sealed record PictureOrder(string Folder, string Theme, IReadOnlyList<string> Languages, int Width, Writing Writing, string Only = "");
