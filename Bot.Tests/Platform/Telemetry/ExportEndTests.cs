using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Telemetry;
using Bot.Tests.TestSupport;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Moq;
using Xunit;

namespace Bot.Tests.Platform.Telemetry;

/// <summary>What was measured last is sent in what is left of the time for stopping.</summary>
public class ExportEndTests
{
    [Theory]
    [InlineData(0, 22)]
    [InlineData(20, 2)]
    [InlineData(22, 0)]
    [InlineData(23, 0)]
    public async Task Left_SomeTimeAfterTheStopWasTold_IsTheRest(int passed, int left)
    {
        var time = DrivenTime.Start();
        using var stopping = new CancellationTokenSource();
        var life = Mock.Of<IHostApplicationLifetime>(one => one.ApplicationStopping == stopping.Token);
        var end = new ExportEnd(Mock.Of<IServiceProvider>(), life, Options.Create(new HostOptions { ShutdownTimeout = TimeSpan.FromSeconds(22) }), time);
        await end.StartAsync(CancellationToken.None);
        time.Pass(TimeSpan.FromHours(5));
        await stopping.CancelAsync();
        time.Pass(TimeSpan.FromSeconds(passed));
        Assert.Equal(left, end.Left.TotalSeconds);
    }
}
