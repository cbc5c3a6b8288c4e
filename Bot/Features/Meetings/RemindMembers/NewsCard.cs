using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Features.Meetings.ShowReplies;
using Bot.Platform.Activities;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Meetings.RemindMembers;

/// <summary>The messages that tell of a meeting's date.</summary>
internal static class NewsCard
{
    /// <summary>For those of the committee: the meeting's card, and above it why it comes now.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="network">The network as it is now.</param>
    /// <param name="agenda">The meeting and its agenda.</param>
    /// <param name="now">Days are counted from today, not from when a reminder was due: it may go out late.</param>
    /// <param name="reminder">The reminder that is due; null for none.</param>
    /// <param name="wrong">The date they were told before, where it is not so any more; null for those who were told nothing, or the present date.</param>
    /// <param name="forecast">What the answers say, with a reminder to whoever leads the meeting; null for everybody else.</param>
    /// <param name="isPrivate">Whether only a member of the committee reads it; what is confidential is not told otherwise.</param>
    public static Activity Message(Reader reader, Network network, Agenda agenda, Instant now, MeetingReminder? reminder, EarlierDate? wrong = null, QuorumForecast? forecast = null, bool isPrivate = false)
    {
        var lead = string.Join(' ', Leads(reader, network, agenda.Meeting, now, reminder, wrong));
        var card = MeetingCard.Render(reader, network, agenda, now, lead, isPrivate: isPrivate);
        return CardMessage.Of(reader, reminder is null || forecast is null ? card : card with
        {
            Body =
            [
                .. card.Body,
                CardPart.Text(ForecastPart.Quorum(reader, forecast)),
                .. CardPart.Rows([CardPart.Button(reader, Sentence.CommandReplies, MeetingVerbs.ShowReplies, ("meeting", agenda.Meeting.Id.Value)) with { AssociatedInputs = AssociatedInputs.None }]),
            ],
        });
    }

    /// <summary>For those who were told of an earlier date and are not of the committee any more: that it is not so, and nothing else.</summary>
    public static Activity ToFormer(Reader reader, Network network, Meeting meeting, EarlierDate? wrong)
    {
        var said = Messages.Get(reader, Sentence.MovedForFormer, Appointments.Moment(reader, wrong is null ? meeting.Day + meeting.Start : wrong.Day + wrong.Start), MeetingCard.Title(reader, network, meeting));
        return CardMessage.Of(reader, SentenceCard.Of(reader, said), said);
    }

    private static IEnumerable<string> Leads(Reader reader, Network network, Meeting meeting, Instant now, MeetingReminder? reminder, EarlierDate? wrong)
    {
        if (reminder is not null)
        {
            yield return ReminderLead(network, meeting, reader, now);
        }

        if (wrong is not null)
        {
            yield return MovedLead(reader, meeting, wrong);
        }
        else if (reminder is null)
        {
            yield return Messages.Get(reader, Sentence.InvitationLead);
        }
    }

    /// <summary>That the meeting was moved, from where, why, and whether everybody is asked again. Markdown.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="meeting">As it stands.</param>
    /// <param name="wrong">What the reader took its date to be.</param>
    public static string MovedLead(Reader reader, Meeting meeting, EarlierDate wrong) => string.Join(' ', MovedLeads(reader, meeting, wrong));

    private static IEnumerable<string> MovedLeads(Reader reader, Meeting meeting, EarlierDate wrong)
    {
        var isAsked = (wrong.Day, wrong.Start) != (meeting.Day, meeting.Start);
        var before = Appointments.Moment(reader, wrong.Day + wrong.Start);
        var place = wrong.Place.Length == 0 ? Messages.Get(reader, Sentence.PlaceOpen) : CardText.Escape(wrong.Place, LineBreaks.Collapse);
        yield return isAsked ? Messages.Get(reader, Sentence.MovedLead, before, place)
            : wrong.Place != meeting.Place ? Messages.Get(reader, Sentence.MovedElsewhereLead, place)
            : Messages.Get(reader, Sentence.MovedOtherwiseLead);
        if (meeting.Earlier.Last is { Reason: { Length: > 0 } reason })
        {
            yield return Messages.Get(reader, Sentence.MovedReason, CardText.Escape(reason, LineBreaks.Collapse));
        }

        if (meeting.Earlier.Items.Any(date => date.Revision >= wrong.Revision && date.Revision <= meeting.AskedRevision))
        {
            yield return Messages.Get(reader, Sentence.MovedAsksAnew);
        }
    }

    private static string ReminderLead(Network network, Meeting meeting, Reader reader, Instant now) =>
        Period.DaysBetween(now.InZone(network.Zone).Date, meeting.Day) switch
        {
            <= 0 => Messages.Get(reader, Sentence.ReminderToday),
            1 => Messages.Get(reader, Sentence.ReminderTomorrow),
            var days => Messages.Get(reader, Sentence.ReminderInDays, days),
        };
}
