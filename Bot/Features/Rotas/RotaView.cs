using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Domain.Rotas;
using Bot.Storage;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Rotas;

/// <summary>A rota with all it follows from, as it was read.</summary>
/// <param name="Committee">Whose.</param>
/// <param name="Stored">The rota.</param>
/// <param name="State">How it stands.</param>
/// <param name="Coming">The meetings that were called and have not begun, the next first.</param>
internal sealed record RotaView(Committee Committee, Stored<Rota> Stored, RotaState State, IReadOnlyList<Meeting> Coming)
{
    /// <summary>The rota.</summary>
    public Rota Rota => Stored.Value;

    /// <summary>The next called meeting that somebody of the rota leads; null when there is none.</summary>
    public Meeting? Led(Network network) => Coming.FirstOrDefault(meeting => meeting.Chair is { } chair && Rota.HostOf(network, chair) is not null);

    /// <summary>Whose turn is in preparation: whoever leads the next called meeting, else whoever is next.</summary>
    public RotaHost? Preparing(Network network) => Led(network) is { Chair: { } chair } ? Rota.HostOf(network, chair) : State.Next;
}

/// <summary>Finds and reads rotas.</summary>
internal sealed class RotaViews(RotaStore rotas)
{
    /// <summary>The committee's rota as it stands now; null when it has none.</summary>
    public async Task<RotaView?> OfAsync(Network network, Committee committee, Instant now, CancellationToken cancellationToken)
    {
        if (await rotas.FindAsync(network.Id, committee.Id, cancellationToken) is not { } stored)
        {
            return null;
        }

        var meetings = await rotas.MeetingsAsync(network.Id, committee.Id, cancellationToken);
        var coming = meetings.Where(meeting => meeting.State == MeetingState.Invited && meeting.StartsAt(network.Zone) > now).OrderBy(meeting => meeting.Day).ToList();
        return new RotaView(committee, stored, RotaState.Of(stored.Value, network, committee, meetings, now), coming);
    }

    /// <summary>The one rota the sender means: of the committee named, else of the one whose conversation this is, else of the only one of the sender's committees that has one.</summary>
    /// <param name="turn">Who asks, and where.</param>
    /// <param name="text">What they said.</param>
    /// <param name="takesPart">Whether only those count in which the sender takes turns, as long as no committee is named.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Null when there is none, or several come into question.</returns>
    public async Task<RotaView?> MeantAsync(Turn turn, string text, bool takesPart, CancellationToken cancellationToken)
    {
        var named = CommitteeFinder.Named(turn.Network, text);
        IReadOnlyList<Committee> meant = named.Count > 0 ? named : turn.Here is { } here ? [here] : turn.OwnCommittees;
        var having = (await rotas.CommitteesAsync(turn.Network.Id, cancellationToken)).ToHashSet();
        var views = new List<RotaView>();
        foreach (var committee in meant.Where(committee => having.Contains(committee.Id) && turn.May(Right.ReadRota, committee)))
        {
            if (await OfAsync(turn.Network, committee, turn.Now, cancellationToken) is { } view
                && (!takesPart || named.Count > 0 || (turn.Sender is { } sender && view.Rota.HostOf(turn.Network, sender.Id) is not null)))
            {
                views.Add(view);
            }
        }

        return views is [var only] ? only : null;
    }

    /// <summary>The rota of the committee a card names, for those who may read of it; null otherwise.</summary>
    public async Task<RotaView?> OfFormAsync(Turn turn, CardForm form, CancellationToken cancellationToken, PersonId? chair = null) =>
        turn.Network.Committee(new CommitteeId(form.Id("committee") ?? string.Empty)) is { } committee && (turn.May(Right.ReadRota, committee) || (chair is not null && turn.May(Right.KeepChecklist, committee, chair)))
            ? await OfAsync(turn.Network, committee, turn.Now, cancellationToken)
            : null;
}
