using Bot.Features.Memberships.ChangeMembership;
using Bot.Features.Memberships.FollowMembership;
using Bot.Features.Memberships.ListCases;
using Bot.Platform.Scheduling;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Memberships;

/// <summary>What becomes of a membership without a vote: resignation, suspension, and their end; and the overview of every case about a membership.</summary>
internal static class MembershipsFeature
{
    /// <summary>Adds the feature.</summary>
    public static IServiceCollection AddMemberships(this IServiceCollection services) => services
        .AddSingleton<MembershipHandler>()
        .AddStep<Resign>()
        .AddStep<TakeBackResignation>()
        .AddStep<Suspend>()
        .AddStep<Resume>()
        .AddSingleton<ICardAction, MembershipFormAction>()
        .AddSingleton<ICardAction, PreviewMembershipAction>()
        .AddSingleton<ICardAction, ConfirmMembershipAction>()
        .AddSingleton<ICardAction, DismissMembershipAction>()
        .AddSingleton<MembershipPosts>()
        .AddSingleton<IDueHandler, MembershipDueHandler>()
        .AddSingleton<CaseBook>()
        .AddSingleton<ICommand, ListCasesCommand>()
        .AddSingleton<StalledReport>()
        .AddSingleton<IDueHandler, StalledDueHandler>()
        .AddSingleton<IDueHandler, StalledExpulsionDueHandler>();

    private static IServiceCollection AddStep<TStep>(this IServiceCollection services)
        where TStep : MembershipStep => services
            .AddSingleton<TStep>()
            .AddSingleton<MembershipStep>(provider => provider.GetRequiredService<TStep>())
            .AddSingleton<ICommand>(provider => new MembershipCommand(provider.GetRequiredService<TStep>()));
}
