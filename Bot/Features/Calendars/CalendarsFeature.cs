using Bot.Features.Calendars.MakeAddress;
using Bot.Features.Calendars.RevokeAddress;
using Bot.Features.Calendars.ServeFeed;
using Bot.Features.Calendars.ShowCalendar;
using Bot.Features.Calendars.TakeFile;
using Bot.Features.Calendars.TakeMeeting;
using Bot.Platform.Calendars;
using Bot.Turns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Features.Calendars;

/// <summary>Meetings in people's own calendars: by an address to subscribe to, or as a file.</summary>
internal static class CalendarsFeature
{
    /// <summary>Adds the feature.</summary>
    public static IServiceCollection AddCalendars(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<CalendarOptions>, CalendarOptionsValidator>()
            .AddOptions<CalendarOptions>()
            .Bind(configuration.GetSection(CalendarOptions.Section), bind => bind.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        return services
            .AddSingleton<CalendarAddresses>()
            .AddSingleton<OwnAppointments>()
            .AddSingleton<OwnCalendar>()
            .AddSingleton<CalendarEndpoint>()
            .AddSingleton<MakeAddressHandler>()
            .AddSingleton<RevokeAddressAction>()
            .AddSingleton<CalendarFile>()
            .AddSingleton<IFileSource>(provider => provider.GetRequiredService<CalendarFile>())
            .AddSingleton<ICommand, ShowCalendarCommand>()
            .AddSingleton<ICardAction, MakeAddressAction>()
            .AddSingleton<ICardAction>(provider => provider.GetRequiredService<RevokeAddressAction>())
            .AddSingleton<ICardAction, TakeFileAction>()
            .AddSingleton<MeetingFile>()
            .AddSingleton<IFileSource>(provider => provider.GetRequiredService<MeetingFile>())
            .AddSingleton<ICardAction, TakeMeetingAction>();
    }
}
