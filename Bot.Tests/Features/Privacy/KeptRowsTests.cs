using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using Bot.Storage;
using Bot.Tests.Attacks;
using Bot.Tests.Conversations;
using Xunit;

namespace Bot.Tests.Features.Privacy;

/// <summary>Everything the bot stores is listed, with the columns that name people: whoever adds a table, a kind of rows or a column with a person adds it there too.</summary>
public class KeptRowsTests
{
    private static readonly string[] Tables =
    [
        TableNames.Networks, TableNames.Meetings, TableNames.Ballots, TableNames.Admissions, TableNames.Elections, TableNames.Resolutions, TableNames.Minutes, TableNames.Calendars,
        TableNames.Digests, TableNames.Invitations, TableNames.Lists, TableNames.Messages, ConversationBook.Table, DeliveryLedger.Table, DueTable.Table,
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void All_Tables_AreListed()
    {
        var constants = typeof(TableNames).GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Public)
            .Select(field => (string)field.GetRawConstantValue()!);

        Assert.Empty(constants.Concat(Tables).Except(KeptRows.All.Select(rows => rows.Table)));
    }

    /// <summary>A network in which everything that can be done was done: each row is of a listed kind, and no column names anybody that is not said to.</summary>
    [Fact]
    public async Task Rows_OfAFullNetwork_AreListedWithEveryColumnThatNamesSomebody()
    {
        await using var talk = await RightsScene.WorldAsync();
        await talk.SaysAsync("amina", "Meine Mail: a@example.org");
        await talk.PressesAsync("amina", "Speichern");
        await talk.SaysAsync("amina", "Kalender");
        await talk.SaysAsync("amina", "Wochenüberblick aus");
        await talk.SaysAsync("bernd", "Ich komme zum Beirat");
        await talk.SaysAsync("katrin", "Interessent: Moscheeverein, Kirchen, nachfassen 3.3.");
        await talk.SaysAsync("katrin", "Interessent lehnt ab: Moscheeverein, keine Zeit");
        var network = await talk.NetworkAsync();
        var people = network.Network.People.Select(person => person.Id.Value).ToList();
        var broken = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<KeptRows>();
        await foreach (var (table, row) in EverythingAsync(talk))
        {
            var kinds = KeptRows.All.Where(rows => rows.Table == table && rows.Fits(Talk.Network.Value, Talk.Tenant, row.PartitionKey, row.RowKey)).ToList();
            seen.UnionWith(kinds);
            if (kinds.Count == 0)
            {
                broken.Add($"{table}: no kind for {row.PartitionKey} / {row.RowKey.Split('|')[0]}");
            }

            if (table != DueTable.Table && !row.RowKey.StartsWith("staged|", StringComparison.Ordinal))
            {
                broken.UnionWith(Unlisted(table, row, kinds, people));
            }
        }

        Assert.True(broken.Count == 0, string.Join("\n", broken));
        Assert.True(seen.Count >= 35, $"Only {seen.Count} kinds of rows were seen.");
    }

    private static IEnumerable<string> Unlisted(string table, TableEntity row, IReadOnlyList<KeptRows> kinds, IReadOnlyList<string> people)
    {
        foreach (var (column, value) in row.Properties)
        {
            if (value is string text && !text.StartsWith("29:", StringComparison.Ordinal) && people.Any(person => KeptRowFinder.Names(text, person)) && !kinds.Any(rows => rows.IsByChat || rows.Who.Contains(column)))
            {
                yield return $"{table}: {column} of {row.RowKey.Split('|')[0]} names somebody: {text}";
            }
        }

        var parts = row.RowKey.Split('|');
        for (var part = 0; part < parts.Length; part++)
        {
            if (people.Contains(parts[part]) && !kinds.Any(rows => rows.KeyPart == part))
            {
                yield return $"{table}: the key of {parts[0]} names somebody in part {part}";
            }
        }

        if (row.RowKey.Contains("29:", StringComparison.Ordinal) && !kinds.Any(rows => rows.IsByChat))
        {
            yield return $"{table}: the key of {parts[0]} holds an account";
        }
    }

    private static async IAsyncEnumerable<(string Table, TableEntity Row)> EverythingAsync(Talk talk)
    {
        var tables = talk.Get<ITableStore>();
        foreach (var table in Tables)
        {
            for (var first = '!'; first <= '~'; first++)
            {
                if (first is not ('/' or '\\' or '#' or '?'))
                {
                    await foreach (var row in tables.ScanAsync(table, first.ToString(), Cancellation))
                    {
                        yield return (table, row);
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData("amina", true)]
    [InlineData("bernd|amina", true)]
    [InlineData("amina;Accepted\nbernd", true)]
    [InlineData("person:amina", true)]
    [InlineData("", false)]
    [InlineData("aminata", false)]
    [InlineData("p-amina", false)]
    [InlineData("aminata|amina", true)]
    public void Names_OneAmongOthers_IsFoundWholeOnly(string text, bool isNamed) => Assert.Equal(isNamed, KeptRowFinder.Names(text, "amina"));
}
