using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Sessions;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Sessions;

/// <summary>For whom a meeting that goes on is drawn.</summary>
internal enum SessionSight
{
    /// <summary>For whoever leads it, in 1:1: with the buttons, and who came and went.</summary>
    Lead,

    /// <summary>For a member of its committee, in 1:1.</summary>
    Member,

    /// <summary>For the committee's conversation: what is confidential is not told.</summary>
    Room,
}

/// <summary>Where a meeting stands: item, time, quorum, ballots, what was noted last; for whoever leads it with all there is to press.</summary>
internal static class SessionCard
{
    private const int MostBallots = 5;

    /// <summary>Draws it.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="view">The meeting as it is.</param>
    /// <param name="sight">For whom.</param>
    /// <param name="now">When.</param>
    /// <param name="lead">A sentence above; null for none. Markdown.</param>
    public static AdaptiveCard Render(Reader reader, SessionView view, SessionSight sight, Instant now, string? lead = null)
    {
        var title = Title(reader, view);
        var state = State(reader, view, now);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = title + ". " + state,
            Body =
            [
                .. lead is null ? Enumerable.Empty<CardElement>() : [CardPart.Text(lead)],
                CardPart.Heading(title),
                CardPart.Text(state),
                .. Standing(reader, view, sight, now),
                .. EntryPart.Of(reader, view, sight),
                .. sight == SessionSight.Lead ? Comings.Of(reader, view) : [],
                .. CardPart.Rows(Buttons(reader, view, sight, now)),
            ],
        };
    }

    /// <summary>Committee, day and time in one line. Markdown.</summary>
    public static string Title(Reader reader, SessionView view) => Title(reader, view.Meeting, view.Committee?.Name ?? view.Meeting.Committee.Value);

    /// <summary>Committee, day and time in one line. Markdown.</summary>
    public static string Title(Reader reader, Meeting meeting, string committee) =>
        Messages.Get(reader, Sentence.SessionTitle, CardText.Escape(committee, LineBreaks.Collapse), meeting.Day, meeting.Start);

    private static string State(Reader reader, SessionView view, Instant now)
    {
        var zone = view.Session.Network.Zone;
        switch (view.Session.StateAt(now))
        {
            case MeetingState.Cancelled:
                return Messages.Get(reader, Sentence.MeetingIsCancelled);
            case MeetingState.InSession:
                return Messages.Get(reader, Sentence.SessionOpenSince, Local(view, view.Meeting.OpenedAt ?? now).TimeOfDay);
            case MeetingState.Closed when view.Session.Record.Closing is { ByClock: false } closing:
                return Messages.Get(reader, Sentence.SessionClosedAt, Local(view, closing.At).TimeOfDay);
            case MeetingState.Closed:
                return Messages.Get(reader, Sentence.SessionClosedByClock, view.Meeting.ClosesAt(zone).InZone(zone).LocalDateTime);
            default:
                return view.Session.OpeningTakenBack is { } before
                    ? Messages.Get(reader, Sentence.SessionOpeningTakenBack, Local(view, before).TimeOfDay)
                    : Messages.Get(reader, Sentence.SessionNotOpenYet);
        }
    }

    private static IEnumerable<CardElement> Standing(Reader reader, SessionView view, SessionSight sight, Instant now)
    {
        if (view.Session.StateAt(now) != MeetingState.InSession)
        {
            yield break;
        }

        yield return CardPart.Section(view.Session.Current is { } current
            ? Messages.Get(reader, Sentence.SessionNow, view.Session.Agenda.PlaceOf(current), ItemTitle(reader, view, current, sight))
            : Messages.Get(reader, Sentence.SessionNoItem));
        if (view.Session.Current is { } timed)
        {
            yield return CardPart.Text(Time(reader, view, timed, now));
        }

        yield return CardPart.Text(view.Session.Next is { } next
            ? Messages.Get(reader, Sentence.SessionNext, view.Session.Agenda.PlaceOf(next), ItemTitle(reader, view, next, sight))
            : Messages.Get(reader, Sentence.SessionNothingNext));
        if (view.Committee is { } committee)
        {
            var count = view.Attendance.CountAt(view.Session.Network.Electorate(committee), now);
            yield return CardPart.Text(Messages.Get(reader, Sentence.AttendanceCount, count.Present, count.Entitled));
            foreach (var element in QuorumPart.Of(reader, committee, view.Session.Meeting, count))
            {
                yield return element;
            }

            foreach (var line in Quorum(reader, view, committee, now))
            {
                yield return CardPart.Text(line);
            }
        }

        if (view.Ballots.Count > 0)
        {
            yield return CardPart.Section(Messages.Get(reader, Sentence.SessionBallots, view.Ballots.Count));
            yield return CardPart.List(view.Ballots.Take(MostBallots).Select(ballot => Messages.Get(
                reader, Sentence.SessionBallot, Escaped(MotionWords.Heading(reader, ballot.Motion.Kind, ballot.Motion.Title)), Local(view, ballot.Ballot.ClosesAt).TimeOfDay)));
        }
    }

    /// <summary>What follows from too few being present: since when, that nothing is decided now, and what the rules offer.</summary>
    private static IEnumerable<string> Quorum(Reader reader, SessionView view, Committee committee, Instant now)
    {
        var course = view.QuorumUntil(now);
        if (!course.IsMissing)
        {
            yield break;
        }

        yield return course.LostAt is { } lost
            ? Messages.Get(reader, Sentence.SessionQuorumLost, Local(view, lost).TimeOfDay)
            : Messages.Get(reader, Sentence.SessionQuorumNever);
        if (course.LostAt is not null && committee.Rules.FollowUps is not null && view.Session.Agenda.HasItemsLeft)
        {
            yield return Messages.Get(reader, Sentence.SessionFollowUpPossible);
        }
    }

    /// <summary>The time used, which goes on while the card is looked at: so it says when that was.</summary>
    private static string Time(Reader reader, SessionView view, AgendaItem item, Instant now)
    {
        var used = (int)view.Session.Record.TimeUsed(item.Number, now).TotalMinutes;
        return item.Minutes is { } planned
            ? Messages.Get(reader, used > planned ? Sentence.SessionTimeOver : Sentence.SessionTimePlanned, used, planned, Local(view, now).TimeOfDay)
            : Messages.Get(reader, Sentence.SessionTime, used, Local(view, now).TimeOfDay);
    }

    private static IEnumerable<CardAction> Buttons(Reader reader, SessionView view, SessionSight sight, Instant now)
    {
        var state = view.Session.StateAt(now);
        var meeting = ("meeting", view.Meeting.Id.Value);
        var seen = ("seen", view.Session.Record.LastStep.ToString(CultureInfo.InvariantCulture));
        if (sight == SessionSight.Lead && state == MeetingState.Invited)
        {
            yield return CardPart.Button(reader, Sentence.CommandOpenSession, SessionVerbs.Open, meeting);
            yield return SuggestionCard.RunBelowButton(reader, CommandTable.Attendance);
        }
        else if (sight == SessionSight.Lead && state == MeetingState.InSession)
        {
            foreach (var button in Steps(reader, view, meeting, seen))
            {
                yield return button;
            }

            yield return SuggestionCard.RunBelowButton(reader, CommandTable.VoteNow);
            yield return SuggestionCard.RunBelowButton(reader, CommandTable.Attendance);
            yield return CardPart.Button(reader, Sentence.CommandCloseSession, SessionVerbs.AskClose, meeting);
        }

        if (state is MeetingState.Invited or MeetingState.InSession)
        {
            yield return CardPart.Button(reader, Sentence.ButtonSessionShow, SessionVerbs.Show, meeting);
        }
    }

    private static IEnumerable<CardAction> Steps(Reader reader, SessionView view, (string Name, string Value) meeting, (string Name, string Value) seen)
    {
        if (view.Session.Next is not null)
        {
            yield return CardPart.Button(reader, Sentence.CommandCallUpItem, SessionVerbs.Next, meeting, seen);
        }

        if (view.Session.Current is not null)
        {
            yield return CardPart.Button(reader, Sentence.CommandFinishItem, SessionVerbs.Done, meeting, seen);
            yield return CardPart.Button(reader, Sentence.CommandPostponeItem, SessionVerbs.Postpone, meeting, seen);
        }

        if (view.Session.Record.Standing.LastOrDefault() is not { Kind: not SessionEntryKind.Opened } last)
        {
            yield return CardPart.Button(reader, Sentence.ButtonAskTakeBack, SessionVerbs.AskTakeBack, meeting);
        }
        else if (!view.Session.IsFinal(last))
        {
            yield return CardPart.Button(
                reader, Sentence.CommandUndoEntry, SessionVerbs.Undo, meeting, ("entry", last.Number.ToString(CultureInfo.InvariantCulture)), ("view", "yes"));
        }
    }

    /// <summary>An item's title as it may be read there. Markdown.</summary>
    public static string ItemTitle(Reader reader, SessionView view, AgendaItem item, SessionSight sight) =>
        sight == SessionSight.Room && view.IsConfidential(item.Number) ? Messages.Get(reader, Sentence.SessionConfidential) : Escaped(item.Title);

    private static LocalDateTime Local(SessionView view, Instant moment) => moment.InZone(view.Session.Network.Zone).LocalDateTime;

    private static string Escaped(string text) => CardText.Escape(text, LineBreaks.Collapse);
}
