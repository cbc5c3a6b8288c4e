using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Rights;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Elections.CallElection;

/// <summary>Calls an election: decide, write when to look at it, store it. Telling people follows from what is stored.</summary>
internal sealed class CallElectionHandler(ElectionStore elections, DueTable due)
{
    /// <summary>Last day of the term that goes on in a committee; null when none does.</summary>
    public async Task<LocalDate?> TermUntilAsync(Turn turn, CommitteeId body, CancellationToken cancellationToken) =>
        (await elections.AllAsync(turn.Network.Id, cancellationToken)).Where(election => election.Body == body && election is { IsInOffice: true, IsByElection: false } && election.TermUntil >= turn.LocalNow.Date)
            .Select(election => election.TermUntil).FirstOrDefault();

    /// <summary>What would be called, without storing anything.</summary>
    public async Task<Outcome<Election>> LookAsync(Turn turn, ElectionDraft draft, CancellationToken cancellationToken)
    {
        if (turn.Sender is not { } sender || !turn.May(Right.CallElection) || draft.Complete(turn.Network) is not { } call)
        {
            return new Refusal(turn.May(Right.CallElection) ? RefusalCode.ElectionIncomplete : RefusalCode.OnlyCoordinator);
        }

        var id = new ElectionId((draft.Form ?? turn.Form).IdentityOf(Subjects.Election));
        return Election.Call(turn.Network, call, id, sender.Id, turn.Now, await TermUntilAsync(turn, call.Body, cancellationToken));
    }

    /// <summary>Calls it. Pressing the button twice calls it once.</summary>
    /// <returns>The election that came of the draft; a refusal of the domain, <see cref="RefusalCode.ElectionIncomplete"/>, or <see cref="RefusalCode.ElectionRuns"/>.</returns>
    public async Task<Outcome<Election>> HandleAsync(Turn turn, ElectionDraft draft, CancellationToken cancellationToken)
    {
        var id = new ElectionId((draft.Form ?? turn.Form).IdentityOf(Subjects.Election));
        if (turn.May(Right.CallElection) && await elections.FindAsync(turn.Network.Id, id, cancellationToken) is { Value: var standing })
        {
            return standing;
        }

        var outcome = await LookAsync(turn, draft, cancellationToken);
        if (outcome is not Outcome<Election>.Done(var election))
        {
            return outcome;
        }

        var foreseen = await due.ForeseeAsync(Subjects.Due(turn.Network.Id, Subjects.Election, id.Value), ElectionMoments.Of(turn.Network, election), cancellationToken);
        if (await elections.TryAddAsync(turn.Network.Id, election, cancellationToken))
        {
            await due.LookNowAsync(foreseen, cancellationToken);
            return election;
        }

        return await elections.FindAsync(turn.Network.Id, id, cancellationToken) is { Value: var faster }
            ? faster
            : new Refusal(RefusalCode.ElectionRuns, ElectionWords.Body(turn.Network, election));
    }
}
