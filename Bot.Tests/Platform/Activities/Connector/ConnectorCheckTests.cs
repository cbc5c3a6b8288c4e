using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities.Connector;
using Bot.Tests.TestSupport;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;
using Xunit;

namespace Bot.Tests.Platform.Activities.Connector;

/// <summary>Ready to speak is who has a token; who is refused does not ask Entra at every probe.</summary>
public class ConnectorCheckTests
{
    private readonly SettableTime time = new(Instant.FromUtc(2027, 1, 14, 12, 0));

    [Fact]
    public async Task Check_WithAToken_IsReady() => Assert.Equal((HealthStatus.Healthy, null), await AskAsync(new ConnectorCheck(new Token(() => "t"), time)));

    [Fact]
    public async Task Check_WithoutRegistration_IsReadyAndSaysSo() =>
        Assert.Equal((HealthStatus.Healthy, "connectorAnonymous"), await AskAsync(new ConnectorCheck(new Token(() => null), time)));

    [Fact]
    public async Task Check_Refused_IsNotReady_AndAsksAgainOnlyAfterHalfAMinute()
    {
        var isRefused = true;
        var token = new Token(() => isRefused ? throw ConnectorException.WithoutToken("AADSTS7000215") : "t");
        var check = new ConnectorCheck(token, time);

        Assert.Equal(HealthStatus.Unhealthy, (await AskAsync(check)).Status);
        isRefused = false;
        time.Now += Duration.FromMilliseconds(29_999);
        Assert.Equal(HealthStatus.Unhealthy, (await AskAsync(check)).Status);
        Assert.Equal(1, token.Asked);
        time.Now += Duration.FromMilliseconds(1);
        Assert.Equal(HealthStatus.Healthy, (await AskAsync(check)).Status);
        Assert.Equal(2, token.Asked);
    }

    [Fact]
    public async Task Check_OutOfTime_IsNotReady_AndReadyWhenTheTokenHasCome()
    {
        var isSlow = true;
        var check = new ConnectorCheck(new Token(() => isSlow ? throw new OperationCanceledException() : "t"), time);

        Assert.Equal(HealthStatus.Unhealthy, (await AskAsync(check)).Status);
        isSlow = false;
        Assert.Equal(HealthStatus.Healthy, (await AskAsync(check)).Status);
    }

    private static async Task<(HealthStatus Status, string? Note)> AskAsync(ConnectorCheck check) =>
        await check.CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken) is var result ? (result.Status, result.Description) : default;

    private sealed class Token(Func<string?> get) : IConnectorToken
    {
        public int Asked { get; private set; }

        public ValueTask<string?> GetAsync(CancellationToken cancellationToken)
        {
            Asked++;
            return ValueTask.FromResult(get());
        }

        public void Drop(string token) => throw new KeyNotFoundException(token);
    }
}
