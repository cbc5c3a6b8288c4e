using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Bot.Platform.Cards;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Cards;

/// <summary>Every card is used by keyboard alone, and a screen reader is told at each stop what it is for.</summary>
public sealed class KeyboardTests
{
    private const int Telephone = 320;

    /// <summary>Cards in the page at once: with all of them each press of a key takes ten times as long.</summary>
    private const int AtOnce = 12;

    /// <summary>In German: what is said where in English is the same card with other words, and those are looked at elsewhere.</summary>
    [Fact]
    public async Task EveryCard_ByKeyboardAlone_IsReachedInOrderNamedAndWithoutFault()
    {
        await using var page = await CardPage.OpenAsync(null, Telephone);
        var faults = new List<string>();
        foreach (var few in CardCatalogueTests.All("de", Writing.Usual).Chunk(AtOnce))
        {
            await page.SheetAsync(few, Telephone);
            var (there, trail) = await page.TabAsync();
            faults.AddRange(Unnamed(there, few).Concat(Unreached(there, trail, few)).Concat(await page.ViolationsAsync()));
        }

        Faults.None(faults);
    }

    /// <summary>Contrast, above all, in the colours of Teams; one card of each kind, since the states of a card differ in words.</summary>
    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task EveryKindOfCard_InTheColoursOfTeams_HasNoFault(string theme)
    {
        await using var page = await CardPage.OpenAsync(OfficialRendererTests.HostConfigOrSkip(theme), Telephone);
        var faults = new List<string>();
        foreach (var few in CardCatalogueTests.All("en", Writing.Usual).DistinctBy(card => card.Creator).Chunk(AtOnce))
        {
            await page.SheetAsync(few, Telephone);
            faults.AddRange(await page.ViolationsAsync());
        }

        Faults.None(faults);
    }

    [Fact]
    public async Task Sheet_WithAFieldWithoutLabel_IsFoundFaultByTreeAndRules()
    {
        const string card = """
            {"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.Text","id":"a","label":"Ort"},{"type":"Input.Text","id":"b"}],
            "actions":[{"type":"Action.Submit","title":"Einladen"}]}
            """;
        var sheet = new[] { new Catalogued("bare", "Nobody.Makes", AdaptiveCard.FromJson(card), null) };
        await using var page = await CardPage.OpenAsync(null, Telephone);
        await page.SheetAsync(sheet, Telephone);

        var (there, trail) = await page.TabAsync();

        Assert.Equal([("textbox", "Ort"), ("textbox", string.Empty), ("button", "Einladen")], there.Select(stop => (stop.Role, stop.Name)));
        Assert.Equal(["bare: stop 1 has no name or role (textbox “”)"], Unnamed(there, sheet));
        Assert.Empty(Unreached(there, trail, sheet));
        Assert.NotEmpty(Unreached(there, [.. trail.Reverse()], sheet));
        Assert.StartsWith("bare: label ", Assert.Single(await page.ViolationsAsync()), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Unnamed(IEnumerable<KeyboardStop> there, Catalogued[] cards) =>
        there.Where(stop => (stop.Name.Length == 0 && !stop.IsFiltered) || stop.Role is "" or "generic").Select(stop => $"{cards[stop.Card].Name}: stop {stop.Place} has no name or role ({stop.Role} “{stop.Name}”)");

    private static IEnumerable<string> Unreached(IReadOnlyList<KeyboardStop> there, IReadOnlyList<string> trail, Catalogued[] cards)
    {
        var came = trail.Where(stop => stop.Contains('.', StringComparison.Ordinal)).ToList();
        var wanted = there.Select(stop => $"{stop.Card}.{stop.Place}").ToList();
        return came.SequenceEqual(wanted) ? [] : wanted.Zip(came.Concat(Enumerable.Repeat("nowhere", wanted.Count))).Where(pair => pair.First != pair.Second).Take(3)
            .Select(pair => $"{cards[int.Parse(pair.First.Split('.')[0], CultureInfo.InvariantCulture)].Name}: the keyboard came to {pair.Second} instead of {pair.First}");
    }
}
