using Bot.Features.Holidays.EnterSchoolHolidays;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Holidays;

/// <summary>What is worth knowing about days and cannot be computed.</summary>
internal static class HolidaysFeature
{
    /// <summary>Adds the feature.</summary>
    public static IServiceCollection AddHolidays(this IServiceCollection services) => services
        .AddSingleton<ICommand, SchoolHolidaysCommand>();
}
