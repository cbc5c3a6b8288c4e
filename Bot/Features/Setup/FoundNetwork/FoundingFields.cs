using System;
using System.Collections.Generic;
using Bot.Domain.Dates;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Setup.FoundNetwork;

/// <summary>What the form says that sets up a network.</summary>
/// <param name="Name">The network's name.</param>
/// <param name="Land">Whose public holidays count, as chosen.</param>
/// <param name="Zone">Name of its time zone, as typed.</param>
/// <param name="Plenary">What its plenary is called.</param>
internal sealed record FoundingFields(string Name, string Land, string Zone, string Plenary)
{
    /// <summary>The longest name of a network or plenary, in UTF-16 units.</summary>
    public const int NameLimit = 100;

    /// <summary>The zone nearly every network lives in.</summary>
    public const string UsualZone = "Europe/Berlin";

    /// <summary>The fields before anybody has filled them.</summary>
    public static FoundingFields Empty(Reader reader) => new(string.Empty, string.Empty, UsualZone, Messages.Get(reader, Sentence.FoundingPlenary));

    /// <summary>The fields in a form.</summary>
    public static FoundingFields In(CardForm form) => new(form["name"], form["land"], form["zone"].Length == 0 ? UsualZone : form["zone"], form["plenary"]);

    /// <summary>The Land; null when none was chosen.</summary>
    public GermanLand? ReadLand() => Enum.TryParse<GermanLand>(Land, out var land) && Enum.IsDefined(land) && land.ToString() == Land ? land : null;

    /// <summary>The zone; null when there is none of that name.</summary>
    public DateTimeZone? ReadZone() => DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone);

    /// <summary>What must be filled in otherwise.</summary>
    public IReadOnlyList<Sentence> Faults()
    {
        var faults = new List<Sentence>();
        if (Name.Length is 0 or > NameLimit)
        {
            faults.Add(Sentence.FoundingNameMissing);
        }

        if (ReadLand() is null)
        {
            faults.Add(Sentence.FoundingLandMissing);
        }

        if (ReadZone() is null)
        {
            faults.Add(Sentence.FoundingZoneUnknown);
        }

        if (Plenary.Length is 0 or > NameLimit)
        {
            faults.Add(Sentence.FoundingPlenaryMissing);
        }

        return faults;
    }
}
