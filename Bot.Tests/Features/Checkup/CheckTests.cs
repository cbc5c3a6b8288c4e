using System;
using System.Threading;
using Xunit;

namespace Bot.Tests.Features.Checkup;

/// <summary>Tests that give the order <c>check</c>, each in a folder of its own.</summary>
public abstract class CheckTests : IDisposable
{
    /// <summary>The order.</summary>
    private protected CheckScene Scene { get; } = new();

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives the folder back.</summary>
    /// <param name="disposing">Whether it is not the finalizer.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Scene.Dispose();
        }
    }
}
