using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace Bot.Tests.TestSupport;

/// <summary>The official counterparts from npm (folder <c>Bot.Tests/Peers</c>): finds Node, installs the pinned packages once, starts scripts.</summary>
/// <remarks>Without Node the calling test is skipped and says so; with <c>CI=true</c> it fails instead.</remarks>
public static class NodePeers
{
    private const string DieWithParent = "die-with-parent.cjs";
    private static readonly SemaphoreSlim OneInstall = new(1, 1);

    /// <summary>Bot.Tests/Peers in the working copy this test was built from.</summary>
    public static string Folder { get; } = Path.Combine(RepositoryRoot(), "Bot.Tests", "Peers");

    /// <summary>Skips the calling test when Node is missing; otherwise makes sure the packages are installed.</summary>
    /// <returns>The folder that holds package.json and node_modules.</returns>
    public static async Task<string> RequireAsync(CancellationToken cancellationToken)
    {
        if (Find("node") is null || Find("npm") is null)
        {
            const string missing = "Node.js 20 or newer (node, npm) is not on the PATH, so the npm peers cannot be asked.";
            Assert.False(IsContinuousIntegration, missing);
            Assert.Skip(missing);
        }

        await OneInstall.WaitAsync(cancellationToken);
        try
        {
            await InstallOnceAsync(cancellationToken);
        }
        finally
        {
            OneInstall.Release();
        }

        return Folder;
    }

    /// <summary>Starts a script; it ends with <see cref="NodePeer.DisposeAsync"/> and also when the test process dies.</summary>
    /// <param name="script">Path relative to the Peers folder, such as <c>node_modules/azurite/dist/src/table/main.js</c>.</param>
    /// <param name="arguments">What the script gets on its command line.</param>
    /// <param name="environment">Variables to add; null for none.</param>
    public static NodePeer Start(string script, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null) =>
        new(Launch("node", ["--require", Path.Combine(Folder, DieWithParent), Path.Combine(Folder, script), .. arguments], environment));

    /// <summary>Runs a script to its end.</summary>
    /// <returns>What it wrote to standard output.</returns>
    /// <exception cref="InvalidOperationException">It ended with another code than 0; the message holds its output.</exception>
    public static async Task<string> RunAsync(
        string script, IEnumerable<string> arguments, CancellationToken cancellationToken, IReadOnlyDictionary<string, string>? environment = null)
    {
        await using var peer = Start(script, arguments, environment);
        return await peer.RequireSuccessAsync(cancellationToken);
    }

    /// <summary>A TCP port on the loopback interface that nobody listens on at the moment.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static bool IsContinuousIntegration =>
        string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    private static async Task InstallOnceAsync(CancellationToken cancellationToken)
    {
        if (await IsInstalledAsync(cancellationToken))
        {
            return;
        }

        await using var otherProcessesWait = await LockAsync(cancellationToken);
        if (await IsInstalledAsync(cancellationToken))
        {
            return;
        }

        await using var npm = new NodePeer(Launch("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], environment: null));
        await npm.RequireSuccessAsync(cancellationToken);
        await File.WriteAllTextAsync(Stamp, await WantedAsync(cancellationToken), cancellationToken);
    }

    private static string Stamp => Path.Combine(Folder, "node_modules", ".installed-lock-hash");

    private static async Task<bool> IsInstalledAsync(CancellationToken cancellationToken) =>
        File.Exists(Stamp) && await File.ReadAllTextAsync(Stamp, cancellationToken) == await WantedAsync(cancellationToken);

    private static async Task<string> WantedAsync(CancellationToken cancellationToken) =>
        Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(Folder, "package-lock.json"), cancellationToken)));

    /// <summary>Holds a file that only one process can hold; test runs may overlap and <c>npm ci</c> begins by deleting everything.</summary>
    private static async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(RepositoryRoot(), "Bot.Tests", "obj", "peers.lock");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellationToken);
            }
        }
    }

    private static Process Launch(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo(Find(program) ?? throw new FileNotFoundException($"{program} is not on the PATH."))
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }

    private static string? Find(string program)
    {
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [string.Empty];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.SelectMany(folder => endings.Select(ending => Path.Combine(folder, program + ending))).FirstOrDefault(File.Exists);
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Koordinationsbot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("Koordinationsbot.sln was not found above the test assembly.");
    }
}
