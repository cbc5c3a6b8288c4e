using System.Linq;
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
    public static IServiceCollection AddDeliveryReports(this IServiceCollection services) => ReachMatters.Kinds.Aggregate(services, (before, kind) => Announces(before, kind.Subject, kind.Reach))
        .AddSingleton<ReachMatters>()
        .AddSingleton<ReachReports>()
        .AddSingleton<DeliveryRetry>()
        .AddSingleton<ICommand, ShowDeliveriesCommand>()
        .AddSingleton<ICommand, RetryDeliveriesCommand>()
        .AddSingleton<ICardAction, ShowDeliveryAction>()
        .AddSingleton<ICardAction, RetryDeliveryAction>()
        .AddSingleton<IDueHandler, ReachDueHandler>()
        .Announces(Subjects.Meeting, Subjects.MeetingReach)
        .Announces(Subjects.Ballot, Subjects.BallotReach);

    private static IServiceCollection Announces(this IServiceCollection services, string subject, string reach) =>
        services.AddSingleton<IDueHandler>(provider => ActivatorUtilities.CreateInstance<AnnouncedHandler>(provider, subject, reach));
}
