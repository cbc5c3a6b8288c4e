using Bot.Features.Register.ListResolutions;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Register;

/// <summary>The register of resolutions: look up.</summary>
internal static class RegisterFeature
{
    /// <summary>Adds the feature.</summary>
    public static IServiceCollection AddRegister(this IServiceCollection services) => services.AddSingleton<ICommand, ListResolutionsCommand>();
}
