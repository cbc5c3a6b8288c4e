using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Sessions;
using Bot.Storage;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Tasks;

/// <summary>The open tasks somebody may see, those due first before the others.</summary>
internal sealed class OpenTasks(TaskStore tasks)
{
    /// <summary>The sender's own.</summary>
    public async Task<IReadOnlyList<MeetingTask>> OwnAsync(Turn turn, CancellationToken cancellationToken) =>
        InOrder((await tasks.OpenAsync(turn.Network.Id, cancellationToken)).Where(task => turn.Sender is { } sender && task.Assignee == sender.Id && task.IsReadableBy(turn.Network, sender.Id)));

    /// <summary>Those of committees; of confidential items only in 1:1.</summary>
    public async Task<IReadOnlyList<MeetingTask>> OfAsync(Turn turn, IReadOnlyCollection<CommitteeId> committees, CancellationToken cancellationToken) =>
        InOrder((await tasks.OpenAsync(turn.Network.Id, cancellationToken)).Where(task => committees.Contains(task.Committee) && (turn.IsPersonal || !task.IsConfidential)));

    private static IReadOnlyList<MeetingTask> InOrder(IEnumerable<MeetingTask> tasks) => [.. tasks.OrderBy(task => task.Due ?? LocalDate.MaxIsoValue).ThenBy(task => task.Number)];
}
