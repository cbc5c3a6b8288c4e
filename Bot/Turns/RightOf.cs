using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Rights;

namespace Bot.Turns;

/// <summary>Which right each command and each button asks for. The pipeline looks here before anything else is done; what is not listed is refused as unknown. A test holds
/// this list and the commands and buttons there are together.</summary>
internal static class RightOf
{
    private static readonly FrozenDictionary<string, Right> Commands = Of(
        (Right.AskForHelp, ["help"]),
        (Right.KnowPlenaryDates, ["meeting.next", "meeting.plan"]),
        (Right.ReadSchoolHolidays, ["calendar.school"]),
        (Right.ApplyForAdmission, ["admission.apply"]),
        (Right.AskToBeKnown, ["newcomer.ask"]),
        (Right.ListCommittees, ["committee.list"]),
        (Right.ReadOwnTasks, ["task.own"]),
        (Right.KeepOwnMail, ["mail.own"]),
        (Right.KeepOwnCalendar, ["calendar.show"]),
        (Right.ReadOwnData, ["data.own"]),
        (Right.DeleteOwnData, ["data.delete"]),
        (Right.LockOwnProfile, ["profile.lock"]),
        (Right.LookUpContact, ["contact.show"]),
        (Right.KeepOwnContact, ["contact.log"]),
        (Right.UnlockOwnProfile, ["profile.unlock"]),
        (Right.ReadAudit, ["audit.show"]),
        (Right.SetRetention, ["retention.show"]),
        (Right.ReadOwnDigest, ["digest.show"]),
        (Right.ReadMembers, ["member.list"]),
        (Right.ReadComposition, ["member.composition"]),
        (Right.ReadRemit, ["group.show"]),
        (Right.JoinGroup, ["group.join", "group.leave"]),
        (Right.LeadGroup, ["group.admit", "group.report"]),
        (Right.ReadRegister, ["resolution.list", "register.check"]),
        (Right.FollowResolution, ["resolution.open", "resolution.report"]),
        (Right.AssignResolution, ["resolution.assign"]),
        (Right.CorrectResolution, ["resolution.correct"]),
        (Right.ReadMeetings, ["agenda.show", "reply.list"]),
        (Right.AnswerInvitation, ["reply.accept", "reply.regret", "reply.substitute"]),
        (Right.ProposeItem, ["agenda.propose"]),
        (Right.ChangeItem, ["agenda.item"]),
        (Right.ArrangeAgenda, ["agenda.edit"]),
        (Right.CallMeeting, ["meeting.call"]),
        (Right.CallFollowUp, ["meeting.followup"]),
        (Right.MoveMeeting, ["meeting.move"]),
        (Right.CancelMeeting, ["meeting.cancel"]),
        (Right.HandOverChair, ["meeting.chair"]),
        (Right.LeadMeeting, ["session.open", "session.callup", "session.done", "session.postpone", "session.decide", "session.close", "meeting.vote"]),
        (Right.FollowMeeting, ["session.show", "session.task", "session.note"]),
        (Right.UndoEntry, ["session.undo"]),
        (Right.BePresent, ["attendance.arrive", "attendance.leave"]),
        (Right.RecordAttendance, ["attendance.list"]),
        (Right.ReadTasks, ["task.list"]),
        (Right.FinishTask, ["task.done"]),
        (Right.OpenMotion, ["motion.open"]),
        (Right.OpenPoll, ["poll.open"]),
        (Right.ReadBallots, ["ballot.list", "ballot.roll"]),
        (Right.CastVote, ["ballot.vote", "ballot.paper", "ballot.secrecy", "ballot.conflict"]),
        (Right.CloseBallot, ["ballot.close", "ballot.lot"]),
        (Right.VoidBallot, ["ballot.void"]),
        (Right.RepeatBallot, ["ballot.repeat"]),
        (Right.DecideTie, ["ballot.tie"]),
        (Right.WitnessLot, ["ballot.witness"]),
        (Right.ReadElections, ["election.show", "election.hold"]),
        (Right.Nominate, ["election.nominate", "election.list"]),
        (Right.AnswerElection, ["election.candidacy", "election.accept"]),
        (Right.RecordLeaving, ["election.leave"]),
        (Right.ReadMandates, ["mandate.list"]),
        (Right.GiveUpSeat, ["mandate.giveup"]),
        (Right.ReadMinutes, ["minutes.show"]),
        (Right.CorrectMinutes, ["minutes.correct"]),
        (Right.KeepMinutes, ["minutes.draft", "minutes.circulate", "minutes.decide", "minutes.approve"]),
        (Right.ReadRules, ["rules.show", "rules.rhythm", "rules.notice"]),
        (Right.SetRules, ["rules.set"]),
        (Right.ReadRota, ["rota.show"]),
        (Right.SwapTurns, ["rota.swap"]),
        (Right.SkipTurn, ["rota.skip"]),
        (Right.KeepChecklist, ["rota.checklist"]),
        (
            Right.SetUpNetwork,
            [
                "setup.show", "setup.network", "setup.committee.add", "setup.committee.change", "setup.committee.end", "setup.organization.add", "setup.organization.change", "setup.person.add", "setup.person.remove", "setup.remit",
                "setup.seat.count", "newcomer.list", "newcomer.dismiss",
            ]),
        (
            Right.SetUpInRooms,
            [
                "setup.room.link", "setup.room.unlink", "setup.representatives", "setup.account.bind", "setup.seat.give", "setup.seat.take", "setup.seat.term", "setup.coordination.give",
                "setup.coordination.take",
            ]),
        (Right.ImportList, ["list.import"]),
        (Right.ExportList, ["list.export"]),
        (Right.EnterMailOfOthers, ["mail.of"]),
        (Right.ReadDeliveries, ["delivery.show"]),
        (Right.RetryDeliveries, ["delivery.retry"]),
        (Right.WaiveRecommendation, ["admission.waive", "expulsion.waive"]),
        (Right.ConsultBoard, ["admission.decline", "expulsion.consult"]),
        (Right.ProposeExpulsion, ["expulsion.propose"]),
        (Right.AnswerExpulsion, ["expulsion.answer"]),
        (Right.RecordHearing, ["expulsion.hear"]),
        (Right.WithdrawExpulsion, ["expulsion.withdraw"]),
        (Right.PrepareAdmission, ["admission.effect", "admission.introduce"]),
        (Right.WithdrawApplication, ["admission.withdraw"]),
        (Right.ReadMembershipCase, ["membership.cases"]),
        (Right.ResignMembership, ["membership.resign", "membership.stay"]),
        (Right.SuspendMembership, ["membership.suspend", "membership.resume"]),
        (Right.ReadProspects, ["prospect.list"]),
        (Right.KeepProspects, ["prospect.add", "prospect.change", "prospect.contact", "prospect.decline", "prospect.remove"]));

    private static readonly FrozenDictionary<string, Right> Verbs = Of(
        // A button that stands for a command asks for the command's right.
        (Right.AskForHelp, [RunCommandAction.RunVerb, "help.topic"]),
        (Right.KnowPlenaryDates, ["meeting.refresh"]),
        (Right.ApplyForAdmission, ["admission.apply", "admission.people", "admission.dismiss"]),
        (Right.KeepOwnMail, ["mail.save", "mail.leave"]),
        (Right.KeepOwnCalendar, ["calendar.make", "calendar.revoke", "calendar.file"]),
        (Right.ReadOwnDigest, ["digest.off", "digest.on"]),
        (Right.ReadOwnData, ["data.file"]),
        (Right.DeleteOwnData, ["data.ask", "data.delete", "data.dismiss"]),
        (Right.KeepOwnContact, ["contact.save", "contact.withdraw"]),
        (Right.UnlockOwnProfile, ["profile.unlock"]),
        (Right.SetRetention, ["retention.preview", "retention.set", "retention.dismiss"]),
        (Right.LeadGroup, ["group.admit", "group.decline", "group.report"]),
        (Right.FollowResolution, ["resolution.done", "resolution.progress", "resolution.show"]),
        (Right.AssignResolution, ["resolution.askassign", "resolution.assign"]),
        (Right.CorrectResolution, ["resolution.askcorrect", "resolution.correct"]),
        (Right.ReadMeetings, ["agenda.show", "reply.list", CalendarButton.Verb]),
        (Right.AnswerInvitation, ["reply.accept", "reply.regret", "reply.substitute.ask", "reply.substitute"]),
        (Right.ProposeItem, ["agenda.propose.ask", "agenda.propose"]),
        (Right.ChangeItem, ["agenda.item", "agenda.item.save", "agenda.change", "agenda.typed"]),
        (Right.ArrangeAgenda, ["agenda.edit"]),
        (Right.CallMeeting, [MeetingButton.PreviewVerb, "meeting.edit", "meeting.call", "meeting.dismiss", "meeting.preview.refresh", "meeting.preview.proposal", "meeting.preview.all", "meeting.call.all"]),
        (Right.CallFollowUp, ["meeting.followup.preview", "meeting.followup.edit", "meeting.followup.call", "meeting.followup.dismiss", "meeting.followup.refresh"]),
        (Right.MoveMeeting, ["meeting.move.preview", "meeting.move.edit", "meeting.move"]),
        (Right.CancelMeeting, ["meeting.cancel"]),
        (Right.LeadMeeting, ["session.open", "session.open.undo.ask", "session.open.undo", "session.next", "session.done", "session.postpone", "session.decide", "session.close.ask", "session.close", "session.tie.witness", "meeting.vote", "meeting.vote.dismiss"]),
        (Right.FollowMeeting, ["session.show", "session.task"]),
        (Right.UndoEntry, ["session.undo"]),
        (Right.BePresent, ["attendance.arrive", "attendance.leave"]),
        (Right.RecordAttendance, ["attendance.show", "attendance.set"]),
        (Right.FinishTask, ["task.done"]),
        (Right.OpenMotion, ["motion.preview", "motion.edit", "motion.dismiss", "motion.open"]),
        (Right.OpenPoll, ["poll.preview", "poll.edit", "poll.dismiss", "poll.open"]),
        (Right.ReadBallots, ["ballot.show", "ballot.refresh", "ballot.roll"]),
        (Right.CastVote, ["ballot.vote", "ballot.voters", "ballot.secrecy", "ballot.conflict.ask", "ballot.conflict"]),
        (Right.CloseBallot, ["ballot.close.ask", "ballot.close", "ballot.lot.witness"]),
        (Right.VoidBallot, ["ballot.void.ask", "ballot.void"]),
        (Right.RepeatBallot, ["ballot.repeat.ask", "ballot.repeat"]),
        (Right.DecideTie, ["ballot.tie.decide", "session.tie.decide"]),
        (Right.WitnessLot, ["ballot.lot.draw", "session.tie.draw"]),
        (Right.WitnessElectionLot, ["election.lot.draw"]),
        (Right.ReadElections, ["election.show"]),
        (Right.CallElection, ["election.preview", "election.edit", "election.dismiss", "election.next", "election.call"]),
        (Right.HoldElection, ["election.start.ask", "election.start", "election.cancel.ask", "election.cancel", "election.runoff", "election.end", "election.lot.ask"]),
        (Right.Nominate, ["election.stand", "election.nominate.ask", "election.nominate", "election.list"]),
        (Right.AnswerElection, ["election.consent", "election.refuse", "election.accept", "election.decline"]),
        (Right.RecordLeaving, ["election.leave"]),
        (Right.ReadMinutes, ["minutes.show", "minutes.file", "minutes.dismiss"]),
        (Right.CorrectMinutes, ["minutes.correct.ask", "minutes.correct"]),
        (Right.KeepMinutes, ["minutes.redraft", "minutes.circulate.ask", "minutes.circulate", "minutes.correction", "minutes.accept", "minutes.reject", "minutes.approve.ask", "minutes.approve"]),
        (Right.ReadRules, ["rules.show", "rules.choose"]),
        (
            Right.SetRules,
            [
                "rules.edit", "rules.preview", "rules.takeback.ask", "rules.set", "rules.dismiss", "rules.rhythm.preview", "rules.rhythm.edit", "rules.rhythm.takeback.ask", "rules.rhythm.set",
                "rules.notice.preview", "rules.notice.takeback.ask", "rules.notice.set", "rules.standing.edit", "rules.standing.preview", "rules.standing.takeback.ask", "rules.standing.set",
                "rules.followup.edit", "rules.followup.preview", "rules.followup.takeback.ask", "rules.followup.set", "rules.election.edit", "rules.election.preview", "rules.election.takeback.ask",
                "rules.election.set",
            ]),
        (Right.GiveUpSeat, ["mandate.form", "mandate.preview", "mandate.confirm", "mandate.dismiss"]),
        (Right.SetRota, ["rota.set", "rota.dismiss"]),
        (Right.SwapTurns, ["rota.swap.ask", "rota.swap.agree", "rota.swap.decline"]),
        (Right.SkipTurn, ["rota.skip"]),
        (Right.KeepChecklist, ["rota.check"]),
        (Right.FoundNetwork, ["setup.found"]),
        (Right.SetUpNetwork, ["setup.form", "setup.preview", "setup.confirm", "setup.dismiss", "newcomer.dismiss"]),
        (Right.ImportList, ["list.take", "list.answer", "list.report", "list.drop"]),
        (Right.ReadDeliveries, ["delivery.show"]),
        (Right.RetryDeliveries, ["delivery.retry"]),
        (Right.ConsultBoard, ["admission.consult", "admission.decline.ask", "admission.decline", "expulsion.consult"]),
        (Right.ProposeExpulsion, ["expulsion.form", "expulsion.preview", "expulsion.propose", "expulsion.dismiss"]),
        (Right.AnswerExpulsion, ["expulsion.answer.ask", "expulsion.answer"]),
        (Right.RecordHearing, ["expulsion.hear.ask", "expulsion.hear"]),
        (Right.WithdrawExpulsion, ["expulsion.withdraw"]),
        (Right.PrepareAdmission, ["admission.effect.ask", "admission.effect", "admission.introduce.ask", "admission.introduce"]),
        (Right.WithdrawApplication, ["admission.withdraw"]),
        (Right.WaiveRecommendation, ["admission.waive.ask", "admission.waive", "expulsion.waive.ask", "expulsion.waive"]),
        (Right.ReadProspects, ["prospect.show"]),
        (
            Right.KeepProspects,
            [
                "prospect.add.ask", "prospect.add", "prospect.change.ask", "prospect.change", "prospect.contact.ask", "prospect.contact", "prospect.decline", "prospect.remove.ask", "prospect.remove",
                "prospect.dismiss",
            ]),
        // Of each change of a membership its own right is asked as well.
        (Right.ResignMembership, ["membership.form", "membership.preview", "membership.confirm", "membership.dismiss"]));

    /// <summary>All commands that are listed, by name.</summary>
    public static IEnumerable<string> ListedCommands => Commands.Keys;

    /// <summary>All verbs that are listed.</summary>
    public static IEnumerable<string> ListedVerbs => Verbs.Keys;

    /// <summary>What a command asks for; null for one that is not listed. Where setting is a part of what mostly reads, the reader's right, and the command itself asks for the other.</summary>
    public static Right? Command(CommandEntry entry) => Commands.TryGetValue(entry.Name, out var right) ? right : null;

    /// <summary>Why the sender may not ask for a command at all; null when they may, or when it depends on what it is asked of. A command that is not listed is nobody's.</summary>
    public static Refusal? WhyNot(Turn turn, ICommand command) => Command(command.Entry) is { } right ? turn.WhyNot(right) : new Refusal(RefusalCode.OnlyCoordinator);

    /// <summary>What a button asks for; null for one that is not listed.</summary>
    public static Right? Verb(string verb) => Verbs.TryGetValue(verb, out var right) ? right : null;

    private static FrozenDictionary<string, Right> Of(params (Right Right, string[] Names)[] rows) =>
        rows.SelectMany(row => row.Names.Select(name => (name, row.Right))).ToFrozenDictionary(pair => pair.name, pair => pair.Right, StringComparer.Ordinal);
}
