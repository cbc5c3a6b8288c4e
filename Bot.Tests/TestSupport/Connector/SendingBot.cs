using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Activities.Connector;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using Bot.Platform.Tables.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.TestSupport.Connector;

/// <summary>The outgoing half of the bot as <c>Program</c> composes it, on a SQLite file, with a subject that announces one thing to many people.</summary>
internal sealed class SendingBot : IAsyncDisposable
{
    /// <summary>The tenant.</summary>
    public const string Tenant = "11111111-1111-1111-1111-111111111111";

    private readonly SqliteTableStore store;
    private readonly ServiceProvider services;

    private SendingBot(SqliteTableStore store, ServiceProvider services) => (this.store, this.services) = (store, services);

    /// <summary>The subject that is due.</summary>
    public static DueSubject Subject { get; } = new("test", "n", "1");

    public IConnectorClient Connector => Get<IConnectorClient>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Starts on a folder; several may share one.</summary>
    public static async Task<SendingBot> StartAsync(
        string folder, TimeProvider time, int recipients, CancellationToken cancellationToken, IConnectorClient? connector = null, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value)).Build();
        var file = new SqliteTableStore(folder, time);
        var collection = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .AddSingleton(time)
            .AddSingleton<ITableStore>(file)
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<IHostEnvironment>(new TestEnvironment(Environments.Development));
        if (connector is not null)
        {
            collection.AddSingleton(connector);
        }

        collection.AddActivities(configuration).AddDeliveries().AddScheduling(configuration)
            .AddSingleton<IDueHandler>(provider => new AnnouncingHandler(provider.GetRequiredService<Announcer>(), recipients));
        var bot = new SendingBot(file, collection.BuildServiceProvider());
        foreach (var table in new[] { ConversationBook.Table, DeliveryLedger.Table, DueTable.Table })
        {
            await file.CreateTableIfNotExistsAsync(table, cancellationToken);
        }

        return bot;
    }

    /// <summary>Files the 1:1 chats of everybody, and that the subject is due.</summary>
    public async Task SeedAsync(string serviceUrl, int recipients, CancellationToken cancellationToken)
    {
        var book = Get<ConversationBook>();
        await Parallel.ForEachAsync(Enumerable.Range(0, recipients), new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = cancellationToken }, async (number, token) =>
            await book.SaveAsync(new KnownConversation(Tenant, KeyOf(number), ConversationOf(number), serviceUrl, "de-DE", true), token));
        await Get<DueTable>().LookAgainAsync(Subject, cancellationToken);
    }

    /// <summary>Key of somebody's 1:1 chat.</summary>
    public static string KeyOf(int number) => ConversationBook.PersonalKey(NameOf(number));

    /// <summary>Somebody's 1:1 chat.</summary>
    public static string ConversationOf(int number) => "a:" + NameOf(number);

    /// <summary>The lines of the ledger.</summary>
    public async Task<IReadOnlyList<Delivery>> LinesAsync(CancellationToken cancellationToken)
    {
        var lines = new List<Delivery>();
        await foreach (var line in Get<DeliveryLedger>().AboutAsync(AnnouncingHandler.Filed, cancellationToken))
        {
            lines.Add(line);
        }

        return lines;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        store.Dispose();
    }

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"person{number:00000}");

    /// <summary>Announces one thing to everybody, as the features' handlers do.</summary>
    public sealed class AnnouncingHandler(Announcer announcer, int recipients) : IDueHandler
    {
        /// <summary>What it is filed as.</summary>
        public const string Filed = "n|test|1";

        public string Kind => Subject.Kind;

        public Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken) => announcer.AnnounceAsync(
            new Announcement(Tenant, Filed, "invitation", [.. Enumerable.Range(0, recipients).Select(Audience)], Subject), cancellationToken);

        private static Audience Audience(int number) => new(KeyOf(number), "29:" + NameOf(number), _ => MessageActivity.Text("Einladung"));
    }
}
