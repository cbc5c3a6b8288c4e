using System.Collections.Generic;
using System.Threading;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Storage;

namespace Bot.Turns;

/// <summary>Which rights were asked for and given before anything was stored: a command that mostly reads asks for the right to set when it sets, and what a right is asked of says which
/// committee it is about. What is asked after that only says which buttons somebody is shown.</summary>
/// <param name="watch">Tells whether anything was stored so far.</param>
internal sealed class AskedRights(ChangeWatch watch)
{
    private readonly Lock gate = new();
    private readonly List<(Right Right, CommitteeId? Committee)> asked = [];

    /// <summary>The rights that were given, in the order in which they were asked for.</summary>
    public IReadOnlyList<(Right Right, CommitteeId? Committee)> All
    {
        get
        {
            lock (gate)
            {
                return [.. asked];
            }
        }
    }

    /// <summary>A right was asked for, and given.</summary>
    public void Note(Right right, CommitteeId? committee)
    {
        lock (gate)
        {
            if (!watch.HasStored)
            {
                asked.Add((right, committee));
            }
        }
    }
}
