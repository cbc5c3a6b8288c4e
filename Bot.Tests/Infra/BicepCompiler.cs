using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace Bot.Tests.Infra;

/// <summary>Microsoft's own compiler of Bicep, which knows every resource type Azure publishes with its versions and properties. It works without a network.</summary>
/// <remarks>The project file fetches it on Linux with an x64 processor; elsewhere the calling test is skipped and says so.</remarks>
internal static class BicepCompiler
{
    private static readonly string? Program = typeof(BicepCompiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(data => string.Equals(data.Key, "Bicep", StringComparison.Ordinal))?.Value;

    private static readonly SemaphoreSlim OneCompilation = new(1, 1);
    private static JsonDocument? whole;

    /// <summary>The whole deployment as Azure gets it, compiled once for all tests; not to be disposed by them.</summary>
    public static async Task<JsonElement> WholeAsync()
    {
        Require();
        await OneCompilation.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (whole is null)
            {
                var (said, faults) = await RunAsync("build", TemplateFiles.PathOf("main.bicep"), "--stdout");
                Assert.True(faults.Length == 0, faults);
                whole = JsonDocument.Parse(said);
            }

            return whole.RootElement;
        }
        finally
        {
            OneCompilation.Release();
        }
    }

    /// <summary>Runs the compiler to its end.</summary>
    /// <returns>What it wrote to standard output, and what it had to say, warnings included.</returns>
    public static async Task<(string Said, string Faults)> RunAsync(params string[] arguments)
    {
        Require();
        var start = new ProcessStartInfo(Program!, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var compiler = Process.Start(start)!;
        var said = compiler.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var faults = compiler.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await compiler.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
        return (await said, (await faults).Trim());
    }

    private static void Require() =>
        Assert.SkipUnless(Program is not null && File.Exists(Program), "Bicep's compiler is fetched with the other packages on Linux with an x64 processor only.");
}
