using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Minutes;
using Bot.Domain.Sessions;
using Bot.Domain.Voting;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Minutes;

/// <summary>Minutes in words, the same on cards and in files. Plain text.</summary>
internal static class MinutesWords
{
    /// <summary>Whose minutes: committee and day in one line.</summary>
    public static string Title(Reader reader, string committee, LocalDate day) => Messages.Get(reader, Sentence.MinutesTitle, committee, Appointments.ShortDay(reader, day));

    /// <summary>How far they are.</summary>
    public static string State(Reader reader, MeetingMinutes minutes) => minutes switch
    {
        { Approval: { Ballot: null } approval } => Messages.Get(reader, Sentence.MinutesApprovedByConsent, Appointments.Date(reader, approval.Day), approval.Version),
        { Approval: { } approval } => Messages.Get(reader, Sentence.MinutesApprovedByBallot, Appointments.Date(reader, approval.Day), approval.Version),
        { State: MinutesState.Circulated } => Messages.Get(reader, Sentence.MinutesCirculated, minutes.Version),
        _ => Messages.Get(reader, Sentence.MinutesDraft, minutes.Version),
    };

    /// <summary>Number and title of an item.</summary>
    public static string Heading(Reader reader, MinutesItem item) => item switch
    {
        { Place: > 0, Title.Length: > 0 } => Messages.Get(reader, Sentence.MinutesItem, item.Place, item.Title),
        { Place: > 0 } => Messages.Get(reader, Sentence.MinutesItem, item.Place, Messages.Get(reader, Sentence.AgendaConfirmUrgency)),
        { Number: > 0 } => Messages.Get(reader, Sentence.MinutesTakenOff),
        _ => Messages.Get(reader, Sentence.MinutesOutside),
    };

    /// <summary>What became of an item, and when it was dealt with; nothing where neither was noted.</summary>
    public static IEnumerable<string> Course(Reader reader, MinutesItem item)
    {
        if (item is { BegunAt: { } begun, EndedAt: { } ended })
        {
            yield return Messages.Get(reader, Sentence.MinutesFromTo, Appointments.Time(reader, begun.TimeOfDay), Appointments.Time(reader, ended.TimeOfDay));
        }
        else if (item.BegunAt is { } from)
        {
            yield return Messages.Get(reader, Sentence.MinutesFrom, Appointments.Time(reader, from.TimeOfDay));
        }

        if (Fate(reader, item) is { } fate)
        {
            yield return fate;
        }
    }

    /// <summary>Where an item comes from, when that is not the usual way; null otherwise.</summary>
    public static string? Origin(Reader reader, AgendaItemKind kind) => kind switch
    {
        AgendaItemKind.UrgentMotion => Messages.Get(reader, Sentence.MinutesUrgentMotion),
        AgendaItemKind.CarriedOver => Messages.Get(reader, Sentence.MinutesCarriedOver),
        AgendaItemKind.Referred => Messages.Get(reader, Sentence.MinutesReferredHere),
        _ => null,
    };

    /// <summary>A decision, a task or a note in one line; tasks and notes with the number a correction calls them by.</summary>
    public static string Entry(Reader reader, MinutesItem item, MinutesEntry entry)
    {
        var line = item.Entries.Where(one => one.IsReplaceable).Index().FirstOrDefault(one => one.Item == entry).Index + 1;
        return entry.Kind switch
        {
            SessionEntryKind.Decision => Messages.Get(reader, Sentence.MinutesDecision, entry.Text),
            SessionEntryKind.Task => Messages.Get(reader, Sentence.MinutesTask, line, entry.Text, Whose(reader, entry)),
            _ => Messages.Get(reader, Sentence.MinutesNote, line, entry.Text),
        };
    }

    /// <summary>How a decision was taken, and what it came to.</summary>
    public static string Method(Reader reader, MinutesEntry decision) => decision.Hands is { } hands
        ? Messages.Get(reader, hands.Verdict.IsOpenTie() ? Sentence.MinutesByHandsOpen : Sentence.MinutesByHands, RuleWords.Verdict(reader, hands.Verdict))
        : Messages.Get(reader, decision.IsWithoutQuorum ? Sentence.MinutesConsentWithoutQuorum : Sentence.MinutesByConsent);

    /// <summary>Who is to do a task until when, in one text.</summary>
    public static string Whose(Reader reader, MinutesEntry task)
    {
        var who = task.Assignee.Length > 0 ? task.Assignee : Messages.Get(reader, Sentence.MinutesNobodyNamed);
        return task.Due is { } due ? Messages.Get(reader, Sentence.MinutesWhoUntil, who, Appointments.Date(reader, due)) : who;
    }

    /// <summary>What a ballot was on.</summary>
    public static string Heading(Reader reader, MinutesBallot ballot) => ballot.Title.Length > 0
        ? MotionWords.Heading(reader, ballot.Kind, ballot.Title)
        : Messages.Get(reader, ballot.Kind is MotionKind.Expulsion or MotionKind.ExpulsionRecommendation ? Sentence.MinutesSomeExpulsion : Sentence.MinutesSomeAdmission);

    /// <summary>What a ballot came to in one text.</summary>
    public static string Outcome(Reader reader, MinutesBallot ballot)
    {
        var said = ballot switch
        {
            { VoidBecause: { Length: > 0 } reason } => Messages.Get(reader, Sentence.MinutesVoidBecause, VoidWords.Of(reader, reason)),
            { VoidBecause: not null } => Messages.Get(reader, Sentence.MinutesVoid),
            { Result: { } result } => RuleWords.Verdict(reader, result.Verdict),
            { Votes: not null } => Messages.Get(reader, Sentence.CountHeading),
            _ => Messages.Get(reader, Sentence.MinutesNotCounted),
        };
        return ballot.Resolution.Length > 0 ? Messages.Get(reader, Sentence.MinutesWithResolution, said, ballot.Resolution) : said;
    }

    /// <summary>How a ballot was taken.</summary>
    public static string Method(Reader reader, MinutesBallot ballot) => Messages.Get(reader, (ballot.IsSecret, ballot.Mode) switch
    {
        (true, BallotMode.InMeeting) => Sentence.MinutesSecretInMeeting,
        (false, BallotMode.InMeeting) => Sentence.MinutesOpenInMeeting,
        (true, _) => Sentence.MinutesSecretInChat,
        _ => Sentence.MinutesOpenInChat,
    });

    /// <summary>How a tie was decided.</summary>
    public static string Tie(Reader reader, MinutesTieBreak tie) => tie switch
    {
        { By.Length: 0 } => Messages.Get(reader, tie.Kind == Verdict.Lot ? Sentence.MinutesTieByLot : Sentence.MinutesTieByChair),
        { Kind: Verdict.Lot } => Messages.Get(reader, Sentence.MinutesTieByLotOf, tie.By, tie.Witness),
        _ => Messages.Get(reader, Sentence.MinutesTieByChairOf, tie.By, tie.Reason),
    };

    /// <summary>The votes of an option.</summary>
    public static string Votes(Reader reader, OptionLine option)
    {
        var votes = option.IsMarked ? Messages.Get(reader, Sentence.CountMarks, option.Yes, option.No, option.Abstain) : option.Yes.ToString(CultureInfo.InvariantCulture);
        return option.Seats is { } seats ? Messages.Get(reader, Sentence.MinutesVotesAndSeats, votes, seats) : votes;
    }

    /// <summary>The heads of papers with options.</summary>
    public static string Heads(Reader reader, OptionCount count) => count.IsWithheld
        ? Messages.Get(reader, Sentence.ElectionRoundHeadsWithheld, count.Cast, count.NotVoted, count.Entitled, count.Excluded)
        : Messages.Get(reader, Sentence.ElectionRoundHeads, count.Cast, count.Blank, count.NotVoted, count.Entitled, count.Excluded);

    /// <summary>How somebody elected has answered.</summary>
    public static string Mandate(Reader reader, MinutesMandate mandate) => mandate.AnsweredOn is { } day
        ? Messages.Get(reader, Sentence.MinutesAnsweredOn, Answer(reader, mandate), Appointments.Date(reader, day))
        : Answer(reader, mandate);

    private static string Answer(Reader reader, MinutesMandate mandate) => Messages.Get(reader, mandate.State switch
    {
        MandateState.Asked => Sentence.MandateAsked,
        MandateState.Accepted => mandate.IsSubstitute ? Sentence.MandateMovedUp : Sentence.MandateAccepted,
        MandateState.Declined => Sentence.MandateDeclined,
        MandateState.Lapsed => Sentence.MandateLapsed,
        _ => Sentence.MandateLeft,
    });

    /// <summary>What a round needed.</summary>
    public static string Terms(Reader reader, MinutesRound round)
    {
        var needed = Messages.Get(reader, round.NeedsMajority ? Sentence.ElectionByMajority : Sentence.ElectionByMost);
        return round.Seat > 0 ? Messages.Get(reader, Sentence.ElectionTermsOfSeat, round.Seat, needed) : needed;
    }

    /// <summary>The way an election was held.</summary>
    public static string Method(Reader reader, ElectionMethod method) => Messages.Get(reader, method switch
    {
        ElectionMethod.Joint => Sentence.NameOfMethodJoint,
        ElectionMethod.OneByOne => Sentence.NameOfMethodOneByOne,
        ElectionMethod.SeatBySeat => Sentence.NameOfMethodSeatBySeat,
        _ => Sentence.NameOfMethodList,
    });

    /// <summary>How many were there at a moment, and whether that was enough.</summary>
    public static string Presence(Reader reader, Presence presence)
    {
        var moment = Messages.Get(reader, presence.Moment switch
        {
            PresenceMoment.Opening => Sentence.MinutesAtOpening,
            PresenceMoment.Most => Sentence.MinutesAtMost,
            PresenceMoment.QuorumLost => Sentence.MinutesAtQuorumLost,
            PresenceMoment.QuorumRegained => Sentence.MinutesAtQuorumRegained,
            _ => Sentence.MinutesAtClosing,
        });
        var said = presence is { IsEnough: { } enough, Needed: { } needed }
            ? Messages.Get(reader, enough ? Sentence.QuorumHeld : Sentence.QuorumMissed, presence.Present, presence.Entitled, needed)
            : Messages.Get(reader, Sentence.MinutesPresentOf, presence.Present, presence.Entitled);
        return Messages.Get(reader, Sentence.MinutesPresence, moment, Appointments.Time(reader, presence.At.TimeOfDay), said);
    }

    /// <summary>What a correction is about: an item, a line of it, or the whole.</summary>
    public static string Subject(Reader reader, MinutesBody body, Correction correction)
    {
        if (correction.Item is not { } number || body.Items.FirstOrDefault(one => one.Number == number && one.Place > 0) is not { } item)
        {
            return Messages.Get(reader, Sentence.CorrectionOfAll);
        }

        var line = item.Entries.Where(entry => entry.IsReplaceable).Index().FirstOrDefault(one => one.Item.Number == correction.Entry);
        return line.Item is null
            ? Messages.Get(reader, Sentence.CorrectionOfItem, item.Place)
            : Messages.Get(reader, Sentence.CorrectionOfLine, item.Place, line.Index + 1);
    }

    /// <summary>A correction that was accepted: of what, in which words, proposed and accepted by whom.</summary>
    public static string Accepted(Reader reader, Network network, MinutesBody body, Correction correction)
    {
        var said = Messages.Get(
            reader,
            Sentence.MinutesCorrectionLine,
            correction.Number,
            Subject(reader, body, correction),
            correction.Text,
            Name(reader, network, correction.By),
            correction.DecidedBy is { } by ? Name(reader, network, by) : string.Empty,
            correction.DecidedAt is { } at ? Appointments.Date(reader, at.InZone(network.Zone).Date) : string.Empty);
        return correction.IsAfterApproval ? said + " " + Messages.Get(reader, Sentence.MinutesCorrectionLate) : said;
    }

    /// <summary>Somebody's name; a word for somebody who is no longer known.</summary>
    public static string Name(Reader reader, Network network, PersonId person) => network.Person(person)?.Name ?? Messages.Get(reader, Sentence.MinutesSomebody);

    private static string? Fate(Reader reader, MinutesItem item) => item.State switch
    {
        AgendaItemState.Done => Messages.Get(reader, Sentence.MinutesItemDone),
        AgendaItemState.Postponed => Messages.Get(reader, Sentence.MinutesItemPostponed),
        AgendaItemState.Referred => Messages.Get(reader, Sentence.MinutesItemReferred),
        AgendaItemState.Open when item is { BegunAt: null, IsEmpty: true, Place: > 0 } => Messages.Get(reader, Sentence.MinutesItemNotCalled),
        _ => null,
    };
}
