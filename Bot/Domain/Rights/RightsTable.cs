using System.Collections.Generic;
using System.Collections.Immutable;

namespace Bot.Domain.Rights;

/// <summary>The one table of who may do what, and where. Everything that is asked for or pressed is looked up here; the README shows it, and a test tries every cell.</summary>
/// <remarks>A pure list: that the thing at hand exists, and that it is not too late for it, others decide. Source: design, 1 and 9.</remarks>
public static class RightsTable
{
    private const Roles Everybody = Roles.Stranger | Roles.Guest;

    private const Roles Insiders = Roles.CommitteeMember | Roles.Coordinator;

    private const Roles Leaders = Roles.Chair | Roles.Coordinator;

    /// <summary>All rights, in the order they are shown.</summary>
    public static IReadOnlyList<RightRule> All { get; } =
    [
        new(Right.AskForHelp, Everybody, Place.Anywhere),
        new(Right.KnowPlenaryDates, Everybody, Place.Anywhere),
        new(Right.ReadSchoolHolidays, Everybody, Place.Anywhere),
        new(Right.ApplyForAdmission, Everybody, Place.Anywhere),
        new(Right.AskToBeKnown, Everybody, Place.Private),
        new(Right.ListCommittees, Roles.Guest, Place.Anywhere),
        new(Right.KnowConfidentialCommittee, Roles.CommitteeMember, Place.OwnRoom),
        new(Right.ReadOwnTasks, Roles.Guest, Place.Private),
        new(Right.KeepOwnMail, Roles.Guest, Place.Private),
        new(Right.ReadOwnData, Roles.Guest, Place.Private),
        new(Right.DeleteOwnData, Roles.Guest, Place.Private),
        new(Right.KeepOwnContact, Roles.Guest, Place.Private),
        new(Right.LookUpContact, Roles.Guest, Place.Private),
        new(Right.BeToldContacts, Roles.Coordinator, Place.Private),
        new(Right.ReadAudit, Roles.Coordinator, Place.Private),
        new(Right.SetRetention, Roles.Coordinator, Place.Private),
        new(Right.LockOwnProfile, Roles.Guest, Place.Private),
        new(Right.UnlockOwnProfile, Everybody, Place.Private),
        new(Right.LockProfileOfOthers, Roles.Coordinator, Place.Private),
        new(Right.KnowLockedNames, Roles.Coordinator, Place.Private),
        new(Right.KeepOwnCalendar, Insiders, Place.Private),
        new(Right.ReadOwnDigest, Insiders, Place.Private),
        new(Right.ReadMembers, Roles.Member | Roles.Coordinator, Place.Private),
        new(Right.ReadComposition, Roles.Member | Insiders, Place.Anywhere),
        new(Right.ReadRemit, Roles.Member | Insiders, Place.Anywhere),
        new(Right.JoinGroup, Roles.Guest, Place.OwnRoom),
        new(Right.LeadGroup, Leaders, Place.OwnRoom),
        new(Right.ReadRegister, Insiders, Place.OwnRoom),
        new(Right.FollowResolution, Insiders | Roles.Owner, Place.OwnRoom),
        new(Right.AssignResolution, Leaders, Place.OwnRoom),
        new(Right.CorrectResolution, Roles.Coordinator, Place.Private),
        new(Right.InsertIntoMessage, Insiders, Place.OwnRoom),
        new(Right.ReadMeetings, Insiders | Roles.Chair, Place.OwnRoom),
        new(Right.ReadConfidentialItems, Insiders | Roles.Chair, Place.Private),
        new(Right.ReadReplyNames, Leaders, Place.Private),
        new(Right.AnswerInvitation, Insiders | Roles.Chair, Place.OwnRoom),
        new(Right.ProposeItem, Insiders, Place.OwnRoom),
        new(Right.ChangeItem, Leaders | Roles.Owner, Place.OwnRoom),
        new(Right.ArrangeAgenda, Leaders, Place.OwnRoom),
        new(Right.CallMeeting, Roles.Coordinator, Place.Anywhere),
        new(Right.CallFollowUp, Leaders, Place.OwnRoom),
        new(Right.MoveMeeting, Roles.Coordinator, Place.Anywhere),
        new(Right.CancelMeeting, Roles.Coordinator, Place.Anywhere),
        new(Right.HandOverChair, Roles.Coordinator, Place.Anywhere),
        new(Right.LeadMeeting, Leaders, Place.OwnRoom),
        new(Right.FollowMeeting, Insiders | Roles.Chair, Place.OwnRoom),
        new(Right.UndoEntry, Leaders | Roles.Owner, Place.OwnRoom),
        new(Right.BePresent, Roles.CommitteeMember, Place.OwnRoom),
        new(Right.RecordAttendance, Leaders, Place.OwnRoom),
        new(Right.ReadTasks, Insiders, Place.OwnRoom),
        new(Right.FinishTask, Roles.Coordinator | Roles.Owner, Place.Anywhere),
        new(Right.OpenMotion, Roles.Coordinator, Place.Anywhere),
        new(Right.OpenPoll, Leaders, Place.Anywhere),
        new(Right.ReadBallots, Insiders | Roles.Owner, Place.OwnRoom),
        new(Right.CastVote, Roles.Owner, Place.Anywhere),
        new(Right.CloseBallot, Leaders, Place.Anywhere),
        new(Right.VoidBallot, Leaders, Place.Anywhere),
        new(Right.RepeatBallot, Leaders, Place.Anywhere),
        new(Right.DecideTie, Leaders, Place.Anywhere),
        new(Right.WitnessLot, Roles.Owner, Place.Private),
        new(Right.WitnessElectionLot, Insiders, Place.Anywhere),
        new(Right.ReadElections, Insiders | Roles.Owner, Place.OwnRoom),
        new(Right.CallElection, Roles.Coordinator, Place.Anywhere),
        new(Right.HoldElection, Roles.Coordinator, Place.Anywhere),
        new(Right.Nominate, Insiders, Place.OwnRoom),
        new(Right.AnswerElection, Roles.Owner, Place.Anywhere),
        new(Right.RecordLeaving, Roles.Coordinator, Place.Anywhere),
        new(Right.ReadMandates, Roles.Member | Insiders, Place.Private),
        new(Right.GiveUpSeat, Roles.Coordinator | Roles.Owner, Place.Private),
        new(Right.ReadMinutes, Insiders | Roles.Chair, Place.OwnRoom),
        new(Right.CorrectMinutes, Insiders | Roles.Chair, Place.OwnRoom),
        new(Right.KeepMinutes, Leaders, Place.Private),
        new(Right.ReadRules, Insiders, Place.OwnRoom),
        new(Right.SetRules, Roles.Coordinator, Place.Private),
        new(Right.ReadRota, Insiders, Place.OwnRoom),
        new(Right.SetRota, Roles.Coordinator, Place.Private),
        new(Right.SwapTurns, Roles.Owner, Place.OwnRoom),
        new(Right.SkipTurn, Roles.Coordinator | Roles.Owner, Place.OwnRoom),
        new(Right.KeepChecklist, Leaders | Roles.Owner, Place.Private),
        new(Right.FoundNetwork, Everybody, Place.Private),
        new(Right.SetUpNetwork, Roles.Coordinator, Place.Private),
        new(Right.SetUpInRooms, Roles.Coordinator, Place.Anywhere),
        new(Right.ImportList, Roles.Coordinator, Place.Private),
        new(Right.ExportList, Roles.Coordinator, Place.Private),
        new(Right.EnterSchoolHolidays, Roles.Coordinator, Place.Anywhere),
        new(Right.EnterMailOfOthers, Roles.Coordinator, Place.Private),
        new(Right.ReadDeliveries, Roles.Coordinator, Place.Private),
        new(Right.RetryDeliveries, Roles.Coordinator, Place.Private),
        new(Right.ScheduleDigest, Roles.Coordinator, Place.Private),
        new(Right.ConsultBoard, Roles.Coordinator, Place.Anywhere),
        new(Right.WaiveRecommendation, Roles.Coordinator, Place.Private),
        new(Right.PrepareAdmission, Roles.Coordinator, Place.Private),
        new(Right.WithdrawApplication, Roles.Owner, Place.Private),
        new(Right.ReadMembershipCase, Roles.Coordinator | Roles.CommitteeMember | Roles.Owner, Place.Private),
        new(Right.ResignMembership, Roles.Coordinator | Roles.Owner, Place.Private),
        new(Right.SuspendMembership, Roles.Coordinator, Place.Private),
        new(Right.ProposeExpulsion, Roles.Member | Roles.Coordinator, Place.Private),
        new(Right.AnswerExpulsion, Roles.Owner, Place.Private),
        new(Right.RecordHearing, Roles.Coordinator, Place.Private),
        new(Right.WithdrawExpulsion, Roles.Owner, Place.Private),
        new(Right.ReadProspects, Roles.Coordinator, Place.Private),
        new(Right.KeepProspects, Roles.Coordinator, Place.Private),
    ];

    private static readonly ImmutableDictionary<Right, RightRule> ByRight = All.ToImmutableDictionary(rule => rule.Right);

    /// <summary>Who may, and where.</summary>
    public static RightRule Of(Right right) => ByRight[right];
}

/// <summary>One line of the table.</summary>
/// <param name="Right">What is done or read.</param>
/// <param name="Who">Each of these roles suffices.</param>
/// <param name="Where">The widest place it is answered in.</param>
public sealed record RightRule(Right Right, Roles Who, Place Where)
{
    /// <summary>Whether only coordinators may.</summary>
    public bool IsForCoordinatorsOnly => Who == Roles.Coordinator;

    /// <summary>Whether somebody who is all this may do it there.</summary>
    public bool Allows(Roles held, Place place) => (held & Who) != Roles.None && place <= Where;
}
