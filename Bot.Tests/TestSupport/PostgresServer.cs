using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Npgsql;
using Xunit;

namespace Bot.Tests.TestSupport;

/// <summary>A real PostgreSQL on a free port of this machine, in a folder that is gone with it.</summary>
/// <remarks>The database refuses to run as root; started by root it runs as <c>postgres</c>, the user Debian's package makes.</remarks>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Debian = "/usr/lib/postgresql";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder folder = new();
    private readonly int port = NodePeers.FreePort();
    private readonly StringBuilder log = new();
    private readonly string bin;
    private Process? server;
    private int databases;

    private PostgresServer(string bin) => this.bin = bin;

    /// <summary>Starts one; skips the calling test where PostgreSQL is missing.</summary>
    public static async Task<PostgresServer> StartAsync(CancellationToken cancellationToken)
    {
        var found = Find();
        Assert.SkipWhen(found is null, "PostgreSQL (initdb, postgres; on Debian the package postgresql) is not installed.");
        Assert.SkipWhen(Environment.IsPrivilegedProcess && !await HasUserAsync(cancellationToken), "PostgreSQL refuses to run as root, and there is no user postgres.");
        var started = new PostgresServer(found);
        try
        {
            await started.OpenAsync(cancellationToken);
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>Connection string of a new, empty database.</summary>
    public async Task<string> NewDatabaseAsync(CancellationToken cancellationToken)
    {
        var name = "clock" + Interlocked.Increment(ref databases).ToString(CultureInfo.InvariantCulture);
        await using var connection = new NpgsqlConnection(To("postgres"));
        await connection.OpenAsync(cancellationToken);
        await using var create = connection.CreateCommand();
#pragma warning disable CA2100 // The name is made here.
        create.CommandText = "CREATE DATABASE " + name;
#pragma warning restore CA2100
        await create.ExecuteNonQueryAsync(cancellationToken);
        return To(name);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is { HasExited: false })
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }

        server?.Dispose();
        folder.Dispose();
    }

    private string To(string database) => string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=bot;Password=not-a-secret;Database={database};Pooling=false");

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", ["postgres", folder.Path], cancellationToken);
        }

        var data = folder.File("data");
        await RunAsync(Path.Combine(bin, "initdb"), ["-D", data, "-U", "bot", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"], cancellationToken, asOwner: true);
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server = new Process
        {
            StartInfo = Order(
                Path.Combine(bin, "postgres"),
                ["-D", data, "-p", port.ToString(CultureInfo.InvariantCulture), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=" + folder.Path, "-c", "fsync=off", "-c", "lc_messages=C"],
                asOwner: true),
        };
        server.ErrorDataReceived += (_, line) =>
        {
            lock (log)
            {
                log.AppendLine(line.Data);
            }

            if (line.Data?.Contains("ready to accept connections", StringComparison.Ordinal) == true)
            {
                ready.TrySetResult();
            }
        };
        server.Start();
        server.BeginErrorReadLine();
        server.BeginOutputReadLine();
        var first = await Task.WhenAny(ready.Task, server.WaitForExitAsync(cancellationToken)).WaitAsync(Patience, cancellationToken);
        Assert.True(first == ready.Task, "PostgreSQL ended: " + log);
    }

    private static string? Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(Directory.Exists(Debian) ? Directory.GetDirectories(Debian).OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")) : []);
        return folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }

    private static async Task<bool> HasUserAsync(CancellationToken cancellationToken) =>
        File.Exists("/etc/passwd") && (await File.ReadAllLinesAsync("/etc/passwd", cancellationToken)).Any(line => line.StartsWith("postgres:", StringComparison.Ordinal));

    private async Task RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken, bool asOwner = false)
    {
        using var process = Process.Start(Order(program, arguments, asOwner))!;
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
        Assert.True(process.ExitCode == 0, $"{program}: {await errors}{await output}");
    }

    private ProcessStartInfo Order(string program, IReadOnlyList<string> arguments, bool asOwner)
    {
        var isOther = asOwner && Environment.IsPrivilegedProcess;
        var start = new ProcessStartInfo(isOther ? "runuser" : program, isOther ? ["-u", "postgres", "--", program, .. arguments] : arguments)
        {
            WorkingDirectory = folder.Path, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["LC_ALL"] = "C";
        return start;
    }
}
