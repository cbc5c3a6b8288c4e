using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Dates;
using Bot.Features.Setup.FoundNetwork;
using Bot.Features.Setup.TakeStep;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Setup.ChangeNetwork;

/// <summary>"Bündnis umbenennen: …", "Land: Sachsen", "Zeitzone: Europe/Berlin": what a network is called, whose public holidays count, and in which zone its times are meant.</summary>
internal sealed partial class NetworkStep : SetupStep
{
    private const string Name = "name", Land = "land", Zone = "zone";

    private const int LongestZone = 60;

    /// <inheritdoc/>
    public override CommandEntry Entry => CommandTable.ChangeNetwork;

    /// <inheritdoc/>
    public override Sentence Heading => Sentence.SetupChangeNetwork;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => [Name, Land, Zone];

    /// <inheritdoc/>
    public override SetupFields Typed(Turn turn, CommandText text)
    {
        var rest = Entry.RestOf(text);
        return SetupFields.Empty.With(LandWord().IsMatch(text.Folded) ? Land : ZoneWord().IsMatch(text.Folded) ? Zone : Name, rest);
    }

    /// <inheritdoc/>
    public override IEnumerable<InputElement> Inputs(Turn turn, SetupFields fields) =>
    [
        InputPart.Required(turn.Reader, Name, (Sentence.InputNetworkName, Sentence.FoundingNameMissing), fields[Name].Length > 0 ? fields[Name] : turn.Network.Name, FoundingFields.NameLimit),
        new ChoiceSetInput
        {
            Id = Land,
            Label = Messages.Get(turn.Reader, Sentence.InputLand),
            IsRequired = true,
            ErrorMessage = Messages.Get(turn.Reader, Sentence.FoundingLandMissing),
            Choices = [.. Enum.GetValues<GermanLand>().Select(land => new Choice(LandWords.Name(turn.Reader, land), land.ToString()))],
            Value = (LandOf(fields[Land]) ?? turn.Network.Land).ToString(),
        },
        InputPart.Required(turn.Reader, Zone, (Sentence.InputZone, Sentence.FoundingZoneUnknown), fields[Zone].Length > 0 ? fields[Zone] : turn.Network.Zone.Id, LongestZone),
    ];

    /// <inheritdoc/>
    public override ValueTask<SetupPlan> PlanAsync(Turn turn, SetupFields fields, CancellationToken cancellationToken) => ValueTask.FromResult(Plan(turn, fields));

    private static SetupPlan Plan(Turn turn, SetupFields fields)
    {
        if (CountOf(fields) == 0)
        {
            return Ask(turn, Sentence.SetupWhatToChange);
        }

        var before = turn.Network;
        var name = fields[Name].Length > 0 ? fields[Name] : before.Name;
        if (name.Length > FoundingFields.NameLimit)
        {
            return Ask(turn, Sentence.SetupNameTooLong, ShortText.Abbreviate(name, 40), FoundingFields.NameLimit);
        }

        if (CommandText.WordsOf(CommandText.Fold(name)).Length == 0)
        {
            return Ask(turn, Sentence.SetupNameWithoutLetters, name);
        }

        if ((fields[Land].Length == 0 ? before.Land : LandOf(fields[Land])) is not { } land)
        {
            return Ask(turn, Sentence.SetupLandUnknown, ShortText.Abbreviate(fields[Land], 60), string.Join(", ", Enum.GetValues<GermanLand>().Select(one => LandWords.Name(turn.Reader, one))));
        }

        if ((fields[Zone].Length == 0 ? before.Zone : ZoneOf(fields[Zone])) is not { } zone)
        {
            return Ask(turn, Sentence.SetupZoneUnknown, ShortText.Abbreviate(fields[Zone], 60));
        }

        var (isNamed, isMoved, isInZone) = (name != before.Name, land != before.Land, zone.Id != before.Zone.Id);
        var done = Messages.Get(turn.Reader, Sentence.SetupNetworkDone, CardText.Escape(name, LineBreaks.Collapse), LandWords.Name(turn.Reader, land), CardText.Escape(zone.Id, LineBreaks.Collapse));
        return !isNamed && !isMoved && !isInZone ? new SetupPlan.Stands(done) : new SetupPlan.Ready(
            [
                .. Lines(isNamed, Said(turn, Sentence.SetupNameChange, before.Name, name)),
                .. Lines(isMoved, Said(turn, Sentence.SetupLandChange, LandWords.Name(turn.Reader, before.Land), LandWords.Name(turn.Reader, land))),
                .. Lines(isInZone, Said(turn, Sentence.SetupZoneChange, before.Zone.Id, zone.Id)),
            ],
            By(turn) with { Name = isNamed ? name : null, Land = isMoved ? land : null, Zone = isInZone ? zone : null },
            done)
        {
            Hints =
            [
                .. Lines(isNamed, Messages.Get(turn.Reader, Sentence.SetupNetworkNameHint)),
                .. Lines(isMoved, Messages.Get(turn.Reader, Sentence.SetupLandHint)),
                .. Lines(isInZone, Messages.Get(turn.Reader, Sentence.SetupZoneHint)),
            ],
            Follows = isMoved || isInZone ? PlaceDueHandler.Of(before) : null,
        };
    }

    private static int CountOf(SetupFields fields) => new[] { Name, Land, Zone }.Count(field => fields[field].Length > 0);

    private static IEnumerable<string> Lines(bool isMeant, string line) => isMeant ? [line] : [];

    /// <summary>The Land a text names, in either language or as a form holds it; null for none.</summary>
    private static GermanLand? LandOf(string text)
    {
        var folded = Plain(text);
        return Enum.GetValues<GermanLand>().Where(land => land.ToString() == text || new[] { Reader.German, Reader.English }.Any(reader => Plain(LandWords.Name(reader, land)) == folded))
            .Select(land => (GermanLand?)land).FirstOrDefault();
    }

    private static string Plain(string text) => CommandText.Fold(text).Replace('-', ' ');

    /// <summary>The zone a text names: by its whole name, however it is written, or by the only city of that name; null for none.</summary>
    private static DateTimeZone? ZoneOf(string text)
    {
        var written = text.Trim().Replace(' ', '_');
        var ids = DateTimeZoneProviders.Tzdb.Ids;
        var found = ids.Where(id => string.Equals(id, written, StringComparison.OrdinalIgnoreCase)).ToList();
        found = found.Count > 0 ? found : [.. ids.Where(id => id.EndsWith("/" + written, StringComparison.OrdinalIgnoreCase))];
        return found is [var only] ? DateTimeZoneProviders.Tzdb[only] : null;
    }

    [GeneratedRegex(@"^(bundesland|land|federal state|state)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LandWord();

    [GeneratedRegex(@"^(zeitzone|time zone|timezone)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ZoneWord();
}
