using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Meetings;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Meetings.PassItems;

/// <summary>What follows from a meeting's agenda once it is over, and the cards that show it.</summary>
internal sealed class PassedItems(AgendaPassing passing, MeetingPosts posts)
{
    /// <summary>Carries over what was left open, sends answers back, and brings the posted cards of the meetings concerned up to date. Repeating it does it once.</summary>
    public async Task SettleAsync(NetworkSnapshot snapshot, Meeting meeting, Instant now, CancellationToken cancellationToken)
    {
        foreach (var changed in await passing.SettleAsync(snapshot.Network, meeting, now, cancellationToken))
        {
            posts.Refresh(snapshot, changed);
        }
    }
}
