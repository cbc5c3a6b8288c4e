namespace Bot.Domain.Rights;

/// <summary>Everything people can do or read, as far as who may differs.</summary>
public enum Right
{
    /// <summary>Ask what the bot can do.</summary>
    AskForHelp,

    /// <summary>Ask when the plenary meets.</summary>
    KnowPlenaryDates,

    /// <summary>Read which school holidays were entered.</summary>
    ReadSchoolHolidays,

    /// <summary>Apply for the admission of an organization.</summary>
    ApplyForAdmission,

    /// <summary>Say that one belongs, with an account the network does not know.</summary>
    AskToBeKnown,

    /// <summary>See which committees there are.</summary>
    ListCommittees,

    /// <summary>Know that a confidential committee exists: be shown it, name it, be answered about it.</summary>
    KnowConfidentialCommittee,

    /// <summary>Say where one's own mail goes.</summary>
    KeepOwnMail,

    /// <summary>Read everything that is kept about oneself.</summary>
    ReadOwnData,

    /// <summary>Have deleted what is kept about oneself, and leave with it.</summary>
    DeleteOwnData,

    /// <summary>Say how one can be reached, and who may be told; read who asked.</summary>
    KeepOwnContact,

    /// <summary>Ask how one person can be reached.</summary>
    LookUpContact,

    /// <summary>Be told every field of a contact that its person gave to anybody at all.</summary>
    BeToldContacts,

    /// <summary>Read who did what when.</summary>
    ReadAudit,

    /// <summary>Read and say how long what is kept, and how many look-ups a day are allowed.</summary>
    SetRetention,

    /// <summary>Lock one's own profile.</summary>
    LockOwnProfile,

    /// <summary>Unlock one's own profile.</summary>
    UnlockOwnProfile,

    /// <summary>Lock and unlock the profiles of others.</summary>
    LockProfileOfOthers,

    /// <summary>Read the name of somebody whose profile is locked.</summary>
    KnowLockedNames,

    /// <summary>Read, or turn off, one's own weekly overview.</summary>
    ReadOwnDigest,

    /// <summary>Read one's own tasks.</summary>
    ReadOwnTasks,

    /// <summary>Take one's own meetings into a calendar.</summary>
    KeepOwnCalendar,

    /// <summary>Read which organizations are members.</summary>
    ReadMembers,

    /// <summary>Read how many organizations of each part of society a committee has.</summary>
    ReadComposition,

    /// <summary>Read what working groups are there for, until when, and when they report.</summary>
    ReadRemit,

    /// <summary>Take part in a working group, ask to, or leave it.</summary>
    JoinGroup,

    /// <summary>Take people into a working group, and report for it.</summary>
    LeadGroup,

    /// <summary>Read the register of resolutions: the plenary's, and those of committees whose meetings one may read.</summary>
    ReadRegister,

    /// <summary>Read what becomes of resolutions, and say how far one's own are.</summary>
    FollowResolution,

    /// <summary>Say who is to carry a resolution out, and until when.</summary>
    AssignResolution,

    /// <summary>Put an entry of the register right by another one.</summary>
    CorrectResolution,

    /// <summary>Insert what is found into a message.</summary>
    InsertIntoMessage,

    /// <summary>Read a committee's meetings, agendas and numbers of replies.</summary>
    ReadMeetings,

    /// <summary>Read what is confidential to the committee.</summary>
    ReadConfidentialItems,

    /// <summary>Read who comes and who does not, by name.</summary>
    ReadReplyNames,

    /// <summary>Say whether one comes, or who comes instead.</summary>
    AnswerInvitation,

    /// <summary>Propose an item for an agenda.</summary>
    ProposeItem,

    /// <summary>Change or withdraw an item.</summary>
    ChangeItem,

    /// <summary>Order an agenda and change any item of it.</summary>
    ArrangeAgenda,

    /// <summary>Invite to a meeting, also by the plan of a year.</summary>
    CallMeeting,

    /// <summary>Invite to the meeting in place of one without quorum, where the rules allow it.</summary>
    CallFollowUp,

    /// <summary>Move a meeting.</summary>
    MoveMeeting,

    /// <summary>Cancel a meeting.</summary>
    CancelMeeting,

    /// <summary>Say who leads a meeting.</summary>
    HandOverChair,

    /// <summary>Open a meeting, step through it, note its decisions, close it, and have it vote.</summary>
    LeadMeeting,

    /// <summary>See how a meeting stands, and add notes and tasks to it.</summary>
    FollowMeeting,

    /// <summary>Take back something that was noted.</summary>
    UndoEntry,

    /// <summary>Say that one is there, or leaves.</summary>
    BePresent,

    /// <summary>Note who else is there.</summary>
    RecordAttendance,

    /// <summary>Read a committee's tasks.</summary>
    ReadTasks,

    /// <summary>Say that a task is done.</summary>
    FinishTask,

    /// <summary>Have a committee decide by a ballot.</summary>
    OpenMotion,

    /// <summary>Ask a committee in a poll.</summary>
    OpenPoll,

    /// <summary>Read how a ballot stands, and who may vote in it.</summary>
    ReadBallots,

    /// <summary>Vote, ask for secrecy, declare a conflict of interest.</summary>
    CastVote,

    /// <summary>End a ballot, and have a lot drawn.</summary>
    CloseBallot,

    /// <summary>Declare a ballot void.</summary>
    VoidBallot,

    /// <summary>Have a ballot taken again.</summary>
    RepeatBallot,

    /// <summary>Decide a tie the rules give to the chair.</summary>
    DecideTie,

    /// <summary>Witness the drawing of a lot in a ballot, when named for it.</summary>
    WitnessLot,

    /// <summary>Witness the drawing of a lot in an election.</summary>
    WitnessElectionLot,

    /// <summary>See an election and who stands.</summary>
    ReadElections,

    /// <summary>Call an election.</summary>
    CallElection,

    /// <summary>Open, end or cancel the voting of an election.</summary>
    HoldElection,

    /// <summary>Nominate somebody, stand oneself, or submit a list.</summary>
    Nominate,

    /// <summary>Answer a nomination or an election.</summary>
    AnswerElection,

    /// <summary>Record that somebody has left a committee.</summary>
    RecordLeaving,

    /// <summary>See who has which seat in a committee, how it came, and until when.</summary>
    ReadMandates,

    /// <summary>Give a seat up; of others record that they do.</summary>
    GiveUpSeat,

    /// <summary>Read minutes that were circulated.</summary>
    ReadMinutes,

    /// <summary>Ask for minutes to be corrected.</summary>
    CorrectMinutes,

    /// <summary>Draft, circulate and approve minutes, and decide on corrections.</summary>
    KeepMinutes,

    /// <summary>Read a committee's rules of procedure.</summary>
    ReadRules,

    /// <summary>Set a committee's rules of procedure.</summary>
    SetRules,

    /// <summary>Read who leads next.</summary>
    ReadRota,

    /// <summary>Set the order of leading.</summary>
    SetRota,

    /// <summary>Swap one's turn.</summary>
    SwapTurns,

    /// <summary>Pass over whoever would lead next.</summary>
    SkipTurn,

    /// <summary>Tick off what is to be prepared for a meeting.</summary>
    KeepChecklist,

    /// <summary>Set a network up that is not there yet, with the one-time code.</summary>
    FoundNetwork,

    /// <summary>Make and change committees, organizations and people.</summary>
    SetUpNetwork,

    /// <summary>Say which committee meets in a conversation, and name by a mention who represents, has a seat, coordinates, or has an account.</summary>
    SetUpInRooms,

    /// <summary>Read a list of organizations in.</summary>
    ImportList,

    /// <summary>Be given the list of organizations with their people.</summary>
    ExportList,

    /// <summary>Enter the school holidays.</summary>
    EnterSchoolHolidays,

    /// <summary>Enter where somebody else's mail goes.</summary>
    EnterMailOfOthers,

    /// <summary>See whom announcements have reached, and whom not.</summary>
    ReadDeliveries,

    /// <summary>Have those told again whom an announcement did not reach.</summary>
    RetryDeliveries,

    /// <summary>Say when the weekly overview is sent.</summary>
    ScheduleDigest,

    /// <summary>Pass an application, or a motion to expel a member, on to the advisory board.</summary>
    ConsultBoard,

    /// <summary>Have the plenary vote without a recommendation.</summary>
    WaiveRecommendation,

    /// <summary>Prepare an admission: say on which day it takes effect, and have the applicant introduce itself in a meeting.</summary>
    PrepareAdmission,

    /// <summary>Take an application back.</summary>
    WithdrawApplication,

    /// <summary>See a case about a membership: where it is, and who is to act.</summary>
    ReadMembershipCase,

    /// <summary>Declare that an organization leaves the network, or take that back.</summary>
    ResignMembership,

    /// <summary>Record that a membership is suspended, or that it is not any more.</summary>
    SuspendMembership,

    /// <summary>Propose to expel a member.</summary>
    ProposeExpulsion,

    /// <summary>Make a statement on the proposed expulsion of an organization.</summary>
    AnswerExpulsion,

    /// <summary>Record how an organization was heard before its expulsion is voted on.</summary>
    RecordHearing,

    /// <summary>Take a motion to expel a member back.</summary>
    WithdrawExpulsion,

    /// <summary>Read which organizations could become partners, and what is noted about them.</summary>
    ReadProspects,

    /// <summary>Note organizations that could become partners, what is spoken with them, and take them off the list.</summary>
    KeepProspects,
}
