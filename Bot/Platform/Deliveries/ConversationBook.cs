using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Activities.Connector;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;

namespace Bot.Platform.Deliveries;

/// <summary>The conversations the bot knows, refreshed by every activity. One partition a tenant; <c>personal|account</c> for 1:1
/// chats, <c>room|conversation</c> for group chats and channels, <c>service</c> for the tenant's newest service address,
/// <c>waiting|key|subject</c> for what is to be looked at as soon as the bot is added there, <c>stopped</c> while the tenant has the bot switched off.</summary>
internal sealed partial class ConversationBook(ITableStore tables, DueTable due, ServiceUrls serviceUrls, TimeProvider time)
{
    /// <summary>Name of the table.</summary>
    public const string Table = "conversations";

    private const string ServiceKey = "service";

    private const string RoomPrefix = "room|";

    private const int NotedLimit = 50_000;

    /// <summary>What was last written or read, so that a turn that brings nothing new costs no storage call.</summary>
    private readonly ConcurrentDictionary<(string Tenant, string Key), KnownConversation> noted = new();

    /// <summary>Key of somebody's 1:1 chat.</summary>
    /// <param name="account">The Entra object id, or the Teams id of an account without one.</param>
    public static string PersonalKey(string account) => "personal|" + account;

    /// <summary>Key of a group chat or channel.</summary>
    public static string RoomKey(string conversation) => RoomPrefix + ChannelThread.Of(conversation).ChannelId;

    /// <summary>Stores where the activity came from, if that is news.</summary>
    public async Task NoteAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.TenantId() is not { } tenant || activity.Conversation?.Id is not { Length: > 0 } id || activity.ServiceUrl is not { Length: > 0 } serviceUrl)
        {
            return;
        }

        await LiftAsync(tenant, activity, cancellationToken);
        var key = KeyOf(activity);
        var before = await FindAsync(tenant, key, cancellationToken);
        var locale = activity.Type is ActivityTypes.Message or ActivityTypes.Invoke ? activity.ReaderLocale() ?? before?.Locale : before?.Locale ?? activity.ReaderLocale();
        var now = new KnownConversation(tenant, key, ChannelThread.Of(id).ChannelId, serviceUrl, locale, !IsRemoval(activity));
        if (now == before)
        {
            return;
        }

        await WriteAsync(now, cancellationToken);
        if (before is not { IsActive: true } && now.IsActive)
        {
            await WakeAsync(tenant, key, cancellationToken);
        }

        if (before?.ServiceUrl != serviceUrl)
        {
            await WriteAsync(new KnownConversation(tenant, ServiceKey, string.Empty, serviceUrl, null, true), cancellationToken);
        }
    }

    /// <summary>The conversation filed under <paramref name="key"/>, or null when the bot was never there, or nowhere it may speak by now.</summary>
    public async ValueTask<KnownConversation?> FindAsync(string tenant, string key, CancellationToken cancellationToken)
    {
        if (noted.TryGetValue((tenant, key), out var known))
        {
            return known;
        }

        return await tables.GetEntityIfExistsAsync(Table, tenant, KeyPart.Of(key), cancellationToken) is { } row && Read(row, key) is var stored && Trusted(stored.ServiceUrl) is not null
            ? Remember(stored)
            : null;
    }

    /// <summary>The tenant's newest service address, or null while nobody has spoken to the bot.</summary>
    public async ValueTask<string?> ServiceUrlAsync(string tenant, CancellationToken cancellationToken) =>
        (await FindAsync(tenant, ServiceKey, cancellationToken))?.ServiceUrl;

    /// <summary>Files a conversation the bot opened itself, or one it learned it may no longer speak in.</summary>
    public Task SaveAsync(KnownConversation conversation, CancellationToken cancellationToken) => WriteAsync(conversation, cancellationToken);

    /// <summary>Writes down that the subject is to be looked at as soon as the bot is added to the conversation. Harmless to repeat.</summary>
    public Task WaitAsync(string tenant, string key, DueSubject subject, CancellationToken cancellationToken)
    {
        var row = new TableEntity(tenant, WaitingPrefix(key) + subject.Kind + "|" + subject.Network + "|" + subject.Id)
        {
            ["Format"] = 1,
            ["Kind"] = subject.Kind,
            ["Network"] = subject.Network,
            ["Id"] = subject.Id,
        };
        return tables.SubmitTransactionAsync(Table, [TableTransactionAction.Upsert(row)], cancellationToken);
    }

    /// <summary>Has everything looked at that waits for the conversation. The due row is written before the waiting one is taken away.</summary>
    private async Task WakeAsync(string tenant, string key, CancellationToken cancellationToken)
    {
        await foreach (var row in tables.QueryAsync(Table, RowRange.WithPrefix(tenant, WaitingPrefix(key)), cancellationToken))
        {
            var subject = new DueSubject(row.GetString("Kind") ?? string.Empty, row.GetString("Network") ?? string.Empty, row.GetString("Id") ?? string.Empty);
            await due.LookAgainAsync(subject, cancellationToken);
            await tables.SubmitTransactionAsync(Table, [TableTransactionAction.Delete(row)], cancellationToken);
        }
    }

    private static string WaitingPrefix(string key) => "waiting|" + KeyPart.Of(key) + "|";

    /// <summary>Key of the conversation the activity came from. Where an update of a 1:1 chat names no sender it is the chat's own id.</summary>
    public static string KeyOf(Activity activity) => activity.Conversation?.ConversationType is null or ConversationTypes.Personal
        ? PersonalKey(new[] { activity.From?.AadObjectId, activity.From?.Id, activity.Conversation?.Id }.First(id => !string.IsNullOrEmpty(id))!)
        : RoomKey(activity.Conversation.Id ?? string.Empty);

    private static bool IsRemoval(Activity activity) =>
        activity is { Type: ActivityTypes.InstallationUpdate, Action: "remove" or "remove-upgrade" }
        || (activity.MembersRemoved?.Any(member => string.Equals(member.Id, activity.Recipient?.Id, StringComparison.OrdinalIgnoreCase)) ?? false);

    private async Task WriteAsync(KnownConversation conversation, CancellationToken cancellationToken)
    {
        var row = new TableEntity(conversation.Tenant, KeyPart.Of(conversation.Key))
        {
            ["Format"] = 1,
            ["ConversationId"] = conversation.ConversationId,
            ["ServiceUrl"] = conversation.ServiceUrl,
            ["Locale"] = conversation.Locale,
            ["IsActive"] = conversation.IsActive,
        };
        await tables.SubmitTransactionAsync(Table, [TableTransactionAction.Upsert(row)], cancellationToken);
        Remember(conversation);
    }

    private KnownConversation Remember(KnownConversation conversation)
    {
        if (noted.Count >= NotedLimit)
        {
            noted.Clear();
        }

        return noted[(conversation.Tenant, conversation.Key)] = conversation;
    }

    private static KnownConversation Read(TableEntity row, string key) => new(
        row.PartitionKey,
        key,
        row.GetString("ConversationId") ?? string.Empty,
        row.GetString("ServiceUrl") ?? string.Empty,
        row.GetString("Locale"),
        row.GetBoolean("IsActive") ?? false);
}
