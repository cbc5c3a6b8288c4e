using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Bot.Tests.FaultRuns;

/// <summary>What came of it all.</summary>
/// <param name="Plan">What was done.</param>
/// <param name="Took">How long.</param>
/// <param name="Kills">How many kills met which phase.</param>
/// <param name="Votes">Votes acknowledged and not.</param>
/// <param name="Counted">Votes stored, of how many on the roll.</param>
/// <param name="Begun">Announcements that were begun, meetings and their moves and ballots; and resolutions recorded.</param>
/// <param name="Deliveries">Of the messages.</param>
/// <param name="Faults">Whatever must not be, one line each.</param>
internal sealed record FaultVerdict(
    FaultPlan Plan, TimeSpan Took, IReadOnlyDictionary<KillPhase, int> Kills, (int Acknowledged, int Unanswered, int Changed) Votes, (int Cast, int Roll) Counted, (int Announcements, int Resolutions) Begun,
    FaultDeliveries Deliveries, FaultFindings Faults)
{
    private const int MostShown = 10;

    /// <summary>Whether nothing was lost, nothing counted twice, and nothing said again without need.</summary>
    public bool IsGood => Faults.All.Count == 0 && Deliveries is { Unexplained: 0, Missing: 0 } && Deliveries.Repeated <= Deliveries.Unnoted;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        {Plan.Store}, {Plan.Instances} instance(s), {Plan.Recipients} recipients, {Plan.Voters} voters, seed {Plan.Seed}: {Kills.Values.Sum()} kills in {Took.TotalSeconds:F0} s
        kills:      {Kills.GetValueOrDefault(KillPhase.StartUp)} during start-up, {Kills.GetValueOrDefault(KillPhase.Votes)} while votes came in, {Kills.GetValueOrDefault(KillPhase.Announcement)} while announcing as well
        votes:      {Votes.Acknowledged} acknowledged ({Votes.Unanswered} not, {Votes.Changed} voters changed their mind), {Faults.Lost.Count} lost, {Faults.Doubled.Count} counted twice; {Counted.Cast} stored of {Counted.Roll} on the roll
        register:   {Begun.Resolutions} resolutions, {Faults.Register.Count} faults
        deliveries: {Begun.Announcements} announcements, {Deliveries.Taken} messages taken, {Faults.Untold.Count} not told, {Deliveries.Repeated} said again
        window:     {Deliveries.Hits} kills came between the Connector's taking a message and the note that it did, and left {Deliveries.Unnoted} messages without one ({Deliveries.BeforeAnswer} not even answered; at most {Deliveries.Longest.TotalMilliseconds:F0} ms after taking);
                    {Deliveries.Unexplained} without a kill, {Deliveries.Missing} noted and never taken
        why not 0:  a message that was taken, and whose note was not stored when the process died, cannot be told from one that was never sent: the Connector knows no key by
                    which it would take the second for the first. The bot says it again then, rather than leave somebody uninvited.
        {(IsGood ? "Nothing acknowledged was lost." : string.Join('\n', Faults.All.Take(MostShown).Prepend("NOT GOOD:")))}
        """);
}

/// <summary>Whatever must not be.</summary>
/// <param name="Lost">Voters whose acknowledged vote is not the stored one.</param>
/// <param name="Doubled">Voters on the roll more than once.</param>
/// <param name="Register">Of the register, and of ballots that ended.</param>
/// <param name="Untold">Who was not told what.</param>
/// <param name="Other">Anything else.</param>
internal sealed record FaultFindings(
    IReadOnlyList<string> Lost, IReadOnlyList<string> Doubled, IReadOnlyList<string> Register, IReadOnlyList<string> Untold, IReadOnlyList<string> Other)
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<string> All => [.. Lost, .. Doubled, .. Register, .. Untold, .. Other];
}
