using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Features.TeamsApp;

/// <summary>The way into Teams: the app package, and the page it links to.</summary>
internal static class TeamsAppFeature
{
    /// <summary>Adds the order and the page.</summary>
    public static IServiceCollection AddTeamsApp(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<PackageOptions>, PackageOptionsRanges>()
            .AddSingleton<IValidateOptions<PackageOptions>, PackageOptionsValidator>()
            .AddOptions<PackageOptions>()
            .BindConfiguration(PackageOptions.Section, bind => bind.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        return services.AddSingleton<PackageOrder>().AddSingleton<AboutPage>();
    }

    /// <summary>Puts the page at the web server.</summary>
    public static void MapAbout(this IEndpointRouteBuilder endpoints)
    {
        var page = endpoints.ServiceProvider.GetRequiredService<AboutPage>();
        endpoints.MapMethods(AboutPage.Path, [HttpMethods.Get, HttpMethods.Head], (HttpContext context) => page.HandleAsync(context));
    }
}
