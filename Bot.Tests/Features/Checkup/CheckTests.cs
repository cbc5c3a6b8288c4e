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
        Scene.Dispose();
        GC.SuppressFinalize(this);
    }
}
