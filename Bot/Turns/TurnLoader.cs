using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Rights;
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
        var turn = new Turn
        {
            Activity = activity,
            Snapshot = snapshot,
            Sender = snapshot.PersonOf(account),
            Account = account,
            Reader = Reader.For(activity.ReaderLocale()),
            Now = now,
        };

        // Whatever is asked or pressed afterwards meets a network in which a confidential committee does not exist for whoever is not in it: no list, no refusal and no number
        // of reads can tell of it.
        return turn with { Snapshot = snapshot.Showing(committee => turn.May(Right.KnowConfidentialCommittee, committee)), Whole = snapshot };
    }
}
