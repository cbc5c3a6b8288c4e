using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using NodaTime;

namespace Bot.Features.Meetings;

/// <summary>When a meeting is looked at: at each of its reminders; and when those who are late have come, and when its day is over, whether it had a quorum.</summary>
internal static class MeetingLooks
{
    /// <summary>All moments, in no order.</summary>
    public static IEnumerable<DateTimeOffset> Of(Meeting meeting, RulesOfProcedure rules, DateTimeZone zone) => meeting.Reminders(rules, zone).Select(reminder => reminder.At)
        .Append(meeting.StartsAt(zone) + FollowUpOffer.Patience).Append(zone.AtStartOfDay(meeting.Day.PlusDays(1)).ToInstant()).Select(moment => moment.ToDateTimeOffset());
}
