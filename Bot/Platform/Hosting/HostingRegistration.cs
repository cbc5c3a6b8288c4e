using System;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Hosting;

/// <summary>The web server and the clock.</summary>
internal static class HostingRegistration
{
    /// <summary>Where the bot listens unless told otherwise: where the Bot Framework's tools look for a local bot.</summary>
    public const string DefaultUrl = "http://localhost:3978";

    /// <summary>The largest body that is read, in bytes.</summary>
    private const long BodyLimit = 256 * 1024;

    /// <summary>Adds the web server's limits, the clock, and the check of the settings' names.</summary>
    /// <exception cref="OptionsValidationException">A setting is misspelt; it is named.</exception>
    public static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder)
    {
        RefuseUnknownSettings(builder.Configuration);
        if (string.IsNullOrEmpty(builder.Configuration["Urls"]) && string.IsNullOrEmpty(builder.Configuration["Http_Ports"]))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = BodyLimit;
            server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        builder.Services.TryAddSingleton(TimeProvider.System);
        return builder;
    }

    private static void RefuseUnknownSettings(IConfigurationRoot configuration)
    {
        if (KnownSettings.Unknown(configuration) is { Count: > 0 } unknown)
        {
            var known = string.Join(", ", KnownSettings.Known);
            throw new OptionsValidationException(
                string.Empty, typeof(KnownSettings), [$"There is no setting {string.Join(", ", unknown)}. Known are {known}, and the usual ones of ASP.NET Core."]);
        }
    }
}
