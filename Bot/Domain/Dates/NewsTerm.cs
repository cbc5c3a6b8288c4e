using NodaTime;

namespace Bot.Domain.Dates;

/// <summary>For how long something that has happened is news, where nobody has to do anything about it.</summary>
/// <remarks>A choice of ours: by then it stands in register and minutes, and whoever reads "the ballot has ended" thinks of a recent one.</remarks>
public static class NewsTerm
{
    /// <summary>Ninety days. Shorter than deliveries are kept: what was said would otherwise be said again to whoever adds the bot years later.</summary>
    public static readonly Duration Length = Duration.FromDays(90);
}
