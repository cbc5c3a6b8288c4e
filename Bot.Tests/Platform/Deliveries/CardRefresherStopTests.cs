using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Deliveries;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Bot.Tests.Platform.Deliveries;

/// <summary>What becomes of cards that wait when the process is told to stop.</summary>
public sealed class CardRefresherStopTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Finish_WithAWishThatWaitsForItsPause_FulfilsIt()
    {
        await using var refresher = New(TimeSpan.FromMilliseconds(200));
        var shown = 0;
        refresher.Request("cards", _ => Show(1, again: null));
        refresher.Request("cards", _ => Show(2, again: null));

        await refresher.FinishAsync(Cancellation);

        Assert.Equal(2, shown);

        Task<DateTimeOffset?> Show(int state, DateTimeOffset? again)
        {
            shown = state;
            return Task.FromResult(again);
        }
    }

    [Fact]
    public async Task Finish_WithCardsToBeTriedAgainMuchLater_LeavesThemAlone()
    {
        await using var refresher = New(TimeSpan.Zero);
        var tried = new TaskCompletionSource();
        var tries = 0;
        refresher.Request("cards", _ =>
        {
            tries++;
            tried.TrySetResult();
            return Task.FromResult<DateTimeOffset?>(TimeProvider.System.GetUtcNow().AddHours(1));
        });
        await tried.Task;

        await refresher.FinishAsync(Cancellation);
        await refresher.WhenIdleAsync();

        Assert.Equal(1, tries);
    }

    private static CardRefresher New(TimeSpan pause) => new(TimeProvider.System, NullLogger<CardRefresher>.Instance) { Pause = pause };
}
