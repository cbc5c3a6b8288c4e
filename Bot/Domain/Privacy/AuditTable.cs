using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Bot.Domain.Rights;

namespace Bot.Domain.Privacy;

/// <summary>What an audited action belongs to, as the log is filtered.</summary>
public enum AuditKind
{
    /// <summary>Setting up: people, organizations, committees, lists, holidays, what is kept how long.</summary>
    Setup,

    /// <summary>Who is a member, of the network and of working groups.</summary>
    Memberships,

    /// <summary>Meetings, agendas, attendance, who leads.</summary>
    Meetings,

    /// <summary>Ballots as a whole, never a vote.</summary>
    Ballots,

    /// <summary>Elections as a whole, who stands and who accepts; never a vote.</summary>
    Elections,

    /// <summary>The register and minutes.</summary>
    Records,

    /// <summary>Rules of procedure.</summary>
    Rules,

    /// <summary>Data of people: locked profiles, deletion.</summary>
    People,
}

/// <summary>The one table of which rights leave an entry in the audit log when something was changed by them.</summary>
/// <remarks>
/// Audited is what changes something legally, or for the data of others. Not audited, and not even watched, is how somebody votes and everything around it (<see cref="Right.CastVote"/>: also asking
/// for secrecy and declaring a conflict): of a secret ballot the roll alone says that somebody voted, and a moment beside a name could be joined with papers. Nor what people answer to
/// invitations, whether they are there, and what they set for themselves.
/// </remarks>
public static class AuditTable
{
    /// <summary>What leaves an entry, and where it belongs.</summary>
    public static IReadOnlyDictionary<Right, AuditKind> Audited { get; } = Of(
        (AuditKind.Setup, [Right.SetUpNetwork, Right.SetUpInRooms, Right.ImportList, Right.EnterSchoolHolidays, Right.EnterMailOfOthers, Right.RetryDeliveries, Right.ScheduleDigest, Right.SetRetention]),
        (
            AuditKind.Memberships,
            [
                Right.ApplyForAdmission, Right.ConsultBoard, Right.WaiveRecommendation, Right.PrepareAdmission, Right.WithdrawApplication, Right.ResignMembership, Right.SuspendMembership, Right.JoinGroup, Right.LeadGroup,
                Right.ProposeExpulsion, Right.AnswerExpulsion, Right.RecordHearing, Right.WithdrawExpulsion, Right.GiveUpSeat, Right.KeepProspects,
            ]),
        (
            AuditKind.Meetings,
            [
                Right.CallMeeting, Right.CallFollowUp, Right.MoveMeeting, Right.CancelMeeting, Right.HandOverChair, Right.LeadMeeting, Right.FollowMeeting, Right.UndoEntry, Right.RecordAttendance,
                Right.ProposeItem, Right.ChangeItem, Right.ArrangeAgenda, Right.SetRota, Right.SwapTurns, Right.SkipTurn,
            ]),
        (AuditKind.Ballots, [Right.OpenMotion, Right.OpenPoll, Right.CloseBallot, Right.VoidBallot, Right.RepeatBallot, Right.DecideTie, Right.WitnessLot]),
        (AuditKind.Elections, [Right.WitnessElectionLot, Right.CallElection, Right.HoldElection, Right.Nominate, Right.AnswerElection, Right.RecordLeaving]),
        (AuditKind.Records, [Right.AssignResolution, Right.CorrectResolution, Right.FollowResolution, Right.KeepMinutes, Right.CorrectMinutes]),
        (AuditKind.Rules, [Right.SetRules]),
        (AuditKind.People, [Right.LockProfileOfOthers, Right.DeleteOwnData]));

    /// <summary>What never leaves one. With <see cref="Audited"/> these are all rights there are, so that whoever adds one has to decide.</summary>
    public static IReadOnlySet<Right> NotAudited { get; } = ImmutableHashSet.Create(
        Right.CastVote, Right.AnswerInvitation, Right.BePresent,
        Right.AskForHelp, Right.KnowPlenaryDates, Right.ReadSchoolHolidays, Right.AskToBeKnown, Right.ListCommittees, Right.ReadMandates, Right.KnowConfidentialCommittee, Right.KeepOwnMail, Right.ReadOwnData, Right.KeepOwnContact,
        Right.LookUpContact, Right.BeToldContacts, Right.LockOwnProfile, Right.UnlockOwnProfile, Right.KnowLockedNames, Right.ReadOwnDigest, Right.ReadOwnTasks, Right.KeepOwnCalendar, Right.ReadMembers,
        Right.ReadComposition, Right.ReadRemit, Right.ReadRegister, Right.InsertIntoMessage, Right.ReadMeetings, Right.ReadConfidentialItems, Right.ReadReplyNames, Right.ReadTasks, Right.FinishTask,
        Right.ReadBallots, Right.ReadElections, Right.ReadMinutes, Right.ReadRules, Right.ReadRota, Right.KeepChecklist, Right.ExportList, Right.ReadMembershipCase, Right.ReadAudit, Right.ReadProspects, Right.ReadDeliveries,
        // Before a network is founded there is no log; that it was founded, and by whom, its first coordinator says.
        Right.FoundNetwork);

    /// <summary>Commands and buttons under one right that ask for another when they do something else.</summary>
    private static readonly ImmutableDictionary<Right, Right[]> Further = new Dictionary<Right, Right[]>
    {
        [Right.ReadSchoolHolidays] = [Right.EnterSchoolHolidays],
        [Right.ReadOwnDigest] = [Right.ScheduleDigest],
        [Right.KeepOwnMail] = [Right.EnterMailOfOthers],
        [Right.LockOwnProfile] = [Right.LockProfileOfOthers],
        [Right.UnlockOwnProfile] = [Right.LockProfileOfOthers],
        [Right.ReadElections] = [Right.CallElection, Right.HoldElection],
        [Right.ReadRota] = [Right.SetRota],
        [Right.ReadRules] = [Right.SetRules],
        [Right.ResignMembership] = [Right.SuspendMembership],
        [Right.SetUpNetwork] = [Right.SetUpInRooms],
    }.ToImmutableDictionary();

    /// <summary>Whether what is done by a right can leave an entry at all.</summary>
    public static bool MayLeaveEntry(Right right) => Audited.ContainsKey(right) || Further.ContainsKey(right);

    /// <summary>By which right something was done; null for one that leaves no entry.</summary>
    /// <param name="right">The right of the command or button.</param>
    /// <param name="asked">The rights that were asked for and given before anything was stored, in their order.</param>
    public static Right? Meant(Right right, IEnumerable<Right> asked)
    {
        var further = Further.GetValueOrDefault(right, []);
        Right? last = asked.Where(further.Contains).Select(one => (Right?)one).LastOrDefault();
        return last ?? (Audited.ContainsKey(right) ? right : null);
    }

    /// <summary>Whether such a thing is always some committee's.</summary>
    public static bool IsOfACommittee(AuditedThing thing) =>
        thing is AuditedThing.Committee or AuditedThing.Meeting or AuditedThing.Ballot or AuditedThing.Election or AuditedThing.Resolution or AuditedThing.Minutes;

    private static ImmutableDictionary<Right, AuditKind> Of(params (AuditKind Kind, Right[] Rights)[] rows) =>
        rows.SelectMany(row => row.Rights.Select(right => (right, row.Kind))).ToImmutableDictionary(pair => pair.right, pair => pair.Kind);
}
