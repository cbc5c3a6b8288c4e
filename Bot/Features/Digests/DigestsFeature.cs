using Bot.Features.Digests.SendDigests;
using Bot.Features.Digests.ShowDigest;
using Bot.Platform.Scheduling;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Digests;

/// <summary>Weekly overviews: what concerns somebody, at most five points, as long as they want them.</summary>
internal static class DigestsFeature
{
    /// <summary>Adds the feature.</summary>
    public static IServiceCollection AddDigests(this IServiceCollection services) => services
        .AddSingleton<DigestSources>()
        .AddSingleton<ICommand, DigestCommand>()
        .AddSingleton<ICardAction, DigestOffAction>()
        .AddSingleton<ICardAction, DigestOnAction>()
        .AddSingleton<IDueHandler, DigestStartHandler>()
        .AddSingleton<IDueHandler, DigestDueHandler>();
}
