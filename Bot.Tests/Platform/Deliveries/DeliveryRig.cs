using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Tests.TestSupport;
using Bot.Tests.TestSupport.Connector;
using Xunit;

namespace Bot.Tests.Platform.Deliveries;

/// <summary>Announcements on a real store and a clock the test moves, with a Connector that does what the test says.</summary>
internal sealed class DeliveryRig : IAsyncDisposable
{
    public const string Service = "http://127.0.0.1:1/";

    private readonly TemporaryFolder folder = new();

    private DeliveryRig()
    {
    }

    public DrivenTime Time { get; } = DrivenTime.Start();

    public ScriptedConnector Connector { get; } = new();

    public SendingBot Bot { get; private set; } = null!;

    public ConversationBook Book => Bot.Get<ConversationBook>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>With the 1:1 chats of that many people known, unless told otherwise.</summary>
    public static async Task<DeliveryRig> StartAsync(int recipients, bool known = true, params (string Key, string Value)[] settings)
    {
        var rig = new DeliveryRig();
        rig.Bot = await SendingBot.StartAsync(rig.folder.Path, rig.Time, recipients, Token, rig.Connector, settings);
        if (known)
        {
            await rig.Bot.SeedAsync(Service, recipients, Token);
        }

        return rig;
    }

    /// <summary>A second instance on the same store.</summary>
    public Task<SendingBot> JoinAsync(int recipients) => SendingBot.StartAsync(folder.Path, Time, recipients, Token, Connector);

    /// <summary>Says one thing to that many people.</summary>
    public Task<DateTimeOffset?> AnnounceAsync(int recipients, Func<Activity>? message = null, bool wakes = true, CancellationTokenSource? stop = null) =>
        Bot.Get<Announcer>().AnnounceAsync(
            new Announcement(
                SendingBot.Tenant, SendingBot.AnnouncingHandler.Filed, "invitation",
                [.. Enumerable.Range(0, recipients).Select(number => new Audience(
                    SendingBot.KeyOf(number), "29:" + number, _ => message?.Invoke() ?? MessageActivity.Text("Einladung")))],
                wakes ? SendingBot.Subject : null),
            stop?.Token ?? Token);

    /// <summary>Somebody's line of the ledger.</summary>
    public async Task<Delivery> LineAsync(int number) => (await Bot.LinesAsync(Token)).Single(line => line.Audience == SendingBot.KeyOf(number));

    /// <summary>What is stored of somebody's chat.</summary>
    public async Task<KnownConversation?> ChatAsync(int number) => await Book.FindAsync(SendingBot.Tenant, SendingBot.KeyOf(number), Token);

    /// <summary>Something comes from somebody.</summary>
    public Task HearAsync(int number, string type = ActivityTypes.Message, string? action = null) => Book.NoteAsync(
        new Activity
        {
            Type = type,
            Action = action,
            ServiceUrl = Service,
            From = new ChannelAccount { AadObjectId = SendingBot.KeyOf(number)["personal|".Length..] },
            Conversation = new ConversationAccount { Id = SendingBot.ConversationOf(number), ConversationType = ConversationTypes.Personal, TenantId = SendingBot.Tenant },
        },
        Token);

    /// <summary>The subjects that are due.</summary>
    public async Task<IReadOnlyList<DueRow>> DueAsync() => await Bot.Get<DueTable>().DueAsync(Time.GetUtcNow(), 10, Token);

    /// <summary>Calls of one kind.</summary>
    public IEnumerable<string> Where(string call) => Connector.Calls.Where(made => made.Call == call).Select(made => made.Where);

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        folder.Dispose();
    }
}
