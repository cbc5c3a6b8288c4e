using System;

namespace Bot.Features.Ballots.BreakTie;

/// <summary>What was typed about a tie: perhaps which ballot, then a colon, then what is to be done.</summary>
internal static class TieLine
{
    /// <summary>Splits at the first colon; without one there is no title.</summary>
    public static (string Title, string Said) Split(string asked)
    {
        var colon = asked.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (string.Empty, asked.Trim()) : (asked[..colon].Trim(), asked[(colon + 1)..].Trim());
    }
}
