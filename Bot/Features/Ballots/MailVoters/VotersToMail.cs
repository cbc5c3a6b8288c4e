using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Deliveries;
using Bot.Domain.Voting;
using Bot.Platform.Deliveries;
using Bot.Storage;

namespace Bot.Features.Ballots.MailVoters;

/// <summary>Who of those entitled to vote has to be written to.</summary>
/// <param name="People">Whom the call does not reach in Teams, with an address, one for each address.</param>
/// <param name="IsUnderWay">Whether it is still being tried to tell somebody in Teams.</param>
/// <param name="LacksAddresses">Whether somebody is out of reach of whom no address is known.</param>
internal sealed record VotersToMail(IReadOnlyList<Person> People, bool IsUnderWay, bool LacksAddresses)
{
    /// <summary>Finds them.</summary>
    /// <param name="snapshot">The network.</param>
    /// <param name="kind">By which message the ballot is made known now.</param>
    /// <param name="roll">The roll.</param>
    /// <param name="ledger">Where it stands who was told.</param>
    /// <param name="filed">How deliveries about the ballot are filed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<VotersToMail> OfAsync(
        NetworkSnapshot snapshot, string kind, IEnumerable<RollEntry> roll, DeliveryLedger ledger, string filed, CancellationToken cancellationToken)
    {
        var reach = new Dictionary<string, ReachState>(StringComparer.Ordinal);
        await foreach (var line in ledger.AboutAsync(filed, cancellationToken))
        {
            if (line.Kind == kind || (line.State == DeliveryState.Sent && BallotMessages.Covers(line.Kind, kind)))
            {
                reach[line.Audience] = reach.GetValueOrDefault(line.Audience, ReachState.Refused) == ReachState.Reached ? ReachState.Reached : DeliveryReach.StateOf(line);
            }
        }

        var missing = roll.Where(IsMissing).SelectMany(entry => entry.Actors).Distinct().Select(snapshot.Network.Person).OfType<Person>()
            .Where(person => person is { HasLeft: false, IsLocked: false }).ToLookup(person => StateOf(snapshot, person, reach));
        var unreached = missing.Where(state => state.Key is not (ReachState.Reached or ReachState.UnderWay)).SelectMany(people => people).ToList();
        return new VotersToMail(
            [.. unreached.Where(person => person.Mail is not null).DistinctBy(person => person.Mail!.Value.ToUpperInvariant()).OrderBy(person => person.Id.Value, StringComparer.Ordinal)],
            missing[ReachState.UnderWay].Any(),
            unreached.Any(person => person.Mail is null));
    }

    /// <summary>Whether a voter still has a vote to cast.</summary>
    public static bool IsMissing(RollEntry entry) => entry is { HasVoted: false, Excluded: null };

    /// <summary>Of somebody with an account nothing is concluded before Teams was asked.</summary>
    private static ReachState StateOf(NetworkSnapshot snapshot, Person person, Dictionary<string, ReachState> reach)
    {
        if (!snapshot.Accounts.TryGetValue(person.Id, out var account))
        {
            return ReachState.NoAccount;
        }

        var states = account.Keys.Select(ConversationBook.PersonalKey).Where(reach.ContainsKey).Select(key => reach[key]).ToList();
        return states.Count == 0 ? ReachState.UnderWay : states.Min();
    }
}
