using System;
using System.Collections.Concurrent;
using Bot.Platform.Tables.Rest;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Platform.Tables.Rest;

/// <summary>Keeps what was logged, exceptions included.</summary>
internal sealed class RecordingLogger : ILogger<RestTableStore>
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"{formatter(state, exception)} {exception}");
}
