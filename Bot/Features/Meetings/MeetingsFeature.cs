using Bot.Features.Meetings.AskNextMeeting;
using Bot.Features.Meetings.CallFollowUp;
using Bot.Features.Meetings.CallMeeting;
using Bot.Features.Meetings.CancelMeeting;
using Bot.Features.Meetings.EditAgenda;
using Bot.Features.Meetings.MoveMeeting;
using Bot.Features.Meetings.PassItems;
using Bot.Features.Meetings.PlanYear;
using Bot.Features.Meetings.ProposeItem;
using Bot.Features.Meetings.ProposeRhythm;
using Bot.Features.Meetings.RecordAttendance;
using Bot.Features.Meetings.RefreshMeeting;
using Bot.Features.Meetings.RemindMembers;
using Bot.Features.Meetings.Reply;
using Bot.Features.Meetings.SearchMeetings;
using Bot.Features.Meetings.ShowAgenda;
using Bot.Features.Meetings.ShowReplies;
using Bot.Features.Meetings.VoteNow;
using Bot.Platform.Scheduling;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Meetings;

/// <summary>Meetings and their agendas: ask, call, move, cancel, answer, remind, follow up, collect items, propose by rhythm.</summary>
internal static class MeetingsFeature
{
    /// <summary>Adds the feature.</summary>
    public static IServiceCollection AddMeetings(this IServiceCollection services) => services
        .AddSingleton<MeetingFinder>()
        .AddSingleton<MeetingPosts>()
        .AddSingleton<IPostedMeetings>(provider => provider.GetRequiredService<MeetingPosts>())
        .AddSingleton<CallMeetingHandler>()
        .AddSingleton<MeetingPreview>()
        .AddSingleton<ICommand, NextMeetingCommand>()
        .AddSingleton<ICommand, CallMeetingCommand>()
        .AddSingleton<ICommand, CancelMeetingCommand>()
        .AddSingleton<ICardAction, PreviewMeetingAction>()
        .AddSingleton<ICardAction, EditMeetingAction>()
        .AddSingleton<ICardAction, DismissMeetingAction>()
        .AddSingleton<ICardAction, CallMeetingAction>()
        .AddSingleton<ICardAction, CancelMeetingAction>()
        .AddSingleton<ICardAction, RefreshMeetingAction>()
        .AddSingleton<ICardAction, RefreshPreviewAction>()
        .AddSingleton<ISearch, MeetingSearch>()
        .AddSingleton<MeetingNews>()
        .AddSingleton<CancelledNews>()
        .AddSingleton<IDueHandler, MeetingDueHandler>()
        .AddAttendance()
        .AddAgendas()
        .AddReplies()
        .AddPlanning();

    /// <summary>Who is present, and votes in the meeting.</summary>
    private static IServiceCollection AddAttendance(this IServiceCollection services) => services
        .AddSingleton<CurrentMeetings>()
        .AddSingleton<AttendanceHandler>()
        .AddSingleton<AttendanceList>()
        .AddSingleton<VoteNowHandler>()
        .AddSingleton<ICommand, ArriveCommand>()
        .AddSingleton<ICommand, LeaveCommand>()
        .AddSingleton<ICommand, ListAttendanceCommand>()
        .AddSingleton<ICommand, HandOverChairCommand>()
        .AddSingleton<ICommand, VoteNowCommand>()
        .AddSingleton<ICardAction, ArriveAction>()
        .AddSingleton<ICardAction, LeaveAction>()
        .AddSingleton<ICardAction, ShowAttendanceAction>()
        .AddSingleton<ICardAction, SetAttendanceAction>()
        .AddSingleton<ICardAction, DismissVoteAction>()
        .AddSingleton<ICardAction, VoteNowAction>();

    /// <summary>The agenda: proposed, ordered, passed on.</summary>
    private static IServiceCollection AddAgendas(this IServiceCollection services) => services
        .AddSingleton<AgendaMeetings>()
        .AddSingleton<PassedItems>()
        .AddSingleton<ChangeItemHandler>()
        .AddSingleton<ItemChanging>()
        .AddSingleton<EditAgendaCommand>()
        .AddSingleton<ProposeItemHandler>()
        .AddSingleton<ICommand, ProposeItemCommand>()
        .AddSingleton<ICommand, ShowAgendaCommand>()
        .AddSingleton<ICommand, EditItemCommand>()
        .AddSingleton<ICommand>(services => services.GetRequiredService<EditAgendaCommand>())
        .AddSingleton<PressedItem>()
        .AddSingleton<ICardAction, AskItemAction>()
        .AddSingleton<ICardAction, ProposeItemAction>()
        .AddSingleton<ICardAction, ShowAgendaPageAction>()
        .AddSingleton<ICardAction, EditAgendaAction>()
        .AddSingleton<ICardAction, EditItemAction>()
        .AddSingleton<ICardAction, SaveItemAction>()
        .AddSingleton<ICardAction, ChangeItemAction>()
        .AddSingleton<ICardAction, ChangeTypedAction>()
        .AddSingleton<IDueHandler, AgendaDueHandler>();

    /// <summary>Other dates, answers, and what follows a meeting without quorum.</summary>
    private static IServiceCollection AddReplies(this IServiceCollection services) => services
        .AddSingleton<MovePreview>()
        .AddSingleton<MoveMeetingHandler>()
        .AddSingleton<ICommand, MoveMeetingCommand>()
        .AddSingleton<ICardAction, PreviewMoveAction>()
        .AddSingleton<ICardAction, EditMoveAction>()
        .AddSingleton<ICardAction, MoveMeetingAction>()
        .AddSingleton<ReplyHandler>()
        .AddSingleton<TypedReply>()
        .AddSingleton<PressedReply>()
        .AddSingleton<ICommand, AcceptCommand>()
        .AddSingleton<ICommand, RegretCommand>()
        .AddSingleton<ICommand, SendSubstituteCommand>()
        .AddSingleton<ICardAction, AcceptAction>()
        .AddSingleton<ICardAction, RegretAction>()
        .AddSingleton<ICardAction, AskSubstituteAction>()
        .AddSingleton<ICardAction, SendSubstituteAction>()
        .AddSingleton<RepliesList>()
        .AddSingleton<ICommand, ListRepliesCommand>()
        .AddSingleton<ICardAction, ShowRepliesAction>()
        .AddSingleton<FollowUpFinder>()
        .AddSingleton<DraftCalling>()
        .AddSingleton<ICardAction, PreviewFollowUpAction>()
        .AddSingleton<ICardAction, EditFollowUpAction>()
        .AddSingleton<ICardAction, CallFollowUpAction>()
        .AddSingleton<ICardAction, DismissFollowUpAction>()
        .AddSingleton<ICardAction, RefreshFollowUpAction>()
        .AddSingleton<ICommand, CallFollowUpCommand>()
        .AddSingleton<FollowUpOffers>();

    /// <summary>Rhythm, quarter and year.</summary>
    private static IServiceCollection AddPlanning(this IServiceCollection services) => services
        .AddSingleton<IDueHandler, RhythmDueHandler>()
        .AddSingleton<NearbyMeetings>()
        .AddSingleton<YearPlans>()
        .AddSingleton<ICommand, YearPlanCommand>()
        .AddSingleton<ICardAction, PreviewProposalAction>()
        .AddSingleton<ICardAction, PreviewAllAction>()
        .AddSingleton<ICardAction, CallAllAction>()
        .AddSingleton<IDueHandler, QuarterDueHandler>();
}
