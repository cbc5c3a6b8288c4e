using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Activities.Connector;
using Bot.Platform.Deliveries;
using Bot.Platform.Directory;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using Bot.Tests.Contracts.Graph;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.TestSupport;

/// <summary>The whole bot as <c>Program</c> composes it, on a real web server on a free loopback port, with the test's clock and Connector.
/// Quartz does not tick: the test sweeps.</summary>
internal sealed class RunningBot : WebApplicationFactory<global::Program>
{
    private readonly SettableTime time;
    private readonly IConnectorClient connector;
    private readonly IReadOnlyDictionary<string, string> settings;
    private readonly StoreFaults faults;
    private readonly ILoggerProvider? log;
    private readonly TimeSpan cardPause;

    /// <param name="time">The bot's clock.</param>
    /// <param name="connector">The Connector's place.</param>
    /// <param name="settings">The bot's settings.</param>
    /// <param name="faults">When the store fails; null for never.</param>
    /// <param name="log">Takes the log lines; null for nobody.</param>
    /// <param name="cardPause">How long cards rest between two updates, by the machine's clock; null for not at all.</param>
    public RunningBot(
        SettableTime time, IConnectorClient connector, IReadOnlyDictionary<string, string> settings, StoreFaults? faults = null, ILoggerProvider? log = null,
        TimeSpan? cardPause = null)
    {
        this.faults = faults ?? new StoreFaults();
        this.log = log;
        this.cardPause = cardPause ?? TimeSpan.Zero;
        this.time = time;
        this.connector = connector;
        this.settings = settings;
        // Not with the port: that is set once the host is built, and by then the program, which runs on, may have started it already.
        UseKestrel();
        StartServer();
        Client = CreateClient();
    }

    /// <summary>Speaks to the bot.</summary>
    public HttpClient Client { get; }

    /// <summary>Waits until every answer and every card is out.</summary>
    public async Task IdleAsync()
    {
        await Services.GetRequiredService<TurnRunner>().WhenIdleAsync();
        await Services.GetRequiredService<CardRefresher>().WhenIdleAsync();
    }

    /// <summary>Does what is due, and waits until cards are up to date.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        await Services.GetRequiredService<TurnRunner>().WhenIdleAsync();
        await Services.GetRequiredService<Sweep>().RunAsync(cancellationToken);
        await Services.GetRequiredService<CardRefresher>().WhenIdleAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Development);
        builder.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
        builder.UseSetting("Playground:Enabled", "false");
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging =>
        {
            logging.SetMinimumLevel(LogLevel.Warning);
            if (log is not null)
            {
                logging.ClearProviders().AddProvider(log);
            }
        });
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
            services.Replace(ServiceDescriptor.Singleton(connector));
            services.Replace(ServiceDescriptor.Singleton<GraphCredential>(_ => _ => new FakeCredential()));
            var store = services.Single(service => service.ServiceType == typeof(ITableStore)).ImplementationFactory!;
            services.Replace(ServiceDescriptor.Singleton<ITableStore>(provider => new FaultyTableStore((ITableStore)store(provider), faults)));
            services.Replace(ServiceDescriptor.Singleton(provider =>
                new CardRefresher(TimeProvider.System, provider.GetRequiredService<ILogger<CardRefresher>>()) { Pause = cardPause }));
            foreach (var quartz in services.Where(IsQuartzHost).ToList())
            {
                services.Remove(quartz);
            }
        });
    }

    private static bool IsQuartzHost(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
        && (service.ImplementationType ?? service.ImplementationFactory?.Method.DeclaringType)?.Assembly.GetName().Name?.StartsWith("Quartz", StringComparison.Ordinal) == true;
}
