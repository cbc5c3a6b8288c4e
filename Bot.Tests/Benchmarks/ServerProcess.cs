using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Tests.Benchmarks;

/// <summary>A server that is measured: a process of its own, so that its processor time is its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    /// <summary>What a server prints before its address.</summary>
    public const string Announces = "Now listening on: ";

    private readonly Process process;
    private readonly StringBuilder printed = new();
    private readonly Lock gate = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(Process process) => this.process = process;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Where it listens, as soon as it does; fails when it ends before.</summary>
    public Task<Uri> Listening => listening.Task;

    /// <summary>Whether it has ended, by itself or not.</summary>
    public bool HasEnded => process.HasExited;

    /// <summary>Processor time since its start, user and system, all threads.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes of memory it holds at the moment.</summary>
    public long ResidentBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>The bot as an operator would start it, with Quartz, without the chat windows. Each voter votes some dozens of times a second, so nobody is told to slow down.</summary>
    /// <param name="settings">Further settings, as <c>--Section:Key=value</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task<ServerProcess> StartBotAsync(IEnumerable<string> settings, CancellationToken cancellationToken) => ListeningAsync(BeginBot(settings), cancellationToken);

    /// <summary>The same without waiting until it listens.</summary>
    public static ServerProcess BeginBot(IEnumerable<string> settings) => Begin(
        "Bot.dll", ["--urls=http://127.0.0.1:0", "--contentRoot=" + AppContext.BaseDirectory, "--Playground:Enabled=false", "--Limits:SenderBurst=1000000", "--Limits:SenderPerMinute=60000000", .. settings]);

    /// <summary>The floor to compare with.</summary>
    public static Task<ServerProcess> StartBareKestrelAsync(CancellationToken cancellationToken) => ListeningAsync(Begin("Bot.Tests.dll", ["bench", BareKestrel.Word]), cancellationToken);

    /// <summary>The Connector that enforces the published limits, on a clock that many times as fast.</summary>
    public static Task<ServerProcess> StartConnectorAsync(int speed, CancellationToken cancellationToken) => ListeningAsync(
        Begin("Bot.Tests.dll", ["bench", ConnectorRole.Word, speed.ToString(CultureInfo.InvariantCulture)]), cancellationToken);

    /// <summary>Kills it as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    private static async Task<ServerProcess> ListeningAsync(ServerProcess server, CancellationToken cancellationToken)
    {
        server.Address = await server.listening.Task.WaitAsync(cancellationToken);
        return server;
    }

    private static ServerProcess Begin(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        var server = new ServerProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        server.process.OutputDataReceived += (_, line) => server.Hear(line.Data);
        server.process.ErrorDataReceived += (_, line) => server.Hear(line.Data);
        server.process.Exited += (_, _) => server.listening.TrySetException(new InvalidOperationException($"{program} ended: {server.Printed}"));
        server.process.Start();
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        return server;
    }

    /// <summary>What it has printed, on both streams.</summary>
    public string Printed
    {
        get
        {
            lock (gate)
            {
                return printed.ToString();
            }
        }
    }

    private void Hear(string? line)
    {
        lock (gate)
        {
            printed.AppendLine(line);
        }

        if (line?.IndexOf(Announces, StringComparison.Ordinal) is >= 0 and var at)
        {
            listening.TrySetResult(new Uri(line[(at + Announces.Length)..].Trim()));
        }
    }
}
