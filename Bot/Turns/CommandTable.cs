using System.Collections.Generic;
using System.Linq;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>The one table of commands. Help, the manifest's command lists and the router follow from it; a test holds the three together.</summary>
internal static partial class CommandTable
{
    private static IReadOnlyList<CommandEntry>? all;

    public static readonly CommandEntry NextMeeting = new(
        "meeting.next", Sentence.CommandNextMeeting, Sentence.CommandNextMeetingDescription, Sentence.CommandNextMeetingExample,
        ["wann ist", "wann tagt", "wann trifft", "naechste sitzung", "naechster termin", "termine", "sitzungen", "when is", "next meeting", "meetings"]);

    public static readonly CommandEntry Calendar = new(
        "calendar.show", Sentence.CommandCalendar, Sentence.CommandCalendarDescription, Sentence.CommandCalendarExample,
        ["mein kalender", "kalenderadresse", "kalenderdatei", "my calendar", "calendar address", "calendar file"]);

    public static readonly CommandEntry Mail = new(
        "mail.own", Sentence.CommandMail, Sentence.CommandMailDescription, Sentence.CommandMailExample,
        ["meine mail", "meine mailadresse", "meine e-mail", "my mail", "my e-mail", "my mail address"]);

    public static readonly CommandEntry MailOf = new(
        "mail.of", Sentence.CommandMailOf, Sentence.CommandMailOfDescription, Sentence.CommandMailOfExample,
        ["mail von", "mailadresse von", "e-mail von", "mail of", "mail address of", "e-mail of"]);

    public static readonly CommandEntry CallMeeting = new(
        "meeting.call", Sentence.CommandCallMeeting, Sentence.CommandCallMeetingDescription, Sentence.CommandCallMeetingExample,
        ["sitzung planen", "planen", "sondersitzung", "einladen", "plan meeting", "schedule", "urgent meeting", "invite"]);

    public static readonly CommandEntry MoveMeeting = new(
        "meeting.move", Sentence.CommandMoveMeeting, Sentence.CommandMoveMeetingDescription, Sentence.CommandMoveMeetingExample,
        ["verschieben", "sitzung verschieben", "verlegen", "sitzung verlegen", "move meeting", "postpone", "postpone meeting", "reschedule", "reschedule meeting"]);

    public static readonly CommandEntry FollowUp = new(
        "meeting.followup", Sentence.CommandFollowUp, Sentence.CommandFollowUpDescription, Sentence.CommandFollowUpExample,
        ["folgesitzung", "follow-up meeting", "follow up meeting"]);

    public static readonly CommandEntry Accept = new(
        "reply.accept", Sentence.CommandAccept, Sentence.CommandAcceptDescription, Sentence.CommandAcceptExample,
        ["ich komme", "wir kommen", "ich nehme teil", "ich bin dabei", "i will come", "i'll come", "i am coming"]);

    public static readonly CommandEntry Regret = new(
        "reply.regret", Sentence.CommandRegret, Sentence.CommandRegretDescription, Sentence.CommandRegretExample,
        ["ich kann nicht", "ich komme nicht", "ich sage ab", "wir koennen nicht", "wir kommen nicht", "i cannot come", "i can't come", "i am not coming"]);

    public static readonly CommandEntry SendSubstitute = new(
        "reply.substitute", Sentence.CommandSendSubstitute, Sentence.CommandSendSubstituteDescription, Sentence.CommandSendSubstituteExample,
        ["vertretung", "vertretung schicken", "ich schicke", "wir schicken", "substitute", "send substitute", "i send", "i am sending"]);

    public static readonly CommandEntry Replies = new(
        "reply.list", Sentence.CommandReplies, Sentence.CommandRepliesDescription, Sentence.CommandRepliesExample,
        ["wer kommt", "wer kommt zum", "rueckmeldungen", "who is coming", "who comes", "replies"]);

    public static readonly CommandEntry CancelMeeting = new(
        "meeting.cancel", Sentence.CommandCancelMeeting, Sentence.CommandCancelMeetingDescription, Sentence.CommandCancelMeetingExample,
        ["absagen", "sitzung absagen", "cancel meeting", "cancel"]);

    public static readonly CommandEntry YearPlan = new(
        "meeting.plan", Sentence.CommandYearPlan, Sentence.CommandYearPlanDescription, Sentence.CommandYearPlanExample,
        ["jahresplan", "sitzungsplan", "jahresplanung", "year plan", "yearly plan", "annual plan"]);

    public static readonly CommandEntry SetRhythm = new(
        "rules.rhythm", Sentence.CommandSetRhythm, Sentence.CommandSetRhythmDescription, Sentence.CommandSetRhythmExample,
        ["rhythmus", "sitzungsrhythmus", "rhythm", "meeting rhythm"]);

    public static readonly CommandEntry SetNotice = new(
        "rules.notice", Sentence.CommandSetNotice, Sentence.CommandSetNoticeDescription, Sentence.CommandSetNoticeExample,
        ["ladungsfrist", "einladungsfrist", "notice period"]);

    public static readonly CommandEntry Rota = new(
        "rota.show", Sentence.CommandRota, Sentence.CommandRotaDescription, Sentence.CommandRotaExample,
        ["reihum", "leitung reihum", "wer leitet als naechstes", "wer moderiert als naechstes", "rota", "who leads next"]);

    public static readonly CommandEntry SwapTurns = new(
        "rota.swap", Sentence.CommandSwapTurns, Sentence.CommandSwapTurnsDescription, Sentence.CommandSwapTurnsExample,
        ["tausch mit", "tauschen mit", "tausch annehmen", "tausch ablehnen", "swap with", "accept swap", "decline swap"]);

    public static readonly CommandEntry SkipTurn = new(
        "rota.skip", Sentence.CommandSkipTurn, Sentence.CommandSkipTurnDescription, Sentence.CommandSkipTurnExample,
        ["sitzungsleitung ueberspringen", "ueberspringen", "pass over"]);

    public static readonly CommandEntry Checklist = new(
        "rota.checklist", Sentence.CommandChecklist, Sentence.CommandChecklistDescription, Sentence.CommandChecklistExample,
        ["checkliste", "meine checkliste", "checklist", "my checklist"]);

    public static readonly CommandEntry Digest = new(
        "digest.show", Sentence.CommandDigest, Sentence.CommandDigestDescription, Sentence.CommandDigestExample,
        ["wochenueberblick", "mein wochenueberblick", "weekly overview", "my weekly overview"]);

    public static readonly CommandEntry ProposeItem = new(
        "agenda.propose", Sentence.CommandProposeItem, Sentence.CommandProposeItemDescription, Sentence.CommandProposeItemExample,
        ["top", "top vorschlagen", "tagesordnungspunkt", "item", "agenda item"]);

    public static readonly CommandEntry ShowAgenda = new(
        "agenda.show", Sentence.CommandShowAgenda, Sentence.CommandShowAgendaDescription, Sentence.CommandShowAgendaExample,
        ["tagesordnung", "to", "tops", "agenda"]);

    public static readonly CommandEntry EditItem = new(
        "agenda.item", Sentence.CommandEditItem, Sentence.CommandEditItemDescription, Sentence.CommandEditItemExample,
        ["top aendern", "punkt aendern", "change item"]);

    public static readonly CommandEntry EditAgenda = new(
        "agenda.edit", Sentence.CommandEditAgenda, Sentence.CommandEditAgendaDescription, Sentence.CommandEditAgendaExample,
        ["tagesordnung bearbeiten", "tagesordnung ordnen", "edit agenda", "arrange agenda"]);

    public static readonly CommandEntry Arrive = new(
        "attendance.arrive", Sentence.CommandArrive, Sentence.CommandArriveDescription, Sentence.CommandArriveExample,
        ["anwesend", "gekommen", "arrived", "ich bin anwesend", "ich bin da", "bin da", "bin hier", "wir sind da", "present", "i am here", "i'm here"]);

    public static readonly CommandEntry Leave = new(
        "attendance.leave", Sentence.CommandLeave, Sentence.CommandLeaveDescription, Sentence.CommandLeaveExample,
        ["abwesend", "gegangen", "gone", "ich gehe", "ich muss los", "bin weg", "absent", "leaving", "i am leaving", "i have to go"]);

    public static readonly CommandEntry Attendance = new(
        "attendance.list", Sentence.CommandAttendance, Sentence.CommandAttendanceDescription, Sentence.CommandAttendanceExample,
        ["anwesenheit", "anwesenheitsliste", "attendance"]);

    public static readonly CommandEntry HandOverChair = new(
        "meeting.chair", Sentence.CommandHandOverChair, Sentence.CommandHandOverChairDescription, Sentence.CommandHandOverChairExample,
        ["sitzungsleitung", "chair", "meeting chair"]);

    public static readonly CommandEntry VoteNow = new(
        "meeting.vote", Sentence.CommandVoteNow, Sentence.CommandVoteNowDescription, Sentence.CommandVoteNowExample,
        ["jetzt abstimmen", "vote now"]);

    public static readonly CommandEntry OpenSession = new(
        "session.open", Sentence.CommandOpenSession, Sentence.CommandOpenSessionDescription, Sentence.CommandOpenSessionExample,
        ["sitzung eroeffnen", "sitzung beginnen", "sitzung starten", "open meeting", "open the meeting", "start meeting"]);

    public static readonly CommandEntry ShowSession = new(
        "session.show", Sentence.CommandShowSession, Sentence.CommandShowSessionDescription, Sentence.CommandShowSessionExample,
        ["sitzung", "laufende sitzung", "sitzungsansicht", "wo stehen wir", "meeting view", "current meeting", "where are we"]);

    public static readonly CommandEntry CallUpItem = new(
        "session.callup", Sentence.CommandCallUpItem, Sentence.CommandCallUpItemDescription, Sentence.CommandCallUpItemExample,
        ["naechster top", "naechsten top", "naechster tagesordnungspunkt", "weiter zum naechsten top", "top aufrufen", "next item", "next agenda item", "call up item"]);

    public static readonly CommandEntry FinishItem = new(
        "session.done", Sentence.CommandFinishItem, Sentence.CommandFinishItemDescription, Sentence.CommandFinishItemExample,
        ["top erledigt", "top abgeschlossen", "item done"]);

    public static readonly CommandEntry PostponeItem = new(
        "session.postpone", Sentence.CommandPostponeItem, Sentence.CommandPostponeItemDescription, Sentence.CommandPostponeItemExample,
        ["top vertagen", "top vertagt", "vertagen", "postpone item", "item postponed"]);

    public static readonly CommandEntry NoteDecision = new(
        "session.decide", Sentence.CommandNoteDecision, Sentence.CommandNoteDecisionDescription, Sentence.CommandNoteDecisionExample,
        ["beschluss festhalten", "beschlossen", "note decision", "decision", "decided"]);

    public static readonly CommandEntry NoteTask = new(
        "session.task", Sentence.CommandNoteTask, Sentence.CommandNoteTaskDescription, Sentence.CommandNoteTaskExample,
        ["aufgabe", "neue aufgabe", "aufgabe vergeben", "assign task", "task", "new task"]);

    public static readonly CommandEntry NoteLine = new(
        "session.note", Sentence.CommandNoteLine, Sentence.CommandNoteLineDescription, Sentence.CommandNoteLineExample,
        ["notiz", "protokollnotiz", "vermerk", "note"]);

    public static readonly CommandEntry UndoEntry = new(
        "session.undo", Sentence.CommandUndoEntry, Sentence.CommandUndoEntryDescription, Sentence.CommandUndoEntryExample,
        ["rueckgaengig", "eroeffnung zuruecknehmen", "take back opening", "take back the opening", "letzten eintrag zuruecknehmen", "undo", "undo last entry"]);

    public static readonly CommandEntry CloseSession = new(
        "session.close", Sentence.CommandCloseSession, Sentence.CommandCloseSessionDescription, Sentence.CommandCloseSessionExample,
        ["sitzung schliessen", "sitzung beenden", "close meeting", "close the meeting", "end meeting"]);

    public static readonly CommandEntry OwnTasks = new(
        "task.own", Sentence.CommandOwnTasks, Sentence.CommandOwnTasksDescription, Sentence.CommandOwnTasksExample,
        ["meine aufgaben", "my tasks"]);

    public static readonly CommandEntry Tasks = new(
        "task.list", Sentence.CommandTasks, Sentence.CommandTasksDescription, Sentence.CommandTasksExample,
        ["aufgaben", "offene aufgaben", "aufgabenliste", "tasks", "open tasks", "task list"]);

    public static readonly CommandEntry FinishTask = new(
        "task.done", Sentence.CommandFinishTask, Sentence.CommandFinishTaskDescription, Sentence.CommandFinishTaskExample,
        ["aufgabe erledigt", "aufgabe abhaken", "task done"]);

    public static readonly CommandEntry Apply = new(
        "admission.apply", Sentence.CommandApply, Sentence.CommandApplyDescription, Sentence.CommandApplyExample,
        ["aufnahme", "aufnahme beantragen", "aufnahmeantrag", "mitglied werden", "apply", "apply for admission", "admission"]);

    public static readonly CommandEntry WaiveRecommendation = new(
        "admission.waive", Sentence.CommandWaiveRecommendation, Sentence.CommandWaiveRecommendationDescription, Sentence.CommandWaiveRecommendationExample,
        ["ohne empfehlung", "ohne empfehlung ins plenum", "without recommendation"]);

    public static readonly CommandEntry Vote = new(
        "ballot.vote", Sentence.CommandVote, Sentence.CommandVoteDescription, Sentence.CommandVoteExample,
        ["ja", "nein", "enthaltung", "enthalte mich", "ich enthalte mich", "ich stimme mit", "yes", "no", "abstain", "i vote"]);

    public static readonly CommandEntry AskSecrecy = new(
        "ballot.secrecy", Sentence.CommandAskSecrecy, Sentence.CommandAskSecrecyDescription, Sentence.CommandAskSecrecyExample,
        ["geheim beantragen", "geheime abstimmung", "geheime abstimmung beantragen", "ask for secrecy", "secret ballot", "secret vote"]);

    public static readonly CommandEntry Paper = new(
        "ballot.paper", Sentence.CommandPaper, Sentence.CommandPaperDescription, Sentence.CommandPaperExample,
        ["stimme", "stimmzettel", "meine stimme", "my vote", "my paper"]);

    public static readonly CommandEntry Ballots = new(
        "ballot.list", Sentence.CommandBallots, Sentence.CommandBallotsDescription, Sentence.CommandBallotsExample,
        ["abstimmungen", "offene abstimmungen", "abstimmen", "ballots", "open ballots", "votes"]);

    public static readonly CommandEntry CloseBallot = new(
        "ballot.close", Sentence.CommandCloseBallot, Sentence.CommandCloseBallotDescription, Sentence.CommandCloseBallotExample,
        ["abstimmung beenden", "abstimmung schliessen", "beenden", "close ballot", "end ballot"]);

    public static readonly CommandEntry OpenMotion = new(
        "motion.open", Sentence.CommandOpenMotion, Sentence.CommandOpenMotionDescription, Sentence.CommandOpenMotionExample,
        [
            "abstimmung projekt", "abstimmung arbeitsgruppe", "abstimmung geschaeftsordnung", "umlaufbeschluss",
            "vote project", "vote working group", "vote rules", "circular resolution",
        ]);

    public static readonly CommandEntry Roll = new(
        "ballot.roll", Sentence.CommandRoll, Sentence.CommandRollDescription, Sentence.CommandRollExample,
        ["stimmberechtigt", "wer darf abstimmen", "wer ist stimmberechtigt", "entitled", "voters"]);

    public static readonly CommandEntry Conflict = new(
        "ballot.conflict", Sentence.CommandConflict, Sentence.CommandConflictDescription, Sentence.CommandConflictExample,
        ["befangenheit", "befangenheit erklaeren", "ich bin befangen", "wir sind befangen", "conflicted"]);

    public static readonly CommandEntry OpenPoll = new(
        "poll.open", Sentence.CommandOpenPoll, Sentence.CommandOpenPollDescription, Sentence.CommandOpenPollExample,
        ["umfrage", "anonyme umfrage", "stimmungsbild", "mehrfachumfrage", "mehrfachauswahl", "terminumfrage", "terminabfrage", "terminfindung", "rangfolge", "poll", "anonymous poll", "multiple choice", "date poll", "find a date", "ranking"]);

    public static readonly CommandEntry VoidBallot = new(
        "ballot.void", Sentence.CommandVoidBallot, Sentence.CommandVoidBallotDescription, Sentence.CommandVoidBallotExample,
        ["abstimmung fuer ungueltig erklaeren", "abstimmung ungueltig", "ungueltig", "fuer ungueltig erklaeren", "void ballot", "declare ballot void"]);

    public static readonly CommandEntry RepeatBallot = new(
        "ballot.repeat", Sentence.CommandRepeatBallot, Sentence.CommandRepeatBallotDescription, Sentence.CommandRepeatBallotExample,
        ["abstimmung wiederholen", "erneut abstimmen", "repeat ballot", "vote again"]);

    public static readonly CommandEntry DecideTie = new(
        "ballot.tie", Sentence.CommandDecideTie, Sentence.CommandDecideTieDescription, Sentence.CommandDecideTieExample,
        ["stichentscheid", "casting vote"]);

    public static readonly CommandEntry DrawLot = new(
        "ballot.lot", Sentence.CommandDrawLot, Sentence.CommandDrawLotDescription, Sentence.CommandDrawLotExample,
        ["los ziehen", "losentscheid", "draw lots", "draw lot"]);

    public static readonly CommandEntry WitnessLot = new(
        "ballot.witness", Sentence.CommandWitnessLot, Sentence.CommandWitnessLotDescription, Sentence.CommandWitnessLotExample,
        ["ich bezeuge", "bezeugen", "i witness", "witness"]);

    public static readonly CommandEntry Election = new(
        "election.show", Sentence.CommandElection, Sentence.CommandElectionDescription, Sentence.CommandElectionExample,
        ["wahl", "wahlen", "nachwahl", "election", "elections", "by-election"]);

    public static readonly CommandEntry Nominate = new(
        "election.nominate", Sentence.CommandNominate, Sentence.CommandNominateDescription, Sentence.CommandNominateExample,
        ["vorschlag", "vorschlagen", "ich kandidiere", "kandidiere", "nominate", "nomination", "i stand", "i am standing"]);

    public static readonly CommandEntry SubmitList = new(
        "election.list", Sentence.CommandSubmitList, Sentence.CommandSubmitListDescription, Sentence.CommandSubmitListExample,
        ["liste", "liste einreichen", "wahlliste", "list", "submit list"]);

    public static readonly CommandEntry Candidacy = new(
        "election.candidacy", Sentence.CommandCandidacy, Sentence.CommandCandidacyDescription, Sentence.CommandCandidacyExample,
        ["kandidatur", "kandidatur zurueckziehen", "candidacy", "withdraw candidacy"]);

    public static readonly CommandEntry HoldElection = new(
        "election.hold", Sentence.CommandHoldElection, Sentence.CommandHoldElectionDescription, Sentence.CommandHoldElectionExample,
        ["wahl eroeffnen", "wahl starten", "stichwahl", "naechster sitz", "naechsten sitz waehlen", "naechster wahlgang", "wahl beenden", "wahl auslosen", "los bezeugen", "wahl absagen", "start election", "open election", "run-off", "next seat", "next round", "end election", "draw election", "witness lot", "cancel election"]);

    public static readonly CommandEntry AcceptElection = new(
        "election.accept", Sentence.CommandAcceptElection, Sentence.CommandAcceptElectionDescription, Sentence.CommandAcceptElectionExample,
        ["wahl annehmen", "wahl ablehnen", "accept election", "decline election"]);

    public static readonly CommandEntry LeaveBody = new(
        "election.leave", Sentence.CommandLeaveBody, Sentence.CommandLeaveBodyDescription, Sentence.CommandLeaveBodyExample,
        ["ausgeschieden", "scheidet aus", "left office", "left"]);

    public static readonly CommandEntry Resolutions = new(
        "resolution.list", Sentence.CommandResolutions, Sentence.CommandResolutionsDescription, Sentence.CommandResolutionsExample,
        ["beschluesse", "beschluss", "resolutions", "resolution", "decisions"]);

    public static readonly CommandEntry OpenResolutions = new(
        "resolution.open", Sentence.CommandOpenResolutions, Sentence.CommandOpenResolutionsDescription, Sentence.CommandOpenResolutionsExample,
        ["offene beschluesse", "beschluesse offen", "open resolutions"]);

    public static readonly CommandEntry AssignResolution = new(
        "resolution.assign", Sentence.CommandAssignResolution, Sentence.CommandAssignResolutionDescription, Sentence.CommandAssignResolutionExample,
        ["beschluss zuteilen", "assign resolution"]);

    public static readonly CommandEntry ReportResolution = new(
        "resolution.report", Sentence.CommandReportResolution, Sentence.CommandReportResolutionDescription, Sentence.CommandReportResolutionExample,
        ["beschluss erledigt", "beschluss in arbeit", "resolution done", "resolution in progress"]);

    public static readonly CommandEntry CorrectResolution = new(
        "resolution.correct", Sentence.CommandCorrectResolution, Sentence.CommandCorrectResolutionDescription, Sentence.CommandCorrectResolutionExample,
        ["berichtigung zum beschluss", "beschluss berichtigen", "correct resolution"]);

    public static readonly CommandEntry CheckRegister = new(
        "register.check", Sentence.CommandCheckRegister, Sentence.CommandCheckRegisterDescription, Sentence.CommandCheckRegisterExample,
        ["register pruefen", "beschlussverzeichnis pruefen", "verzeichnis pruefen", "verify register", "verify the register", "check register"]);

    public static readonly CommandEntry Minutes = new(
        "minutes.show", Sentence.CommandMinutes, Sentence.CommandMinutesDescription, Sentence.CommandMinutesExample,
        ["protokoll", "niederschrift", "niederschriften", "sitzungsprotokoll"]);

    public static readonly CommandEntry DraftMinutes = new(
        "minutes.draft", Sentence.CommandDraftMinutes, Sentence.CommandDraftMinutesDescription, Sentence.CommandDraftMinutesExample,
        ["protokollentwurf", "niederschrift erstellen", "draft the minutes"]);

    public static readonly CommandEntry CirculateMinutes = new(
        "minutes.circulate", Sentence.CommandCirculateMinutes, Sentence.CommandCirculateMinutesDescription, Sentence.CommandCirculateMinutesExample,
        ["protokoll versenden", "niederschrift verteilen", "circulate the minutes", "send minutes"]);

    public static readonly CommandEntry CorrectMinutes = new(
        "minutes.correct", Sentence.CommandCorrectMinutes, Sentence.CommandCorrectMinutesDescription, Sentence.CommandCorrectMinutesExample,
        ["berichtigung", "protokoll berichtigen", "correction", "correct minutes"]);

    public static readonly CommandEntry DecideCorrection = new(
        "minutes.decide", Sentence.CommandDecideCorrection, Sentence.CommandDecideCorrectionDescription, Sentence.CommandDecideCorrectionExample,
        ["berichtigungen", "berichtigung annehmen", "berichtigung ablehnen", "corrections", "accept correction", "reject correction"]);

    public static readonly CommandEntry ApproveMinutes = new(
        "minutes.approve", Sentence.CommandApproveMinutes, Sentence.CommandApproveMinutesDescription, Sentence.CommandApproveMinutesExample,
        ["niederschrift genehmigen", "approve the minutes"]);

    public static readonly CommandEntry Rules = new(
        "rules.show", Sentence.CommandRules, Sentence.CommandRulesDescription, Sentence.CommandRulesExample,
        ["abstimmungsregeln", "geschaeftsordnung", "voting rules", "rules of procedure"]);

    public static readonly CommandEntry SetRule = new(
        "rules.set", Sentence.CommandSetRule, Sentence.CommandSetRuleDescription, Sentence.CommandSetRuleExample,
        ["regel", "regel setzen", "abstimmungsregel", "rule", "set rule", "voting rule"]);

    public static readonly CommandEntry Members = new(
        "member.list", Sentence.CommandMembers, Sentence.CommandMembersDescription, Sentence.CommandMembersExample,
        ["mitglieder", "mitgliedsorganisationen", "members"]);

    public static readonly CommandEntry Committees = new(
        "committee.list", Sentence.CommandCommittees, Sentence.CommandCommitteesDescription, Sentence.CommandCommitteesExample,
        ["gremien", "gremium", "committees"]);

    public static readonly CommandEntry SchoolHolidays = new(
        "calendar.school", Sentence.CommandSchoolHolidays, Sentence.CommandSchoolHolidaysDescription, Sentence.CommandSchoolHolidaysExample,
        ["schulferien", "schulferien streichen", "schulferien loeschen", "school holidays", "remove school holidays"]);

    public static readonly CommandEntry SetUp = new(
        "setup.show", Sentence.CommandSetUp, Sentence.CommandSetUpDescription, Sentence.CommandSetUpExample,
        ["einrichtung", "einrichten", "set-up", "setup", "set up"]);

    public static readonly CommandEntry AddCommittee = new(
        "setup.committee.add", Sentence.CommandAddCommittee, Sentence.CommandAddCommitteeDescription, Sentence.CommandAddCommitteeExample,
        ["gremium anlegen", "gremium einrichten", "neues gremium", "add committee", "new committee"]);

    public static readonly CommandEntry ChangeCommittee = new(
        "setup.committee.change", Sentence.CommandChangeCommittee, Sentence.CommandChangeCommitteeDescription, Sentence.CommandChangeCommitteeExample,
        ["gremium aendern", "gremium umbenennen", "change committee", "rename committee"]);

    public static readonly CommandEntry EndCommittee = new(
        "setup.committee.end", Sentence.CommandEndCommittee, Sentence.CommandEndCommitteeDescription, Sentence.CommandEndCommitteeExample,
        ["gremium beenden", "gremium aufloesen", "end committee", "dissolve committee"]);

    public static readonly CommandEntry LinkRoom = new(
        "setup.room.link", Sentence.CommandLinkRoom, Sentence.CommandLinkRoomDescription, Sentence.CommandLinkRoomExample,
        ["hier tagt", "this room is for"]);

    public static readonly CommandEntry UnlinkRoom = new(
        "setup.room.unlink", Sentence.CommandUnlinkRoom, Sentence.CommandUnlinkRoomDescription, Sentence.CommandUnlinkRoomExample,
        ["raum loesen", "unlink room"]);

    public static readonly CommandEntry AddOrganization = new(
        "setup.organization.add", Sentence.CommandAddOrganization, Sentence.CommandAddOrganizationDescription, Sentence.CommandAddOrganizationExample,
        ["organisation anlegen", "organisation eintragen", "mitglied anlegen", "add organisation", "add organization"]);

    public static readonly CommandEntry ChangeOrganization = new(
        "setup.organization.change", Sentence.CommandChangeOrganization, Sentence.CommandChangeOrganizationDescription, Sentence.CommandChangeOrganizationExample,
        ["organisation aendern", "organisation umbenennen", "change organisation", "change organization", "rename organisation"]);

    public static readonly CommandEntry SetRepresentatives = new(
        "setup.representatives", Sentence.CommandSetRepresentatives, Sentence.CommandSetRepresentativesDescription, Sentence.CommandSetRepresentativesExample,
        ["vertretungen festlegen", "vertretung festlegen", "set representatives"]);

    public static readonly CommandEntry AddPerson = new(
        "setup.person.add", Sentence.CommandAddPerson, Sentence.CommandAddPersonDescription, Sentence.CommandAddPersonExample,
        ["person anlegen", "person eintragen", "add person"]);

    public static readonly CommandEntry RemovePerson = new(
        "setup.person.remove", Sentence.CommandRemovePerson, Sentence.CommandRemovePersonDescription, Sentence.CommandRemovePersonExample,
        ["person entfernen", "person ausgetreten", "remove person"]);

    public static readonly CommandEntry BindAccount = new(
        "setup.account.bind", Sentence.CommandBindAccount, Sentence.CommandBindAccountDescription, Sentence.CommandBindAccountExample,
        ["konto von", "konto verbinden", "account of", "bind account"]);

    public static readonly CommandEntry GiveSeat = new(
        "setup.seat.give", Sentence.CommandGiveSeat, Sentence.CommandGiveSeatDescription, Sentence.CommandGiveSeatExample,
        ["sitz geben", "sitz vergeben", "give a seat", "give seat", "seat in"]);

    public static readonly CommandEntry TakeSeat = new(
        "setup.seat.take", Sentence.CommandTakeSeat, Sentence.CommandTakeSeatDescription, Sentence.CommandTakeSeatExample,
        ["sitz zurueck", "sitz zuruecknehmen", "take back a seat", "take back seat"]);

    public static readonly CommandEntry GiveCoordination = new(
        "setup.coordination.give", Sentence.CommandGiveCoordination, Sentence.CommandGiveCoordinationDescription, Sentence.CommandGiveCoordinationExample,
        ["koordination", "koordination geben", "coordination", "make coordinator"]);

    public static readonly CommandEntry TakeCoordination = new(
        "setup.coordination.take", Sentence.CommandTakeCoordination, Sentence.CommandTakeCoordinationDescription, Sentence.CommandTakeCoordinationExample,
        ["koordination abgeben", "koordination beenden", "koordination zurueck", "end coordination"]);

    public static readonly CommandEntry ImportList = new(
        "list.import", Sentence.CommandImportList, Sentence.CommandImportListDescription, Sentence.CommandImportListExample,
        ["liste einlesen", "liste importieren", "import list", "read list", "list import"]);

    public static readonly CommandEntry ExportList = new(
        "list.export", Sentence.CommandExportList, Sentence.CommandExportListDescription, Sentence.CommandExportListExample,
        ["liste ausgeben", "liste exportieren", "export list", "list export"]);

    public static readonly CommandEntry Help = new(
        "help", Sentence.CommandHelp, Sentence.CommandHelpDescription, Sentence.CommandHelpExample,
        ["hilfe", "help", "?", "befehle", "was kannst du", "commands"]);

    /// <summary>All commands in the order help lists them.</summary>
    public static IReadOnlyList<CommandEntry> All => all ??= [.. CommandGroup.All.SelectMany(group => group.Entries)];

    /// <summary>What Teams offers to choose from in a 1:1 chat, at most ten. A chosen command is sent at once, as if typed: so there is no vote among
    /// them, and nothing that needs a reason first.</summary>
    public static IReadOnlyList<CommandEntry> PersonalMenu { get; } =
    [
        NextMeeting, ShowAgenda, ProposeItem, CallMeeting, Apply, Ballots, Resolutions, Members, Committees, Help,
    ];

    /// <summary>The same for group chats and channels: without what is answered in private only.</summary>
    public static IReadOnlyList<CommandEntry> ConversationMenu { get; } =
    [
        NextMeeting, ShowAgenda, ProposeItem, CallMeeting, Ballots, Resolutions, Committees, Help,
    ];
}
