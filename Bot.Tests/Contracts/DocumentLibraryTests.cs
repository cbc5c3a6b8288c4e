using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Directory;
using Bot.Tests.Contracts.Graph;
using Bot.Tests.Conversations;
using Xunit;

namespace Bot.Tests.Contracts;

/// <summary>Documents in the team's files, held to Graph's contract.</summary>
public class DocumentLibraryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(GraphLibrary.LargestAtOnce)]
    [InlineData(GraphLibrary.LargestAtOnce + 1)]
    [InlineData(12 * 1024 * 1024)]
    public async Task Store_OfAnySize_IsThereAsItWas(int size)
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph);
        var content = Enumerable.Range(0, size).Select(place => (byte)(place * 31 % 251)).ToArray();
        var address = await talk.Get<IDocumentLibrary>().StoreAsync(["Beirat", "2027"], "Protokoll 14.1.2027.docx", content, Cancellation);
        Assert.Empty(graph.Broken);
        Assert.Equal("https://buendnis.sharepoint.example/", address?.GetLeftPart(UriPartial.Authority) + "/");
        var (path, stored) = Assert.Single(graph.Files);
        Assert.Equal("Koordinationsbot/Beirat/2027/Protokoll 14.1.2027.docx", path);
        Assert.True(content.AsSpan().SequenceEqual(stored));
        Assert.Equal(["Sites.Selected"], graph.Needed.Keys);
    }

    [Fact]
    public async Task Store_Again_ReplacesWhatWasThere()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph);
        var library = talk.Get<IDocumentLibrary>();
        await library.StoreAsync([], "a.docx", [1], Cancellation);
        await library.StoreAsync([], "a.docx", [2, 3], Cancellation);
        Assert.Equal([2, 3], Assert.Single(graph.Files).Value);
        Assert.Empty(graph.Broken);
    }

    [Theory]
    [InlineData("Beschlüsse/2027: Haushalt?.docx", "Beschlüsse-2027- Haushalt-.docx")]
    [InlineData("..", "-")]
    [InlineData("../../geheim.docx", "-..-geheim.docx")]
    [InlineData("  a.docx. ", "a.docx")]
    [InlineData("100 % & {x} #1.docx", "100 - - -x- -1.docx")]
    [InlineData("a\r\nb.docx", "ab.docx")]
    [InlineData("", "-")]
    public void NameOf_AnyText_CanStandInAPath(string wanted, string name) => Assert.Equal(name, GraphLibrary.NameOf(wanted));

    [Fact]
    public void NameOf_ALongName_KeepsItsEnding()
    {
        var name = GraphLibrary.NameOf(new string('a', 300) + ".docx");
        Assert.Equal(120, name.Length);
        Assert.EndsWith(".docx", name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Store_WithForbiddenCharacters_KeepsToTheContract()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph);
        await talk.Get<IDocumentLibrary>().StoreAsync(["AG: \"Öffentlichkeit\""], "50% mehr? + ~x'y.docx", [1], Cancellation);
        Assert.Equal("Koordinationsbot/AG- -Öffentlichkeit-/50- mehr- + -x'y.docx", Assert.Single(graph.Files).Key);
        Assert.Empty(graph.Broken);
    }

    [Theory]
    [InlineData("429 in 120", 0)]
    [InlineData("503", 1)]
    [InlineData("500 done", 1)]
    [InlineData("cut", 1)]
    public async Task Store_WhateverGoesWrong_SaysWhetherToTryAgain(string trouble, int fault)
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph);
        graph.Next("PUT /content", GraphTrouble.Named(trouble));
        var thrown = await Assert.ThrowsAsync<DirectoryException>(() => talk.Get<IDocumentLibrary>().StoreAsync([], "a.docx", [1], Cancellation));
        Assert.Equal((DirectoryFault)fault, thrown.Fault);
        Assert.Equal(trouble == "429 in 120" ? talk.Time.GetUtcNow().AddSeconds(120) : null, thrown.Until);
    }

    [Fact]
    public async Task Library_WithoutADriveOrForAnotherTenant_IsOff()
    {
        await using var graph = await GraphService.StartAsync();
        await using var on = await Talk.WithGraphAsync(graph);
        Assert.True(on.Get<IDocumentLibrary>().IsOnFor(Talk.Tenant));
        Assert.False(on.Get<IDocumentLibrary>().IsOnFor("33333333-3333-3333-3333-333333333333"));
        await using var off = await Talk.StartAsync();
        Assert.False(off.Get<IDocumentLibrary>().IsOnFor(Talk.Tenant));
    }
}
