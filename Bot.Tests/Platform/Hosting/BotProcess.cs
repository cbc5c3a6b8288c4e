using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Tests.Platform.Hosting;

/// <summary>The real program, started as a process that is expected to end by itself.</summary>
/// <param name="ExitCode">The code it ended with.</param>
/// <param name="Output">The lines it wrote to standard output.</param>
/// <param name="Errors">The lines it wrote to standard error.</param>
internal sealed record BotProcess(int ExitCode, IReadOnlyList<string> Output, IReadOnlyList<string> Errors)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Starts it and waits for its end.</summary>
    /// <param name="folder">Its content root: settings files are read there.</param>
    /// <param name="environment">The environment's name, such as <c>Production</c>.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="cancellationToken">Gives up waiting and ends it.</param>
    /// <param name="variables">Further environment variables; null for none.</param>
    /// <exception cref="TimeoutException">It still runs after two minutes; it is ended then.</exception>
    public static async Task<BotProcess> RunAsync(string folder, string environment, IEnumerable<string> arguments, CancellationToken cancellationToken, IReadOnlyDictionary<string, string>? variables = null)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsSetting).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_ENVIRONMENT"] = environment;
        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        foreach (var argument in arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "Bot.dll")))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("The bot's process did not start.");
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken).WaitAsync(Patience, TimeProvider.System, cancellationToken);
            return new BotProcess(process.ExitCode, Lines(await output), Lines(await errors));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsSetting(string name) =>
        name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase) || name.Contains("__", StringComparison.Ordinal)
        || name.StartsWith("MicrosoftApp", StringComparison.OrdinalIgnoreCase) || name.Equals("DOTNET_URLS", StringComparison.OrdinalIgnoreCase);
}
