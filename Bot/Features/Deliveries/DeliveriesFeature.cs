using Bot.Features.Deliveries.ReportUnreached;
using Bot.Features.Deliveries.ShowDeliveries;
using Bot.Features.Deliveries.TryAgain;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Deliveries;

/// <summary>Whom announcements have reached, and whom not: shown to coordinators, reported to them, tried again.</summary>
internal static class DeliveriesFeature
{
    /// <summary>Adds the feature.</summary>
    public static IServiceCollection AddDeliveryReports(this IServiceCollection services) => services
        .AddSingleton<ReachReports>()
        .AddSingleton<DeliveryRetry>()
        .AddSingleton<ICommand, ShowDeliveriesCommand>()
        .AddSingleton<ICommand, RetryDeliveriesCommand>()
        .AddSingleton<ICardAction, ShowDeliveryAction>()
        .AddSingleton<ICardAction, RetryDeliveryAction>()
        .AddSingleton<IDueHandler, ReachDueHandler>()
        .AddSingleton<IDueHandler>(provider => ActivatorUtilities.CreateInstance<AnnouncedHandler>(provider, Subjects.Meeting, Subjects.MeetingReach))
        .AddSingleton<IDueHandler>(provider => ActivatorUtilities.CreateInstance<AnnouncedHandler>(provider, Subjects.Ballot, Subjects.BallotReach));
}
