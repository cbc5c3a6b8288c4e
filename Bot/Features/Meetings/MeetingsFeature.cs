using Bot.Features.Meetings.AskNextMeeting;
using Bot.Features.Meetings.CallMeeting;
using Bot.Features.Meetings.CancelMeeting;
using Bot.Features.Meetings.ProposeItem;
using Bot.Features.Meetings.ProposeRhythm;
using Bot.Features.Meetings.RecordAttendance;
using Bot.Features.Meetings.RefreshMeeting;
using Bot.Features.Meetings.RemindMembers;
using Bot.Features.Meetings.SearchMeetings;
using Bot.Features.Meetings.ShowAgenda;
using Bot.Features.Meetings.VoteNow;
using Bot.Platform.Scheduling;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Meetings;

/// <summary>Meetings and their agendas: ask, call, cancel, remind, collect items, propose by rhythm.</summary>
internal static class MeetingsFeature
{
    /// <summary>Adds the feature.</summary>
    public static IServiceCollection AddMeetings(this IServiceCollection services) => services
        .AddSingleton<MeetingFinder>()
        .AddSingleton<MeetingPosts>()
        .AddSingleton<IPostedMeetings>(provider => provider.GetRequiredService<MeetingPosts>())
        .AddSingleton<CallMeetingHandler>()
        .AddSingleton<MeetingPreview>()
        .AddSingleton<ProposeItemHandler>()
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
        .AddSingleton<ICardAction, VoteNowAction>()
        .AddSingleton<ICommand, NextMeetingCommand>()
        .AddSingleton<ICommand, CallMeetingCommand>()
        .AddSingleton<ICommand, CancelMeetingCommand>()
        .AddSingleton<ICommand, ProposeItemCommand>()
        .AddSingleton<ICommand, ShowAgendaCommand>()
        .AddSingleton<ICardAction, PreviewMeetingAction>()
        .AddSingleton<ICardAction, EditMeetingAction>()
        .AddSingleton<ICardAction, DismissMeetingAction>()
        .AddSingleton<ICardAction, CallMeetingAction>()
        .AddSingleton<ICardAction, CancelMeetingAction>()
        .AddSingleton<ICardAction, ProposeItemAction>()
        .AddSingleton<ICardAction, ShowAgendaPageAction>()
        .AddSingleton<ICardAction, RefreshMeetingAction>()
        .AddSingleton<ICardAction, RefreshPreviewAction>()
        .AddSingleton<ISearch, MeetingSearch>()
        .AddSingleton<IDueHandler, MeetingDueHandler>()
        .AddSingleton<IDueHandler, RhythmDueHandler>();
}
