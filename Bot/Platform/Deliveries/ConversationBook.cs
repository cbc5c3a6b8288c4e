using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
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

    /// <summary>Row key of a tenant's newest service address.</summary>
    public const string ServiceKey = "service";

    private const string RoomPrefix = "room|";

    private const int NotedLimit = 50_000;

    /// <summary>How long a copy in memory counts: another instance may have been told that the bot was removed or added.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    /// <summary>What was last written or read, so that a turn that brings nothing new costs no storage call.</summary>
    private readonly ConcurrentDictionary<(string Tenant, string Key), (KnownConversation Conversation, DateTimeOffset Until)> noted = new();

    /// <summary>Key of somebody's 1:1 chat.</summary>
    /// <param name="account">The Entra object id, or the Teams id of an account without one.</param>
    public static string PersonalKey(string account) => "personal|" + account;

    /// <summary>Key of a group chat or channel.</summary>
    public static string RoomKey(string conversation) => RoomPrefix + ChannelThread.Of(conversation).ChannelId;

    /// <summary>Stores where the activity came from, if that is news, and whether the bot may speak there. A search in the message extension
    /// is left out: it comes from any chat, also from such as the bot is no part of.</summary>
    public async Task NoteAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.TenantId() is not { } tenant || activity.Conversation?.Id is not { Length: > 0 } || activity.ServiceUrl is not { Length: > 0 }
            || activity.Name?.StartsWith("composeExtension/", StringComparison.Ordinal) == true)
        {
            return;
        }

        await LiftAsync(tenant, activity, cancellationToken);
        var change = ConversationChange.Of(activity);
        if (change is { Team: { } team, IsActive: { } isActive })
        {
            foreach (var room in await RoomsOfAsync(tenant, team, cancellationToken))
            {
                await NoteOneAsync(room, room with { IsActive = isActive }, cancellationToken);
            }
        }

        await NotePlaceAsync(activity, tenant, change, cancellationToken);
    }

    /// <summary>The channels an event is about, without thread: the one it names, or those of its team the bot knows.</summary>
    public async Task<IReadOnlyList<string>> ConcernedAsync(Activity activity, CancellationToken cancellationToken)
    {
        var change = ConversationChange.Of(activity);
        var place = change.Channel ?? ChannelThread.Of(activity.Conversation?.Id ?? string.Empty).ChannelId;
        return change.Team is { } team && activity.TenantId() is { } tenant
            ? [.. (await RoomsOfAsync(tenant, team, cancellationToken)).Select(room => room.ConversationId).Append(place).Distinct(StringComparer.Ordinal)]
            : [place];
    }

    /// <summary>The channels of a team the bot knows, without thread.</summary>
    public async Task<IReadOnlyList<string>> ChannelsOfAsync(string tenant, string team, CancellationToken cancellationToken) =>
        [.. (await RoomsOfAsync(tenant, team, cancellationToken)).Select(room => room.ConversationId)];

    private async Task NotePlaceAsync(Activity activity, string tenant, ConversationChange change, CancellationToken cancellationToken)
    {
        var key = change.Channel is { Length: > 0 } channel ? RoomKey(channel) : KeyOf(activity);
        // When the bot is added or removed, another instance may have heard of the opposite just before, and a copy in memory would hide that this is news.
        var isTurning = activity.Type is ActivityTypes.InstallationUpdate or ActivityTypes.ConversationUpdate && change.IsActive is not null;
        var before = isTurning ? await ReadAsync(tenant, key, cancellationToken) : await FindAsync(tenant, key, cancellationToken);
        var locale = activity.Type is ActivityTypes.Message or ActivityTypes.Invoke ? activity.ReaderLocale() ?? before?.Locale : before?.Locale ?? activity.ReaderLocale();
        var id = change.Channel is { Length: > 0 } named ? named : ChannelThread.Of(activity.Conversation!.Id!).ChannelId;
        var now = new KnownConversation(
            tenant, key, id, activity.ServiceUrl!, locale, change.IsActive ?? before?.IsActive ?? true, activity.ChannelData?.Team?.Id ?? before?.Team);
        await NoteOneAsync(before, now, cancellationToken);
        if (before?.ServiceUrl != now.ServiceUrl)
        {
            await WriteAsync(new KnownConversation(tenant, ServiceKey, string.Empty, now.ServiceUrl, null, true), cancellationToken);
        }
    }

    private async Task NoteOneAsync(KnownConversation? before, KnownConversation now, CancellationToken cancellationToken)
    {
        if (now == before)
        {
            return;
        }

        await WriteAsync(now, cancellationToken);
        if (before is not { IsActive: true } && now.IsActive)
        {
            await WakeAsync(now.Tenant, now.Key, cancellationToken);
        }
    }

    /// <summary>The known channels of a team.</summary>
    private async Task<IReadOnlyList<KnownConversation>> RoomsOfAsync(string tenant, string team, CancellationToken cancellationToken)
    {
        var rooms = new List<KnownConversation>();
        await foreach (var row in tables.QueryAsync(Table, RowRange.WithPrefix(tenant, RoomPrefix), cancellationToken))
        {
            if (row.GetString("Team") == team && row.GetString("ConversationId") is { } id)
            {
                rooms.Add(Read(row, RoomKey(id)));
            }
        }

        return rooms;
    }

    /// <summary>The conversation filed under <paramref name="key"/>, or null when the bot was never there, or nowhere it may speak by now.</summary>
    public async ValueTask<KnownConversation?> FindAsync(string tenant, string key, CancellationToken cancellationToken)
    {
        // That the bot may speak again, another instance may have heard a moment ago, and has woken then what waited for it.
        if (noted.TryGetValue((tenant, key), out var known) && known.Conversation.IsActive && known.Until - time.GetUtcNow() is var rest && rest > TimeSpan.Zero && rest <= Fresh)
        {
            return known.Conversation;
        }

        return await ReadAsync(tenant, key, cancellationToken);
    }

    private async Task<KnownConversation?> ReadAsync(string tenant, string key, CancellationToken cancellationToken) =>
        await tables.GetEntityIfExistsAsync(Table, tenant, KeyPart.Of(key), cancellationToken) is { } row && Read(row, key) is var stored && Trusted(stored.ServiceUrl) is not null
            ? Remember(stored)
            : null;

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

    private async Task WriteAsync(KnownConversation conversation, CancellationToken cancellationToken)
    {
        var row = new TableEntity(conversation.Tenant, KeyPart.Of(conversation.Key))
        {
            ["Format"] = 1,
            ["ConversationId"] = conversation.ConversationId,
            ["ServiceUrl"] = conversation.ServiceUrl,
            ["Locale"] = conversation.Locale,
            ["IsActive"] = conversation.IsActive,
            ["Team"] = conversation.Team,
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

        noted[(conversation.Tenant, conversation.Key)] = (conversation, time.GetUtcNow() + Fresh);
        return conversation;
    }

    private static KnownConversation Read(TableEntity row, string key) => new(
        row.PartitionKey,
        key,
        row.GetString("ConversationId") ?? string.Empty,
        row.GetString("ServiceUrl") ?? string.Empty,
        row.GetString("Locale"),
        row.GetBoolean("IsActive") ?? false,
        row.GetString("Team"));
}
