using System;
using System.IO;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Platform.Playground;

/// <summary>The Playground's npm package, fetched once at the version its lock file names.</summary>
/// <remarks>Its licence is for evaluation, so it is never part of what is built or published: only this machine's npm
/// fetches it, in Development.</remarks>
internal sealed class PlaygroundPackage(PlaygroundNotice notice)
{
    private static readonly string[] Files = ["package.json", "package-lock.json", "window.mjs"];
    private static readonly string[] CleanInstall = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];

    /// <summary>Makes sure the package is in the folder.</summary>
    /// <returns>True when it is there, also from an earlier start; false when npm failed, which has been told.</returns>
    public async Task<bool> InstallAsync(NodeRuntime node, string folder, CancellationToken cancellationToken)
    {
        System.IO.Directory.CreateDirectory(folder);
        foreach (var file in Files)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, file), Read(file), cancellationToken);
        }

        var stamp = Path.Combine(folder, "node_modules", ".installed");
        var wanted = Convert.ToHexString(SHA256.HashData(Read("package-lock.json")));
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp, cancellationToken) == wanted)
        {
            return true;
        }

        notice.Installing(folder);
        var run = await ToolRun.RunAsync(node.Npm, CleanInstall, folder, cancellationToken);
        if (!run.Succeeded)
        {
            notice.InstallFailed(run.Output);
            return false;
        }

        await File.WriteAllTextAsync(stamp, wanted, cancellationToken);
        notice.Installed();
        return true;
    }

    /// <summary>Program of the Playground within the folder.</summary>
    public static string CommandIn(string folder) =>
        Path.Combine(folder, "node_modules", "@microsoft", "m365agentsplayground", "cli.js");

    private static byte[] Read(string file)
    {
        using var stream = typeof(PlaygroundPackage).Assembly.GetManifestResourceStream("Playground/" + file)
            ?? throw new InvalidOperationException($"The build has left out {file}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
