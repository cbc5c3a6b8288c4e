using System.Globalization;
using Bot.Domain.Committees;
using Bot.Platform.Cards;
using NodaTime;
using NodaTime.Text;

namespace Bot.Turns;

/// <summary>A button that leads to the preview of a meeting, for cards of other features that suggest one. Who presses it must have the right to call it, as with every button.</summary>
internal static class MeetingButton
{
    /// <summary>The verb of the preview.</summary>
    public const string PreviewVerb = "meeting.preview";

    /// <summary>The button.</summary>
    /// <param name="title">What it says. Plain text.</param>
    /// <param name="committee">Whose meeting.</param>
    /// <param name="start">When it would begin, local time.</param>
    /// <param name="place">Where; empty for none.</param>
    public static ExecuteAction For(string title, CommitteeId committee, LocalDateTime start, string place) => new()
    {
        Title = title,
        Verb = PreviewVerb,
        Data = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty
            .Add("committee", committee.Value)
            .Add("day", LocalDatePattern.Iso.Format(start.Date))
            .Add("start", start.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture))
            .Add("place", place),
    };
}
