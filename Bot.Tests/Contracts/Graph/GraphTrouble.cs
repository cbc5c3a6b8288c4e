using System;

namespace Bot.Tests.Contracts.Graph;

/// <summary>How the service goes wrong with one request.</summary>
internal sealed record GraphTrouble
{
    private GraphTrouble()
    {
    }

    /// <summary>The status it answers; 0 for no answer at all.</summary>
    public int Status { get; private init; }

    /// <summary>Whether it has done what was asked before it goes wrong.</summary>
    public bool IsDone { get; private init; }

    /// <summary>The header <c>Retry-After</c>, seconds; null for none.</summary>
    public int? RetryAfter { get; private init; }

    /// <summary>Whether the line is cut instead of left silent.</summary>
    public bool IsCut { get; private init; }

    /// <summary>429 before anything is done.</summary>
    public static GraphTrouble Throttle(int? seconds) => new() { Status = 429, RetryAfter = seconds };

    /// <summary>503 before anything is done.</summary>
    public static GraphTrouble Unavailable(int? seconds = null) => new() { Status = 503, RetryAfter = seconds };

    /// <summary>An error although it was done.</summary>
    public static GraphTrouble DoneBut(int status) => new() { Status = status, IsDone = true };

    /// <summary>An error, and nothing was done.</summary>
    public static GraphTrouble Error(int status) => new() { Status = status };

    /// <summary>It was done, and the answer never comes.</summary>
    public static GraphTrouble Silent() => new() { IsDone = true };

    /// <summary>It was done, and the line is cut before the answer.</summary>
    public static GraphTrouble Cut() => new() { IsDone = true, IsCut = true };

    /// <summary>By name, for tables of cases.</summary>
    public static GraphTrouble Named(string name) => name switch
    {
        "429 in 120" => Throttle(120),
        "429" => Throttle(null),
        "503 in 60" => Unavailable(60),
        "503" => Unavailable(),
        "500 done" => DoneBut(500),
        "502 done" => DoneBut(502),
        "504 done" => DoneBut(504),
        "silent" => Silent(),
        "cut" => Cut(),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
