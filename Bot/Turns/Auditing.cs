using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Privacy;
using Bot.Domain.Rights;
using Bot.Storage;

namespace Bot.Turns;

/// <summary>Has an action done and enters into the audit log that it was, when it changed something: who, when, by which right, to what. Never what was said or chosen.</summary>
/// <remarks>
/// An entry is written after the change is stored, and at most once: what was refused, only shown, or done already leaves none. Whoever dies between the two leaves a change without an entry. The
/// other way round, an entry before the change, would say of people what they did not do, which is worse in a log that is read to find out who did something. A fault while the entry is written
/// is logged and changes neither the action nor its answer, so that nobody does again what is done. Actions that can never leave an entry, such as votes, are not even watched.
/// </remarks>
internal sealed class Auditing(AuditStore audit)
{
    /// <summary>Does it.</summary>
    /// <param name="turn">Who does what, where.</param>
    /// <param name="right">The right it asks for.</param>
    /// <param name="act">What is done, in a turn that notes what it asks for.</param>
    public async Task<T> RunAsync<T>(Turn turn, Right right, Func<Turn, Task<T>> act)
    {
        if (!AuditTable.MayLeaveEntry(right))
        {
            return await act(turn);
        }

        var watch = new ChangeWatch();
        var asked = new AskedRights(watch);
        try
        {
            return await watch.DuringAsync(() => act(turn with { Asked = asked }));
        }
        finally
        {
            // Also when it failed half-way: what is stored is stored.
            await EnterAsync(turn, right, asked.All, watch.SubjectIn(turn.Network.Id));
        }
    }

    private async Task EnterAsync(Turn turn, Right right, IReadOnlyList<(Right Right, CommitteeId? Committee)> asked, AuditSubject? subject)
    {
        if (subject is null || AuditTable.Meant(right, asked.Select(one => one.Right)) is not { } meant)
        {
            return;
        }

        var entry = new AuditEntry(turn.Form.Id, turn.Now, turn.Sender?.Id, meant, subject.Kind, subject.Id, subject.Committees);
        var otherwise = asked.Where(one => one.Right == meant || one.Right == right).Select(one => one.Committee).OfType<CommitteeId>().Distinct();
        // Whoever has gone meanwhile has done it all the same.
        await audit.TryAddAsync(turn.Network.Id, entry, [.. otherwise], CancellationToken.None);
    }
}
