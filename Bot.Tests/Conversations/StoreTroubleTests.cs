using System;
using System.Threading.Tasks;
using Azure;
using Bot.Platform.Tables.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>The store cannot write, or does not say whether it has: who wanted something is told what that means for it, in their language, and it goes on as soon as it can.</summary>
public class StoreTroubleTests
{
    private const int Full = 13;

    [Theory]
    [InlineData("de-DE", "ist nicht gespeichert oder nicht vollständig; eine Stimme ist nicht gezählt", "Danke, Ihre Stimme ist gezählt.")]
    [InlineData("en-GB", "was not saved, or not completely; a vote was not counted", "Thank you, your vote is counted.")]
    public async Task Vote_DiskFull_IsAnsweredAsNotCountedAndCountsLater(string locale, string refused, string counted)
    {
        await using var talk = await StartAsync();
        talk.Locale = locale;
        talk.Faults.BeforeWrite = _ => throw DataFileException.From(new SqliteException("database or disk is full", Full), "tables.db");

        await talk.SaysAsync("amina", "Ja");
        Assert.Equal(1, talk.HeardBy("amina", refused));
        Assert.Equal(0, talk.HeardBy("amina", counted));

        talk.Faults.BeforeWrite = null;
        await talk.SaysAsync("amina", "Ja");
        Assert.Equal(1, talk.HeardBy("amina", counted));
    }

    [Theory]
    [InlineData("de-DE", "ob das noch gespeichert wurde, ist ungewiss")]
    [InlineData("en-GB", "whether this was still saved is uncertain")]
    public async Task Vote_ServiceDoesNotAnswer_IsAnsweredAsInDoubt(string locale, string inDoubt)
    {
        await using var talk = await StartAsync();
        talk.Locale = locale;
        talk.Faults.BeforeWrite = _ => throw new AggregateException(new RequestFailedException(503, "busy"), new TaskCanceledException("too long"));

        await talk.SaysAsync("amina", "Ja");

        Assert.Equal(1, talk.HeardBy("amina", inDoubt));
    }

    private static async Task<Talk> StartAsync()
    {
        var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.OpensBallotAsync("Abstimmung Plenum: Frage?");
        return talk;
    }
}
