using Bot.Features.Rotas.Checklist;
using Bot.Features.Rotas.SetRota;
using Bot.Features.Rotas.SkipTurn;
using Bot.Features.Rotas.SwapTurns;
using Bot.Features.Rotas.TellHosts;
using Bot.Platform.Scheduling;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Rotas;

/// <summary>Leading meetings in turn: the order, whose turn it is, swapping, passing over, and what whoever leads sees to.</summary>
internal static class RotasFeature
{
    /// <summary>Adds the feature.</summary>
    public static IServiceCollection AddRotas(this IServiceCollection services) => services
        .AddSingleton<RotaViews>()
        .AddSingleton<RotaChanges>()
        .AddSingleton<HostTasks>()
        .AddSingleton<ICommand, RotaCommand>()
        .AddSingleton<ICommand, SwapTurnsCommand>()
        .AddSingleton<ICommand, SkipTurnCommand>()
        .AddSingleton<ICommand, ChecklistCommand>()
        .AddSingleton<ICardAction, SetRotaAction>()
        .AddSingleton<ICardAction, DismissRotaAction>()
        .AddSingleton<ICardAction, AskSwapAction>()
        .AddSingleton<ICardAction, AgreeSwapAction>()
        .AddSingleton<ICardAction, DeclineSwapAction>()
        .AddSingleton<ICardAction, SkipTurnAction>()
        .AddSingleton<ICardAction, CheckAction>()
        .AddSingleton<IDueHandler, RotaDueHandler>();
}
