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
        .AddStep<AnswerExpulsion>().AddAsking<AnswerExpulsion>()
        .AddStep<RecordHearing>().AddAsking<RecordHearing>()
        .AddStep<ConsultOnExpulsion>()
        .AddStep<WaiveOnExpulsion>().AddAsking<WaiveOnExpulsion>()
        .AddStep<WithdrawExpulsion>()
        .AddSingleton<IDueHandler, ExpulsionDueHandler>()
        .AddSingleton<IDueHandler, ExpulsionLeftDueHandler>();

    private static IServiceCollection AddStep<TStep>(this IServiceCollection services)
        where TStep : ExpulsionStep => services
            .AddSingleton<TStep>()
            .AddSingleton<ICommand>(provider => new ExpulsionStepCommand(provider.GetRequiredService<TStep>(), provider.GetRequiredService<ExpulsionStore>()))
            .AddSingleton<ICardAction>(provider => new DoExpulsionStepAction(
                provider.GetRequiredService<TStep>(), provider.GetRequiredService<ExpulsionStore>(), provider.GetRequiredService<ExpulsionChanges>()));

    /// <summary>For a step that people are led to by a button of a message.</summary>
    private static IServiceCollection AddAsking<TStep>(this IServiceCollection services)
        where TStep : ExpulsionStep => services
            .AddSingleton<ICardAction>(provider => new AskExpulsionStepAction(provider.GetRequiredService<TStep>(), provider.GetRequiredService<ExpulsionStore>()));
}
