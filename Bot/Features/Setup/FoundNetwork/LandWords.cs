using System;
using Bot.Domain.Dates;
using Bot.Texts;

namespace Bot.Features.Setup.FoundNetwork;

/// <summary>The Länder in words.</summary>
internal static class LandWords
{
    /// <summary>The Land's name.</summary>
    public static string Name(Reader reader, GermanLand land) => Messages.Get(reader, land switch
    {
        GermanLand.BadenWuerttemberg => Sentence.LandBadenWuerttemberg,
        GermanLand.Bavaria => Sentence.LandBavaria,
        GermanLand.Berlin => Sentence.LandBerlin,
        GermanLand.Brandenburg => Sentence.LandBrandenburg,
        GermanLand.Bremen => Sentence.LandBremen,
        GermanLand.Hamburg => Sentence.LandHamburg,
        GermanLand.Hesse => Sentence.LandHesse,
        GermanLand.LowerSaxony => Sentence.LandLowerSaxony,
        GermanLand.MecklenburgWesternPomerania => Sentence.LandMecklenburgWesternPomerania,
        GermanLand.NorthRhineWestphalia => Sentence.LandNorthRhineWestphalia,
        GermanLand.RhinelandPalatinate => Sentence.LandRhinelandPalatinate,
        GermanLand.Saarland => Sentence.LandSaarland,
        GermanLand.Saxony => Sentence.LandSaxony,
        GermanLand.SaxonyAnhalt => Sentence.LandSaxonyAnhalt,
        GermanLand.SchleswigHolstein => Sentence.LandSchleswigHolstein,
        GermanLand.Thuringia => Sentence.LandThuringia,
        _ => throw new ArgumentOutOfRangeException(nameof(land)),
    });
}
