using Bot.Features.Sessions.BreakTie;
using Bot.Features.Sessions.CloseSession;
using Bot.Features.Sessions.FollowSession;
using Bot.Features.Sessions.NoteEntry;
using Bot.Features.Sessions.OpenSession;
using Bot.Features.Sessions.ShowSession;
using Bot.Features.Sessions.StepThrough;
using Bot.Features.Sessions.TakeBackOpening;
using Bot.Features.Sessions.UndoEntry;
using Bot.Platform.Scheduling;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Sessions;

/// <summary>A meeting while it goes on: opened and closed, led along its agenda, and what is noted in it.</summary>
internal static class SessionsFeature
{
    /// <summary>Adds the feature.</summary>
    public static IServiceCollection AddSessions(this IServiceCollection services) => services
        .AddSingleton<SessionFinder>()
        .AddSingleton<SessionViews>()
        .AddSingleton<SessionPosts>()
        .AddSingleton<SessionChanges>()
        .AddSingleton<SessionReply>()
        .AddSingleton<SessionOutcome>()
        .AddSingleton<TaskNoting>()
        .AddSingleton<DecisionNoting>()
        .AddSingleton<OpeningTakingBack>()
        .AddSingleton<SessionBallots>()
        .AddSingleton<HandTieBreaking>()
        .AddSingleton<IHandTies, HandTies>()
        .AddSingleton<ICommand, OpenSessionCommand>()
        .AddSingleton<ICommand, CloseSessionCommand>()
        .AddSingleton<ICommand, ShowSessionCommand>()
        .AddSingleton<ICommand, CallUpItemCommand>()
        .AddSingleton<ICommand, FinishItemCommand>()
        .AddSingleton<ICommand, PostponeItemCommand>()
        .AddSingleton<ICommand, NoteDecisionCommand>()
        .AddSingleton<ICommand, NoteTaskCommand>()
        .AddSingleton<ICommand, NoteLineCommand>()
        .AddSingleton<ICommand, UndoEntryCommand>()
        .AddSingleton<ICardAction, OpenSessionAction>()
        .AddSingleton<ICardAction, AskCloseAction>()
        .AddSingleton<ICardAction, CloseSessionAction>()
        .AddSingleton<ICardAction, ShowSessionAction>()
        .AddSingleton<ICardAction, CallUpNextAction>()
        .AddSingleton<ICardAction, FinishItemAction>()
        .AddSingleton<ICardAction, PostponeItemAction>()
        .AddSingleton<ICardAction, UndoEntryAction>()
        .AddSingleton<ICardAction, AskTakeBackAction>()
        .AddSingleton<ICardAction, TakeBackAction>()
        .AddSingleton<ICardAction, DecideAction>()
        .AddSingleton<ICardAction, AssignAction>()
        .AddSingleton<ICardAction, DecideHandTieAction>()
        .AddSingleton<ICardAction, NameHandWitnessAction>()
        .AddSingleton<ICardAction, DrawHandLotAction>()
        .AddSingleton<IDueHandler, SessionDueHandler>();
}
