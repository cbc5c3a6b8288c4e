using System;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables.Sqlite;
using Bot.Tests.TestSupport;
using Npgsql;
using Xunit;

namespace Bot.Tests.Platform.Scheduling;

/// <summary>Several instances with one clock, in a real PostgreSQL.</summary>
public sealed class SharedClockTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sweep_OfTwoInstances_RunsAtOneAtATime_AndWhatCameMeanwhileIsSweptAfterwards()
    {
        await using var server = await PostgresServer.StartAsync(Cancellation);
        var database = await server.NewDatabaseAsync(Cancellation);
        using var tables = await TablesAsync(TimeProvider.System);
        var probe = new SweepProbe();
        await using var first = await ClockHost.StartAsync(tables, probe, TimeProvider.System, ("Postgres", database), ("SafetySeconds", "1"));
        await using var second = await ClockHost.StartAsync(tables, probe, TimeProvider.System, ("Postgres", database), ("SafetySeconds", "1"));
        probe.Hold();
        await first.Due.LookAgainAsync(new DueSubject("probe", "n", "1"), Cancellation);
        await Until.TrueAsync(() => probe.Inside == 1, Cancellation);

        await second.Due.LookAgainAsync(new DueSubject("probe", "n", "2"), Cancellation);
        await BlockedAsync(database, 2);

        // Both triggers are due by now and wait until the sweep has ended; the one that runs looks beside it, as it does anyway.
        Assert.Equal(1L, await CountAsync(database, "SELECT count(DISTINCT instance_name) FROM qrtz_fired_triggers WHERE state = 'EXECUTING'"));
        probe.Release();
        await Until.TrueAsync(() => probe.Looked.Count >= 2, Cancellation);
        Assert.Equal(["1", "2"], [.. probe.Looked]);
    }

    [Fact]
    public async Task Trigger_OfYesterday_FiresOnce_ByTheInjectedClock()
    {
        await using var server = await PostgresServer.StartAsync(Cancellation);
        var database = await server.NewDatabaseAsync(Cancellation);
        var yesterday = new ShiftedTime(TimeSpan.FromDays(-1));
        using var tables = await TablesAsync(yesterday);
        var before = new SweepProbe();
        await using (var host = await ClockHost.StartAsync(tables, before, yesterday, ("Postgres", database), ("SafetySeconds", "3600")))
        {
            await host.Due.AddAsync(new DueSubject("probe", "n", "1"), [yesterday.GetUtcNow().AddMinutes(30)], Cancellation);
            await PlannedAsync(database);
        }

        Assert.Empty(before.Looked);
        var now = new SweepProbe();
        await using var next = await ClockHost.StartAsync(tables, now, TimeProvider.System, ("Postgres", database), ("SafetySeconds", "3600"));
        await Until.TrueAsync(() => now.Fired.Any(name => name == "next"), Cancellation);
        await Until.TrueAsync(() => !now.Looked.IsEmpty && !IsRunning(database), Cancellation);
        Assert.Equal(["1"], [.. now.Looked]);
        Assert.Single(now.Fired, name => name == "next");
    }

    /// <summary>Rows lie in the store, not in the database: what came while it was away is looked at when it is back.</summary>
    [Fact]
    public async Task Database_AwayAfterTheStart_IsWaitedForAndNothingIsLost()
    {
        await using var server = await PostgresServer.StartAsync(Cancellation);
        var (database, others) = (await server.NewDatabaseAsync(Cancellation), await server.NewDatabaseAsync(Cancellation));
        using var tables = await TablesAsync(TimeProvider.System);
        var probe = new SweepProbe();
        await using var host = await ClockHost.StartAsync(tables, probe, TimeProvider.System, ("Postgres", database), ("SafetySeconds", "1"));
        await Until.TrueAsync(() => !probe.Fired.IsEmpty, Cancellation);
        var name = new NpgsqlConnectionStringBuilder(database).Database;

        await ExecuteAsync(others, $"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        await ExecuteAsync(others, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        await host.Due.LookAgainAsync(new DueSubject("probe", "n", "1"), Cancellation);
        await ExecuteAsync(others, $"ALTER DATABASE {name} ALLOW_CONNECTIONS true");

        await Until.TrueAsync(() => !probe.Looked.IsEmpty, Cancellation);
        Assert.Equal(["1"], [.. probe.Looked]);
    }

    public void Dispose() => folder.Dispose();

    private static async Task ExecuteAsync(string database, string text)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written above.
        command.CommandText = text;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private async Task<SqliteTableStore> TablesAsync(TimeProvider time)
    {
        var tables = new SqliteTableStore(folder.Path, time);
        await tables.CreateTableIfNotExistsAsync(DueTable.Table, Cancellation);
        return tables;
    }

    private static async Task BlockedAsync(string database, long most)
    {
        while (await CountAsync(database, "SELECT count(*) FROM qrtz_triggers WHERE trigger_state = 'BLOCKED'") < most)
        {
            Cancellation.ThrowIfCancellationRequested();
        }
    }

    private static async Task PlannedAsync(string database)
    {
        while (await CountAsync(database, "SELECT count(*) FROM qrtz_triggers WHERE trigger_name = 'next'") == 0)
        {
            Cancellation.ThrowIfCancellationRequested();
        }
    }

    private static bool IsRunning(string database) => CountAsync(database, "SELECT count(*) FROM qrtz_fired_triggers WHERE state = 'EXECUTING'").GetAwaiter().GetResult() > 0;

    private static async Task<long> CountAsync(string database, string query)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The queries are written above.
        command.CommandText = query;
#pragma warning restore CA2100
        return Convert.ToInt64(await command.ExecuteScalarAsync(Cancellation), CultureInfo.InvariantCulture);
    }
}
