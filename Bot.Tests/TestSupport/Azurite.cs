using System;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Tests.TestSupport;

/// <summary>A real Azurite (table service, in memory) on a free port, started on first use and shared by all tests of the process; it dies with it.</summary>
public static class Azurite
{
    private static readonly Lazy<Task<string>> Started = new(StartAsync);

    /// <summary>The emulator's published account and key.</summary>
    private const string Account =
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>Skips the calling test without Node; otherwise a connection string for the running Azurite. Use a table name of your own.</summary>
    public static async Task<string> RequireConnectionStringAsync(CancellationToken cancellationToken)
    {
        await NodePeers.RequireAsync(cancellationToken);
        return await Started.Value.WaitAsync(cancellationToken);
    }

    private static async Task<string> StartAsync()
    {
        var port = NodePeers.FreePort();
        var peer = NodePeers.Start(
            "node_modules/azurite/dist/src/table/main.js",
            ["--silent", "--disableTelemetry", "--skipApiVersionCheck", "--inMemoryPersistence", "--tablePort", $"{port}"]);
        await peer.WaitForOutputAsync("successfully started", CancellationToken.None);
        return $"{Account};TableEndpoint=http://127.0.0.1:{port}/devstoreaccount1";
    }
}
