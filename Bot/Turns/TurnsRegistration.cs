using Bot.Platform.Activities;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Turns;

/// <summary>Registers the way of a turn; commands and card actions are added by the features.</summary>
internal static class TurnsRegistration
{
    /// <summary>Adds the room.</summary>
    public static IServiceCollection AddTurns(this IServiceCollection services) => services
        .AddSingleton<TurnLoader>()
        .AddSingleton<NetworkChoice>()
        .AddSingleton<Auditing>()
        .AddSingleton<CommandRouter>()
        .AddSingleton<RateLimit>()
        .AddSingleton<Greeting>()
        .AddSingleton<MessageTurns>()
        .AddSingleton<EditTurns>()
        .AddSingleton<CardActionTurns>()
        .AddSingleton<EventTurns>()
        .AddSingleton<SearchTurns>()
        .AddSingleton<FileTurns>()
        .AddSingleton<ILateAnswers, LateAnswers>()
        .AddSingleton<IFaultText, FaultText>()
        .AddSingleton<ICardAction, RunCommandAction>()
        .AddSingleton<IBot, KoordinationsBot>();
}
