using Bot.Features.Calendar.EnterSchoolHolidays;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Calendar;

/// <summary>What is worth knowing about days and cannot be computed.</summary>
internal static class CalendarFeature
{
    /// <summary>Adds the feature.</summary>
    public static IServiceCollection AddCalendar(this IServiceCollection services) => services
        .AddSingleton<ICommand, SchoolHolidaysCommand>();
}
