using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Rights;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Elections;

/// <summary>Finds the election and the people a typed text means.</summary>
internal sealed class ElectionFinder(ElectionStore elections)
{
    private const int MostNamed = 5;

    /// <summary>The newest election of each committee that the text names and the sender may know of; of all committees when it names none.</summary>
    /// <param name="turn">Who asks.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="fits">Which elections are meant at all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<Election>> FindAsync(Turn turn, string text, Func<Election, bool> fits, CancellationToken cancellationToken)
    {
        var named = CommitteeFinder.Named(turn.Network, text).Select(committee => committee.Id).ToHashSet();
        var all = await elections.AllAsync(turn.Network.Id, cancellationToken);
        return [.. all.Where(election => MayKnow(turn, election) && fits(election)).GroupBy(election => election.Body).Select(group => group.First()).Where(election => named.Count == 0 || named.Contains(election.Body))];
    }

    /// <summary>Whether the sender may know that there is such an election: those who vote, those who stand or were elected, and the members of the committee.</summary>
    public static bool MayKnow(Turn turn, Election election) => turn.Sender is { } sender && turn.Network.Committee(election.Body) is not null
        && ((turn.Network.Committee(election.Committee) is { } committee && turn.May(Right.ReadElections, committee))
            || (turn.IsPersonal && (election.NominationOf(sender.Id) is not null || election.MandateOf(sender.Id) is not null)));

    /// <summary>The person the text names: by the whole name, else the only one with these words in it.</summary>
    /// <returns>The person; refused with <see cref="RefusalCode.PersonUnknown"/> or <see cref="RefusalCode.PersonAmbiguous"/>.</returns>
    public static Outcome<Person> PersonOf(Network network, string typed)
    {
        var folded = CommandText.Fold(typed);
        var same = network.People.Where(person => CommandText.Fold(person.Name) == folded).ToList();
        var fitting = same.Count > 0 || folded.Length < 2 ? same : [.. network.People.Where(person => (" " + CommandText.Fold(person.Name)).Contains(" " + folded, StringComparison.Ordinal))];
        return fitting switch
        {
            [var only] => only,
            [] => new Refusal(RefusalCode.PersonUnknown, typed),
            _ => new Refusal(RefusalCode.PersonAmbiguous, typed, string.Join(", ", fitting.Take(MostNamed).Select(person => person.Name))),
        };
    }
}
