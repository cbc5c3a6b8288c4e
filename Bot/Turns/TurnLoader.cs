using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Storage;
using Bot.Texts;
using NodaTime;

namespace Bot.Turns;

/// <summary>Finds out who speaks, where, and in which network.</summary>
internal sealed class TurnLoader(NetworkStore networks, TimeProvider time)
{
    /// <summary>The turn, or null when no network lives in the activity's tenant.</summary>
    public async ValueTask<Turn?> LoadAsync(Activity activity, CancellationToken cancellationToken)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        if (activity.TenantId() is not { } tenant || await networks.FindByTenantAsync(tenant, cancellationToken) is not { } snapshot)
        {
            return null;
        }

        var account = new Account(activity.From?.Id, activity.From?.AadObjectId);
        return new Turn
        {
            Activity = activity,
            Snapshot = snapshot,
            Sender = null,
            Account = account,
            Reader = Reader.For(activity.ReaderLocale()),
            Now = now,
        }.In(snapshot);
    }
}
