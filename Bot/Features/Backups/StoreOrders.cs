using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Hosting;
using Bot.Platform.Tables;
using Bot.Platform.Tables.Rest;
using Bot.Platform.Tables.Sqlite;
using Bot.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Features.Backups;

/// <summary>The orders <c>move</c> and <c>snapshot</c> of the bot's command line, about the whole store that the settings name.</summary>
internal sealed class StoreOrders(ITableStore tables, IOptions<TableOptions> options, TimeProvider time, ILogger<RestTableStore> log)
{
    /// <summary>The environment variable with the connection string of the store to move to.</summary>
    public const string TargetVariable = "BOT_TARGET_CONNECTION_STRING";

    private const string To = "--to";
    private const string ClientId = "--client-id";
    private const string Stopped = "--stopped";
    private const string Cancel = "--cancel";
    private const string ByConnectionString = "connection-string";

    /// <summary>The orders' names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["move", "snapshot"];

    /// <summary>Parts the order's own words from the bot's settings.</summary>
    public static OrderArguments Read(IReadOnlyList<string> args) => new(args, [To, ClientId], [Stopped, Cancel]);

    /// <summary>Carries an order out.</summary>
    /// <param name="order">One of <see cref="Names"/>.</param>
    /// <param name="arguments">What stands behind it.</param>
    /// <param name="output">Where it is told what was done.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="BackupException">It is refused.</exception>
    public async Task<int> RunAsync(string order, OrderArguments arguments, TextWriter output, CancellationToken cancellationToken)
    {
        if (order == "snapshot")
        {
            return await SnapshotAsync(arguments, output);
        }

        return arguments.Has(Cancel) ? await CancelAsync(output, cancellationToken) : await MoveAsync(arguments, output, cancellationToken);
    }

    private async Task<int> SnapshotAsync(OrderArguments arguments, TextWriter output)
    {
        var to = arguments.Value(To) ?? throw new BackupException("Say where: snapshot --to folder.");
        if (((tables as ObservedTableStore)?.Inner ?? tables) is not SqliteTableStore file)
        {
            throw new BackupException("A snapshot is of the embedded store; this one is Azure Table storage. Use the order backup, or what the account offers.");
        }

        file.Snapshot(to);
        var written = new FileInfo(Path.Combine(to, SqliteTableStore.FileName));
        await output.WriteLineAsync($"Wrote {written.FullName}, {written.Length} bytes, and checked it. A bot can be started on it with Tables:DataFolder={Path.GetFullPath(to)}.");
        await output.WriteLineAsync("It is not encrypted: whoever reads it reads everything. Papers of secret ballots that are not counted yet are in it; delete it when they are.");
        return 0;
    }

    private async Task<int> CancelAsync(TextWriter output, CancellationToken cancellationToken)
    {
        var mark = await StoreMove.CancelAsync(tables, cancellationToken);
        await output.WriteLineAsync(mark switch
        {
            null => "This store was not being moved; nothing was changed.",
            { State: StoreMarkState.Leaving } => "The move was called off: bots work on this store again. What was written into the other one counts nowhere; the next move to it begins anew.",
            _ => $"Bots work on this store again, as it was on {mark.At}. What happened since in {mark.Place} is not here; let no bot work there any more, or everybody is told everything twice.",
        });
        return 0;
    }

    private async Task<int> MoveAsync(OrderArguments arguments, TextWriter output, CancellationToken cancellationToken)
    {
        var said = arguments.Value(To) ?? throw new BackupException($"Say where: move --to folder, move --to https://account.table.core.windows.net, or move --to {ByConnectionString} with the variable {TargetVariable}.");
        var target = Valid(TargetOf(said, arguments.Value(ClientId)));
        var to = TableServices.Open(target, Directory.GetCurrentDirectory(), time, log);
        try
        {
            var patience = arguments.Has(Stopped) ? TimeSpan.Zero : StoreMove.UntilBotsHaveEnded;
            if (patience > TimeSpan.Zero)
            {
                await output.WriteLineAsync($"Bots that still run on this store end by themselves; they are waited for ({patience.TotalSeconds:F0} s; --stopped when none runs).");
            }

            var moved = await new StoreMove(tables, to, time).RunAsync(PlaceOf(options.Value), PlaceOf(target), patience, cancellationToken);
            await output.WriteLineAsync($"Moved {moved.Sum(print => print.Rows)} rows of {moved.Count(print => print.Rows > 0)} tables to {PlaceOf(target)}, read both stores through and found them the same.");
            await output.WriteLineAsync("Set the section Tables to the new store and start the bot. The old one is marked, no bot starts on it; it still holds everything: delete it when the new one has proved itself and has been backed up.");
            return 0;
        }
        finally
        {
            (to as IDisposable)?.Dispose();
        }
    }

    private static TableOptions TargetOf(string said, string? clientId)
    {
        if (said == ByConnectionString)
        {
            return new TableOptions { ConnectionString = Environment.GetEnvironmentVariable(TargetVariable) ?? throw new BackupException($"The environment variable {TargetVariable} is not set.") };
        }

        return said.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(said, UriKind.Absolute, out var endpoint)
            ? new TableOptions { Endpoint = endpoint, ManagedIdentityClientId = clientId }
            : new TableOptions { DataFolder = said, ManagedIdentityClientId = clientId };
    }

    private static TableOptions Valid(TableOptions options)
    {
        var judged = new TableOptionsValidator().Validate(name: null, options);
        return judged.Failed
            ? throw new BackupException("The store to move to: " + string.Join(' ', judged.Failures!.Select(failure => failure.Replace("Tables:ConnectionString", TargetVariable, StringComparison.Ordinal).Replace("Tables:Endpoint", To, StringComparison.Ordinal).Replace("Tables:ManagedIdentityClientId", ClientId, StringComparison.Ordinal))))
            : options;
    }

    private static string PlaceOf(TableOptions options) =>
        options.ConnectionString is { } account ? TableConnectionString.Parse(account).Endpoint.ToString() : options.Endpoint?.ToString() ?? Path.GetFullPath(options.DataFolder);
}
