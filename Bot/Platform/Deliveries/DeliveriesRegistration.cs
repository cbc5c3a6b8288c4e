using Microsoft.Extensions.DependencyInjection;

namespace Bot.Platform.Deliveries;

/// <summary>Registers known conversations, the ledger of deliveries, announcements and card updates.</summary>
internal static class DeliveriesRegistration
{
    /// <summary>Adds the room.</summary>
    public static IServiceCollection AddDeliveries(this IServiceCollection services) => services
        .AddSingleton<ConversationBook>()
        .AddSingleton<DeliveryLedger>()
        .AddSingleton<ConversationOpener>()
        .AddSingleton<AudienceSender>()
        .AddSingleton<Announcer>()
        .AddSingleton<MailAnnouncer>()
        .AddSingleton<PostedCards>()
        .AddSingleton<CardRefresher>()
        .AddSingleton<CardPace>()
        .AddHostedService<LastCards>();
}
