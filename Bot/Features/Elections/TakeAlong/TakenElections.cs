using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Bot.Domain.Elections;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Elections.TakeAlong;

/// <summary>Elections for a network that leaves: who stood, each round as it was counted and told, lots, and who was elected.</summary>
internal sealed class TakenElections(ElectionStore elections) : ITakenAlong
{
    private const int Long = 100_000;

    /// <inheritdoc/>
    public async IAsyncEnumerable<TakenPart> PartsAsync(Turn turn, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var all = (await elections.AllAsync(turn.Network.Id, cancellationToken)).OrderBy(election => election.CalledAt);
        yield return new TakenPart.Table(Sentence.TakenElections, [.. all.Select(election => new TakenRow(TakenRow.Of(turn.Network, election.Body), Cells(turn, election)))]);
    }

    private static string[] Cells(Turn turn, Election election)
    {
        var (reader, network) = (turn.Reader, turn.Network);
        return
        [
            ElectionWords.Body(network, election),
            election.CalledAt.InZone(network.Zone).Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
            ElectionWords.Method(reader, election.Method),
            election.Seats.ToString(CultureInfo.InvariantCulture),
            ElectionWords.State(reader, network, election),
            ElectionWords.Names(network, election.Nominations.Where(nomination => nomination.Answer == Consent.Given).Select(nomination => nomination.Person), Long),
            string.Join("; ", election.Lists.Select(list => $"{list.Name}: {ElectionWords.Names(network, list.Order, Long)}")),
            string.Join("; ", election.Rounds.Select(round => ElectionWords.Round(reader, network, election, round, Long))),
            string.Join("; ", election.Lots.Select(lot => ElectionWords.Lot(reader, network, lot))),
            string.Join("; ", election.Mandates.Select(mandate => ElectionWords.Mandate(reader, network, mandate))),
            election.TermFrom?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty,
            election.TermUntil?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty,
            election.Resolution ?? string.Empty,
        ];
    }
}
