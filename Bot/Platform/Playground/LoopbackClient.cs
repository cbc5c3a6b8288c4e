using System.Net.Http;

namespace Bot.Platform.Playground;

/// <summary>Calls on this machine only: no proxy, no redirects.</summary>
internal sealed class LoopbackClient() : HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
