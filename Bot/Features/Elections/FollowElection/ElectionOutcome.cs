using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Records;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Texts;
using NodaTime;

namespace Bot.Features.Elections.FollowElection;

/// <summary>What follows from an election: the resolution in the register, and the seats. Repeating it changes nothing.</summary>
internal sealed class ElectionOutcome(ResolutionStore resolutions, NetworkStore networks)
{
    /// <summary>Together with names, lots and answers this stays below what one cell holds.</summary>
    private const int MostUnitsOfRounds = 20_000;

    /// <summary>Records the result of a finished election and brings the committee's seats to it.</summary>
    /// <returns>The election one step further; the same by reference when nothing is left to do.</returns>
    public async Task<Election> FollowAsync(Network network, Election election, Instant now, CancellationToken cancellationToken)
    {
        if (election.State != ElectionState.Finished)
        {
            return election;
        }

        if (election.Resolution is null)
        {
            var entry = await resolutions.RecordAsync(network.Id, Draft(network, election, now), cancellationToken);
            return election with { Resolution = entry.Number.ToString() };
        }

        var accepted = election.Mandates.Where(mandate => mandate.State == MandateState.Accepted).Select(mandate => mandate.Person).ToList();
        var stands = election.IsInOffice && election.Mandates.All(mandate => mandate.IsSeated == (mandate.State == MandateState.Accepted));
        if (election.TermFrom is not { } first || now.InZone(network.Zone).Date < first || stands)
        {
            return election;
        }

        // Whoever was in office until now gives up the seat when the new term begins, unless it comes with an office; later only who leaves.
        var changesHands = !election.IsInOffice && !election.IsByElection;
        var left = election.Mandates.Where(mandate => mandate is { State: MandateState.Left, IsSeated: true }).Select(mandate => mandate.Person).ToHashSet();
        await networks.ChangeSeatsAsync(
            network.Id,
            election.Body,
            accepted,
            person => (changesHands && network.Terms.GetValueOrDefault(new Seat(election.Body, person)) is not { IsByOffice: true }) || left.Contains(person),
            isNewTerm: !election.IsInOffice,
            cancellationToken);
        return election.Seated(accepted);
    }

    /// <summary>The register is kept in German, whoever reads it.</summary>
    private static ResolutionDraft Draft(Network network, Election election, Instant now)
    {
        var count = election.Rounds.FirstOrDefault()?.Count ?? new BallotCount([], 0, 0, null, 0);
        return new ResolutionDraft(
            Messages.Get(Reader.German, Sentence.ResolutionElectionTitle, ElectionWords.Body(network, election)),
            string.Join(' ', Lines(network, election)),
            election.Committee,
            election.Mandates.Any(mandate => mandate.State == MandateState.Accepted) ? Verdict.Accepted : Verdict.Rejected,
            new Tally(0, 0, 0, count.NotVoted, count.Present, count.Entitled, count.Excluded, Withheld: count.Cast),
            MajorityRule.Default.ToCode(),
            (election.Round?.ClosesAt ?? now).InZone(network.Zone).Date is var closed && now.InZone(network.Zone).Date is var today && closed < today ? closed : today,
            now,
            "election-" + election.Id.Value);
    }

    private static IEnumerable<string> Lines(Network network, Election election)
    {
        var taken = election.Mandates.Where(mandate => mandate.State == MandateState.Accepted).Select(mandate => mandate.Person).ToList();
        yield return taken.Count > 0
            ? Messages.Get(Reader.German, Sentence.ResolutionElectionText, election.Seats, ElectionWords.Body(network, election), All(network, taken), election.TermFrom!.Value, election.TermUntil!.Value)
            : Messages.Get(Reader.German, Sentence.ResolutionElectionNobody, election.Seats, ElectionWords.Body(network, election));
        foreach (var line in RoundLines(network, election))
        {
            yield return line;
        }

        foreach (var lot in election.Lots)
        {
            yield return ElectionWords.Lot(Reader.German, network, lot);
        }

        foreach (var mandate in election.Mandates)
        {
            yield return ElectionWords.Mandate(Reader.German, network, mandate) + ".";
        }
    }

    /// <summary>All rounds, as far as one entry can hold them; with very many seats filled one after the other the last ones stand with their ballots only.</summary>
    private static IEnumerable<string> RoundLines(Network network, Election election)
    {
        var units = 0;
        foreach (var (place, round) in election.Rounds.Index())
        {
            var line = ElectionWords.Round(Reader.German, network, election, round, int.MaxValue);
            units += line.Length;
            if (units > MostUnitsOfRounds)
            {
                yield return Messages.Get(Reader.German, Sentence.ResolutionFurtherRounds, election.Rounds.Count - place);
                yield break;
            }

            yield return line;
        }
    }

    private static string All(Network network, IEnumerable<PersonId> people) => ElectionWords.Names(network, people, int.MaxValue);
}
