using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Privacy;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Privacy.ShowAudit;

/// <summary>What is known of the things entries are about, beside what the network itself says.</summary>
/// <param name="Days">The days of meetings.</param>
/// <param name="Prospects">The names of prospects, by their identity; of those that were taken off the list none is known any more.</param>
internal sealed record AuditedThings(IReadOnlyDictionary<MeetingId, LocalDate> Days, IReadOnlyDictionary<string, string> Prospects)
{
    /// <summary>Nothing.</summary>
    public static AuditedThings None { get; } = new(new Dictionary<MeetingId, LocalDate>(), new Dictionary<string, string>());
}

/// <summary>The audit log in words.</summary>
internal static class AuditWords
{
    private static readonly Dictionary<Right, Sentence> Acts = new()
    {
        [Right.SetUpNetwork] = Sentence.AuditDidSetUpNetwork,
        [Right.SetUpInRooms] = Sentence.AuditDidSetUpInRooms,
        [Right.ImportList] = Sentence.AuditDidImportList,
        [Right.EnterSchoolHolidays] = Sentence.AuditDidEnterSchoolHolidays,
        [Right.EnterMailOfOthers] = Sentence.AuditDidEnterMailOfOthers,
        [Right.RetryDeliveries] = Sentence.AuditDidRetryDeliveries,
        [Right.ScheduleDigest] = Sentence.AuditDidScheduleDigest,
        [Right.SetRetention] = Sentence.AuditDidSetRetention,
        [Right.ApplyForAdmission] = Sentence.AuditDidApplyForAdmission,
        [Right.ConsultBoard] = Sentence.AuditDidConsultBoard,
        [Right.WaiveRecommendation] = Sentence.AuditDidWaiveRecommendation,
        [Right.PrepareAdmission] = Sentence.AuditDidPrepareAdmission,
        [Right.WithdrawApplication] = Sentence.AuditDidWithdrawApplication,
        [Right.ResignMembership] = Sentence.AuditDidResignMembership,
        [Right.SuspendMembership] = Sentence.AuditDidSuspendMembership,
        [Right.ProposeExpulsion] = Sentence.AuditDidProposeExpulsion,
        [Right.AnswerExpulsion] = Sentence.AuditDidAnswerExpulsion,
        [Right.RecordHearing] = Sentence.AuditDidRecordHearing,
        [Right.WithdrawExpulsion] = Sentence.AuditDidWithdrawExpulsion,
        [Right.KeepProspects] = Sentence.AuditDidKeepProspects,
        [Right.GiveUpSeat] = Sentence.AuditDidGiveUpSeat,
        [Right.JoinGroup] = Sentence.AuditDidJoinGroup,
        [Right.LeadGroup] = Sentence.AuditDidLeadGroup,
        [Right.CallMeeting] = Sentence.AuditDidCallMeeting,
        [Right.CallFollowUp] = Sentence.AuditDidCallFollowUp,
        [Right.MoveMeeting] = Sentence.AuditDidMoveMeeting,
        [Right.CancelMeeting] = Sentence.AuditDidCancelMeeting,
        [Right.HandOverChair] = Sentence.AuditDidHandOverChair,
        [Right.LeadMeeting] = Sentence.AuditDidLeadMeeting,
        [Right.FollowMeeting] = Sentence.AuditDidFollowMeeting,
        [Right.UndoEntry] = Sentence.AuditDidUndoEntry,
        [Right.RecordAttendance] = Sentence.AuditDidRecordAttendance,
        [Right.ProposeItem] = Sentence.AuditDidProposeItem,
        [Right.ChangeItem] = Sentence.AuditDidChangeItem,
        [Right.ArrangeAgenda] = Sentence.AuditDidArrangeAgenda,
        [Right.SetRota] = Sentence.AuditDidSetRota,
        [Right.SwapTurns] = Sentence.AuditDidSwapTurns,
        [Right.SkipTurn] = Sentence.AuditDidSkipTurn,
        [Right.OpenMotion] = Sentence.AuditDidOpenMotion,
        [Right.OpenPoll] = Sentence.AuditDidOpenPoll,
        [Right.CloseBallot] = Sentence.AuditDidCloseBallot,
        [Right.VoidBallot] = Sentence.AuditDidVoidBallot,
        [Right.RepeatBallot] = Sentence.AuditDidRepeatBallot,
        [Right.DecideTie] = Sentence.AuditDidDecideTie,
        [Right.WitnessLot] = Sentence.AuditDidWitnessLot,
        [Right.WitnessElectionLot] = Sentence.AuditDidWitnessElectionLot,
        [Right.CallElection] = Sentence.AuditDidCallElection,
        [Right.HoldElection] = Sentence.AuditDidHoldElection,
        [Right.Nominate] = Sentence.AuditDidNominate,
        [Right.AnswerElection] = Sentence.AuditDidAnswerElection,
        [Right.RecordLeaving] = Sentence.AuditDidRecordLeaving,
        [Right.AssignResolution] = Sentence.AuditDidAssignResolution,
        [Right.CorrectResolution] = Sentence.AuditDidCorrectResolution,
        [Right.FollowResolution] = Sentence.AuditDidFollowResolution,
        [Right.KeepMinutes] = Sentence.AuditDidKeepMinutes,
        [Right.CorrectMinutes] = Sentence.AuditDidCorrectMinutes,
        [Right.SetRules] = Sentence.AuditDidSetRules,
        [Right.LockProfileOfOthers] = Sentence.AuditDidLockProfileOfOthers,
        [Right.DeleteOwnData] = Sentence.AuditDidDeleteOwnData,
    };

    private static readonly Dictionary<AuditKind, Sentence> Kinds = new()
    {
        [AuditKind.Setup] = Sentence.AuditKindSetup,
        [AuditKind.Memberships] = Sentence.AuditKindMemberships,
        [AuditKind.Meetings] = Sentence.AuditKindMeetings,
        [AuditKind.Ballots] = Sentence.AuditKindBallots,
        [AuditKind.Elections] = Sentence.AuditKindElections,
        [AuditKind.Records] = Sentence.AuditKindRecords,
        [AuditKind.Rules] = Sentence.AuditKindRules,
        [AuditKind.People] = Sentence.AuditKindPeople,
    };

    /// <summary>What somebody did by a right.</summary>
    public static Sentence Of(Right right) => Acts[right];

    /// <summary>What a kind is called.</summary>
    public static Sentence Of(AuditKind kind) => Kinds[kind];

    /// <summary>One line of the log. Markdown.</summary>
    /// <param name="turn">Who reads.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="known">What is known of the things entries are about.</param>
    public static string Line(Turn turn, AuditEntry entry, AuditedThings known)
    {
        var at = entry.At.InZone(turn.Network.Zone).LocalDateTime;
        var who = entry.By is { } by ? Name(turn.Network, by) : Messages.Get(turn.Reader, Sentence.AuditSomebody);
        var (day, time, what) = (Appointments.Date(turn.Reader, at.Date), Appointments.Time(turn.Reader, at.TimeOfDay), Messages.Get(turn.Reader, Of(entry.Right)));
        return Subject(turn, entry, known) is { Length: > 0 } subject
            ? Messages.Get(turn.Reader, Sentence.AuditLineOn, day, time, Escaped(who), what, Escaped(subject))
            : Messages.Get(turn.Reader, Sentence.AuditLine, day, time, Escaped(who), what);
    }

    /// <summary>What it was done to, as far as that says more than what was done; empty otherwise.</summary>
    private static string Subject(Turn turn, AuditEntry entry, AuditedThings known) => entry.Subject switch
    {
        AuditedThing.Person => Name(turn.Network, new PersonId(entry.SubjectId)),
        AuditedThing.Organization => turn.Network.NameOf(new Domain.Voting.VoterId(entry.SubjectId)),
        AuditedThing.Resolution => entry.SubjectId,
        AuditedThing.Prospect => known.Prospects.GetValueOrDefault(entry.SubjectId, string.Empty),
        AuditedThing.Meeting or AuditedThing.Minutes when known.Days.TryGetValue(new MeetingId(entry.SubjectId), out var day) =>
            string.Join(", ", [.. Committees(turn.Network, entry), Appointments.Date(turn.Reader, day)]),
        _ => string.Join(", ", Committees(turn.Network, entry)),
    };

    private static IEnumerable<string> Committees(Network network, AuditEntry entry) => entry.Committees.Select(id => network.Committee(id)?.Name).OfType<string>();

    /// <summary>Whoever had their data deleted has no name any more, only an identity.</summary>
    private static string Name(Network network, PersonId person) => network.Person(person)?.Name is { Length: > 0 } name ? name : person.Value;

    private static string Escaped(string text) => CardText.Escape(text, LineBreaks.Collapse);
}
