namespace Bot.Domain;

/// <summary>Every reason for which a rule says no. Each has a sentence in both languages; a test holds them together.</summary>
public enum RefusalCode
{
    /// <summary>No meeting of the sender's committees is on now. No details.</summary>
    NoMeetingNow,

    /// <summary>Only whoever leads the meeting may do this, or a coordinator. No details.</summary>
    OnlyMeetingLead,

    /// <summary>The meeting was not opened yet. No details.</summary>
    SessionNotOpen,

    /// <summary>The meeting cannot be opened so early. Details: from when on (<c>Instant</c>).</summary>
    SessionTooEarly,

    /// <summary>The meeting is closed. Details: since when (<c>Instant</c>).</summary>
    SessionClosed,

    /// <summary>The agenda has no item of that number. Details: the number (<c>int</c>).</summary>
    SessionItemUnknown,

    /// <summary>Several meetings go on that may be meant. Details: the names of their committees.</summary>
    SessionAmbiguous,

    /// <summary>No open item is left on the agenda. No details.</summary>
    NoOpenItem,

    /// <summary>The meeting is at no item. No details.</summary>
    NoCurrentItem,

    /// <summary>There is nothing to be noted. No details.</summary>
    NoteMissing,

    /// <summary>There is nothing that could be undone, or something followed from it. No details.</summary>
    NothingToUndo,

    /// <summary>By the rules it is voted in secret, not by show of hands. No details.</summary>
    HandsAgainstRules,

    /// <summary>More hands were counted than may vote. Details: hands, entitled (<c>int</c>).</summary>
    HandsExceedEntitled,

    /// <summary>More hands were counted than are noted as present. Details: hands, present (<c>int</c>).</summary>
    HandsExceedPresent,

    /// <summary>The item is confidential, and whoever is to do the task is not of the committee. Details: their name.</summary>
    ConfidentialAssignee,

    /// <summary>There is no task of that number for the sender. Details: the number (<c>int</c>).</summary>
    TaskUnknown,

    /// <summary>The task is somebody else's. Details: the number (<c>int</c>).</summary>
    TaskOfOthers,

    /// <summary>A ballot in a meeting takes 1 minute to the limit. Details: the limit.</summary>
    BallotMinutesOutOfRange,

    /// <summary>A motion needs a question or a name. No details.</summary>
    QuestionMissing,

    /// <summary>Somebody else changed the same thing several times in a row; nothing was stored.</summary>
    ChangedMeanwhile,

    /// <summary>The ballot has ended. Details: the moment it ended (<c>Instant</c>).</summary>
    VotingClosed,

    /// <summary>The ballot has not begun. Details: the moment it opens (<c>Instant</c>).</summary>
    VotingNotOpenYet,

    /// <summary>The ballot still runs, so nothing of it can be frozen. Details: the moment it ends (<c>Instant</c>).</summary>
    VotingStillOpen,

    /// <summary>The sender is not one of those who may cast this vote. No details.</summary>
    NotEntitledToVote,

    /// <summary>The voter has no vote in this one ballot. Details: the reason (<c>Bot.Domain.Voting.Exclusion</c>).</summary>
    ExcludedFromVote,

    /// <summary>What was chosen is no valid paper of this ballot: too many names, or something that cannot be chosen. No details.</summary>
    PaperInvalid,

    /// <summary>Nothing was chosen, and nothing said of an abstention either. No details.</summary>
    PaperEmpty,

    /// <summary>More was chosen than may be. Details: how many were chosen, how many may be (<c>int</c>, <c>int</c>).</summary>
    PaperTooMany,

    /// <summary>An option was named twice. Details: its name (<c>string</c>).</summary>
    PaperNamedTwice,

    /// <summary>Two options have the same rank. Details: the rank (<c>int</c>).</summary>
    PaperRankTwice,

    /// <summary>A rank was left out. Details: the rank (<c>int</c>).</summary>
    PaperRankMissing,

    /// <summary>An option has no mark. Details: its name (<c>string</c>).</summary>
    PaperMarkMissing,

    /// <summary>What was typed is none of the options. Details: what was typed (<c>string</c>).</summary>
    PaperOptionUnknown,

    /// <summary>What was typed fits several options. Details: what was typed, the options with their numbers (<c>string</c>, <c>string</c>).</summary>
    PaperOptionAmbiguous,

    /// <summary>The voter has voted in this secret ballot; nobody can find the paper again to change it. No details.</summary>
    AlreadyVotedInSecret,

    /// <summary>The rules do not leave it to those entitled whether this ballot is secret. No details.</summary>
    SecrecyNotOnRequest,

    /// <summary>A secret vote can only be asked for before the ballot opens. Details: the moment it opened (<c>Instant</c>).</summary>
    SecrecyAskedTooLate,

    /// <summary>The rules of this ballot do not let a vote be changed. No details.</summary>
    VoteIsFinal,

    /// <summary>The ballot was declared void. Details: when, why (<c>Instant</c>, <c>string</c>).</summary>
    BallotVoid,

    /// <summary>The ballot was counted and what follows from its result is recorded; so it is not declared void any more. No details.</summary>
    ResultStands,

    /// <summary>The ballot has decided, so it is not taken again. No details.</summary>
    NothingToRepeat,

    /// <summary>What the ballot was about has gone on meanwhile, so it is not taken again. No details.</summary>
    RepeatTooLate,

    /// <summary>Only a coordinator or the chair may do this. Details: the chair's name (<c>string</c>).</summary>
    OnlyChair,

    /// <summary>Only the chair decides this. Details: the chair's name (<c>string</c>).</summary>
    OnlyTheChair,

    /// <summary>A reason must be given. No details.</summary>
    ReasonMissing,

    /// <summary>There is no tie in this ballot that waits for a decision. No details.</summary>
    NoTieToDecide,

    /// <summary>The network knows no such person, who could be a witness. No details.</summary>
    WitnessUnknown,

    /// <summary>Whoever has the lot drawn cannot be its witness. No details.</summary>
    WitnessIsDrawer,

    /// <summary>Only the named witness can confirm having been present. No details.</summary>
    NotTheWitness,

    /// <summary>A rule for a meeting rhythm could not be read. Details: the part not understood, as it was written (<c>string</c>).</summary>
    RhythmNotUnderstood,

    /// <summary>A meeting rhythm names no day that exists, such as every 30 February. No details.</summary>
    RhythmNeverFalls,

    /// <summary>Only a coordinator may do this. No details.</summary>
    OnlyCoordinator,

    /// <summary>Only somebody the network knows may do this. No details.</summary>
    OnlyKnown,

    /// <summary>No such committee. No details.</summary>
    CommitteeUnknown,

    /// <summary>The clock skips this time on that day. Details: day, time (<c>LocalDate</c>, <c>LocalTime</c>).</summary>
    NoSuchHour,

    /// <summary>The meeting would begin, or has begun, in the past. Details: day, time.</summary>
    MeetingInPast,

    /// <summary>An ordinary invitation would be too late. Details: notice period in days, the last day (<c>int</c>, <c>LocalDate</c>).</summary>
    NoticeTooShort,

    /// <summary>A text is longer than allowed. Details: the limit in UTF-16 units.</summary>
    TextTooLong,

    /// <summary>The committee meets on that day already. Details: its name, day and time of the standing meeting.</summary>
    DayTaken,

    /// <summary>No such meeting. No details.</summary>
    MeetingNotFound,

    /// <summary>The meeting will not take place. Details: its day.</summary>
    MeetingCancelled,

    /// <summary>Only members of the committee may do this. Details: its name.</summary>
    NotMemberOfCommittee,

    /// <summary>The meeting is over, so its agenda takes no items and no changes. Details: its day.</summary>
    AgendaOver,

    /// <summary>There is no such agenda item, or it was taken off. No details.</summary>
    ItemUnknown,

    /// <summary>Only whoever leads the meeting may do this, or, as far as it is theirs, whoever proposed the item. No details.</summary>
    ItemNotYours,

    /// <summary>The agenda item is dealt with or was passed on. No details.</summary>
    ItemSettled,

    /// <summary>Another item has that title already. Details: its place on the agenda.</summary>
    ItemStandsAlready,

    /// <summary>An urgent meeting first confirms its urgency; that item stays where it is. No details.</summary>
    UrgencyStaysFirst,

    /// <summary>Only an urgent motion is taken up or not. No details.</summary>
    NoUrgentMotion,

    /// <summary>A confidential item is not passed on to another committee. No details.</summary>
    ConfidentialStays,

    /// <summary>What another committee passed on keeps its title. No details.</summary>
    ReferredTitleStays,

    /// <summary>What stands on every agenda, or came back as an answer, is not passed on. No details.</summary>
    ItemNotReferable,

    /// <summary>The agenda takes no more items. Details: the limit.</summary>
    AgendaFull,

    /// <summary>An agenda item needs a title. No details.</summary>
    TitleMissing,

    /// <summary>An item takes 1 minute to the limit. Details: the limit in minutes.</summary>
    MinutesOutOfRange,

    /// <summary>An application needs a name. No details.</summary>
    ApplicantMissing,

    /// <summary>The applicant is a member. Details: its name, the first day of membership.</summary>
    AlreadyMember,

    /// <summary>Only the representative of the organization, or a coordinator, may say that it leaves. Details: its name.</summary>
    OnlyRepresentative,

    /// <summary>The organization has declared already that it leaves. Details: its name, the last day.</summary>
    ResignedAlready,

    /// <summary>The organization has not declared that it leaves. Details: its name.</summary>
    ResignedNot,

    /// <summary>A membership cannot end on a day that is over. No details.</summary>
    LastDayPast,

    /// <summary>The day lies too far ahead. Details: the last one possible.</summary>
    DayTooFar,

    /// <summary>It is not said how the declaration was received. No details.</summary>
    ReceivedMissing,

    /// <summary>The membership is suspended already, or will be. Details: the organization.</summary>
    SuspendedAlready,

    /// <summary>The membership is not suspended. Details: the organization.</summary>
    SuspendedNot,

    /// <summary>A suspension cannot begin on a day that is over. No details.</summary>
    SuspensionPast,

    /// <summary>A suspension would end before it begins. No details.</summary>
    SuspensionBackwards,

    /// <summary>The advisory board was asked already, or the case is over. No details.</summary>
    DeclineTooLate,

    /// <summary>The application was decided on, or ended otherwise. No details.</summary>
    WithdrawalTooLate,

    /// <summary>The plenary has admitted the applicant, which becomes a member on a day to come. Details: that day.</summary>
    WithdrawalAfterAdmission,

    /// <summary>The organization is admitted and becomes a member on a day to come. Details: the organization, that day.</summary>
    AdmittedAlready,

    /// <summary>An admission cannot take effect on a day that is over. No details.</summary>
    AdmissionDayPast,

    /// <summary>The plenary votes on the admission already, or the case is over. No details.</summary>
    AdmissionDayTooLate,

    /// <summary>The applicant is asked to introduce itself already, in a meeting to come. Details: the applicant.</summary>
    IntroductionThere,

    /// <summary>The case is over, so that nobody introduces itself for it. No details.</summary>
    IntroductionTooLate,

    /// <summary>No such admission case. No details.</summary>
    AdmissionNotFound,

    /// <summary>The advisory board has not finished with the case: its ballot runs, is being counted, taken again, or waits for a tie to be decided. No details.</summary>
    BoardStillDecides,

    /// <summary>The plenary is voting on the case already, or has. No details.</summary>
    AdmissionWentOn,

    /// <summary>A poll has too few options, or too many. Details: the fewest, the most.</summary>
    OptionsOutOfRange,

    /// <summary>An option stands there twice. Details: the option (user text).</summary>
    OptionTwice,

    /// <summary>An option of a poll on dates is no date. Details: what was written (user text).</summary>
    NoDate,

    /// <summary>A date of a poll lies before the poll closes. Details: the date (<c>LocalDateTime</c>).</summary>
    DateBeforeClosing,

    /// <summary>A ballot or poll would close in the past. Details: the moment (<c>Instant</c>).</summary>
    ClosesInPast,

    /// <summary>A ballot or poll would run too long. Details: the limit in days.</summary>
    ClosesTooLate,

    /// <summary>The committee has nobody who could vote. Details: its name.</summary>
    NobodyEntitled,

    /// <summary>No such ballot. No details.</summary>
    BallotNotFound,

    /// <summary>A poll runs in the meeting already. No details.</summary>
    PollRuns,

    /// <summary>Minutes are made when a meeting is over. Details: its day.</summary>
    MeetingNotOver,

    /// <summary>There are no such minutes. No details.</summary>
    MinutesNotFound,

    /// <summary>The minutes are with the chair still. No details.</summary>
    MinutesNotCirculated,

    /// <summary>The minutes are approved. Details: the day of the meeting that approved them.</summary>
    MinutesApproved,

    /// <summary>The minutes have another version by now. Details: its number.</summary>
    MinutesChanged,

    /// <summary>The minutes were drafted anew too often. Details: the limit.</summary>
    MinutesTooOften,

    /// <summary>Only who attended a meeting proposes corrections of its minutes. No details.</summary>
    NotAttended,

    /// <summary>A correction needs words. No details.</summary>
    CorrectionMissing,

    /// <summary>No such correction. No details.</summary>
    CorrectionNotFound,

    /// <summary>The correction was decided otherwise. No details.</summary>
    CorrectionDecided,

    /// <summary>The minutes take no more corrections. Details: the limit.</summary>
    CorrectionsFull,

    /// <summary>Corrections wait for a decision. Details: how many.</summary>
    CorrectionsUndecided,

    /// <summary>The minutes hold no such agenda item. Details: the number people call it by.</summary>
    ItemNotInMinutes,

    /// <summary>The item has no such note or task. Details: which was meant.</summary>
    LineNotInMinutes,

    /// <summary>Minutes are approved in a later meeting of the same committee that has begun. No details.</summary>
    ApprovalInOtherMeeting,

    /// <summary>The ballot cannot have approved the minutes. No details.</summary>
    ApprovalBallotUnfit,

    /// <summary>Rules of procedure would begin in the past. Details: the earliest day.</summary>
    RulesDayPast,

    /// <summary>Rules of procedure would begin too far ahead. Details: the last day.</summary>
    RulesDayTooFar,

    /// <summary>The rules of procedure say that already. Details: the day from which on it was asked.</summary>
    RulesUnchanged,

    /// <summary>Too many versions of the rules of procedure are to come. Details: the limit.</summary>
    TooManyRulesToCome,

    /// <summary>The voter has voted in this ballot, so it is too late to be left out of it. No details.</summary>
    ConflictAfterVote,

    /// <summary>Only the plenary decides on this kind of motion. No details.</summary>
    OnlyAssemblyDecides,

    /// <summary>No such member organization. No details.</summary>
    OrganizationUnknown,

    /// <summary>No such expulsion case, or none of the sender's. No details.</summary>
    ExpulsionNotFound,

    /// <summary>The expulsion case has gone on. No details.</summary>
    ExpulsionWentOn,

    /// <summary>The organization has not been heard, and the deadline for its statement is not over. Details: its name, the last day of it (<c>LocalDate</c>).</summary>
    ExpulsionNotHeard,

    /// <summary>Whoever acts for an organization does not propose its expulsion: they can declare that it leaves. Details: its name.</summary>
    ExpulsionOfOwn,

    /// <summary>Only those who act for a member and coordinators propose an expulsion. No details.</summary>
    OnlyMembersPropose,

    /// <summary>An organization has not fewer and not more days for its statement. Details: the fewest and the most (<c>int</c>).</summary>
    HearingDaysWrong,

    /// <summary>An organization is heard after the motion and not in the future. Details: the day of the motion (<c>LocalDate</c>).</summary>
    HearingDayWrong,

    /// <summary>The case was passed on, so that the hearing stands as it is. Details: the organization's name.</summary>
    HearingTooLate,

    /// <summary>The organization has made its statement itself. Details: its name.</summary>
    HeardByThemselves,

    /// <summary>A statement has no words. No details.</summary>
    StatementMissing,

    /// <summary>A committee of that name exists. Details: its name.</summary>
    CommitteeExists,

    /// <summary>The ballot must open later, so that those entitled can ask for secrecy before. Details: the first moment possible (<c>Instant</c>).</summary>
    OpeningTooSoon,

    /// <summary>The ballot would end in the past. Details: day, time (<c>LocalDate</c>, <c>LocalTime</c>).</summary>
    DeadlinePassed,

    /// <summary>The ballot would end before it opens. Details: the moment it opens (<c>Instant</c>).</summary>
    DeadlineBeforeOpening,

    /// <summary>The ballot would be open for too long. Details: the limit in days, the last day (<c>int</c>, <c>LocalDate</c>).</summary>
    DeadlineTooFar,

    /// <summary>No such election. No details.</summary>
    ElectionNotFound,

    /// <summary>An election for that committee runs already. Details: the committee's name.</summary>
    ElectionRuns,

    /// <summary>There is no plenary that could elect. No details.</summary>
    NobodyElects,

    /// <summary>An election fills 1 seat to the limit. Details: the limit (<c>int</c>).</summary>
    SeatsOutOfRange,

    /// <summary>The deadline for names must lie ahead, and before the end of voting. No details.</summary>
    ElectionDatesWrong,

    /// <summary>The election is not at the point where this can be done. No details.</summary>
    ElectionNotThatFar,

    /// <summary>No names are taken any more. Details: since when (<c>Instant</c>).</summary>
    NominationsClosed,

    /// <summary>There are as many names as fit on a paper. Details: the limit (<c>int</c>).</summary>
    NominationsFull,

    /// <summary>The rules do not allow this way of electing. No details.</summary>
    MethodNotAllowed,

    /// <summary>A term cannot begin on that day. Details: the day, the first one possible, the last one (<c>LocalDate</c>).</summary>
    TermDayImpossible,

    /// <summary>The present term still goes on then. Details: its last day, the day after (<c>LocalDate</c>).</summary>
    TermOverlaps,

    /// <summary>In a list vote names stand on lists, in others by themselves. No details.</summary>
    NamesOrLists,

    /// <summary>A list needs a name and at least one person, nobody twice. Details: the longest name in characters (<c>int</c>).</summary>
    ListIncomplete,

    /// <summary>Somebody else has submitted a list of that name. Details: the name.</summary>
    ListNameTaken,

    /// <summary>Somebody stands on another list, or is asked whether they do. Details: who, the list's name.</summary>
    OnOtherList,

    /// <summary>Somebody has said that they do not stand. Details: their name.</summary>
    DoesNotStand,

    /// <summary>The sender was not proposed. No details.</summary>
    NotNominated,

    /// <summary>A lot needs a second person who was not asked for it and is not drawn. No details.</summary>
    LotNeedsWitness,

    /// <summary>The person holds no seat by an election and was not asked to. No details.</summary>
    NotElected,

    /// <summary>Something is missing before an election can be called. No details.</summary>
    ElectionIncomplete,

    /// <summary>Somebody has no seat in a committee. Details: their name, the committee's.</summary>
    HasNoSeat,

    /// <summary>The time to accept is over, or the answer was given. Details: until when (<c>Instant</c>).</summary>
    AcceptanceOver,

    /// <summary>The network knows nobody of that name. Details: the name as written.</summary>
    PersonUnknown,

    /// <summary>Several people fit. Details: the name as written, those who fit.</summary>
    PersonAmbiguous,

    /// <summary>The meeting has begun, so it cannot be moved any more. Details: its day and hour (<c>LocalDate</c>, <c>LocalTime</c>).</summary>
    MeetingHasBegun,

    /// <summary>The meeting was opened, so it cannot be cancelled any more. Details: its day (<c>LocalDate</c>).</summary>
    MeetingIsOpened,

    /// <summary>The meeting has begun, so no answers to its invitation are taken any more. Details: its day and hour.</summary>
    ReplyTooLate,

    /// <summary>A substitute needs a name, and another one than one's own. No details.</summary>
    SubstituteMissing,

    /// <summary>The committee's rules know no follow-up meeting. No details.</summary>
    FollowUpNotAllowed,

    /// <summary>The committee's rules ask for no quorum, so no meeting lacks one. No details.</summary>
    FollowUpWithoutQuorumRule,

    /// <summary>The meeting has not begun, or was cancelled, so nobody knows whether it has a quorum. Details: its day and hour.</summary>
    FollowUpTooEarly,

    /// <summary>The lot has decided that question in the meeting: it is neither undone nor drawn again, and voted on again only with a reason. No details.</summary>
    LotStands,

    /// <summary>The meeting had its quorum. Details: its day (<c>LocalDate</c>).</summary>
    FollowUpQuorumHeld,

    /// <summary>That the meeting had no quorum does not follow from its attendance list, so only coordinators may call its follow-up. Details: its day (<c>LocalDate</c>).</summary>
    FollowUpUnnoted,

    /// <summary>The follow-up of the meeting was called already. Details: the day of each (<c>LocalDate</c>).</summary>
    FollowUpStands,

    /// <summary>The meeting was too long ago for whoever led it to call its follow-up. Details: its day (<c>LocalDate</c>), the most days.</summary>
    FollowUpTooLate,

    /// <summary>A poll in a meeting would go on after the meeting has ended by itself. Details: when that is (<c>Instant</c>).</summary>
    PollAfterMeeting,

    /// <summary>An opening cannot be taken back any more: something was noted since. No details.</summary>
    OpeningWithEntries,

    /// <summary>An opening cannot be taken back any more: something was put to the vote in the meeting. Details: how many ballots (<c>int</c>).</summary>
    OpeningWithBallots,

    /// <summary>An opening cannot be taken back any more: somebody has come or gone since. No details.</summary>
    OpeningWithAttendance,

    /// <summary>Nobody's turn it is to lead there. No details.</summary>
    RotaMissing,

    /// <summary>Neither a person of the committee nor a member organization with somebody in it is called that. Details: the name as written.</summary>
    RotaHostUnknown,

    /// <summary>A name stands twice in an order. Details: the name as written.</summary>
    RotaTwice,

    /// <summary>An order needs at least two, and has a limit. Details: the limit (<c>int</c>).</summary>
    RotaTooFew,

    /// <summary>The sender takes no turns there. No details.</summary>
    NotInRota,

    /// <summary>It is not the sender's turn, and the sender is no coordinator. No details.</summary>
    NotYourTurn,

    /// <summary>With whom a turn is to be swapped takes none there, or is the sender. No details.</summary>
    RotaOtherUnknown,

    /// <summary>Meanwhile it is somebody else's turn. No details.</summary>
    RotaMovedOn,

    /// <summary>There is no such wish to swap, it is too old, or it was made to somebody else. No details.</summary>
    SwapUnknown,

    /// <summary>A resolution cannot be due on a day that is over. Details: the day (<c>LocalDate</c>).</summary>
    ResolutionDueOver,

    /// <summary>Whoever is to be responsible does not belong to the committee that decided, so they may not read what was decided. Details: the name.</summary>
    ResolutionOwnerOutside,

    /// <summary>Neither a person nor a member organization is called that. Details: the name as written.</summary>
    ResolutionOwnerUnknown,

    /// <summary>Several are called that. Details: their names in one line.</summary>
    ResolutionOwnerUnclear,

    /// <summary>Only who is responsible, who leads the committee's meetings, or a coordinator says how far a resolution is. Details: its number.</summary>
    ResolutionOfOthers,

    /// <summary>Only who leads the committee's meetings, or a coordinator, says who is responsible for a resolution and until when. No details.</summary>
    ResolutionNotLed,

    /// <summary>There is no such resolution for the sender. Details: its number as written.</summary>
    ResolutionUnknown,

    /// <summary>A correction needs a wording, and another one than what it corrects. No details.</summary>
    ResolutionCorrectionSame,

    /// <summary>There is no such working group that can be ended by the plenary. No details.</summary>
    NoWorkingGroup,

    /// <summary>Somebody who is to be in a working group is not known to the network. No details.</summary>
    PersonNotKnown,

    /// <summary>More people are named than a motion takes. Details: the most.</summary>
    TooManyPeople,

    /// <summary>The time between two reports is out of range. Details: the longest, in months.</summary>
    RemitMonthsOutOfRange,

    /// <summary>A term or report cannot end or be due on a day that is over. Details: the day (<c>LocalDate</c>).</summary>
    RemitDayOver,

    /// <summary>A term or report cannot lie that far ahead. Details: the day (<c>LocalDate</c>).</summary>
    RemitDayFar,

    /// <summary>A report is not given on a day ahead, nor before the group was there. Details: the day (<c>LocalDate</c>).</summary>
    ReportDayWrong,

    /// <summary>Only who speaks for the working group, or a coordinator, does this. Details: its name.</summary>
    GroupNotLed,

    /// <summary>A term ends before it begins. No details.</summary>
    TermBackwards,

    /// <summary>The end of a term, or of a seat, lies outside what is possible. Details: the first and the last day possible (<c>LocalDate</c>).</summary>
    TermEndImpossible,

    /// <summary>Whoever has a seat already would lose it until a day ahead. Details: that day (<c>LocalDate</c>).</summary>
    SeatHeldAlready,

    /// <summary>The working group ends by a resolution, so that nothing new begins in it. Details: its name, the resolution's number.</summary>
    GroupEnding,

    /// <summary>A prospect has no name. No details.</summary>
    ProspectNameMissing,

    /// <summary>The network notes no more prospects. Details: how many at most (<c>int</c>).</summary>
    ProspectsFull,

    /// <summary>There is no such prospect, or not any more. No details.</summary>
    ProspectNotFound,

    /// <summary>The day of a contact lies ahead, or too far back. No details.</summary>
    ProspectContactDayWrong,

    /// <summary>The day to ask a prospect again is not ahead, or too far. No details.</summary>
    FollowUpDayWrong,
}
