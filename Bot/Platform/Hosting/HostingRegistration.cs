using System;
using System.Linq;
using Bot.Platform.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Hosting;

/// <summary>The web server and the clock.</summary>
internal static class HostingRegistration
{
    /// <summary>Where the bot listens unless told otherwise: where the Bot Framework's tools look for a local bot.</summary>
    public const string DefaultUrl = "http://localhost:3978";

    /// <summary>The largest body that is read, in bytes.</summary>
    private const long BodyLimit = 256 * 1024;

    /// <summary>Method, path and query, in bytes: the bot has one short path.</summary>
    private const int LineLimit = 4 * 1024;

    /// <summary>All headers together, in bytes: the channel's token takes two or three thousand, proxies in front some more.</summary>
    private const int HeadersLimit = 16 * 1024;

    private const double CrawlBytesPerSecond = 240;

    /// <summary>Logs, with a stack trace, whatever keeps the host from starting.</summary>
    private const string HostLog = "Microsoft.Extensions.Hosting.Internal.Host";

    /// <summary>Logs each look at each part of the bot.</summary>
    private const string HealthLog = "Microsoft.Extensions.Diagnostics.HealthChecks";

    /// <summary>Logs that tell of each request its path, which of a calendar is the secret that opens it, or the length of its body, and from what level on they are kept.
    /// The first of them also puts the path beside every other line, where scopes are written; it has nothing of its own to say that others do not.</summary>
    private static readonly (string Log, LogLevel Kept)[] RequestLogs =
    [
        ("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None),
        ("Microsoft.AspNetCore.Routing", LogLevel.Warning),
        ("Microsoft.AspNetCore.Server.Kestrel.BadRequests", LogLevel.Warning),
        ("Microsoft.AspNetCore.HostFiltering", LogLevel.Warning),
    ];

    private static readonly string[] AddressKeys = ["Urls", "Http_Ports", "Https_Ports"];

    /// <summary>Adds the web server's limits, the clock, and the check of the settings' names.</summary>
    /// <exception cref="OptionsValidationException">Settings are misspelt; each is named.</exception>
    /// <param name="builder">The bot in the making.</param>
    /// <param name="refusesUnknown">Whether settings nobody reads are refused at once; who does not want that looks at <see cref="KnownSettings"/>.</param>
    public static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder, bool refusesUnknown = true)
    {
        if (refusesUnknown)
        {
            RefuseUnknownSettings(builder.Configuration);
        }

        // Program tells it in plain lines or lets it end the process with its trace. What fails later in the background the host tells as critical.
        builder.Logging.AddFilter(HostLog, LogLevel.Critical);
        // After all settings, so that none of them can bring it back.
        builder.Services.PostConfigure<LoggerFilterOptions>(QuietRequests);
        if (!IsAddressGiven(builder.Configuration))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.Services.AddSingleton<IValidateOptions<ServerOptions>, ServerOptionsValidator>()
            .AddOptions<ServerOptions>()
            .Bind(builder.Configuration.GetSection(ServerOptions.Section), bind => bind.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        builder.Services.AddOptions<KestrelServerOptions>().Configure<IServiceProvider>((server, services) => SetLimits(server, OptionsOf(services)));
        builder.Services.TryAddSingleton(TimeProvider.System);
        AddHealth(builder);
        builder.Services.AddSingleton<ListenProbe>();
        builder.Services.AddHostedService<StopSignals>().AddHostedService<Drain>();
        builder.Services.AddOptions<HostOptions>().Configure<IServiceProvider>(SetPatience);
        return builder;
    }

    /// <summary>The parts' own checks are added by their rooms.</summary>
    private static void AddHealth(WebApplicationBuilder builder)
    {
        // It would write a line for each part at each look while something is away; the bot says once what has changed.
        builder.Logging.AddFilter(HealthLog, LogLevel.None);
        builder.Services.AddSingleton<Readiness>().AddHealthChecks();
        if (TelemetryRegistration.SendsMetrics(builder.Configuration))
        {
            builder.Services.AddSingleton<IHealthCheckPublisher, ReadyGauge>().Configure<HealthCheckPublisherOptions>(publisher => publisher.Predicate = _ => false);
        }
    }

    /// <summary>The web server's lines about each request tell how long its body was, and the lengths of "Ja", "Nein" and "Enthaltung" differ; and its path, which is a calendar's secret.</summary>
    private static void QuietRequests(LoggerFilterOptions options)
    {
        foreach (var provider in options.Rules.Select(rule => rule.ProviderName).Append(null).Distinct().ToList())
        {
            // What is set for one of the logs inside is longer and would win: it is taken out.
            foreach (var (log, kept) in RequestLogs)
            {
                var inside = options.Rules.Where(rule => rule.ProviderName == provider && rule.CategoryName?.StartsWith(log, StringComparison.OrdinalIgnoreCase) == true).ToList();
                inside.ForEach(rule => options.Rules.Remove(rule));
                options.Rules.Add(new LoggerFilterRule(provider, log, kept, filter: null));
            }
        }
    }

    /// <summary>Checks all settings at once, before anything is opened or listened on.</summary>
    /// <exception cref="OptionsValidationException">A setting is wrong; it is named. Several are an <see cref="AggregateException"/>.</exception>
    public static WebApplication CheckSettings(this WebApplication app)
    {
        app.Services.GetService<IStartupValidator>()?.Validate();
        return app;
    }

    private static void SetPatience(HostOptions host, IServiceProvider services) => host.ShutdownTimeout = OptionsOf(services).Patience;

    /// <summary>Host and web server ask for them before the settings are checked; one that is wrong is told there, with all others.</summary>
    private static ServerOptions OptionsOf(IServiceProvider services)
    {
        try
        {
            return services.GetRequiredService<IOptions<ServerOptions>>().Value;
        }
        catch (Exception wrong) when (wrong is OptionsValidationException or InvalidOperationException)
        {
            return new ServerOptions();
        }
    }

    /// <summary>Nobody gets to hold memory or a connection longer than the channel would. It sends from a data centre, at once and as a whole.</summary>
    private static void SetLimits(KestrelServerOptions server, ServerOptions options)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = BodyLimit;
        server.Limits.MaxRequestLineSize = LineLimit;
        server.Limits.MaxRequestHeadersTotalSize = HeadersLimit;
        server.Limits.MaxConcurrentConnections = options.Connections;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(options.HeaderSeconds);
        server.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(options.IdleSeconds);
        server.Limits.MinRequestBodyDataRate = new MinDataRate(CrawlBytesPerSecond, TimeSpan.FromSeconds(options.CrawlSeconds));
    }

    private static bool IsAddressGiven(ConfigurationManager configuration) =>
        AddressKeys.Any(key => !string.IsNullOrEmpty(configuration[key])) || configuration.GetSection("Kestrel:Endpoints").Exists();

    private static void RefuseUnknownSettings(IConfigurationRoot configuration)
    {
        if (KnownSettings.Faults(configuration) is { Count: > 0 } faults)
        {
            throw new OptionsValidationException(string.Empty, typeof(KnownSettings), faults);
        }
    }
}
