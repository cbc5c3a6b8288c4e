using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Elections;
using NodaTime;

namespace Bot.Features.Elections;

/// <summary>When an election must be looked at as it is then.</summary>
internal static class ElectionMoments
{
    /// <summary>So many days before the end of a term the coordinators are told, the first time and the second.</summary>
    public static readonly int[] ExpiryDays = [56, 28];

    /// <summary>All moments that follow from the election as it is; those that are over are harmless.</summary>
    public static IEnumerable<DateTimeOffset> Of(Election election)
    {
        if (election.State == ElectionState.Nominating)
        {
            yield return election.NominateUntil.ToDateTimeOffset();
        }

        foreach (var until in election.Mandates.Where(mandate => mandate.State == MandateState.Asked).Select(mandate => mandate.AskedUntil).Distinct())
        {
            yield return until.ToDateTimeOffset();
        }

        if (election.TermUntil is { } last)
        {
            foreach (var days in ExpiryDays)
            {
                // In the morning, whatever the zone of the network within Europe.
                yield return last.PlusDays(-days).At(new LocalTime(8, 0)).InUtc().ToDateTimeOffset();
            }
        }
    }
}
