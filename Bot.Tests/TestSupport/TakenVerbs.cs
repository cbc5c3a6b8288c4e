using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bot.Tests.TestSupport;

/// <summary>The verbs the running bot takes: as it is put together, since one class may stand for several steps.</summary>
internal static class TakenVerbs
{
    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<string> All { get; } = Read();

    private static List<string> Read()
    {
        using var folder = new TemporaryFolder();
        using var bot = new RunningBot(
            new SettableTime(Instant.FromUtc(2026, 11, 23, 9, 0)), new RecordingConnector(), new Dictionary<string, string>(StringComparer.Ordinal) { ["Tables:DataFolder"] = folder.Path }, null, null);
        return [.. bot.Services.GetServices<ICardAction>().Select(action => action.Verb).Order(StringComparer.Ordinal)];
    }
}
