using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Bot.Tests.Turns;

public class PagingTests
{
    private const int Budget = 100;

    [Fact]
    public void Cut_AnyList_PagesTogetherAreTheListAndEachFits()
    {
        var weights = Gen.Choose(1, 150).ArrayOf().ToArbitrary();

        Prop.ForAll(weights, list =>
        {
            var pages = Pages([.. list.Select((weight, place) => (Key: Key(place), Weight: weight))], most: 7);
            return pages.SelectMany(page => page.Items).Select(item => item.Weight).SequenceEqual(list)
                && pages.All(page => page.Items.Count <= 7 && (page.Items.Count <= 1 || page.Items.Sum(item => item.Weight) <= Budget))
                && pages.All(page => page.All == list.Length && page.Pages == pages.Count);
        }).Check(Config.QuickThrowOnFailure);
    }

    [Fact]
    public void Cut_AnyButton_LeadsToThePageThatHoldsItsEntry()
    {
        var (items, most) = (Items(23), 5);
        for (var number = 1; number <= 5; number++)
        {
            var page = Cut(items, new PageRequest { Number = number }, most);
            Assert.Equal(number == 1, page.Before is null);
            Assert.Equal(number == 5, page.After is null);
            Assert.Equal(number + 1, page.After is var (place, key) ? Cut(items, At(place, key), most).Number : number + 1);
            Assert.Equal(number - 1, page.Before is var (before, first) ? Cut(items, At(before, first), most).Number : number - 1);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(9)]
    public void Cut_EntriesBeforeAreGone_TheNextEntryIsNotSkipped(int gone)
    {
        var items = Items(40);
        var (place, key) = Cut(items, PageRequest.First, 10).After!.Value;

        var next = Cut([.. items.Skip(gone)], At(place, key), 10);

        Assert.Contains(next.Items, item => item.Key == key);
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(15, 2)]
    [InlineData(40, 3)]
    public void Cut_TheEntryItselfIsGone_ShowsWhatStandsThereOrTheLastPage(int left, int expected)
    {
        var page = Cut(Items(left), At(22, "gone"), 10);

        Assert.Equal(expected, page.Number);
    }

    [Fact]
    public void Cut_EmptyList_IsOnePageOfNothing()
    {
        var page = Cut([], new PageRequest { Number = 7 }, 10);

        Assert.Equal((0, 1, 1, false), (page.Items.Count, page.Number, page.Pages, page.IsPart));
    }

    [Theory]
    [InlineData("2026 Demokratiefest Seite 3", "2026 Demokratiefest", 3)]
    [InlineData("Seite 2", "", 2)]
    [InlineData("page 12.", "", 12)]
    [InlineData("Beirat, SEITE 2", "Beirat", 2)]
    [InlineData("Seite2", "", 2)]
    [InlineData("Seite 0", "", 1)]
    [InlineData("Seite 999999", "", 999999)]
    [InlineData("Seite 1000000", "Seite 1000000", 1)]
    [InlineData("Seite zwei", "Seite zwei", 1)]
    [InlineData("Webseite 2", "Webseite 2", 1)]
    [InlineData("Seite 2 von", "Seite 2 von", 1)]
    [InlineData("", "", 1)]
    public void Typed_PageAtTheEnd_IsTakenOff(string text, string asked, int number)
    {
        var (rest, page) = PageRequest.Typed(text);

        Assert.Equal((asked, number), (rest, page.Number));
        Assert.Null(page.Key);
    }

    [Theory]
    [InlineData("10", "org-1", "org-1", 10)]
    [InlineData("-3", "org-1", "org-1", 0)]
    [InlineData("x", "org-1", "org-1", 0)]
    [InlineData("99999999999", "a|b", "", 0)]
    [InlineData("2147483647", "", "", int.MaxValue)]
    public void Read_WhatAButtonSendsOrSomebodyMakesUp_IsAPlaceAndAKey(string place, string key, string expectedKey, int expectedPlace)
    {
        var page = PageRequest.Read(Form((PageRequest.PlaceName, place), (PageRequest.KeyName, key)))!;

        Assert.Equal((expectedKey, expectedPlace), (page.Key, page.Place));
        Assert.InRange(Cut(Items(12), page, 5).Number, 1, 3);
    }

    [Fact]
    public void Read_AButtonWithoutPage_IsNone() => Assert.Null(PageRequest.Read(Form(("ballot", "b"))));

    [Fact]
    public void Buttons_OfAMiddlePage_CarryOnlyReferences()
    {
        var page = Cut(Items(30), new PageRequest { Number = 2 }, 10);

        var buttons = Paging.Buttons(Reader.German, page, "x.page", ("meeting", "m")).ToList();

        Assert.Equal(["Zurück", "Weiter"], buttons.Select(button => button.Title));
        Assert.All(buttons, button => Assert.Equal(["meeting", "pageAt", "pageKey"], button.Data.Keys.Order(StringComparer.Ordinal)));
        Assert.Equal(["0", "20"], buttons.Select(button => button.Data["pageAt"]));
    }

    private static List<Page<(string Key, int Weight)>> Pages(IReadOnlyList<(string Key, int Weight)> items, int most)
    {
        var count = Cut(items, PageRequest.First, most).Pages;
        return [.. Enumerable.Range(1, count).Select(number => Cut(items, new PageRequest { Number = number }, most))];
    }

    private static Page<(string Key, int Weight)> Cut(IReadOnlyList<(string Key, int Weight)> items, PageRequest asked, int most) =>
        Paging.Cut(items, item => item.Key, item => item.Weight, most, asked, Budget);

    private static (string Key, int Weight)[] Items(int count) => [.. Enumerable.Range(0, count).Select(place => (Key(place), 1))];

    private static string Key(int place) => "k" + place.ToString(CultureInfo.InvariantCulture);

    private static PageRequest At(int place, string key) => new() { Place = place, Key = key };

    private static CardForm Form(params (string Name, string Value)[] values) => new(values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal));
}
