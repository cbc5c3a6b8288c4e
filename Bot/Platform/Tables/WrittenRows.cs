using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Platform.Tables;

/// <summary>What a piece of work has stored, so that whoever has it done can tell whether it changed anything, and what. Seen where every store checks what it is given, so that nothing
/// that is done is overlooked, whoever does it; costs nothing where nobody watches.</summary>
internal sealed class WrittenRows
{
    /// <summary>The first rows tell what a change is about; of a roll of ten thousand lines the rest says no more.</summary>
    private const int Most = 200;

    private static readonly AsyncLocal<WrittenRows?> Watching = new();

    private readonly Lock gate = new();
    private readonly List<(string Table, TableEntity Row)> rows = [];
    private bool isOver;

    /// <summary>Whether somebody watches what is stored here.</summary>
    public static bool AreWatched => Watching.Value is not null;

    /// <summary>The first rows that were stored or removed, in the order in which they were; of a removed one only the keys.</summary>
    public IReadOnlyList<(string Table, TableEntity Row)> All
    {
        get
        {
            lock (gate)
            {
                return [.. rows];
            }
        }
    }

    /// <summary>Does the work and watches it. What goes on after it has ended is not its own any more.</summary>
    public async Task<T> DuringAsync<T>(Func<Task<T>> work)
    {
        Watching.Value = this;
        try
        {
            return await work();
        }
        finally
        {
            lock (gate)
            {
                isOver = true;
            }
        }
    }

    /// <summary>These were stored.</summary>
    public static void Note(string table, IReadOnlyList<TableTransactionAction> actions) => Watching.Value?.Add(table, actions);

    private void Add(string table, IReadOnlyList<TableTransactionAction> actions)
    {
        lock (gate)
        {
            for (var place = 0; place < actions.Count && rows.Count < Most && !isOver; place++)
            {
                rows.Add((table, actions[place].Entity));
            }
        }
    }
}
