using System.Collections.Generic;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Rules;

/// <summary>A change of a committee's rules as a preview has shown it.</summary>
internal interface IRulesDraft
{
    /// <summary>Whose rules.</summary>
    CommitteeId Committee { get; }

    /// <summary>From which day on.</summary>
    LocalDate Day { get; }

    /// <summary>The version given last when the preview was drawn.</summary>
    int Latest { get; }

    /// <summary>The identity of what comes of it, the same however often it is confirmed.</summary>
    string IdentityIn(Turn turn);

    /// <summary>The versions that come of it; or why none do.</summary>
    Outcome<IReadOnlyList<RulesOfProcedure>> Versions(RulesTimeline timeline, LocalDate today);
}
