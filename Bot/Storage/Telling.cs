using NodaTime;

namespace Bot.Storage;

/// <summary>How long things are told that follow from what is stored.</summary>
internal static class Telling
{
    /// <summary>So long after something came to its end it is told, and not any more afterwards. Shorter than deliveries are kept (six months at least): what was said would otherwise be said again to whoever adds
    /// the bot years later.</summary>
    public static readonly Duration Longest = Duration.FromDays(90);
}
