using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Calendars;

/// <summary>Who may have a calendar, and where: members, in their own 1:1 chat, since whoever reads an address reads along from then on.</summary>
internal static class CalendarRight
{
    /// <summary>Why not; null for yes.</summary>
    public static Sentence? Refuses(Turn turn) => turn switch
    {
        { IsPersonal: false } => Sentence.CalendarInPrivate,
        { Sender: { } sender } when OwnCalendar.IsFor(turn.Network, sender.Id) => null,
        _ => Sentence.MembersOnly,
    };
}
