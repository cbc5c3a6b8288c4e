using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Directory;

/// <summary>Registers Graph. The client itself is made with the first request to it, so a bot without Graph pays nothing for it.</summary>
internal static class DirectoryRegistration
{
    /// <summary>Adds the room.</summary>
    public static IServiceCollection AddDirectory(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<GraphOptions>, GraphOptionsValidator>()
            .AddOptions<GraphOptions>()
            .Bind(configuration.GetSection(GraphOptions.Section), bind => bind.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        return services
            .AddSingleton<GraphCredential>(_ => GraphConnection.UsualCredential)
            .AddSingleton<GraphConnection>()
            .AddSingleton<GraphProbe>()
            .AddSingleton<IOrganizerCalendar, GraphCalendar>()
            .AddSingleton<IOrganizerMail, GraphMail>()
            .AddSingleton<IDocumentLibrary, GraphLibrary>();
    }
}
