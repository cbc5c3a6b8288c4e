using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Texts;
using NodaTime;

namespace Bot.Features.Checkup;

/// <summary>What days and hours are written with: the zone most networks live in, and the names of weekdays.</summary>
internal sealed class ZoneLook : ILook
{
    private const string Zone = "Europe/Berlin";

    public Sentence Subject => Sentence.CheckupZone;

    public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        var day = Reader.German.Culture.DateTimeFormat.GetDayName(DayOfWeek.Monday);
        Finding finding = DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone) is null
            ? new(Gravity.Wrong, Sentence.CheckupZoneMissing, Zone)
            : new(Gravity.Fine, Sentence.CheckupZoneFine, Zone, DateTimeZoneProviders.Tzdb.VersionId, day);
        return Task.FromResult<IReadOnlyList<Finding>>([finding]);
    }
}
