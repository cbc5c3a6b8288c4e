using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Azure;
using Bot.Domain.Committees;
using Bot.Domain.Privacy;
using Bot.Domain.Rights;
using Bot.Platform.Tables;
using Bot.Storage;
using Microsoft.Extensions.Logging;

namespace Bot.Turns;

/// <summary>Has an action done and enters into the audit log that it was, when it changed something: who, when, by which right, to what. Never what was said or chosen.</summary>
/// <remarks>
/// An entry is written after the change is stored, and at most once: what was refused, only shown, or done already leaves none. Whoever dies between the two leaves a change without an entry. The
/// other way round, an entry before the change, would say of people what they did not do, which is worse in a log that is read to find out who did something. A fault while the entry is written
/// is logged and changes neither the action nor its answer, so that nobody does again what is done. Actions that can never leave an entry, such as votes, are not even watched.
/// </remarks>
internal sealed partial class Auditing(AuditStore audit, ILogger<Auditing> logger)
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

        var written = new WrittenRows();
        var asked = new AskedRights(written);
        try
        {
            return await written.DuringAsync(() => act(turn with { Asked = asked }));
        }
        finally
        {
            // Also when it failed half-way: what is stored is stored.
            await EnterAsync(turn, right, asked.All, written.All);
        }
    }

    private async Task EnterAsync(Turn turn, Right right, IReadOnlyList<(Right Right, CommitteeId? Committee)> asked, IReadOnlyList<(string Table, TableEntity Row)> written)
    {
        if (AuditSubject.Of(turn.Network.Id, written) is not { } subject
            || AuditTable.Meant(right, asked.Select(one => one.Right)) is not { } meant)
        {
            return;
        }

        try
        {
            var entry = new AuditEntry(turn.Form.Id, turn.Now, turn.Sender?.Id, meant, subject.Kind, subject.Id, subject.Committees);
            var otherwise = asked.Where(one => one.Right == meant || one.Right == right).Select(one => one.Committee).OfType<CommitteeId>().Distinct();
            // Whoever has gone meanwhile has done it all the same.
            await audit.AddAsync(turn.Network.Id, entry, [.. otherwise], CancellationToken.None);
        }
        catch (Exception failure) when (failure is RequestFailedException or InvalidOperationException or TimeoutException or System.IO.IOException or OperationCanceledException)
        {
            LogMissing(failure, turn.Network.Id.Value, meant);
        }
    }

    [LoggerMessage(3851, LogLevel.Error, "Network {Network}: the audit entry for {Right} could not be stored; what was done stands.")]
    private partial void LogMissing(Exception failure, string network, Right right);
}
