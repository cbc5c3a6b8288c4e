using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities.Connector;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Platform.Activities.Connector;

/// <summary>The way to the Connector with parts put in by the test.</summary>
internal static class TestWire
{
    /// <summary>To any allowed address.</summary>
    public static ConnectorWire In(string environment, IConnectorToken token, TimeProvider? time = null) =>
        new(TestServiceUrls.In(environment), token, time ?? TimeProvider.System, ConnectorWire.Network(), NullLogger<ConnectorWire>.Instance);

    /// <summary>As in production, but every host's name leads to a server of the test.</summary>
    public static ConnectorWire Leading(Uri server, IConnectorToken token, TimeProvider? time = null) => new(
        TestServiceUrls.In("Production"), token, time ?? TimeProvider.System,
#pragma warning disable CA2000 // The wire disposes what it is given.
        new LeadingHandler(server) { InnerHandler = ConnectorWire.Network() },
#pragma warning restore CA2000
        NullLogger<ConnectorWire>.Instance);
}

/// <summary>Sends every request to one server, and says in a header where it was to go.</summary>
internal sealed class LeadingHandler(Uri server) : DelegatingHandler
{
    /// <summary>The header.</summary>
    public const string MeantFor = "X-Meant-For";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Add(MeantFor, request.RequestUri!.Scheme + "://" + request.RequestUri.Host);
        request.RequestUri = new Uri(server, request.RequestUri.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}

/// <summary>Counts up: <c>secret1</c>, and after each refusal the next.</summary>
internal sealed class TestToken : IConnectorToken
{
    private readonly List<string> dropped = [];
    private int number = 1;

    /// <summary>What was refused.</summary>
    public IReadOnlyList<string> Dropped => dropped;

    public ValueTask<string?> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult<string?>($"secret{number}");

    public void Drop(string token)
    {
        dropped.Add(token);
        number++;
    }
}
