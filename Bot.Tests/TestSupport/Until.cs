using System;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Tests.TestSupport;

/// <summary>Waits for what another thread does, without sleeping.</summary>
internal static class Until
{
    /// <summary>Ends as soon as the condition holds.</summary>
    public static async Task TrueAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        while (!condition())
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
