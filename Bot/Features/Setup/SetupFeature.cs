using Bot.Features.Setup.ChangeCommittees;
using Bot.Features.Setup.ChangeGroups;
using Bot.Features.Setup.ChangeNetwork;
using Bot.Features.Setup.ChangeOrganizations;
using Bot.Features.Setup.ChangePeople;
using Bot.Features.Setup.FoundNetwork;
using Bot.Features.Setup.MeetNewcomers;
using Bot.Features.Setup.ShowSetup;
using Bot.Features.Setup.TakeStep;
using Bot.Features.Setup.TellCoordinators;
using Bot.Platform.Scheduling;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Setup;

/// <summary>Setting up a network without a developer: the first coordinator by a code, then committees, organizations, people, seats and roles.</summary>
internal static class SetupFeature
{
    /// <summary>Adds the feature.</summary>
    public static IServiceCollection AddSetup(this IServiceCollection services) => services
        .AddSingleton<SetupCodes>()
        .AddHostedService(provider => provider.GetRequiredService<SetupCodes>())
        .AddSingleton<FoundNetworkHandler>()
        .AddSingleton<IFoundation, Foundation>()
        .AddSingleton<TakeStepHandler>()
        .AddSingleton<OpenMatters>()
        .AddSingleton<IDueHandler, PowerDueHandler>()
        .AddSingleton<ICommand, ShowSetupCommand>()
        .AddSingleton<DismissNewcomer>()
        .AddSingleton<IDueHandler, NewcomerDueHandler>()
        .AddSingleton<ICommand, AskToBeKnownCommand>()
        .AddSingleton<ICommand, NewAccountsCommand>()
        .AddSingleton<ICommand, DismissNewcomerCommand>()
        .AddSingleton<ICardAction, DismissNewcomerAction>()
        .AddSingleton<IDueHandler, PlaceDueHandler>()
        .AddStep<NetworkStep>()
        .AddStep<AddCommittee>()
        .AddStep<ChangeCommittee>()
        .AddStep<EndCommittee>()
        .AddStep<SetRemit>()
        .AddStep<LinkRoom>()
        .AddStep<UnlinkRoom>()
        .AddStep<AddOrganization>()
        .AddStep<ChangeOrganization>()
        .AddStep<SetRepresentatives>()
        .AddStep<AddPerson>()
        .AddStep<RemovePerson>()
        .AddStep<BindAccount>()
        .AddStep<GiveSeat>()
        .AddStep<TakeSeat>()
        .AddStep<SetSeatTerm>()
        .AddStep<SetSeatCount>()
        .AddStep<GiveCoordination>()
        .AddStep<TakeCoordination>()
        .AddSingleton<ICardAction, FoundNetworkAction>()
        .AddSingleton<ICardAction, ShowFormAction>()
        .AddSingleton<ICardAction, PreviewStepAction>()
        .AddSingleton<ICardAction, ConfirmStepAction>()
        .AddSingleton<ICardAction, DismissStepAction>();

    private static IServiceCollection AddStep<TStep>(this IServiceCollection services)
        where TStep : SetupStep => services
            .AddSingleton<TStep>()
            .AddSingleton<SetupStep>(provider => provider.GetRequiredService<TStep>())
            .AddSingleton<ICommand>(provider => new StepCommand(provider.GetRequiredService<TStep>()));
}
