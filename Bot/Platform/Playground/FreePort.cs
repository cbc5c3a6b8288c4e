using System.Net;
using System.Net.Sockets;

namespace Bot.Platform.Playground;

/// <summary>Ports on loopback nobody listens on.</summary>
internal static class FreePort
{
    /// <returns>The first free port from <paramref name="first"/> on; 0, which means any, when there is none.</returns>
    public static int From(int first)
    {
        for (var port = first; port <= IPEndPoint.MaxPort; port++)
        {
            if (IsFree(port))
            {
                return port;
            }
        }

        return 0;
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
