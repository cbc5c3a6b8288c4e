using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Rights;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>Commands of one subject, as help shows them.</summary>
/// <param name="Name">Stable name.</param>
/// <param name="Title">What the subject is called.</param>
/// <param name="Everybody">What anybody may type.</param>
/// <param name="Leading">What whoever leads a meeting may type beside it.</param>
/// <param name="Coordinating">What only coordinators may type.</param>
internal sealed record CommandGroup(
    string Name, Sentence Title, IReadOnlyList<CommandEntry> Everybody, IReadOnlyList<CommandEntry> Leading, IReadOnlyList<CommandEntry> Coordinating)
{
    private static readonly CommandGroup Own = new(
        "own", Sentence.HelpTopicOwn,
        [CommandTable.NextMeeting, CommandTable.Accept, CommandTable.Regret, CommandTable.SendSubstitute, CommandTable.Replies, CommandTable.OwnTasks, CommandTable.FinishTask, CommandTable.Tasks, CommandTable.Calendar,
         CommandTable.Mail, CommandTable.Digest, CommandTable.YearPlan],
        [], []);

    private static readonly CommandGroup Agenda = new(
        "agenda", Sentence.HelpTopicAgenda, [CommandTable.ShowAgenda, CommandTable.ProposeItem, CommandTable.EditItem], [CommandTable.EditAgenda], []);

    private static readonly CommandGroup Planning = new(
        "planning", Sentence.HelpTopicPlanning,
        [CommandTable.Rota, CommandTable.SwapTurns],
        [CommandTable.Checklist, CommandTable.FollowUp],
        [CommandTable.CallMeeting, CommandTable.MoveMeeting, CommandTable.CancelMeeting, CommandTable.HandOverChair, CommandTable.SkipTurn, CommandTable.MailOf,
         CommandTable.Deliveries, CommandTable.RetryDeliveries]);

    private static readonly CommandGroup Session = new(
        "session", Sentence.HelpTopicSession,
        [CommandTable.Arrive, CommandTable.Leave, CommandTable.ShowSession, CommandTable.NoteTask, CommandTable.NoteLine, CommandTable.UndoEntry],
        [CommandTable.OpenSession, CommandTable.CallUpItem, CommandTable.FinishItem, CommandTable.PostponeItem, CommandTable.NoteDecision, CommandTable.VoteNow, CommandTable.Attendance,
         CommandTable.CloseSession],
        []);

    private static readonly CommandGroup Votes = new(
        "votes", Sentence.HelpTopicVotes,
        [CommandTable.Apply, CommandTable.Ballots, CommandTable.Vote, CommandTable.Paper, CommandTable.AskSecrecy, CommandTable.Conflict, CommandTable.Roll, CommandTable.WitnessLot],
        [CommandTable.RepeatBallot, CommandTable.DecideTie, CommandTable.DrawLot],
        [CommandTable.OpenMotion, CommandTable.OpenPoll, CommandTable.CloseBallot, CommandTable.VoidBallot, CommandTable.WaiveRecommendation]);

    private static readonly CommandGroup Elections = new(
        "elections", Sentence.HelpTopicElections,
        [CommandTable.Election, CommandTable.Nominate, CommandTable.SubmitList, CommandTable.Candidacy, CommandTable.AcceptElection, CommandTable.Mandates, CommandTable.GiveUpSeat],
        [], [CommandTable.HoldElection, CommandTable.LeaveBody]);

    private static readonly CommandGroup Records = new(
        "records", Sentence.HelpTopicRecords,
        [CommandTable.Resolutions, CommandTable.OpenResolutions, CommandTable.ReportResolution, CommandTable.CheckRegister, CommandTable.Minutes, CommandTable.CorrectMinutes],
        [CommandTable.AssignResolution, CommandTable.DraftMinutes, CommandTable.CirculateMinutes, CommandTable.DecideCorrection, CommandTable.ApproveMinutes],
        [CommandTable.CorrectResolution]);

    private static readonly CommandGroup Rules = new(
        "rules", Sentence.HelpTopicRules, [CommandTable.Rules, CommandTable.SetRhythm, CommandTable.SetNotice], [], [CommandTable.SetRule]);

    private static readonly CommandGroup Network = new(
        "network", Sentence.HelpTopicNetwork, [CommandTable.Members, CommandTable.Committees, CommandTable.Composition, CommandTable.SchoolHolidays, CommandTable.AskToBeKnown, CommandTable.Help], [], [CommandTable.ImportList, CommandTable.ExportList]);

    private static readonly CommandGroup Groups = new(
        "groups", Sentence.HelpTopicGroups, [CommandTable.ShowRemit, CommandTable.JoinGroup, CommandTable.LeaveGroup], [CommandTable.AdmitToGroup, CommandTable.ReportGroup], [CommandTable.SetRemit]);

    private static readonly CommandGroup Memberships = new(
        "memberships", Sentence.HelpTopicMemberships,
        [CommandTable.Cases, CommandTable.Withdraw, CommandTable.Resign, CommandTable.TakeBackResignation,
         CommandTable.ProposeExpulsion, CommandTable.AnswerExpulsion, CommandTable.WithdrawExpulsion],
        [],
        [CommandTable.Decline, CommandTable.SetAdmissionDay, CommandTable.Introduce, CommandTable.Suspend, CommandTable.Resume, CommandTable.RecordHearing, CommandTable.ConsultOnExpulsion, CommandTable.WaiveOnExpulsion,
         CommandTable.Prospects, CommandTable.AddProspect, CommandTable.ChangeProspect, CommandTable.ContactProspect, CommandTable.DeclineProspect, CommandTable.RemoveProspect]);

    private static readonly CommandGroup Setup = new(
        "setup", Sentence.HelpTopicSetup, [], [],
        [CommandTable.SetUp, CommandTable.ChangeNetwork, CommandTable.AddCommittee, CommandTable.ChangeCommittee, CommandTable.EndCommittee, CommandTable.LinkRoom, CommandTable.UnlinkRoom, CommandTable.AddOrganization,
         CommandTable.ChangeOrganization, CommandTable.SetRepresentatives, CommandTable.AddPerson, CommandTable.RemovePerson, CommandTable.BindAccount, CommandTable.GiveSeat, CommandTable.TakeSeat,
         CommandTable.SetSeatTerm, CommandTable.SetSeatCount, CommandTable.GiveCoordination, CommandTable.TakeCoordination, CommandTable.NewAccounts, CommandTable.DismissAccount]);

    private static readonly CommandGroup Privacy = new(
        "privacy", Sentence.HelpTopicPrivacy, [CommandTable.OwnData, CommandTable.DeleteOwnData, CommandTable.Contact, CommandTable.ContactLog, CommandTable.LockProfile, CommandTable.UnlockProfile], [],
        [CommandTable.Audit, CommandTable.Retention]);

    /// <summary>All subjects, in the order help lists them.</summary>
    public static IReadOnlyList<CommandGroup> All { get; } = [Own, Agenda, Planning, Session, Votes, Elections, Records, Groups, Rules, Setup, Memberships, Network, Privacy];

    /// <summary>Its commands, those for fewer people last.</summary>
    public IEnumerable<CommandEntry> Entries => [.. Everybody, .. Leading, .. Coordinating];

    /// <summary>What the reader of a turn may type of it. Who leads a meeting may change with every meeting, so every member of a committee is shown that part.</summary>
    public IEnumerable<CommandEntry> For(Turn turn) =>
        [.. Everybody, .. turn.OwnCommittees.Length == 0 && !turn.May(Right.CallMeeting) ? [] : Leading, .. turn.May(Right.CallMeeting) ? Coordinating : []];

    /// <summary>The subject of that name; null when there is none.</summary>
    public static CommandGroup? Named(string? name) => All.FirstOrDefault(group => group.Name == name);

    /// <summary>The subject a text names, in either language, also by a part of its title; null when none or several fit.</summary>
    /// <param name="folded">The text, folded.</param>
    public static CommandGroup? Meant(string folded)
    {
        var fitting = All.Where(group => folded.Length > 0 && Titles(group).Any(title => title == folded)).ToArray();
        fitting = fitting.Length > 0 || folded.Length < 4 ? fitting : [.. All.Where(group => Titles(group).Any(title => title.Contains(folded, StringComparison.Ordinal)))];
        return fitting.Length == 1 ? fitting[0] : null;
    }

    private static IEnumerable<string> Titles(CommandGroup group) =>
        new[] { Reader.German, Reader.English }.Select(reader => CommandText.Fold(Messages.Get(reader, group.Title)));
}
