using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Deliveries;
using Bot.Storage;
using Bot.Texts;
using NodaTime;

namespace Bot.Turns;

/// <summary>Finds out who speaks, where, and in which network.</summary>
/// <remarks>Where a tenant holds one network, it is that one. Where it holds several: in a committee's room its network, in another channel of a team the network that alone has rooms in that team;
/// a button is of the network it is stamped with, if whoever presses belongs to it, and otherwise of none; anywhere else it is the network the sender belongs to, of several the one they have chosen.
/// Who belongs to none meets an empty one, and learns of none.</remarks>
internal sealed class TurnLoader(NetworkStore networks, ConversationBook conversations, TimeProvider time)
{
    /// <summary>The turn, or null when no network lives in the activity's tenant.</summary>
    /// <param name="activity">What came in.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="form">What came with a pressed button; null for everything else.</param>
    public async ValueTask<Turn?> LoadAsync(Activity activity, CancellationToken cancellationToken, CardForm? form = null)
    {
        if (activity.TenantId() is not { } tenant)
        {
            return null;
        }

        return await networks.AllOfTenantAsync(tenant, cancellationToken) switch
        {
            [] => null,
            [var only] => TurnIn(activity, only),
            var several => await OfSeveralAsync(activity, tenant, several, form, cancellationToken),
        };
    }

    /// <summary>A turn in each network of the activity's tenant, for what happens to all of them.</summary>
    public async Task<IReadOnlyList<Turn>> LoadEachAsync(Activity activity, CancellationToken cancellationToken) => activity.TenantId() is { } tenant
        ? [.. (await networks.AllOfTenantAsync(tenant, cancellationToken)).Select(network => TurnIn(activity, network))]
        : [];

    private async Task<Turn> OfSeveralAsync(Activity activity, string tenant, IReadOnlyList<NetworkSnapshot> all, CardForm? form, CancellationToken cancellationToken)
    {
        var account = AccountOf(activity);
        IReadOnlyList<NetworkSnapshot> own = [.. all.Where(network => network.PersonOf(account) is not null)];
        var room = await RoomsNetworkAsync(activity, tenant, all, cancellationToken);
        var meant = form is not null ? Pressed(all, own, room, form) : room ?? await SendersAsync(tenant, account, own, cancellationToken);
        var nowhere = meant is null ? NetworkSnapshot.Nowhere(tenant) : null;
        return TurnIn(activity, meant ?? nowhere!) with { Own = own, Undecided = nowhere };
    }

    /// <summary>The network a button is of, if that is the room's, or the presser's own.</summary>
    private static NetworkSnapshot? Pressed(IReadOnlyList<NetworkSnapshot> all, IReadOnlyList<NetworkSnapshot> own, NetworkSnapshot? room, CardForm form)
    {
        var stamp = form.Id(NetworkStamp.Field);
        var of = all.FirstOrDefault(network => stamp is null ? !network.Network.Id.IsFurther : network.Network.Id.Value == stamp);
        return of is not null && (room is null ? own.Contains(of) : ReferenceEquals(room, of)) ? of : null;
    }

    private async Task<NetworkSnapshot?> SendersAsync(string tenant, Account account, IReadOnlyList<NetworkSnapshot> own, CancellationToken cancellationToken)
    {
        if (own.Count < 2)
        {
            return own.Count == 0 ? null : own[0];
        }

        var chosen = await networks.ChosenAsync(tenant, account.Key, cancellationToken);
        return own.FirstOrDefault(network => network.Network.Id == chosen);
    }

    /// <summary>The network of a channel or group chat; null in 1:1, and where no network has it.</summary>
    private async Task<NetworkSnapshot?> RoomsNetworkAsync(Activity activity, string tenant, IReadOnlyList<NetworkSnapshot> all, CancellationToken cancellationToken)
    {
        if (activity.Conversation?.ConversationType is null or ConversationTypes.Personal)
        {
            return null;
        }

        var room = ChannelThread.Of(activity.Conversation.Id ?? string.Empty).ChannelId;
        if (all.FirstOrDefault(network => network.CommitteeIn(room) is not null) is { } found)
        {
            return found;
        }

        if (activity.ChannelData?.Team?.Id is not { Length: > 0 } team)
        {
            return null;
        }

        var channels = await conversations.ChannelsOfAsync(tenant, team, cancellationToken);
        return all.Where(network => channels.Any(channel => network.CommitteeIn(channel) is not null)).ToList() is [var one] ? one : null;
    }

    private Turn TurnIn(Activity activity, NetworkSnapshot network) => new Turn
    {
        Activity = activity,
        Snapshot = network,
        Sender = null,
        Account = AccountOf(activity),
        Reader = Reader.For(activity.ReaderLocale()),
        Now = Instant.FromDateTimeOffset(time.GetUtcNow()),
    }.In(network);

    private static Account AccountOf(Activity activity) => new(activity.From?.Id, activity.From?.AadObjectId);
}
