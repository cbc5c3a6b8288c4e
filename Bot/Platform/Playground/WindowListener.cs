using System;
using System.Net.WebSockets;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Platform.Playground;

/// <summary>Listens to a window like a page of it, and takes no notice. While nobody listens, the Playground saves up
/// what the bot says and then hands it to the next page before that page is ready, which drops it and stumbles. What a
/// page must know is told to it by the relay instead.</summary>
internal sealed class WindowListener : IAsyncDisposable
{
    private readonly ClientWebSocket socket = new();
    private Task listening = Task.CompletedTask;

    /// <exception cref="WebSocketException">The window does not take the connection.</exception>
    public static async Task<WindowListener> ConnectAsync(int port, CancellationToken cancellationToken)
    {
        var listener = new WindowListener();
        listener.socket.Options.Proxy = null;
        var stream = new Uri($"ws://127.0.0.1:{port}/_ws_conversation/v1/conversations/stream");
        await listener.socket.ConnectAsync(stream, cancellationToken);
        listener.listening = listener.ListenAsync();
        return listener;
    }

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await listening;
        socket.Dispose();
    }

    private async Task ListenAsync()
    {
        var ignored = new byte[4096];
        try
        {
            while (socket.State == WebSocketState.Open)
            {
                await socket.ReceiveAsync(ignored, CancellationToken.None);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // The window has ended, or the bot is ending it.
        }
    }
}
