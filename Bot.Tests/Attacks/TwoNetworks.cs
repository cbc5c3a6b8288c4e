using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Tests.Conversations;
using NodaTime;
using Xunit;

namespace Bot.Tests.Attacks;

/// <summary>The network with the circle and the one without it, made once for all attackers.</summary>
public sealed class TwoNetworks : IAsyncLifetime
{
    private static readonly string[] People = ["katrin", "ruth", "amina", "bernd", "clara", "dao", "samira", "fremd", "jana"];

    /// <summary>Commands that are tried one after the other. Whoever locks their own profile is a stranger from then on, and would try nothing any more.</summary>
    internal static IEnumerable<Bot.Turns.CommandEntry> Typed => Bot.Turns.CommandTable.All.Where(entry => entry != Bot.Turns.CommandTable.LockProfile);

    /// <summary>Verbs that are tried one after the other; whoever has their own data deleted is a stranger, too.</summary>
    internal static IEnumerable<string> Pressed => Bot.Turns.RightOf.ListedVerbs.Where(verb => verb != "data.delete").Order(StringComparer.Ordinal);

    private int message;

    /// <summary>With the circle.</summary>
    internal Talk There { get; private set; } = null!;

    /// <summary>Without it.</summary>
    internal Talk NotThere { get; private set; } = null!;

    /// <summary>Buttons with the ids of what the circle has: those its people were shown, and every verb with all of them.</summary>
    internal IReadOnlyList<(string Verb, JsonObject Data)> Buttons { get; private set; } = [];

    /// <summary>What is stored where the circle is and not where it is not, before anybody attacks.</summary>
    internal IReadOnlyList<string> Rows { get; private set; } = [];

    /// <summary>What each conversation of the network with the circle showed before anybody attacked.</summary>
    internal IReadOnlyDictionary<string, string> Untouched { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public async ValueTask InitializeAsync()
    {
        There = await HiddenCircle.WorldAsync(exists: true);
        NotThere = await HiddenCircle.WorldAsync(exists: false);
        var forged = await HiddenCircle.ForgedAsync(There);
        Buttons =
        [
            .. HiddenCircle.Captured(There),
            .. Pressed.SelectMany(verb => forged.Select(data => (verb, data))),
        ];
        Rows = await OwnRowsAsync();
        Untouched = People.Select(Talk.Personal)
            .Concat([HiddenCircle.Room, Talk.Board, Talk.Plenary]).ToDictionary(conversation => conversation, There.Read, StringComparer.Ordinal);
        There.Settles = NotThere.Settles = false;
    }

    public async ValueTask DisposeAsync()
    {
        await There.DisposeAsync();
        await NotThere.DisposeAsync();
    }

    /// <summary>What is stored where the circle is and not where it is not.</summary>
    internal async Task<IReadOnlyList<string>> OwnRowsAsync()
    {
        var notThere = await HiddenCircle.RowsAsync(NotThere);
        return [.. (await HiddenCircle.RowsAsync(There)).Where(row => !notThere.ContainsKey(row.Key)).Select(row => row.Key + " " + row.Value).Order(StringComparer.Ordinal)];
    }

    /// <summary>Does the same in both networks.</summary>
    /// <param name="act">What is done; gets the network and an id that is the same in both.</param>
    /// <returns>What is answered, and how often the store was asked, in each; null where something was written, since how many reads that takes depends on what else is due.</returns>
    internal async Task<((string Said, int? Reads) There, (string Said, int? Reads) NotThere)> BothAsync(Func<Talk, string, Task<string>> act)
    {
        var id = "attack-" + message++;
        return (await OneAsync(There, act, id), await OneAsync(NotThere, act, id));
    }

    private static async Task<(string Said, int? Reads)> OneAsync(Talk talk, Func<Talk, string, Task<string>> act, string id)
    {
        await talk.IdleAsync();
        // One thing after the other, as in life: what is listed by time has the same order in both.
        talk.Time.Now += Duration.FromTicks(1);
        var (trips, writes) = (talk.Faults.Trips, talk.Faults.Writes);
        var said = await act(talk, id);
        await talk.IdleAsync();
        return (said, talk.Faults.Writes == writes ? talk.Faults.Trips - trips : null);
    }
}
