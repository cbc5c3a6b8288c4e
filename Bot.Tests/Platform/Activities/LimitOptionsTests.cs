using System;
using System.Collections.Generic;
using System.Net;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bot.Tests.Platform.Activities;

public class LimitOptionsTests
{
    [Fact]
    public void Defaults_OfEveryLimit_LetAQuickVolunteerThrough()
    {
        var options = new LimitOptions();

        Assert.Equal((500, 60, 120, 20), (options.TurnsInFlight, options.SenderBurst, options.SenderPerMinute, options.SenderPauseSeconds));
    }

    [Theory]
    [InlineData("TurnsInFlight", "0")]
    [InlineData("TurnsInFlight", "100001")]
    [InlineData("SenderBurst", "0")]
    [InlineData("SenderBurst", "1000001")]
    [InlineData("SenderPerMinute", "0")]
    [InlineData("SenderPauseSeconds", "0")]
    [InlineData("SenderPauseSeconds", "3601")]
    public async Task Start_WrongLimit_IsRefusedAndNamed(string key, string value)
    {
        var thrown = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(key, value));

        Assert.Contains(key, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_MisspeltLimit_IsRefusedAndNamed()
    {
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync("SenderBurts", "1"));

        Assert.Contains("SenderBurts", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_MoreThanMayBeInside_Is503AtOnceAndNobodyElseWaits()
    {
        var (inside, mayEnd) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var host = await ActivityHost.StartAsync(
            (turn, _) =>
            {
                inside.TrySetResult();
                return turn.Activity.Text == "slow" ? mayEnd.Task : Task.CompletedTask;
            },
            settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["Limits:TurnsInFlight"] = "1" });
        var slow = host.PostAsync(TestActivities.Message("slow", "http://localhost:1"));
        await inside.Task;

        using var turnedAway = await host.PostAsync(TestActivities.Message("x", "http://localhost:1"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, turnedAway.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(2), turnedAway.Headers.RetryAfter?.Delta);
        Assert.Equal(0, turnedAway.Content.Headers.ContentLength);

        mayEnd.SetResult();
        using var answered = await slow;
        using var again = await host.PostAsync(TestActivities.Message("x", "http://localhost:1"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (answered.StatusCode, again.StatusCode));
    }

    private static async Task StartAsync(string key, string value)
    {
        await using var host = await ActivityHost.StartAsync(
            (_, _) => Task.CompletedTask, settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["Limits:" + key] = value });
    }
}
