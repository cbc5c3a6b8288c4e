using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Memberships;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Prospects.AddProspect;

/// <summary>A prospect after somebody wanted to note it.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="IsNew">False when it was noted already; then nothing about it was changed.</param>
internal sealed record AddedProspect(ProspectId Id, bool IsNew);

/// <summary>Notes a prospect. One of that name that is there already is led to, not written over.</summary>
internal sealed class AddProspectHandler(ProspectStore prospects, ProspectChanges changes)
{
    /// <summary>Notes it.</summary>
    /// <returns>The prospect, new or there already; or a refusal of <see cref="Prospect.Add"/>.</returns>
    /// <remarks>Two who each note the last that fits may end with one more than <see cref="Prospect.Most"/>: the limit keeps the list readable, and is not worth a row to fight over.</remarks>
    public async Task<Outcome<AddedProspect>> HandleAsync(Turn turn, string name, ProspectDetails details, CancellationToken cancellationToken)
    {
        var id = ProspectStore.IdOf(name);
        if (await prospects.FindAsync(turn.Network.Id, id, cancellationToken) is not null)
        {
            return new AddedProspect(id, IsNew: false);
        }

        var noted = (await prospects.AllAsync(turn.Network.Id, cancellationToken)).Count;
        return Prospect.Add(turn.Network, noted, id, name, details, turn.Sender!.Id, turn.Now) switch
        {
            Outcome<Prospect>.Done(var prospect) => new AddedProspect(id, await changes.TryAddAsync(turn, prospect, cancellationToken)),
            Outcome<Prospect>.Refused(var why) => why,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
