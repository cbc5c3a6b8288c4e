using System;
using System.Collections.Generic;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Features.Meetings.CallFollowUp;
using Bot.Features.Meetings.Reply;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Meetings;

/// <summary>How a meeting looks: committee, day with weekday, time, place, agenda so far, and a way to the form for an item.</summary>
internal static class MeetingCard
{
    /// <summary>Draws a meeting for members of its committee.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="network">The network as it is now.</param>
    /// <param name="agenda">The meeting and its agenda.</param>
    /// <param name="now">Decides whether items can still be proposed.</param>
    /// <param name="lead">A sentence above, such as what kind of reminder it is; null for none. Markdown.</param>
    /// <param name="page">Which part of a long agenda; null for its beginning.</param>
    /// <param name="isPrivate">Whether only a member of the committee reads it. Otherwise of confidential items it only says that there is one.</param>
    public static AdaptiveCard Render(
        Reader reader, Network network, Agenda agenda, Instant now, string? lead = null, PageRequest? page = null, bool isPrivate = false)
    {
        agenda = isPrivate ? agenda : agenda.Masked();
        var meeting = agenda.Meeting;
        var shown = AgendaPart.Page(reader, network, agenda, page ?? PageRequest.First);
        var title = Title(reader, network, meeting);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = (lead is null ? string.Empty : lead + " ") + title,
            Body = [.. Body(reader, network, agenda, now, lead, title, shown)],
            Actions = [.. Actions(reader, network, agenda, now)],
        };
    }

    /// <summary>Draws what somebody outside the committee may know: that it meets, and when.</summary>
    public static AdaptiveCard RenderPublic(Reader reader, Network network, Meeting meeting) => new()
    {
        Lang = reader.Language,
        FallbackText = Title(reader, network, meeting),
        Body = [CardPart.Heading(Title(reader, network, meeting)), CardPart.Text(Messages.Get(reader, Sentence.MeetingDetailsForMembers))],
    };

    /// <summary>Committee, day and time in one line of Markdown.</summary>
    public static string Title(Reader reader, Network network, Meeting meeting) =>
        Title(reader, meeting, CardText.Escape(network.Committee(meeting.Committee)?.Name ?? meeting.Committee.Value));

    /// <summary>The same as plain text.</summary>
    public static string PlainTitle(Reader reader, Network network, Meeting meeting) =>
        Title(reader, meeting, network.Committee(meeting.Committee)?.Name ?? meeting.Committee.Value);

    private static string Title(Reader reader, Meeting meeting, string committee) => Messages.Get(
        reader, meeting.Kind == MeetingKind.Urgent ? Sentence.MeetingTitleUrgent : Sentence.MeetingTitle, committee, meeting.Day, meeting.Start);

    /// <summary>Day, time, place and what else is known, as facts.</summary>
    public static FactSet Facts(Reader reader, Meeting meeting) => new()
    {
        Facts = [.. FactsOf(reader, meeting.Day, meeting.Start, meeting.End, meeting.Place, meeting.Topic, meeting.Reason)],
    };

    /// <summary>Day, time, place and what else is known, as facts.</summary>
    public static IEnumerable<Fact> FactsOf(Reader reader, LocalDate day, LocalTime start, LocalTime? end, string place, string topic, string reason)
    {
        var when = Appointments.Moment(reader, day + start);
        yield return new Fact(Messages.Get(reader, Sentence.FactWhen), end is { } last ? Messages.Get(reader, Sentence.MomentUntil, when, Appointments.Time(reader, last)) : when);
        yield return new Fact(
            Messages.Get(reader, Sentence.FactWhere), place.Length == 0 ? Messages.Get(reader, Sentence.PlaceOpen) : CardText.Escape(place, LineBreaks.Collapse));
        if (topic.Length > 0)
        {
            yield return new Fact(Messages.Get(reader, Sentence.FactTopic), CardText.Escape(topic, LineBreaks.Collapse));
        }

        if (reason.Length > 0)
        {
            yield return new Fact(Messages.Get(reader, Sentence.FactReason), CardText.Escape(reason, LineBreaks.Collapse));
        }
    }

    private static IEnumerable<CardElement> Body(
        Reader reader, Network network, Agenda agenda, Instant now, string? lead, string title, Page<(string Key, string Text)> shown)
    {
        if (lead is not null)
        {
            yield return CardPart.Text(lead);
        }

        yield return CardPart.Heading(title);
        if (agenda.Meeting.State == MeetingState.Cancelled)
        {
            yield return CardPart.Text(Messages.Get(reader, Sentence.MeetingIsCancelled));
            yield return Facts(reader, agenda.Meeting);
            yield break;
        }

        yield return Facts(reader, agenda.Meeting);
        if (agenda.Meeting.FollowUp is { } followUp)
        {
            yield return CardPart.Text(FollowUpCard.Said(reader, followUp));
        }

        foreach (var row in ReplyPart.IsOpen(agenda.Meeting, network.Zone, now) ? ReplyPart.Rows(reader, agenda.Meeting) : [])
        {
            yield return row;
        }

        foreach (var row in CardPart.Rows(Buttons(reader, network, agenda.Meeting, now)))
        {
            yield return row;
        }

        yield return CardPart.Section(Messages.Get(reader, Sentence.AgendaHeading));
        foreach (var element in AgendaPart.Of(reader, network, agenda, shown))
        {
            yield return element;
        }

        foreach (var line in AgendaPart.Foot(reader, network, agenda, now))
        {
            yield return CardPart.Subtle(line);
        }
    }

    /// <summary>What has a button beside the answers; in the body, where rows are broken as a telephone needs it.</summary>
    private static IEnumerable<CardAction> Buttons(Reader reader, Network network, Meeting meeting, Instant now)
    {
        if (meeting.TakesAttendanceAt(network.Zone, now))
        {
            yield return CardPart.Button(reader, Sentence.ButtonArrive, MeetingVerbs.Arrive, ("meeting", meeting.Id.Value));
        }

        if (meeting is { OnlineLink: { } link, State: MeetingState.Invited or MeetingState.InSession } && Uri.TryCreate(link, UriKind.Absolute, out var place))
        {
            yield return new OpenUrlAction { Title = Messages.Get(reader, Sentence.ButtonJoinOnline), Url = place.AbsoluteUri };
        }

        if (meeting.State != MeetingState.Cancelled && now < meeting.StartsAt(network.Zone))
        {
            yield return CalendarButton.For(reader, meeting.Id);
        }
    }

    private static IEnumerable<CardAction> Actions(Reader reader, Network network, Agenda agenda, Instant now)
    {
        if (network.Committee(agenda.Meeting.Committee) is { } committee && !agenda.IsOver(network.Zone, now))
        {
            var title = agenda.TakesProposalsAt(committee.Rules, network.Zone, now) ? Sentence.ButtonProposeItem : Sentence.ButtonUrgentMotion;
            yield return CardPart.Button(reader, title, MeetingVerbs.AskItem, ("meeting", agenda.Meeting.Id.Value));
        }
    }
}
