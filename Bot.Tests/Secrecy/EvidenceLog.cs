using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Text;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Bot.Tests.Secrecy;

/// <summary>Keeps every line of the log with its category, the scopes around it and the values in it.</summary>
internal sealed class EvidenceLog : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<SeenLine> lines = new();
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

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

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose()
    {
    }

    private static string Written(object? state) => state is IEnumerable<KeyValuePair<string, object?>> values ? state + " " + string.Join(' ', values) : state?.ToString() ?? string.Empty;

    private sealed class Category(EvidenceLog log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => log.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var around = new StringBuilder();
            log.scopes.ForEachScope((scope, text) => text.Append(" => ").Append(Written(scope)), around);
            log.lines.Enqueue(new SeenLine(log.Now(), name, $"{formatter(state, exception)} {exception}{around} {(state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values) : string.Empty)}"));
        }
    }
}
