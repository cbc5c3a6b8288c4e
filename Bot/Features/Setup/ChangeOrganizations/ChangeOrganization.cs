using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Memberships;
using Bot.Features.Setup.TakeStep;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Setup.ChangeOrganizations;

/// <summary>"Organisation ändern: Sportbund", "Organisation ändern: Sportbund in Kreissportbund, Sport": its name and its sector.</summary>
internal sealed partial class ChangeOrganization : SetupStep
{
    private const string Which = "which";

    /// <inheritdoc/>
    public override CommandEntry Entry => CommandTable.ChangeOrganization;

    /// <inheritdoc/>
    public override Sentence Heading => Sentence.SetupChangeOrganization;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => [.. OrganizationFields.All, Which];

    /// <inheritdoc/>
    public override SetupFields Typed(Turn turn, CommandText text)
    {
        var rest = Entry.RestOf(text);
        var renaming = Renaming().Match(rest);
        var which = renaming.Success ? renaming.Groups["which"].Value.Trim() : rest;
        var fields = renaming.Success ? OrganizationFields.Typed(renaming.Groups["name"].Value) : SetupFields.Empty;
        if (OrganizationFields.Named(turn.Network, which) is not [var one])
        {
            return fields.With(Which, which);
        }

        // Without a new sector the one it has stays.
        fields = fields[OrganizationFields.SectorName].Length == 0 ? fields.With(OrganizationFields.SectorName, one.Sector?.ToString() ?? string.Empty) : fields;
        return fields.With(Which, one.Name).With(OrganizationFields.Organization, one.Id.Value);
    }

    /// <inheritdoc/>
    public override IEnumerable<InputElement> Inputs(Turn turn, SetupFields fields)
    {
        var known = OrganizationFields.Of(turn, fields);
        if (known is null)
        {
            yield return InputPart.Required(turn.Reader, Which, (Sentence.InputWhichOrganization, Sentence.SetupNameMissing), fields[Which], Admission.NameLimit);
        }

        var shown = fields[OrganizationFields.Name].Length == 0 && known is not null ? fields.With(OrganizationFields.Name, known.Name) : fields;
        foreach (var input in OrganizationFields.Inputs(turn, shown))
        {
            yield return input;
        }
    }

    /// <inheritdoc/>
    public override ValueTask<SetupPlan> PlanAsync(Turn turn, SetupFields fields, CancellationToken cancellationToken) => ValueTask.FromResult(Plan(turn, fields));

    private static SetupPlan Plan(Turn turn, SetupFields fields)
    {
        var known = OrganizationFields.Of(turn, fields);
        var (before, question) = known is not null ? (known, null) : OrganizationFields.Meant(turn, fields, fields[Which]);
        if (question is not null || before is null)
        {
            return question ?? Ask(turn, Sentence.SetupNameMissing);
        }

        if (fields[OrganizationFields.Name].Length == 0)
        {
            return Ask(turn, Sentence.SetupWhatToChange);
        }

        var after = before with { Name = fields[OrganizationFields.Name], Sector = OrganizationFields.SectorIn(fields) };
        var done = Said(turn, Sentence.SetupOrganizationChanged, after.Name);
        if (after == before)
        {
            return new SetupPlan.Stands(done);
        }

        return OrganizationFields.Faults(turn, fields, before.Id) is { } fault
            ? fault
            : new SetupPlan.Ready([.. Lines(turn, before, after)], By(turn) with { Organizations = [after] }, done);
    }

    private static IEnumerable<string> Lines(Turn turn, Domain.Committees.MemberOrganization before, Domain.Committees.MemberOrganization after)
    {
        if (before.Name != after.Name)
        {
            yield return Said(turn, Sentence.SetupNameChange, before.Name, after.Name);
        }

        if (before.Sector != after.Sector)
        {
            var sectors = new[] { before.Sector, after.Sector }.Select(sector => sector is { } one ? SectorWords.Name(turn.Reader, one) : Messages.Get(turn.Reader, Sentence.SetupNoSector)).ToArray();
            yield return Said(turn, Sentence.SetupSectorChange, after.Name, sectors[0], sectors[1]);
        }
    }

    [GeneratedRegex(@"^(?<which>.+?)\s+(in|zu|to|into)\s+(?<name>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Renaming();
}
