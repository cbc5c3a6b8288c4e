using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Scheduling;
using Bot.Tests.Conversations;
using Bot.Tests.TestSupport;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Moq;
using NodaTime;
using Quartz;
using Xunit;

namespace Bot.Tests.Platform.Scheduling;

/// <summary>What is due is looked at: by a clock that runs, without a fault, and not long ago.</summary>
public class SchedulerCheckTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SchedulerStatus.Running, HealthStatus.Healthy)]
    [InlineData(SchedulerStatus.Created, HealthStatus.Unhealthy)]
    [InlineData(SchedulerStatus.Standby, HealthStatus.Unhealthy)]
    [InlineData(SchedulerStatus.ShuttingDown, HealthStatus.Unhealthy)]
    public async Task Check_AfterASweep_GoesByTheClock(SchedulerStatus status, HealthStatus expected)
    {
        await using var talk = await Talk.StartAsync();

        Assert.Equal(expected, await AskAsync(talk, status));
    }

    [Theory]
    [InlineData(300, HealthStatus.Healthy)]
    [InlineData(301, HealthStatus.Unhealthy)]
    public async Task Check_SoLongAfterTheLastSweep_IsReadyForFiveMinutes(int seconds, HealthStatus expected)
    {
        await using var talk = await Talk.StartAsync();
        talk.Time.Now += Duration.FromSeconds(seconds);

        Assert.Equal(expected, await AskAsync(talk, SchedulerStatus.Running));
    }

    [Fact]
    public async Task Check_AfterASweepThatFailed_IsNotReadyUntilOneSucceeds()
    {
        await using var talk = await Talk.StartAsync();
        talk.Faults.IsDead = true;
        await Assert.ThrowsAsync<IOException>(() => talk.Get<Sweep>().RunAsync(Cancellation));
        Assert.Equal(HealthStatus.Unhealthy, await AskAsync(talk, SchedulerStatus.Running));

        talk.Faults.IsDead = false;
        await talk.SettleAsync();
        Assert.Equal(HealthStatus.Healthy, await AskAsync(talk, SchedulerStatus.Running));
    }

    [Fact]
    public async Task Check_BeforeTheFirstSweep_IsNotReady()
    {
        await using var talk = await Talk.StartAsync();
        var fresh = new Sweep(talk.Get<DueTable>(), [], talk.Time, Microsoft.Extensions.Logging.Abstractions.NullLogger<Sweep>.Instance);

        Assert.Equal(HealthStatus.Unhealthy, await AskAsync(fresh, talk.Time, SchedulerStatus.Running));
    }

    private static Task<HealthStatus> AskAsync(Talk talk, SchedulerStatus status) => AskAsync(talk.Get<Sweep>(), talk.Time, status);

    private static async Task<HealthStatus> AskAsync(Sweep sweep, SettableTime time, SchedulerStatus status)
    {
        var scheduler = Mock.Of<IScheduler>(one => one.Status == status);
        var schedulers = new Mock<ISchedulerFactory>();
        schedulers.Setup(factory => factory.GetScheduler(It.IsAny<CancellationToken>())).Returns(() => ValueTask.FromResult(scheduler));
        return (await new SchedulerCheck(schedulers.Object, sweep, time).CheckHealthAsync(new HealthCheckContext(), Cancellation)).Status;
    }
}
