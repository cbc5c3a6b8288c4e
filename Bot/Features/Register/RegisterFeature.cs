using Bot.Features.Register.ExportResolutions;
using Bot.Features.Register.ListResolutions;
using Bot.Features.Register.SearchResolutions;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Register;

/// <summary>The register of resolutions: look up.</summary>
internal static class RegisterFeature
{
    /// <summary>Adds the feature.</summary>
    public static IServiceCollection AddRegister(this IServiceCollection services) => services
        .AddSingleton<ICommand, ListResolutionsCommand>()
        .AddSingleton<ResolutionFile>()
        .AddSingleton<IFileSource>(provider => provider.GetRequiredService<ResolutionFile>())
        .AddSingleton<ISearch, ResolutionSearch>();
}
