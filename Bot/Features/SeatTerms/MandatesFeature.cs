using Bot.Features.SeatTerms.FollowSeats;
using Bot.Features.SeatTerms.GiveUpSeat;
using Bot.Features.SeatTerms.ShowMandates;
using Bot.Platform.Scheduling;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.SeatTerms;

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
