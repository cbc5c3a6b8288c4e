using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Dates;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Setup.FoundNetwork;

/// <summary>The form that sets up a network. Confirming it does.</summary>
internal static class FoundingCard
{
    private const int LongestZone = 60;

    /// <summary>Draws it.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="fields">As far as it is filled in.</param>
    /// <param name="faults">What must be filled in otherwise.</param>
    public static AdaptiveCard Render(Reader reader, FoundingFields fields, IReadOnlyList<Sentence> faults)
    {
        var heading = Messages.Get(reader, Sentence.FoundingHeading);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading + " " + Messages.Get(reader, Sentence.FoundingLead),
            Body =
            [
                CardPart.Heading(heading),
                .. faults.Select(fault => CardPart.Text(Messages.Get(reader, fault))),
                CardPart.Text(Messages.Get(reader, Sentence.FoundingLead)),
                InputPart.Required(reader, "name", (Sentence.InputNetworkName, Sentence.FoundingNameMissing), fields.Name, FoundingFields.NameLimit),
                new ChoiceSetInput
                {
                    Id = "land",
                    Label = Messages.Get(reader, Sentence.InputLand),
                    IsRequired = true,
                    ErrorMessage = Messages.Get(reader, Sentence.FoundingLandMissing),
                    Choices = [.. Enum.GetValues<GermanLand>().Select(land => new Choice(LandWords.Name(reader, land), land.ToString()))],
                    Value = fields.ReadLand()?.ToString(),
                },
                InputPart.Required(reader, "zone", (Sentence.InputZone, Sentence.FoundingZoneUnknown), fields.Zone, LongestZone),
                InputPart.Required(reader, "plenary", (Sentence.InputPlenaryName, Sentence.FoundingPlenaryMissing), fields.Plenary, FoundingFields.NameLimit),
                CardPart.Subtle(Messages.Get(reader, Sentence.FoundingRules)),
                .. CardPart.Rows([CardPart.Button(reader, Sentence.ButtonFound, SetupVerbs.Found)]),
            ],
        };
    }
}
