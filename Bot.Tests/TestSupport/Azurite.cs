using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Tests.TestSupport;

/// <summary>A real Azurite (table service, in memory) on a free port, started on first use and shared by all tests of the process; it dies with it.</summary>
public static class Azurite
{
    private static readonly Lazy<Task<string>> Started = new(StartAsync);

    /// <summary>The emulator's published account and key.</summary>
    private const string DevelopmentAccount = "devstoreaccount1";

    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>How many accounts without tables can be had in one run.</summary>
    private const int EmptyAccounts = 1000;

    private static int taken;

    /// <summary>Skips the calling test without Node; otherwise a connection string for the running Azurite. Use a table name of your own.</summary>
    public static async Task<string> RequireConnectionStringAsync(CancellationToken cancellationToken)
    {
        await NodePeers.RequireAsync(cancellationToken);
        return await Started.Value.WaitAsync(cancellationToken);
    }

    /// <summary>The same, for an account that nobody else has and that holds no tables yet.</summary>
    public static async Task<string> RequireEmptyAccountAsync(CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref taken);
        return number <= EmptyAccounts
            ? (await RequireConnectionStringAsync(cancellationToken)).Replace(DevelopmentAccount, NameOf(number), StringComparison.Ordinal)
            : throw new InvalidOperationException("All empty accounts are taken.");
    }

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"talk{number:0000}");

    private static string Accounts() => string.Join(';', Enumerable.Range(1, EmptyAccounts).Select(NameOf).Prepend(DevelopmentAccount).Select(name => name + ":" + Key));

    /// <summary>Skips the calling test without Node; otherwise an Azurite of the test's own, to be held and killed, and how to reach it.</summary>
    public static async Task<(NodePeer Peer, string ConnectionString)> StartOwnAsync(CancellationToken cancellationToken)
    {
        await NodePeers.RequireAsync(cancellationToken);
        return await LaunchAsync(cancellationToken);
    }

    private static async Task<string> StartAsync() => (await LaunchAsync(CancellationToken.None)).ConnectionString;

    private static async Task<(NodePeer Peer, string ConnectionString)> LaunchAsync(CancellationToken cancellationToken)
    {
        var port = NodePeers.FreePort();
        var peer = NodePeers.Start(
            "node_modules/azurite/dist/src/table/main.js",
            ["--silent", "--disableTelemetry", "--skipApiVersionCheck", "--inMemoryPersistence", "--tablePort", $"{port}"],
            new Dictionary<string, string> { ["AZURITE_ACCOUNTS"] = Accounts() });
        await peer.WaitForOutputAsync("successfully started", cancellationToken);
        return (peer, $"DefaultEndpointsProtocol=http;AccountName={DevelopmentAccount};AccountKey={Key};TableEndpoint=http://127.0.0.1:{port}/{DevelopmentAccount}");
    }
}
