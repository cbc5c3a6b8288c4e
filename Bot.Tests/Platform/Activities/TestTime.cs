using System;

namespace Bot.Tests.Platform.Activities;

/// <summary>A clock that stands where it is put.</summary>
internal sealed class TestTime(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
