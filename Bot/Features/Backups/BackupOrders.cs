using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Records;
using Bot.Platform.Hosting;
using Bot.Platform.Sealing;
using Bot.Platform.Tables;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Backups;

/// <summary>The orders <c>networks</c>, <c>backup</c>, <c>restore</c> and <c>found</c> of the bot's command line, for whoever runs it. They work on whichever store the settings name, beside a bot that runs;
/// nobody can give them in a chat.</summary>
internal sealed class BackupOrders(ITableStore tables, NetworkStore networks, NetworkBackup backup, NetworkRestore restore, SetupCodeStore codes, TimeProvider time)
{
    /// <summary>Exit code for a restored register that does not verify.</summary>
    public const int NotVerified = 3;

    private const string Network = "--network";
    private const string Tenant = "--tenant";
    private const string To = "--to";
    private const string From = "--from";
    private const string Replace = "--replace";
    private const string PassphraseFile = "--passphrase-file";

    /// <summary>The orders' names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["networks", "backup", "restore", "found"];

    /// <summary>Parts the order's own words from the bot's settings.</summary>
    public static OrderArguments Read(IReadOnlyList<string> args) => new(args, [Network, To, From, Tenant, PassphraseFile], [Replace]);

    /// <summary>Carries an order out.</summary>
    /// <param name="order">One of <see cref="Names"/>.</param>
    /// <param name="arguments">What stands behind it.</param>
    /// <param name="output">Where it is told what was done.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="BackupException">It is refused.</exception>
    public async Task<int> RunAsync(string order, OrderArguments arguments, TextWriter output, CancellationToken cancellationToken)
    {
        foreach (var table in NetworkHoldings.Tables)
        {
            await tables.CreateTableIfNotExistsAsync(table, cancellationToken);
        }

        if (order is "found" or "restore")
        {
            await StoreMark.RefuseAsync(tables, cancellationToken);
        }

        return order switch
        {
            "backup" => await BackupAsync(arguments, output, cancellationToken),
            "found" => await CodeAsync(arguments, output, cancellationToken),
            "restore" => await RestoreAsync(arguments, output, cancellationToken),
            _ => await ListAsync(output, cancellationToken),
        };
    }

    private async Task<int> ListAsync(TextWriter output, CancellationToken cancellationToken)
    {
        foreach (var network in await networks.AllAsync(cancellationToken))
        {
            var found = await networks.FindAsync(network, cancellationToken);
            await output.WriteLineAsync(found is null ? $"{network.Value}: a restore of it is not finished" : $"{network.Value}: {found.Network.Name}, tenant {found.Tenant}");
        }

        return 0;
    }

    /// <summary>A code for a network beside those a tenant has. Only whoever runs the bot can make one, so that nobody in a chat can fill the store with networks.</summary>
    private async Task<int> CodeAsync(OrderArguments arguments, TextWriter output, CancellationToken cancellationToken)
    {
        var tenant = arguments.Value(Tenant) ?? throw new BackupException("Say in which tenant: found --tenant id.");
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var code = await codes.MakeAsync(tenant, now, cancellationToken);
        await output.WriteLineAsync($"Whoever writes \"Einrichten: {code}\" to the bot in a 1:1 chat in tenant {tenant} until {(now + SetupCodeStore.Life).ToDateTimeOffset():u} sets up a network and becomes its coordinator.");
        return 0;
    }

    private async Task<int> BackupAsync(OrderArguments arguments, TextWriter output, CancellationToken cancellationToken)
    {
        var to = arguments.Value(To) ?? throw new BackupException("Say where the backup goes: backup --network id --to file.");
        var network = await ChosenAsync(arguments.Value(Network), cancellationToken);
        var summary = await WriteAsync(network, to, Passphrase.Read(arguments.Value(PassphraseFile), isNew: true), cancellationToken);
        await output.WriteLineAsync($"Backed up '{summary.Manifest.Name}' ({network.Value}) into {Path.GetFullPath(to)}: {summary.Rows} rows of {summary.Partitions} partitions, {new FileInfo(to).Length} bytes.");
        if (summary.Papers > 0)
        {
            await output.WriteLineAsync($"It holds {summary.Papers} papers of secret ballots that are not counted yet. Make another backup when they are, and delete this one: two backups made between two votes would tell who voted how.");
        }

        foreach (var unknown in summary.Unknown)
        {
            await output.WriteLineAsync($"Not in it, because no network is known to own it: {unknown}");
        }

        return 0;
    }

    private async Task<int> RestoreAsync(OrderArguments arguments, TextWriter output, CancellationToken cancellationToken)
    {
        var from = arguments.Value(From) ?? throw new BackupException("Say which file: restore --from file.");
        var passphrase = Passphrase.Read(arguments.Value(PassphraseFile), isNew: false);
        Func<NetworkId, Task>? replacing = arguments.Has(Replace) ? network => KeepAsync(network, from, passphrase, output, cancellationToken) : null;
        var summary = await restore.RunAsync(() => File.OpenRead(from), passphrase, replacing, cancellationToken);
        var manifest = summary.Contents.Manifest;
        await output.WriteLineAsync($"Restored '{manifest.Name}' ({manifest.Network}) as it was on {manifest.MadeAt:u}: {summary.Contents.Rows} rows.");
        await output.WriteLineAsync("Calendar addresses are not restored: everybody makes a new one. If the bot was running, start it again, so that it looks at once at what has become due.");
        await output.WriteLineAsync(summary.Fault is null ? $"The register was verified: {summary.Resolutions} entries, all as they were recorded." : WordsOf(summary.Fault));
        return summary.Fault is null ? 0 : NotVerified;
    }

    /// <summary>Before a network is taken away it is backed up itself, with the same passphrase.</summary>
    private async Task KeepAsync(NetworkId network, string from, string passphrase, TextWriter output, CancellationToken cancellationToken)
    {
        var kept = $"{from}.replaced-{time.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}";
        await WriteAsync(network, kept, passphrase, cancellationToken);
        await output.WriteLineAsync($"What was there before is kept in {Path.GetFullPath(kept)}, with the same passphrase.");
    }

    /// <summary>Writes beside the name it is to have, and gives it that name when it is whole.</summary>
    private async Task<BackupSummary> WriteAsync(NetworkId network, string to, string passphrase, CancellationToken cancellationToken)
    {
        if (File.Exists(to))
        {
            throw new BackupException($"{Path.GetFullPath(to)} is there already. Choose another name; no backup is written over another.");
        }

        var part = to + ".part";
        try
        {
            BackupSummary summary;
            await using (var file = Create(part))
            {
                using var sealing = new SealedWriter(file, passphrase);
                summary = await backup.WriteAsync(network, sealing, cancellationToken);
                sealing.Complete();
                file.Flush(flushToDisk: true);
            }

            File.Move(part, to);
            return summary;
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 128 * 1024 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    private async Task<NetworkId> ChosenAsync(string? said, CancellationToken cancellationToken)
    {
        var all = await networks.AllAsync(cancellationToken);
        var chosen = said is null ? all : [.. all.Where(network => network.Value == said)];
        return chosen is [var one]
            ? one
            : throw new BackupException(all.Count == 0 ? "The store holds no network." : $"Say which network with --network: {string.Join(", ", all.Select(network => network.Value))}.");
    }

    private static string WordsOf(RegisterFinding fault)
    {
        var where = fault.Number is { } number ? $" at number {number}" : string.Empty;
        var columns = fault.Columns.Count > 0 ? $" ({string.Join(", ", fault.Columns)})" : string.Empty;
        return $"The register does NOT verify: {fault.Fault}{where}{columns}. It is as it was in the backup, so it was changed before. Look for an older backup that verifies.";
    }
}
