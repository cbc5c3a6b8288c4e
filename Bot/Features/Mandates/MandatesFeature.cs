using Bot.Features.Mandates.FollowSeats;
using Bot.Features.Mandates.GiveUpSeat;
using Bot.Features.Mandates.ShowMandates;
using Bot.Platform.Scheduling;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Mandates;

/// <summary>Who has which seat, how it came and until when; and giving one up.</summary>
internal static class MandatesFeature
{
    /// <summary>Adds the feature.</summary>
    public static IServiceCollection AddMandates(this IServiceCollection services) => services
        .AddSingleton<GiveUpHandler>()
        .AddSingleton<SeatPosts>()
        .AddSingleton<ICommand, MandatesCommand>()
        .AddSingleton<ICommand, GiveUpCommand>()
        .AddSingleton<ICardAction, GiveUpFormAction>()
        .AddSingleton<ICardAction, PreviewGiveUpAction>()
        .AddSingleton<ICardAction, ConfirmGiveUpAction>()
        .AddSingleton<ICardAction, DismissGiveUpAction>()
        .AddSingleton<IDueHandler, SeatsDueHandler>();
}
