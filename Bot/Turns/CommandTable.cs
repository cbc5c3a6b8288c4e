using System.Collections.Generic;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>The one table of commands. Help, the manifest's command lists and the router follow from it; a test holds the three together.</summary>
internal static class CommandTable
{
    public static readonly CommandEntry NextMeeting = new(
        "meeting.next", Sentence.CommandNextMeeting, Sentence.CommandNextMeetingDescription, Sentence.CommandNextMeetingExample,
        ["wann ist", "wann tagt", "wann trifft", "naechste sitzung", "naechster termin", "termine", "sitzungen", "when is", "next meeting", "meetings"]);

    public static readonly CommandEntry CallMeeting = new(
        "meeting.call", Sentence.CommandCallMeeting, Sentence.CommandCallMeetingDescription, Sentence.CommandCallMeetingExample,
        ["sitzung planen", "planen", "sondersitzung", "einladen", "plan meeting", "schedule", "urgent meeting", "invite"]);

    public static readonly CommandEntry CancelMeeting = new(
        "meeting.cancel", Sentence.CommandCancelMeeting, Sentence.CommandCancelMeetingDescription, Sentence.CommandCancelMeetingExample,
        ["absagen", "sitzung absagen", "cancel meeting", "cancel"]);

    public static readonly CommandEntry ProposeItem = new(
        "agenda.propose", Sentence.CommandProposeItem, Sentence.CommandProposeItemDescription, Sentence.CommandProposeItemExample,
        ["top", "top vorschlagen", "tagesordnungspunkt", "item", "agenda item"]);

    public static readonly CommandEntry ShowAgenda = new(
        "agenda.show", Sentence.CommandShowAgenda, Sentence.CommandShowAgendaDescription, Sentence.CommandShowAgendaExample,
        ["tagesordnung", "to", "tops", "agenda"]);

    public static readonly CommandEntry Apply = new(
        "admission.apply", Sentence.CommandApply, Sentence.CommandApplyDescription, Sentence.CommandApplyExample,
        ["aufnahme", "aufnahme beantragen", "aufnahmeantrag", "mitglied werden", "apply", "apply for admission", "admission"]);

    public static readonly CommandEntry Vote = new(
        "ballot.vote", Sentence.CommandVote, Sentence.CommandVoteDescription, Sentence.CommandVoteExample,
        ["ja", "nein", "enthaltung", "enthalte mich", "ich enthalte mich", "ich stimme mit", "yes", "no", "abstain", "i vote"]);

    public static readonly CommandEntry Paper = new(
        "ballot.paper", Sentence.CommandPaper, Sentence.CommandPaperDescription, Sentence.CommandPaperExample,
        ["stimme", "stimmzettel", "meine stimme", "vote", "my vote"]);

    public static readonly CommandEntry Ballots = new(
        "ballot.list", Sentence.CommandBallots, Sentence.CommandBallotsDescription, Sentence.CommandBallotsExample,
        ["abstimmungen", "offene abstimmungen", "abstimmen", "ballots", "open ballots", "votes"]);

    public static readonly CommandEntry CloseBallot = new(
        "ballot.close", Sentence.CommandCloseBallot, Sentence.CommandCloseBallotDescription, Sentence.CommandCloseBallotExample,
        ["abstimmung beenden", "abstimmung schliessen", "beenden", "close ballot", "end ballot"]);

    public static readonly CommandEntry Election = new(
        "election.show", Sentence.CommandElection, Sentence.CommandElectionDescription, Sentence.CommandElectionExample,
        ["wahl", "wahlen", "nachwahl", "election", "elections", "by-election"]);

    public static readonly CommandEntry Nominate = new(
        "election.nominate", Sentence.CommandNominate, Sentence.CommandNominateDescription, Sentence.CommandNominateExample,
        ["vorschlag", "vorschlagen", "ich kandidiere", "kandidiere", "nominate", "nomination", "i stand", "i am standing"]);

    public static readonly CommandEntry Candidacy = new(
        "election.candidacy", Sentence.CommandCandidacy, Sentence.CommandCandidacyDescription, Sentence.CommandCandidacyExample,
        ["kandidatur", "kandidatur zurueckziehen", "candidacy", "withdraw candidacy"]);

    public static readonly CommandEntry HoldElection = new(
        "election.hold", Sentence.CommandHoldElection, Sentence.CommandHoldElectionDescription, Sentence.CommandHoldElectionExample,
        ["wahl eroeffnen", "wahl starten", "stichwahl", "wahl beenden", "los ziehen", "los bezeugen", "wahl absagen", "start election", "open election", "run-off", "end election", "draw lot", "witness lot", "cancel election"]);

    public static readonly CommandEntry AcceptElection = new(
        "election.accept", Sentence.CommandAcceptElection, Sentence.CommandAcceptElectionDescription, Sentence.CommandAcceptElectionExample,
        ["wahl annehmen", "wahl ablehnen", "accept election", "decline election"]);

    public static readonly CommandEntry LeaveBody = new(
        "election.leave", Sentence.CommandLeaveBody, Sentence.CommandLeaveBodyDescription, Sentence.CommandLeaveBodyExample,
        ["ausgeschieden", "scheidet aus", "left office", "left"]);

    public static readonly CommandEntry Resolutions = new(
        "resolution.list", Sentence.CommandResolutions, Sentence.CommandResolutionsDescription, Sentence.CommandResolutionsExample,
        ["beschluesse", "beschluss", "resolutions", "resolution", "decisions"]);

    public static readonly CommandEntry Members = new(
        "member.list", Sentence.CommandMembers, Sentence.CommandMembersDescription, Sentence.CommandMembersExample,
        ["mitglieder", "mitgliedsorganisationen", "members"]);

    public static readonly CommandEntry Committees = new(
        "committee.list", Sentence.CommandCommittees, Sentence.CommandCommitteesDescription, Sentence.CommandCommitteesExample,
        ["gremien", "gremium", "committees"]);

    public static readonly CommandEntry Help = new(
        "help", Sentence.CommandHelp, Sentence.CommandHelpDescription, Sentence.CommandHelpExample,
        ["hilfe", "help", "?", "befehle", "was kannst du", "commands"]);

    /// <summary>All commands in the order help lists them.</summary>
    public static IReadOnlyList<CommandEntry> All { get; } =
    [
        NextMeeting, ShowAgenda, ProposeItem, CallMeeting, CancelMeeting, Apply, Ballots, Vote, Paper, CloseBallot, Election, Nominate, Candidacy, HoldElection, AcceptElection, LeaveBody, Resolutions, Members, Committees, Help,
    ];

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
