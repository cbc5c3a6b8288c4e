using Bot.Features.Ballots.AskSecrecy;
using Bot.Features.Ballots.BreakTie;
using Bot.Features.Ballots.CastVote;
using Bot.Features.Ballots.CloseBallot;
using Bot.Features.Ballots.CountBallot;
using Bot.Features.Ballots.DeclareConflict;
using Bot.Features.Ballots.ListBallots;
using Bot.Features.Ballots.MailVoters;
using Bot.Features.Ballots.RefreshBallot;
using Bot.Features.Ballots.RemindVoters;
using Bot.Features.Ballots.RepeatBallot;
using Bot.Features.Ballots.ShowRoll;
using Bot.Features.Ballots.TakeAlong;
using Bot.Features.Ballots.VoidBallot;
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
        .AddSingleton<BallotChanges>()
        .AddSingleton<BallotPosts>()
        .AddSingleton<OpenBallots>()
        .AddSingleton<CastVoteHandler>()
        .AddSingleton<CloseBallotHandler>()
        .AddSingleton<VoterReminders>()
        .AddSingleton<VoidBallotHandler>()
        .AddSingleton<RepeatBallotHandler>()
        .AddSingleton<RepeatOpening>()
        .AddSingleton<RepeatPreview>()
        .AddSingleton<BreakTieHandler>()
        .AddSingleton<TiePosts>()
        .AddSingleton<TieReply>()
        .AddSingleton<ITakenAlong, TakenBallots>()
        .AddSingleton<ICommand, VoidBallotCommand>()
        .AddSingleton<ICommand, RepeatBallotCommand>()
        .AddSingleton<ICommand, DecideTieCommand>()
        .AddSingleton<ICommand, NameWitnessCommand>()
        .AddSingleton<ICommand, WitnessLotCommand>()
        .AddSingleton<ICardAction, AskVoidBallotAction>()
        .AddSingleton<ICardAction, VoidBallotAction>()
        .AddSingleton<ICardAction, AskRepeatBallotAction>()
        .AddSingleton<ICardAction, RepeatBallotAction>()
        .AddSingleton<ICardAction, DecideTieAction>()
        .AddSingleton<ICardAction, NameWitnessAction>()
        .AddSingleton<ICardAction, DrawLotAction>()
        .AddSingleton<AskSecrecyHandler>()
        .AddSingleton<BallotCounting>()
        .AddSingleton<ICommand, CastVoteByWordCommand>()
        .AddSingleton<ICommand, CastPaperByWordCommand>()
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
        .AddSingleton<ICommand, ShowRollCommand>()
        .AddSingleton<ICardAction, ShowRollAction>()
        .AddSingleton<DeclareConflictHandler>()
        .AddSingleton<ICommand, DeclareConflictCommand>()
        .AddSingleton<ICardAction, AskConflictAction>()
        .AddSingleton<ICardAction, DeclareConflictAction>()
        .AddSingleton<IDueHandler, BallotMailHandler>()
        .AddSingleton<IDueHandler, BallotDueHandler>();
}
