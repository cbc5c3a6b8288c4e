using Bot.Features.Prospects.AddProspect;
using Bot.Features.Prospects.ChangeProspect;
using Bot.Features.Prospects.EndProspect;
using Bot.Features.Prospects.ListProspects;
using Bot.Features.Prospects.RecordContact;
using Bot.Features.Prospects.RemindCoordinators;
using Bot.Features.Prospects.ShowProspect;
using Bot.Platform.Scheduling;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Prospects;

/// <summary>Organizations that could become partners: noted, spoken with, asked again. For coordinators only; for everybody else there is no such list.</summary>
internal static class ProspectsFeature
{
    /// <summary>Adds the feature.</summary>
    public static IServiceCollection AddProspects(this IServiceCollection services) => services
        .AddSingleton<ProspectBook>()
        .AddSingleton<ProspectChanges>()
        .AddSingleton<ProspectReply>()
        .AddSingleton<AddProspectHandler>()
        .AddSingleton<ICommand, ListProspectsCommand>()
        .AddSingleton<ICommand, AddProspectCommand>()
        .AddSingleton<ICommand, ChangeProspectCommand>()
        .AddSingleton<ICommand, RecordContactCommand>()
        .AddSingleton<ICommand, DeclineProspectCommand>()
        .AddSingleton<ICommand, RemoveProspectCommand>()
        .AddSingleton<ICardAction, ShowProspectAction>()
        .AddSingleton<ICardAction, AskAddProspectAction>()
        .AddSingleton<ICardAction, AddProspectAction>()
        .AddSingleton<ICardAction, AskChangeProspectAction>()
        .AddSingleton<ICardAction, ChangeProspectAction>()
        .AddSingleton<ICardAction, AskContactAction>()
        .AddSingleton<ICardAction, RecordContactAction>()
        .AddSingleton<ICardAction, DeclineProspectAction>()
        .AddSingleton<ICardAction, AskRemoveProspectAction>()
        .AddSingleton<ICardAction, RemoveProspectAction>()
        .AddSingleton<ICardAction, DismissProspectAction>()
        .AddSingleton<IDueHandler, ProspectDueHandler>();
}
