using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Rights;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Elections.LeaveBody;

/// <summary>Somebody leaves a committee: the seat goes back, and where it came from an election the next substitute is asked.</summary>
internal sealed class LeaveHandler(ElectionStore elections, ElectionChanges changes, NetworkStore networks)
{
    /// <summary>The election by which the person holds the seat; null when it did not come from one.</summary>
    public async Task<Election?> SourceAsync(NetworkId network, CommitteeId body, PersonId person, CancellationToken cancellationToken) =>
        (await elections.AllAsync(network, cancellationToken)).FirstOrDefault(election => election.Body == body && election.MandateOf(person) is { State: MandateState.Accepted, IsSeated: true });

    /// <summary>Takes the seat back. Doing it twice changes nothing more.</summary>
    /// <returns>The election whose substitutes are asked now, or null; refused with <see cref="RefusalCode.OnlyCoordinator"/> or <see cref="RefusalCode.HasNoSeat"/>.</returns>
    public async Task<Outcome<Election?>> HandleAsync(Turn turn, CommitteeId body, PersonId person, CancellationToken cancellationToken)
    {
        if (!turn.May(Right.RecordLeaving))
        {
            return new Refusal(RefusalCode.OnlyCoordinator);
        }

        if (!turn.Network.Seats.Contains(new Seat(body, person)))
        {
            return new Refusal(RefusalCode.HasNoSeat, ElectionWords.Name(turn.Network, person), turn.Network.Committee(body)?.Name ?? body.Value);
        }

        if (await SourceAsync(turn.Network.Id, body, person, cancellationToken) is not { } source)
        {
            await networks.ChangeSeatsAsync(turn.Network.Id, body, [], other => other == person, isNewTerm: false, cancellationToken);
            return new Outcome<Election?>.Done(null);
        }

        return await changes.ChangeAsync(turn.Network, source.Id, election => election.Leave(person, turn.Now), cancellationToken) switch
        {
            Outcome<Election>.Done(var after) => new Outcome<Election?>.Done(after),
            Outcome<Election>.Refused(var why) => why,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
