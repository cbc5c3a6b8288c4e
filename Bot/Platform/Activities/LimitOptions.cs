using System.ComponentModel.DataAnnotations;

namespace Bot.Platform.Activities;

/// <summary>How much the bot takes at once, from everybody together and from one person.</summary>
internal sealed class LimitOptions
{
    public const string Section = "Limits";

    /// <summary>Activities worked on at once. What comes on top is answered 503 at once, before it costs anything, so that those inside are answered
    /// in time. With some 5 ms a turn, 500 are a hundred thousand activities a second.</summary>
    [Range(1, 100_000)]
    public int TurnsInFlight { get; set; } = 500;

    /// <summary>Messages and pressed buttons one person may send in one go; nobody presses that often by hand.</summary>
    [Range(1, 1_000_000)]
    public int SenderBurst { get; set; } = 60;

    /// <summary>How many of them come back a minute.</summary>
    [Range(1, 60_000_000)]
    public int SenderPerMinute { get; set; } = 120;

    /// <summary>Seconds somebody who went over the limit is not answered.</summary>
    [Range(1, 3600)]
    public int SenderPauseSeconds { get; set; } = 20;
}
