using Bot.Features.Elections.AcceptElection;
using Bot.Features.Elections.CallElection;
using Bot.Features.Elections.FollowElection;
using Bot.Features.Elections.HoldElection;
using Bot.Features.Elections.LeaveBody;
using Bot.Features.Elections.Nominate;
using Bot.Features.Elections.TakeAlong;
using Bot.Platform.Scheduling;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Elections;

/// <summary>Elections: call, names, rounds, lot, acceptance, seats, substitutes, the end of a term.</summary>
internal static class ElectionsFeature
{
    /// <summary>Adds the feature. Commands with longer words come before the one whose word they begin with.</summary>
    public static IServiceCollection AddElections(this IServiceCollection services) => services
        .AddSingleton<ElectionChanges>()
        .AddSingleton<ElectionFinder>()
        .AddSingleton<ElectionAnswers>()
        .AddSingleton<ElectionBallots>()
        .AddSingleton<ElectionOutcome>()
        .AddSingleton<ElectionPosts>()
        .AddSingleton<CallElectionHandler>()
        .AddSingleton<LeaveHandler>()
        .AddSingleton<ITakenAlong, TakenElections>()
        .AddSingleton<ICommand, AcceptCommand>()
        .AddSingleton<ICommand, HoldElectionCommand>()
        .AddSingleton<ICommand, NominateCommand>()
        .AddSingleton<ICommand, SubmitListCommand>()
        .AddSingleton<ICommand, CandidacyCommand>()
        .AddSingleton<ICommand, LeaveCommand>()
        .AddSingleton<ICommand, ElectionCommand>()
        .AddSingleton<ICardAction, PreviewElectionAction>()
        .AddSingleton<ICardAction, EditElectionAction>()
        .AddSingleton<ICardAction, DismissElectionAction>()
        .AddSingleton<ICardAction, NextElectionAction>()
        .AddSingleton<ICardAction, CallElectionAction>()
        .AddSingleton<ICardAction, ShowElectionAction>()
        .AddSingleton<ICardAction, StandAction>()
        .AddSingleton<ICardAction, AskNominationAction>()
        .AddSingleton<ICardAction, NominateAction>()
        .AddSingleton<ICardAction, SubmitListAction>()
        .AddSingleton<ICardAction, ConsentAction>()
        .AddSingleton<ICardAction, RefuseAction>()
        .AddSingleton<ICardAction, AskStartAction>()
        .AddSingleton<ICardAction, StartAction>()
        .AddSingleton<ICardAction, AskCancelAction>()
        .AddSingleton<ICardAction, CancelAction>()
        .AddSingleton<ICardAction, RunOffAction>()
        .AddSingleton<ICardAction, EndVotingAction>()
        .AddSingleton<ICardAction, AskLotAction>()
        .AddSingleton<ICardAction, DrawLotAction>()
        .AddSingleton<ICardAction, AcceptAction>()
        .AddSingleton<ICardAction, DeclineAction>()
        .AddSingleton<ICardAction, LeaveAction>()
        .AddSingleton<IDueHandler, ElectionDueHandler>();
}
