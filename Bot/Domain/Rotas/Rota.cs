using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Rotas;

/// <summary>The order in which people or organizations lead a committee's meetings (Sitzungsleitung reihum), as it was set, and what was agreed on since.
/// Whose turn it is follows from this and from the meetings that were called: <see cref="RotaState"/>.</summary>
/// <param name="Committee">Whose.</param>
/// <param name="Hosts">The order, each once, 2 to <see cref="Most"/>.</param>
/// <param name="Since">When it was set: meetings called before do not move it.</param>
/// <param name="SetBy">Who set it.</param>
public sealed record Rota(CommitteeId Committee, IReadOnlyList<RotaHost> Hosts, Instant Since, PersonId SetBy)
{
    /// <summary>Most turns in one order.</summary>
    public const int Most = 24;

    /// <summary>The longest reason for a skipped turn, in UTF-16 units.</summary>
    public const int ReasonLimit = 200;

    /// <summary>What was agreed on since, in order, numbered from 1.</summary>
    public IReadOnlyList<RotaStep> Steps { get; init; } = [];

    /// <summary>The same rota with one more step, under the next number.</summary>
    public Rota With(RotaStep step) => this with { Steps = [.. Steps, step with { Number = Steps.Count + 1 }] };

    /// <summary>The turn this person takes in the order, by themselves before an organization of theirs; null when they take none.</summary>
    public RotaHost? HostOf(Network network, PersonId person) => Hosts
        .Where(host => host.People(network, Committee).Contains(person))
        .OrderBy(host => host == RotaHost.Of(person) ? 0 : 1)
        .Cast<RotaHost?>().FirstOrDefault();
}

/// <summary>What was agreed on about turns.</summary>
/// <param name="Kind">What.</param>
/// <param name="Host">Whose turn.</param>
/// <param name="At">When it was agreed on.</param>
/// <param name="By">Who said so, or agreed last.</param>
public sealed record RotaStep(RotaStepKind Kind, RotaHost Host, Instant At, PersonId By)
{
    /// <summary>Its place in the rota, from 1.</summary>
    public int Number { get; init; }

    /// <summary>With whom the turn is swapped; null for a skipped turn.</summary>
    public RotaHost? Other { get; init; }

    /// <summary>Why the turn is skipped; empty for a swap.</summary>
    public string Reason { get; init; } = string.Empty;
}

/// <summary>What can be agreed on about turns.</summary>
public enum RotaStepKind
{
    /// <summary>The turn is passed over; the next one comes with the next round.</summary>
    Skipped,

    /// <summary>Two take each other's next turn, once.</summary>
    Swapped,
}
