using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Fuzzing;

/// <summary>Keeps the first errors the bot logs, and counts all; in a fuzzed bot there are none.</summary>
internal sealed class FuzzLog : ILoggerProvider, ILogger
{
    private const int Most = 20;

    private readonly Lock gate = new();
    private readonly List<string> errors = [];

    /// <summary>How many there were.</summary>
    public int Count { get; private set; }

    /// <summary>The first of them, with their stack traces.</summary>
    public IReadOnlyList<string> Errors
    {
        get
        {
            lock (gate)
            {
                return [.. errors];
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        lock (gate)
        {
            Count++;
            if (errors.Count < Most)
            {
                errors.Add(formatter(state, exception) + " " + exception);
            }
        }
    }

    public void Dispose()
    {
    }
}
