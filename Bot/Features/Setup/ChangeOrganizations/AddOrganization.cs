using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Memberships;
using Bot.Features.Setup.TakeStep;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;
using NodaTime.Text;

namespace Bot.Features.Setup.ChangeOrganizations;

/// <summary>"Organisation anlegen: Sportbund, Sport, seit 1.1.2025": enters a member that joined before the bot was there.</summary>
internal sealed partial class AddOrganization : SetupStep
{
    /// <inheritdoc/>
    public override CommandEntry Entry => CommandTable.AddOrganization;

    /// <inheritdoc/>
    public override Sentence Heading => Sentence.SetupAddOrganization;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => OrganizationFields.All;

    /// <inheritdoc/>
    public override SetupFields Typed(Turn turn, CommandText text)
    {
        var since = Since().Match(Entry.RestOf(text));
        var fields = OrganizationFields.Typed(since.Success ? since.Groups["before"].Value : Entry.RestOf(text));
        return since.Success ? fields.With(OrganizationFields.Since, DayIn(turn, since.Groups["day"].Value)) : fields;
    }

    /// <inheritdoc/>
    public override IEnumerable<InputElement> Inputs(Turn turn, SetupFields fields) =>
    [
        .. OrganizationFields.Inputs(turn, fields),
        InputPart.Day(turn.Reader, OrganizationFields.Since, Sentence.InputMemberSince, LocalDatePattern.Iso.Parse(fields[OrganizationFields.Since]) is { Success: true, Value: var day } ? day : turn.LocalNow.Date),
    ];

    /// <inheritdoc/>
    public override ValueTask<SetupPlan> PlanAsync(Turn turn, SetupFields fields, CancellationToken cancellationToken) => ValueTask.FromResult(Plan(turn, fields));

    private static SetupPlan Plan(Turn turn, SetupFields fields)
    {
        var id = new OrganizationId("o-" + turn.Form.IdentityOf("organization"));
        var done = Said(turn, Sentence.SetupOrganizationAdded, fields[OrganizationFields.Name]);
        if (turn.Network.Organizations.Any(one => one.Id == id))
        {
            return new SetupPlan.Stands(done);
        }

        if (OrganizationFields.Faults(turn, fields, except: null) is { } fault)
        {
            return fault;
        }

        var since = fields[OrganizationFields.Since].Length == 0 ? turn.LocalNow.Date : LocalDatePattern.Iso.Parse(fields[OrganizationFields.Since]) is { Success: true, Value: var day } ? day : (LocalDate?)null;
        if (since is not { } first || first > turn.LocalNow.Date)
        {
            return Ask(turn, Sentence.SetupSinceUnknown);
        }

        var organization = new MemberOrganization(id, fields[OrganizationFields.Name], first, []) { Sector = OrganizationFields.SectorIn(fields) };
        var sector = organization.Sector is { } named ? SectorWords.Name(turn.Reader, named) : Messages.Get(turn.Reader, Sentence.SetupNoSector);
        return new SetupPlan.Ready(
            [Said(turn, Sentence.SetupOrganizationLine, organization.Name, sector, first)],
            By(turn) with { Organizations = [organization] },
            done)
        {
            Hints = [Messages.Get(turn.Reader, Sentence.SetupOrganizationHint)],
        };
    }

    private static string DayIn(Turn turn, string text)
    {
        var read = AppointmentReader.Read(text, turn.LocalNow, turn.Network.Zone);
        LocalDate? day = read switch
        {
            { Day: { } one } when one <= turn.LocalNow.Date => one,
            { Problems: [{ Kind: AppointmentProblemKind.PastDay, Days: [var past] }] } => past,
            _ => null,
        };
        return day is { } known ? LocalDatePattern.Iso.Format(known) : text;
    }

    [GeneratedRegex(@"^(?<before>.*?)[,;]?\s*\b(mitglied seit|seit|since|member since)\s+(?<day>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Since();
}

/// <summary>What both steps about an organization read alike.</summary>
internal static class OrganizationFields
{
    /// <summary>Its name.</summary>
    public const string Name = "name";

    /// <summary>The part of society it comes from.</summary>
    public const string SectorName = "sector";

    /// <summary>Since when it is a member.</summary>
    public const string Since = "since";

    /// <summary>Which organization, where there is one already.</summary>
    public const string Organization = "organization";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Name, SectorName, Since, Organization];

    /// <summary>"Sportbund, Sport": the last part is a sector where it is the name of one.</summary>
    public static SetupFields Typed(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && SectorWords.Read(parts[^1]) is { } sector
            ? SetupFields.Empty.With(Name, string.Join(", ", parts[..^1])).With(SectorName, sector.ToString())
            : SetupFields.Empty.With(Name, string.Join(", ", parts));
    }

    /// <summary>The sector; null for none.</summary>
    public static Sector? SectorIn(SetupFields fields) => Enum.TryParse<Sector>(fields[SectorName], out var sector) && sector.ToString() == fields[SectorName] ? sector : null;

    /// <summary>Inputs for name and sector.</summary>
    public static IEnumerable<InputElement> Inputs(Turn turn, SetupFields fields) =>
    [
        InputPart.Required(turn.Reader, Name, (Sentence.InputOrganizationName, Sentence.SetupNameMissing), fields[Name], Admission.NameLimit),
        new ChoiceSetInput
        {
            Id = SectorName,
            Label = Messages.Get(turn.Reader, Sentence.InputSector),
            Choices = [new Choice(Messages.Get(turn.Reader, Sentence.SetupNoSector), "none"), .. Enum.GetValues<Sector>().Select(sector => new Choice(SectorWords.Name(turn.Reader, sector), sector.ToString()))],
            Value = SectorIn(fields)?.ToString() ?? "none",
        },
    ];

    /// <summary>What is wrong with the name; null when nothing is.</summary>
    /// <param name="turn">Who asks.</param>
    /// <param name="fields">What they want.</param>
    /// <param name="except">The organization that may have the name.</param>
    public static SetupPlan.Asked? Faults(Turn turn, SetupFields fields, OrganizationId? except)
    {
        var name = fields[Name];
        var same = turn.Network.Organizations.Concat(turn.Network.ComingOrganizations).FirstOrDefault(one => one.Id != except && CommandText.Fold(one.Name) == CommandText.Fold(name));
        return name switch
        {
            "" => new SetupPlan.Asked(Messages.Get(turn.Reader, Sentence.SetupNameMissing)),
            { Length: > Admission.NameLimit } => new SetupPlan.Asked(Messages.Get(turn.Reader, Sentence.SetupNameTooLong, CardText.Escape(ShortText.Abbreviate(name, 40), LineBreaks.Collapse), Admission.NameLimit)),
            _ when same is not null => new SetupPlan.Asked(Messages.Get(turn.Reader, Sentence.SetupOrganizationThere, CardText.Escape(same.Name, LineBreaks.Collapse))),
            _ => null,
        };
    }

    /// <inheritdoc cref="OrganizationFinder.Named"/>
    public static IReadOnlyList<MemberOrganization> Named(Network network, string text) => OrganizationFinder.Named(network.Organizations, text);

    /// <summary>The organization the fields refer to; null for none.</summary>
    public static MemberOrganization? Of(Turn turn, SetupFields fields) => turn.Network.Organizations.FirstOrDefault(one => one.Id.Value == fields[Organization]);

    /// <summary>The one organization that the fields name by its name, as a form asks for it; else what is asked back.</summary>
    public static (MemberOrganization? Found, SetupPlan.Asked? Question) Meant(Turn turn, SetupFields fields, string name)
    {
        if (Of(turn, fields) is { } known && (name.Length == 0 || CommandText.Fold(known.Name) == CommandText.Fold(name)))
        {
            return (known, null);
        }

        return Named(turn.Network, name) switch
        {
            [var one] => (one, null),
            [] => (null, new SetupPlan.Asked(Messages.Get(turn.Reader, Sentence.SetupOrganizationUnknown, CardText.Escape(ShortText.Abbreviate(name, 60), LineBreaks.Collapse)))),
            var several => (null, new SetupPlan.Asked(Messages.Get(turn.Reader, Sentence.SetupNameOfSeveral, CardText.Escape(ShortText.Abbreviate(name, 60), LineBreaks.Collapse),
                CardText.Escape(string.Join(", ", several.Take(5).Select(one => one.Name)), LineBreaks.Collapse)))),
        };
    }
}
