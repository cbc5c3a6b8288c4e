using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Help;

/// <summary>Help.</summary>
internal static class HelpFeature
{
    /// <summary>Adds the feature.</summary>
    public static IServiceCollection AddHelp(this IServiceCollection services) => services
        .AddSingleton<ICommand, HelpCommand>()
        .AddSingleton<ICardAction, HelpTopicAction>();
}
