using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Platform.Playground;

/// <summary>Looks for Node.js in the folders of a PATH.</summary>
/// <param name="path">Folders in the form of the environment variable; null finds nothing.</param>
internal sealed class NodeSearch(string? path)
{
    /// <summary>Oldest major version the Playground runs on.</summary>
    public const int OldestMajor = 18;

    /// <returns>Node and npm, or null when either is missing or Node is older than <see cref="OldestMajor"/>.</returns>
    public async Task<NodeRuntime?> FindAsync(CancellationToken cancellationToken)
    {
        var node = Locate(OperatingSystem.IsWindows() ? ["node.exe"] : ["node"]);
        var npm = Locate(OperatingSystem.IsWindows() ? ["npm.cmd", "npm.exe"] : ["npm"]);
        if (node is null || npm is null)
        {
            return null;
        }

        var version = await ToolRun.RunAsync(node, ["--version"], Path.GetTempPath(), cancellationToken);
        return version.Succeeded && MajorOf(version.Output) >= OldestMajor ? new NodeRuntime(node, npm) : null;
    }

    private string? Locate(IReadOnlyList<string> names) => (path ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    private static int MajorOf(string version) =>
        int.TryParse(version.Trim().TrimStart('v').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : 0;
}
