using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Voting;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Elections.FollowElection;

/// <summary>Opens the ballot of an election's round and takes what it came to.</summary>
internal sealed class ElectionBallots(BallotStore ballots, BallotOpener opener)
{
    /// <summary>The election after the round being voted was counted; the same while it is voted. Opens the round's ballot if it is not open yet.</summary>
    public async Task<Election> TakeAsync(Network network, Election election, ElectionRound round, Instant now, CancellationToken cancellationToken)
    {
        var id = IdOf(election, round);
        if (await StandingAsync(network, id, cancellationToken) is { } running)
        {
            return running is { Count: { } count, Standings: { } standings } ? election.Counted(standings, count, now) : election;
        }

        if (network.Committee(election.Committee) is not { } committee || !network.Electorate(committee).Any())
        {
            return election.Counted([.. round.Candidates.Select(_ => new Standing(1, Support.None))], new BallotCount([], 0, 0, null, 0), now);
        }

        await opener.OpenAsync(network.Id, OpeningOf(network, committee, election, round, id), [round.OpensAt], cancellationToken);
        return election;
    }

    /// <summary>The ballot of the round; when it was declared void and taken again, the one that counts. Null while there is none.</summary>
    private async Task<BallotRecord?> StandingAsync(Network network, BallotId id, CancellationToken cancellationToken)
    {
        var found = (await ballots.FindAsync(network, id, cancellationToken))?.Value;
        return found?.Repeat is { } repeat && await StandingAsync(network, repeat.Id, cancellationToken) is { } again ? again : found;
    }

    private static BallotId IdOf(Election election, ElectionRound round) => new(election.Id.Value + "-r" + round.Number.ToString(CultureInfo.InvariantCulture));

    /// <summary>The majority of an election is more than half, whatever the committee needs for its motions; names are kept as they are now.</summary>
    private static Opening OpeningOf(Network network, Committee committee, Election election, ElectionRound round, BallotId id)
    {
        var motion = new Motion(MotionKind.Election, committee.Id, ElectionWords.Body(network, election), election.Id.Value)
        {
            Text = RoundTerms.Of(election, round).ToCode(),
            Options = [.. Options(network, election, round)],
        };
        var opening = Opening.Of(network, committee, motion, id, round.OpensAt, round.ClosesAt);
        return opening with
        {
            Ballot = opening.Ballot with
            {
                Rule = MajorityRule.Default with { Version = election.RulesVersion > 0 ? election.RulesVersion : committee.Rules.Version },
                Form = round.Form,
                Secrecy = election.Rule.Secrecy == BallotSecrecy.Open ? BallotSecrecy.Open : BallotSecrecy.Secret,
            },
        };
    }

    /// <summary>What can be chosen: the names; or the lists with their names; or, where lists are level, the list and who would take the seat.</summary>
    private static IEnumerable<string> Options(Network network, Election election, ElectionRound round)
    {
        if (election.Method != ElectionMethod.List)
        {
            return round.Candidates.Select(person => Distinct(network, round, person));
        }

        return round.Lists.Count > 0
            ? ElectionWords.Slices(round).Select(list => Of(election, list.List, list.Names))
            : round.Candidates.Select(person => Of(election, election.NominationOf(person)?.List, [person]));
        string Of(Election election, int? list, IEnumerable<PersonId> people) => $"{election.ListOf(list)?.Name} ({string.Join(", ", people.Select(person => Distinct(network, round, person)))})";
    }

    /// <summary>The name; of two of the same name with the organization each represents.</summary>
    private static string Distinct(Network network, ElectionRound round, PersonId person)
    {
        var name = ElectionWords.Name(network, person);
        return round.Candidates.Count(other => ElectionWords.Name(network, other) == name) > 1 && network.RepresentedBy(person).FirstOrDefault() is { } organization
            ? $"{name} ({organization.Name})"
            : name;
    }
}
