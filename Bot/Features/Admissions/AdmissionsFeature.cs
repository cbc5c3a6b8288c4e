using Bot.Features.Admissions.Apply;
using Bot.Features.Admissions.Consult;
using Bot.Features.Admissions.EndApplication;
using Bot.Features.Admissions.FollowAdmission;
using Bot.Features.Admissions.Introduce;
using Bot.Features.Admissions.TakeEffect;
using Bot.Features.Admissions.WaiveRecommendation;
using Bot.Platform.Scheduling;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Admissions;

/// <summary>Admissions: application, the board's recommendation, the plenary's decision, membership.</summary>
internal static class AdmissionsFeature
{
    /// <summary>Adds the feature.</summary>
    public static IServiceCollection AddAdmissions(this IServiceCollection services) => services
        .AddSingleton<ApplyHandler>()
        .AddSingleton<AdmissionChanges>()
        .AddSingleton<WaiveHandler>()
        .AddSingleton<AdmissionBallots>()
        .AddSingleton<AdmissionOutcome>()
        .AddSingleton<AdmissionPosts>()
        .AddSingleton<ICommand, ApplyCommand>()
        .AddSingleton<ICardAction, ApplyAction>()
        .AddSingleton<ICardAction, ShowPeopleAction>()
        .AddSingleton<ICardAction, DismissApplicationAction>()
        .AddSingleton<ICardAction, ConsultAction>()
        .AddSingleton<ICommand, WaiveCommand>()
        .AddSingleton<ICardAction, AskWaiveAction>()
        .AddSingleton<ICardAction, WaiveAction>()
        .AddSingleton<ICommand, DeclineCommand>()
        .AddSingleton<ICardAction, AskDeclineAction>()
        .AddSingleton<ICardAction, DeclineAction>()
        .AddSingleton<ICommand, EffectCommand>()
        .AddSingleton<ICardAction, AskEffectAction>()
        .AddSingleton<ICardAction, EffectAction>()
        .AddSingleton<IntroduceHandler>()
        .AddSingleton<IntroductionPosts>()
        .AddSingleton<ICommand, IntroduceCommand>()
        .AddSingleton<ICardAction, AskIntroduceAction>()
        .AddSingleton<ICardAction, IntroduceAction>()
        .AddSingleton<IDueHandler, IntroductionDueHandler>()
        .AddSingleton<ICommand, WithdrawCommand>()
        .AddSingleton<ICardAction, WithdrawAction>()
        .AddSingleton<IDueHandler, AdmissionDueHandler>();
}
