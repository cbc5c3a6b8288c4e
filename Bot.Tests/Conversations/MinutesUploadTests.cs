using System;
using System.IO;
using System.Threading.Tasks;
using Bot.Tests.Contracts.Graph;
using DocumentFormat.OpenXml.Packaging;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Approved minutes in the team's files, held to Graph's contract: only as everybody may read them.</summary>
public class MinutesUploadTests
{
    private const string Place = "Koordinationsbot/Beirat/2027/Protokoll-beirat-2027-01-14-oeffentlich.docx";

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Approved_Minutes_AreInTheFilesWithoutNamesAndWhatIsConfidential(Store store)
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph, store);
        await ApproveAsync(talk, () => Assert.Empty(graph.Files));
        Assert.Empty(graph.Broken);
        var (path, content) = Assert.Single(graph.Files);
        Assert.Equal(Place, path);
        using var file = new MemoryStream(content);
        using var word = WordprocessingDocument.Open(file, isEditable: false);
        var words = word.MainDocumentPart!.Document!.InnerText;
        Assert.Contains("Das Fest findet statt.", words, StringComparison.Ordinal);
        Assert.All(["Vertrauliches", "Streng geheim", "Amina", "Bernd", "Rathaus"], secret => Assert.DoesNotContain(secret, words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("429 in 120")]
    [InlineData("503")]
    [InlineData("500 done")]
    [InlineData("cut")]
    public async Task Upload_WhateverGoesWrong_IsDoneLaterAndTheMinutesAreApprovedAllTheSame(string trouble)
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph);
        await ApproveAsync(talk, () => graph.Next("PUT /content", GraphTrouble.Named(trouble)));
        await talk.AfterAsync(Duration.FromMinutes(11));
        Assert.Equal(2, graph.CountOf("PUT /content"));
        Assert.Equal(Place, Assert.Single(graph.Files).Key);
        await talk.AfterAsync(Duration.FromMinutes(11));
        Assert.Equal(2, graph.CountOf("PUT /content"));
    }

    private static async Task ApproveAsync(Talk talk, Action before)
    {
        await talk.BoardHasMetAsync();
        await talk.BoardGetsMinutesAsync();
        await talk.BoardMeetsAgainAsync();
        before();
        await talk.SaysAsync("clara", "Protokoll genehmigen");
        Assert.Contains("Genehmigt ohne Einwand", await talk.PressesAsync("clara", "Ohne Einwand genehmigt"), StringComparison.Ordinal);
    }
}
