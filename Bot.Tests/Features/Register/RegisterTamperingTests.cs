using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Records;
using Bot.Domain.Voting;
using Bot.Platform.Tables;
using Bot.Storage;
using Bot.Tests.Conversations;
using NodaTime;
using Xunit;

namespace Bot.Tests.Features.Register;

/// <summary>Somebody with access to the store changes the register behind the bot's back: the first broken entry is named, and what is wrong with it.</summary>
public sealed class RegisterTamperingTests
{
    private static readonly ResolutionDraft Draft = new(
        "Demokratiefest", "Wir fördern das Demokratiefest mit 500 Euro.", new CommitteeId("plenum"), Verdict.Accepted, new Tally(12, 5, 3, 25, 20, 45, 1), MajorityRule.Default.ToCode(),
        new LocalDate(2026, 11, 23), Instant.FromUtc(2026, 11, 23, 18, 4, 5), string.Empty);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task EachColumn_ChangedInTheStore_IsFoundAndNamed(Store store)
    {
        await using var talk = await RegisterAsync(store);
        var rows = await RowsAsync(talk, ResolutionRow.Prefix);
        var columns = rows.SelectMany(row => row.Properties.Keys).Append("Foreign").ToHashSet(StringComparer.Ordinal);
        Assert.ProperSuperset(new HashSet<string> { "Format", "Withheld", "Recommendation", "ByConsent", "Corrects", "Reason", "Seals", "Present" }, columns);
        var wrong = new List<string>();
        foreach (var row in store == Store.Sqlite ? rows : [rows[1]])
        {
            foreach (var (column, value) in columns.SelectMany(column => Others(row, column).Select(value => (column, value))))
            {
                var fault = await FaultAsync(talk, row, changed => changed[column] = value);
                if (fault is not { Columns: [var named] } || named != column || fault.Number!.ToString() != row.GetString("Number"))
                {
                    wrong.Add($"{row.RowKey} {column}={value}: {fault} {string.Join(',', fault?.Columns ?? [])}");
                }
            }
        }

        Assert.Equal([], wrong);
    }

    [Fact]
    public async Task EachColumn_OfAnEntryOfAnEarlierVersion_IsFound()
    {
        await using var talk = await RegisterAsync(Store.Sqlite);
        await AgeAsync(talk);
        Assert.Null(await FaultAsync(talk));
        var (wrong, named) = (new List<string>(), 0);
        var row = (await RowsAsync(talk, ResolutionRow.Prefix))[0];
        foreach (var column in row.Properties.Keys.Concat(["Withheld", "Recommendation", "ByConsent", "Corrects", "Reason", "Seals", "Foreign"]).ToList())
        {
            foreach (var value in Others(row, column))
            {
                var fault = await FaultAsync(talk, row, changed => changed[column] = value);
                if (fault?.Number?.ToString() != "2026-01" || (fault.Columns.Count > 0 && !fault.Columns.Contains(column)))
                {
                    wrong.Add($"{column}={value}: {fault} {string.Join(',', fault?.Columns ?? [])}");
                }

                named += fault?.Columns.Count == 1 ? 1 : 0;
            }
        }

        Assert.Equal([], wrong);
        Assert.True(named > 20, $"Only {named} were named.");
    }

    [Theory]
    [InlineData("head", "Last", "2026-03", RegisterFault.Head, null, "Last")]
    [InlineData("head", "Last", "2026-09", RegisterFault.Head, null, "Last")]
    [InlineData("head", "Last", "?", RegisterFault.Head, null, "Last")]
    [InlineData("head", "Hash", "x", RegisterFault.Head, null, "Hash")]
    [InlineData("head", "Hash", null, RegisterFault.Head, null, "Hash")]
    [InlineData("head", "Format", "1", RegisterFault.Head, null, "Format")]
    [InlineData("subject|s2", "Number", "2026-03", RegisterFault.Guard, "2026-02", "")]
    [InlineData("subject|s2", "Format", "1", RegisterFault.Guard, "2026-02", "")]
    public async Task OtherRows_Changed_AreFound(string key, string column, string? value, RegisterFault expected, string? number, string columns)
    {
        await using var talk = await RegisterAsync(Store.Sqlite);
        var fault = await FaultAsync(talk, Assert.Single(await RowsAsync(talk, key)), row => row[column] = value);
        Assert.Equal((expected, number, columns), (fault!.Fault, fault.Number?.ToString(), string.Join(',', fault.Columns)));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Rows_DeletedSwappedCopiedOrSlippedIn_AreFoundAndNamed(Store store)
    {
        await using var talk = await RegisterAsync(store);
        var rows = await RowsAsync(talk, string.Empty);
        TableEntity Row(string key) => rows.Single(row => row.RowKey == key);
        var (second, third, last) = (Row("entry|2026-0002"), Row("entry|2026-0003"), ResolutionRow.Read(Row("entry|2026-0004")));
        var forged = ResolutionChain.Append(RegisterHead.At(last), Draft with { Subject = "s9" }).Entry;
        var later = ResolutionChain.Append(RegisterHead.At(last), Draft with { DecidedOn = new LocalDate(2027, 1, 2), Subject = "s9" }).Entry;
        var exchanged = ResolutionChain.Append(RegisterHead.At(ResolutionRow.Read(Row("entry|2026-0001"))), Draft with { Text = "Anders.", Subject = "s2" }).Entry;
        (string What, RegisterFault Fault, string? Number, TableTransactionAction[] Done)[] cases =
        [
            ("first deleted", RegisterFault.Missing, "2026-01", [Delete("entry|2026-0001")]),
            ("one deleted", RegisterFault.Missing, "2026-02", [Delete("entry|2026-0002")]),
            ("last deleted", RegisterFault.Missing, "2026-04", [Delete("entry|2026-0004")]),
            ("two last deleted", RegisterFault.Missing, "2026-03", [Delete("entry|2026-0003"), Delete("entry|2026-0004")]),
            ("all deleted", RegisterFault.Missing, "2026-01", [.. Enumerable.Range(1, 4).Select(number => Delete($"entry|2026-000{number}"))]),
            ("swapped", RegisterFault.Misplaced, "2026-02", [Copy(third, second.RowKey), Copy(second, third.RowKey)]),
            ("copied over", RegisterFault.Misplaced, "2026-03", [Copy(second, third.RowKey)]),
            ("copied to the end", RegisterFault.Misplaced, "2026-05", [Copy(second, "entry|2026-0005")]),
            ("copied to the end as another number", RegisterFault.Changed, "2026-05", [Copy(second, "entry|2026-0005", row => row["Number"] = "2026-05")]),
            ("copied behind a gap", RegisterFault.Missing, "2026-05", [Copy(second, "entry|2026-0009")]),
            ("under no number", RegisterFault.Unreadable, null, [Copy(second, "entry|x")]),
            ("slipped in at the end, well made", RegisterFault.Inserted, "2026-05", [TableTransactionAction.Add(ResolutionRow.Write(Talk.Network, forged))]),
            ("slipped in as a new year, well made", RegisterFault.Inserted, "2027-01", [TableTransactionAction.Add(ResolutionRow.Write(Talk.Network, later))]),
            ("exchanged, well made", RegisterFault.Detached, "2026-03", [TableTransactionAction.Upsert(ResolutionRow.Write(Talk.Network, exchanged))]),
            ("head deleted", RegisterFault.Head, null, [Delete("head")]),
            ("head set back", RegisterFault.Inserted, "2026-04", [Copy(Row("head"), "head", row => (row["Last"], row["Hash"]) = ("2026-03", third.Text("Hash")))]),
            ("head made up", RegisterFault.Head, null, [Copy(Row("head"), "head", row => (row["Last"], row["Hash"]) = ("2026-03", "x"))]),
            ("guard deleted", RegisterFault.Guard, "2026-02", [Delete("subject|s2")]),
            ("guard too many", RegisterFault.Guard, null, [Copy(Row("subject|s2"), "subject|s8")]),
        ];
        foreach (var (what, expected, number, done) in cases)
        {
            Assert.IsType<TransactionResult.Committed>(await talk.Get<ITableStore>().SubmitTransactionAsync(TableNames.Resolutions, done, Cancellation));
            var fault = await FaultAsync(talk);
            Assert.Equal((what, expected, number), (what, fault?.Fault, fault?.Number?.ToString()));
            await RestoreAsync(talk, rows);
            Assert.Null(await FaultAsync(talk));
        }

        static TableTransactionAction Copy(TableEntity row, string key, Action<TableEntity>? change = null) => TableTransactionAction.Upsert(Copied(row, key, change));
    }

    [Fact]
    public async Task Record_WithAHeadSetBack_FailsInsteadOfTryingForEver()
    {
        await using var talk = await RegisterAsync(Store.Sqlite);
        await ReplaceAsync(talk, Copied(Assert.Single(await RowsAsync(talk, "head")), "head", head => (head["Last"], head["Hash"]) = ("2026-03", "x")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => talk.Get<ResolutionStore>().RecordAsync(Talk.Network, Draft with { Subject = "s9" }, Cancellation));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Record_FiftyTwiceAtOnceInFiveInstances_HasNoGapAndNoNumberTwice(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        var instances = Enumerable.Range(0, 4).Select(_ => talk.Join().Services).Append(talk.Services).Select(services => (ResolutionStore)services.GetService(typeof(ResolutionStore))!).ToList();
        var recorded = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => Task.Run(
            () => instances[number % instances.Count].RecordAsync(Talk.Network, Draft with { Subject = $"s{number / 2}", RecordedAt = Draft.RecordedAt + Duration.FromMilliseconds(number) }, Cancellation), Cancellation)));

        Assert.Equal(Enumerable.Range(1, 50).Select(number => new ResolutionNumber(2026, number)), (await talk.ResolutionsAsync()).Select(entry => entry.Number));
        Assert.All(recorded.GroupBy(entry => entry.Subject), twice => Assert.Single(twice.Select(entry => entry.Number).Distinct()));
        Assert.Null(await FaultAsync(talk));
    }

    [Fact]
    public async Task Content_ReadWhileItIsWritten_IsWell()
    {
        await using var talk = await RegisterAsync(Store.Sqlite);
        var writing = Task.Run(
            async () =>
            {
                foreach (var number in Enumerable.Range(10, 40))
                {
                    await talk.Get<ResolutionStore>().RecordAsync(Talk.Network, Draft with { Subject = "t" + number.ToString(CultureInfo.InvariantCulture) }, Cancellation);
                }
            },
            Cancellation);
        do
        {
            Assert.Null(await FaultAsync(talk));
        }
        while (!writing.IsCompleted);
        await writing;
    }

    private static async Task<Talk> RegisterAsync(Store store)
    {
        var talk = await Talk.StartAsync(store);
        foreach (var draft in new[]
        {
            Draft with { Subject = "s1" },
            Draft with { Subject = "s2", Tally = new Tally(0, 0, 0, 41, 20, 45, 1, Withheld: 4), Recommendation = Recommendation.Against },
            Draft with { Subject = "s3", ByConsent = true, Committee = new CommitteeId("beirat") },
            Draft with { Subject = "s4", Corrects = new ResolutionNumber(2026, 1), Reason = "Zahlendreher" },
        })
        {
            await talk.Get<ResolutionStore>().RecordAsync(Talk.Network, draft, Cancellation);
        }

        Assert.Null(await FaultAsync(talk));
        return talk;
    }

    private static async Task AgeAsync(Talk talk)
    {
        var rows = await RowsAsync(talk, ResolutionRow.Prefix);
        var entry = ResolutionRow.Read(rows[0]);
        string[] values =
        [
            "resolution/1", entry.Number.ToString(), entry.Title, entry.Text, entry.Committee.Value, "accepted", "12", "5", "3", "25", "20", "45", "1", entry.RuleCode, "2026-11-23", "2026-11-23T18:04:05Z",
            entry.Subject, entry.PreviousHash,
        ];
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(values.Select(value => $"{Encoding.UTF8.GetByteCount(value)}:{value}")))));
        TableTransactionAction[] aged =
        [
            TableTransactionAction.Upsert(Copied(rows[0], rows[0].RowKey, row => (row["Hash"], row["Seals"]) = (hash, null))),
            .. rows.Skip(1).Select(row => Delete(row.RowKey)), Delete("subject|s2"), Delete("subject|s3"), Delete("subject|s4"),
            TableTransactionAction.Upsert(RegisterRows.Head(Talk.Network.Value, "head", new RegisterHead(entry.Number, hash))),
        ];
        Assert.IsType<TransactionResult.Committed>(await talk.Get<ITableStore>().SubmitTransactionAsync(TableNames.Resolutions, aged, Cancellation));
        await talk.Get<ResolutionStore>().RecordAsync(Talk.Network, Draft with { Subject = "s2" }, Cancellation);
    }

    private static IEnumerable<object?> Others(TableEntity row, string column)
    {
        var now = row[column];
        yield return (column, now) switch
        {
            ("Verdict", _) => now is "Rejected" ? "Accepted" : "Rejected",
            ("Recommendation", _) => now is "For" ? "None" : "For",
            ("DecidedOn", _) => "2026-11-24",
            ("Number", _) => "2026-08",
            ("Corrects", _) => "2026-02",
            ("ByConsent", _) => now is not true,
            ("Withheld" or "Present", _) => now is int heads ? heads + 1 : 21,
            (_, int heads) => heads + 1,
            (_, bool yes) => !yes,
            (_, DateTimeOffset moment) => moment.AddMilliseconds(1),
            ("Seals", string { Length: > 0 } seals) => (seals[0] == '0' ? "1" : "0") + seals[1..],
            ("Hash" or "PreviousHash", string hash) => (hash[0] == '0' ? "1" : "0") + hash[1..],
            (_, string text) => text + " ",
            _ => "x",
        };
        if (now is not null)
        {
            yield return null;
        }

        if (now is int number)
        {
            yield return number.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static async Task<RegisterFinding?> FaultAsync(Talk talk, TableEntity row, Action<TableEntity> change)
    {
        await ReplaceAsync(talk, Copied(row, row.RowKey, change));
        var fault = await FaultAsync(talk);
        await ReplaceAsync(talk, row);
        return fault;
    }

    private static async Task<RegisterFinding?> FaultAsync(Talk talk) => RegisterInspection.FirstFault(await talk.Get<ResolutionStore>().ContentAsync(Talk.Network, Cancellation));

    private static async Task ReplaceAsync(Talk talk, TableEntity row) =>
        Assert.IsType<TransactionResult.Committed>(await talk.Get<ITableStore>().SubmitTransactionAsync(TableNames.Resolutions, [TableTransactionAction.Upsert(row)], Cancellation));

    private static async Task RestoreAsync(Talk talk, IReadOnlyList<TableEntity> rows)
    {
        var foreign = (await RowsAsync(talk, string.Empty)).Where(row => rows.All(one => one.RowKey != row.RowKey)).Select(row => Delete(row.RowKey));
        await talk.Get<ITableStore>().SubmitTransactionAsync(TableNames.Resolutions, [.. rows.Select(TableTransactionAction.Upsert), .. foreign], Cancellation);
    }

    private static TableTransactionAction Delete(string key) => TableTransactionAction.Delete(new TableEntity(Talk.Network.Value, key) { ETag = Azure.ETag.All });

    private static TableEntity Copied(TableEntity row, string key, Action<TableEntity>? change)
    {
        var copy = new TableEntity(row.PartitionKey, key);
        foreach (var (name, value) in row.Properties)
        {
            copy[name] = value;
        }

        change?.Invoke(copy);
        return copy;
    }

    private static async Task<IReadOnlyList<TableEntity>> RowsAsync(Talk talk, string prefix)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in talk.Get<ITableStore>().QueryAsync(TableNames.Resolutions, RowRange.WithPrefix(Talk.Network.Value, prefix), Cancellation))
        {
            rows.Add(row);
        }

        return rows;
    }
}
