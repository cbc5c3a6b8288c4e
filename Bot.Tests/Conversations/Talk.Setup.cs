using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Bot.Tests.TestSupport;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Bot.Tests.Conversations;

/// <content>A bot without any network.</content>
internal sealed partial class Talk
{
    /// <summary>Starts the bot on an empty store.</summary>
    public static async Task<Talk> StartEmptyAsync(CodeLog log, Store store = Store.Sqlite)
    {
        var chosen = new Dictionary<string, string>(StringComparer.Ordinal) { ["ExampleNetwork:Enabled"] = "false" };
        if (store == Store.AzureTables)
        {
            chosen["Tables:ConnectionString"] = await Azurite.RequireEmptyAccountAsync(Cancellation);
        }

        var talk = new Talk(chosen, Instant.FromUtc(2026, 11, 23, 9, 0), log);
        await talk.SettleAsync();
        return talk;
    }

    /// <summary>Katrin sets the network up, in the plenary and nothing else.</summary>
    public async Task FoundsAsync(CodeLog log, string name = "Bündnis Zwickau", string heading = "Einrichten", string zone = "Europe/Berlin")
    {
        await SaysAsync("katrin", "Einrichten: " + log.Code);
        await PressesAsync("katrin", heading, null, ("name", name), ("land", "Saxony"), ("zone", zone), ("plenary", "Bündnis-Sitzung"));
    }

    /// <summary>Somebody types a line that sets something up, and confirms the preview.</summary>
    /// <returns>What the card shows then.</returns>
    public async Task<string> SetsUpAsync(string line, string who = "katrin", string? where = null)
    {
        await SaysAsync(who, line, where);
        return await PressesAsync(who, "So festlegen", where);
    }

    /// <summary>Somebody mentions others beside the bot in a conversation; "@anna" in the line stands for each.</summary>
    public Task MentionsAsync(string who, string line, string where, params (string Id, string Name)[] people)
    {
        var entities = new JsonArray(Mention(BotId, "Koordinationsbot"));
        foreach (var (id, name) in people)
        {
            entities.Add(Mention(id, name));
        }

        var text = "<at>Koordinationsbot</at> " + line + " " + string.Join(", ", people.Select(person => $"<at>{person.Name}</at>"));
        return PostAsync(new JsonObject { ["type"] = "message", ["text"] = text, ["entities"] = entities }, who, where);
    }

    private static JsonObject Mention(string id, string name) => new()
    {
        ["type"] = "mention",
        ["text"] = $"<at>{name}</at>",
        ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = name },
    };
}

/// <summary>Reads set-up codes from the log, as whoever runs the bot does.</summary>
internal sealed partial class CodeLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();

    /// <summary>All codes that were printed, in order.</summary>
    public IReadOnlyList<string> Codes => [.. lines.Select(line => Printed().Match(line)).Where(match => match.Success).Select(match => match.Groups["code"].Value)];

    /// <summary>The newest.</summary>
    public string Code => Codes[^1];

    /// <summary>All lines.</summary>
    public IReadOnlyList<string> Lines => [.. lines];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Enqueue(formatter(state, exception));

    public void Dispose()
    {
    }

    [GeneratedRegex("Einrichten: (?<code>[0-9A-Z-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Printed();
}
