using Bot.Features.Motions.FollowMotion;
using Bot.Features.Motions.OpenMotion;
using Bot.Platform.Scheduling;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Motions;

/// <summary>Motions: what is put to the vote, by whom, and what follows when it is decided.</summary>
internal static class MotionsFeature
{
    /// <summary>Adds the feature.</summary>
    public static IServiceCollection AddMotions(this IServiceCollection services) => services
        .AddSingleton<OpenMotionHandler>()
        .AddSingleton<MotionOutcome>()
        .AddSingleton<MotionPosts>()
        .AddSingleton<ICommand, OpenMotionCommand>()
        .AddSingleton<ICardAction, PreviewMotionAction>()
        .AddSingleton<ICardAction, EditMotionAction>()
        .AddSingleton<ICardAction, OpenMotionAction>()
        .AddSingleton<ICardAction, DismissMotionAction>()
        .AddSingleton<IDueHandler, MotionDueHandler>();
}
