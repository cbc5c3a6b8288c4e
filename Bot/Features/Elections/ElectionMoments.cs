using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using NodaTime;

namespace Bot.Features.Elections;

/// <summary>When an election must be looked at as it is then.</summary>
internal static class ElectionMoments
{
    /// <summary>So many days before the end of a term the coordinators are told, the first time and the second.</summary>
    public static readonly int[] ExpiryDays = [56, 28];

    private static readonly LocalTime Morning = new(8, 0);

    /// <summary>The morning on which the coordinators are told that a term ends, in the network's zone.</summary>
    /// <param name="network">The network.</param>
    /// <param name="last">Last day of the term.</param>
    /// <param name="days">So many days before.</param>
    public static Instant ExpiryAt(Network network, LocalDate last, int days) => network.Zone.AtLeniently(last.PlusDays(-days) + Morning).ToInstant();

    /// <summary>All moments that follow from the election as it is; those that are over are harmless.</summary>
    public static IEnumerable<DateTimeOffset> Of(Network network, Election election)
    {
        if (election.State == ElectionState.Nominating)
        {
            yield return election.NominateUntil.ToDateTimeOffset();
        }

        foreach (var until in election.Mandates.Where(mandate => mandate.State == MandateState.Asked).Select(mandate => mandate.AskedUntil).Distinct())
        {
            yield return until.ToDateTimeOffset();
        }

        if (election is { IsTermToCome: true, TermFrom: { } first })
        {
            yield return first.AtStartOfDayInZone(network.Zone).ToDateTimeOffset();
        }

        if (election.TermUntil is { } last)
        {
            foreach (var days in ExpiryDays)
            {
                yield return ExpiryAt(network, last, days).ToDateTimeOffset();
            }
        }
    }
}
