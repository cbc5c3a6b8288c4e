using Bot.Features.Ballots.AskSecrecy;
using Bot.Features.Ballots.CastVote;
using Bot.Features.Ballots.CloseBallot;
using Bot.Features.Ballots.CountBallot;
using Bot.Features.Ballots.ListBallots;
using Bot.Features.Ballots.RefreshBallot;
using Bot.Platform.Scheduling;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Ballots;

/// <summary>Ballots: vote, see what is open, end, count. What is voted on is opened by the features that own the cases.</summary>
internal static class BallotsFeature
{
    /// <summary>Adds the feature.</summary>
    public static IServiceCollection AddBallots(this IServiceCollection services) => services
        .AddSingleton<SecrecySettling>()
        .AddSingleton<BallotViews>()
        .AddSingleton<BallotGlances>()
        .AddSingleton<BallotPosts>()
        .AddSingleton<OpenBallots>()
        .AddSingleton<CastVoteHandler>()
        .AddSingleton<CloseBallotHandler>()
        .AddSingleton<AskSecrecyHandler>()
        .AddSingleton<BallotCounting>()
        .AddSingleton<ICommand, CastVoteByWordCommand>()
        .AddSingleton<ICommand, AskSecrecyCommand>()
        .AddSingleton<ICommand, ListBallotsCommand>()
        .AddSingleton<ICommand, CloseBallotCommand>()
        .AddSingleton<ICardAction, CastVoteAction>()
        .AddSingleton<ICardAction, AskSecrecyAction>()
        .AddSingleton<ICardAction, ShowVotersAction>()
        .AddSingleton<ICardAction, AskCloseBallotAction>()
        .AddSingleton<ICardAction, CloseBallotAction>()
        .AddSingleton<ICardAction, ShowBallotAction>()
        .AddSingleton<ICardAction, RefreshBallotAction>()
        .AddSingleton<IDueHandler, BallotDueHandler>();
}
