using System;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>Watches what an action stores, so that it is known afterwards whether it changed something, and what.</summary>
internal sealed class ChangeWatch
{
    private readonly WrittenRows written = new();

    /// <summary>Whether anything was stored so far, if only that something is about to be.</summary>
    public bool HasStored => written.All.Count > 0;

    /// <summary>Has it done and watches it.</summary>
    public Task<T> DuringAsync<T>(Func<Task<T>> act) => written.DuringAsync(act);

    /// <summary>What was changed; null for nothing.</summary>
    public AuditSubject? SubjectIn(NetworkId network) => AuditSubject.Of(network, written.All);
}
