using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Privacy;
using Bot.Domain.Rights;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Privacy;

/// <summary>Everything that is kept about whoever asks.</summary>
internal sealed class KeptData(KeptRowFinder finder)
{
    /// <summary>Why the sender is not answered here, in Markdown; null when they are. Only they may read along.</summary>
    public static string? Refuses(Turn turn, Right right) =>
        turn.WhyNot(right) is { } why ? RefusalText.Markdown(turn, why)
        : turn.Sender is not null && turn.May(right) ? null
        : Messages.Get(turn.Reader, Sentence.DataInPrivate);

    /// <summary>All rows that are about the sender.</summary>
    public async Task<IReadOnlyList<KeptRow>> OfSenderAsync(Turn turn, CancellationToken cancellationToken)
    {
        var found = new List<KeptRow>();
        await foreach (var row in finder.OfAsync(AboutSender(turn), cancellationToken))
        {
            found.Add(row);
        }

        return found;
    }

    /// <summary>How many of each kind there are, in the order of the table. Where mail reaches them stands in the row of their profile and counts as a kind of its own.</summary>
    public static IReadOnlyList<(KeptKind Kind, int Count)> Counted(Person person, IReadOnlyList<KeptRow> rows) =>
    [
        .. KeptTable.All
            .Select(rule => (rule.Kind, rule.Kind == KeptKind.Mail ? (person.Mail is null ? 0 : 1) : rows.Where(row => row.Rows.Kind == rule.Kind).DistinctBy(row => (row.Rows.Table, row.Row.PartitionKey, row.Row.RowKey)).Count()))
            .Where(pair => pair.Item2 > 0),
    ];

    private static KeptAbout AboutSender(Turn turn) => new(
        turn.Network.Id, turn.Snapshot.Tenant, turn.Sender!.Id, [.. turn.Account.Keys.Concat(turn.Whole.Accounts.GetValueOrDefault(turn.Sender.Id)?.Keys ?? []).Distinct()]);
}
