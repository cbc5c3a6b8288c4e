using System.Collections.Generic;

namespace Bot.Domain.Committees;

/// <summary>A committee (Gremium) of a network and the rules it works by.</summary>
/// <param name="Id">Identity within the network.</param>
/// <param name="Kind">What it is to the network.</param>
/// <param name="Name">The name people use, such as "Beirat".</param>
/// <param name="Aliases">Other names it answers to, such as "Bündnis-Sitzung" or "plenary".</param>
/// <param name="Rules">The rules of procedure in force.</param>
public sealed record Committee(CommitteeId Id, CommitteeKind Kind, string Name, IReadOnlyList<string> Aliases, RulesOfProcedure Rules);
