using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Deliveries;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Deliveries;

/// <summary>Deliveries in plain words.</summary>
internal static class ReachWords
{
    private const int LongestTitle = 100, LongestCode = 60;

    /// <summary>Whether a message is one the report tells of; not what was asked of the chair alone.</summary>
    public static bool IsTold(ReachSubject subject, string kind) => subject.Meeting is not null
        ? kind == MeetingMessages.Cancellation || MeetingMessages.RevisionTold(kind) is not null
        : kind is BallotMessages.Card or BallotMessages.Coming or BallotMessages.Result or BallotMessages.Decision or BallotMessages.Void
            || kind.StartsWith(BallotMessages.Reminder, StringComparison.Ordinal);

    /// <summary>Sorts messages about a subject in the order in which they are said.</summary>
    public static string Order(string kind) => kind switch
    {
        MeetingMessages.Invitation or BallotMessages.Coming => "0",
        BallotMessages.Card or ElectionMessages.Call => "1",
        _ when kind.StartsWith("moved-", StringComparison.Ordinal) => "2" + kind.PadLeft(20),
        _ when kind.StartsWith(BallotMessages.Reminder, StringComparison.Ordinal) => "3" + kind,
        _ => "4" + kind,
    };

    /// <summary>What the subject is called. Markdown.</summary>
    public static string Title(Reader reader, ReachSubject subject) => subject.Matter is { } matter
        ? Messages.Get(reader, matter.Title, [.. matter.Names.Select(name => name is string text ? Text(ShortText.Abbreviate(text, LongestTitle)) : name)])
        : subject.Meeting is { } meeting
        ? Messages.Get(reader, Sentence.DeliveryMeeting, Text(subject.Committee.Name), meeting.Day + meeting.Start)
        : Messages.Get(reader, subject.Ballot!.Motion.Kind == MotionKind.Poll ? Sentence.DeliveryPoll : Sentence.DeliveryBallot, Text(ShortText.Abbreviate(subject.Ballot.Motion.Title, LongestTitle)), Text(subject.Committee.Name));

    /// <summary>What a message is called.</summary>
    public static string Kind(Reader reader, string kind) => Messages.Get(reader, kind switch
    {
        MeetingMessages.Invitation => Sentence.DeliveryInvitation,
        MeetingMessages.Cancellation => Sentence.DeliveryCancellation,
        BallotMessages.Coming => Sentence.DeliveryComing,
        BallotMessages.Card => Sentence.DeliveryCard,
        BallotMessages.Result or BallotMessages.Decision => Sentence.DeliveryResult,
        BallotMessages.Void => Sentence.DeliveryVoid,
        _ when kind.StartsWith("moved-", StringComparison.Ordinal) => Sentence.DeliveryMoved,
        _ when kind.StartsWith(BallotMessages.Reminder, StringComparison.Ordinal) => Sentence.DeliveryReminder,
        _ => MatterWords.Of(kind),
    });

    /// <summary>One message in one line: whom it has reached, in numbers. Markdown.</summary>
    public static string Counts(Reader reader, ReachReport report)
    {
        var parts = new List<string> { Messages.Get(reader, Sentence.DeliveryReached, Kind(reader, report.Kind), report.Reached, report.People) };
        if (report.ByMail is > 0 and var byMail)
        {
            parts[0] += ", " + Messages.Get(reader, Sentence.DeliveryByMail, byMail);
        }

        if (report.UnderWay.Count(IsPerson) is > 0 and var underWay)
        {
            parts.Add(Messages.Get(reader, Sentence.DeliveryUnderWay, underWay));
        }

        parts.AddRange(report.Unreached.Where(IsPerson).GroupBy(line => line.State).Select(group => Messages.Get(reader, Sentence.DeliveryReason, group.Count(), Reason(reader, group.Key))));
        return string.Join("; ", parts);
    }

    /// <summary>Conversations of several people are told of by name, and not counted beside people.</summary>
    public static bool IsPerson(ReachLine line) => line.Person is not null;

    /// <summary>One recipient who was not reached, and why. Markdown.</summary>
    public static string Line(Reader reader, Network network, ReachLine line)
    {
        var name = line.Person is { } person ? Text(network.Person(person)?.Name ?? person.Value) : Messages.Get(reader, Sentence.DeliveryRoom);
        var why = line is { Person: null, State: ReachState.NeverOpened or ReachState.Removed } ? Messages.Get(reader, Sentence.DeliveryWhyNotInRoom) : Reason(reader, line.State);
        return (line.Next, line.Code) switch
        {
            ({ } next, _) => Messages.Get(reader, Sentence.DeliveryNameUntil, name, why, next.InZone(network.Zone).LocalDateTime),
            (_, { } code) => Messages.Get(reader, Sentence.DeliveryNameCode, name, why, Text(ShortText.Abbreviate(code, LongestCode))),
            _ => Messages.Get(reader, Sentence.DeliveryName, name, why),
        };
    }

    /// <summary>Why, as words that follow a name or a number.</summary>
    private static string Reason(Reader reader, ReachState state) => Messages.Get(reader, state switch
    {
        ReachState.UnderWay => Sentence.DeliveryWhyUnderWay,
        ReachState.Removed => Sentence.DeliveryWhyRemoved,
        ReachState.NeverOpened => Sentence.DeliveryWhyNeverOpened,
        ReachState.SwitchedOff => Sentence.DeliveryWhySwitchedOff,
        ReachState.Blocked => Sentence.DeliveryWhyBlocked,
        ReachState.Gone => Sentence.DeliveryWhyGone,
        ReachState.Refused => Sentence.DeliveryWhyRefused,
        ReachState.Unmade => Sentence.DeliveryWhyUnmade,
        ReachState.Doubtful => Sentence.DeliveryWhyDoubtful,
        ReachState.GivenUp => Sentence.DeliveryWhyGivenUp,
        ReachState.MailRefused => Sentence.DeliveryWhyMailRefused,
        ReachState.MailNotAllowed => Sentence.DeliveryWhyMailNotAllowed,
        ReachState.MailDoubtful => Sentence.DeliveryWhyMailDoubtful,
        ReachState.MailGivenUp => Sentence.DeliveryWhyMailGivenUp,
        ReachState.Locked => Sentence.DeliveryWhyLocked,
        ReachState.NoAccount => Sentence.DeliveryWhyNoAccount,
        ReachState.NoAddress => Sentence.DeliveryWhyNoAddress,
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    });

    private static string Text(string text) => CardText.Escape(text, LineBreaks.Collapse);
}
