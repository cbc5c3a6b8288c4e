using Bot.Features.Expulsions.FollowExpulsion;
using Bot.Features.Expulsions.ProceedWith;
using Bot.Features.Expulsions.ProposeExpulsion;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Expulsions;

/// <summary>Expulsions: motion, hearing, the board's recommendation, the plenary's decision, the end of the membership.</summary>
internal static class ExpulsionsFeature
{
    /// <summary>Adds the feature.</summary>
    public static IServiceCollection AddExpulsions(this IServiceCollection services) => services
        .AddSingleton<ExpulsionChanges>()
        .AddSingleton<ProposeExpulsionHandler>()
        .AddSingleton<ExpulsionBallots>()
        .AddSingleton<ExpulsionOutcome>()
        .AddSingleton<ExpulsionPosts>()
        .AddSingleton<ICommand, ProposeExpulsionCommand>()
        .AddSingleton<ICardAction, ExpulsionFormAction>()
        .AddSingleton<ICardAction, PreviewExpulsionAction>()
        .AddSingleton<ICardAction, ProposeExpulsionAction>()
        .AddSingleton<ICardAction, DismissExpulsionAction>()
        .AddStep<AnswerExpulsion, AnswerExpulsionAction>().AddSingleton<ICardAction, AskAnswerExpulsionAction>()
        .AddStep<RecordHearing, RecordHearingAction>().AddSingleton<ICardAction, AskRecordHearingAction>()
        .AddStep<ConsultOnExpulsion, ConsultOnExpulsionAction>()
        .AddStep<WaiveOnExpulsion, WaiveOnExpulsionAction>().AddSingleton<ICardAction, AskWaiveOnExpulsionAction>()
        .AddStep<WithdrawExpulsion, WithdrawExpulsionAction>()
        .AddSingleton<IDueHandler, ExpulsionDueHandler>()
        .AddSingleton<IDueHandler, ExpulsionLeftDueHandler>();

    private static IServiceCollection AddStep<TStep, TAction>(this IServiceCollection services)
        where TStep : ExpulsionStep
        where TAction : DoExpulsionStep => services
            .AddSingleton<TStep>()
            .AddSingleton<ICommand>(provider => new ExpulsionStepCommand(provider.GetRequiredService<TStep>(), provider.GetRequiredService<ExpulsionStore>()))
            .AddSingleton<ICardAction, TAction>();
}
