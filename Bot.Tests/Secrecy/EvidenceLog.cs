using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Bot.Tests.Secrecy;

/// <summary>Keeps every line of the log with its category.</summary>
internal sealed class EvidenceLog : ILoggerProvider
{
    private readonly ConcurrentQueue<SeenLine> lines = new();

    /// <summary>The clock the lines are stamped with.</summary>
    public Func<Instant> Now { get; set; } = () => Instant.MinValue;

    /// <summary>The lines so far; they are not told again.</summary>
    public IReadOnlyList<SeenLine> Take()
    {
        var taken = new List<SeenLine>();
        while (lines.TryDequeue(out var line))
        {
            taken.Add(line);
        }

        return taken;
    }

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Category(EvidenceLog log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.lines.Enqueue(new SeenLine(log.Now(), name, formatter(state, exception) + " " + exception));
    }
}
