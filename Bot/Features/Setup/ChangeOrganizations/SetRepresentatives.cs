using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Memberships;
using Bot.Domain.Rights;
using Bot.Features.Setup.ChangePeople;
using Bot.Features.Setup.TakeStep;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Setup.ChangeOrganizations;

/// <summary>"Vertretung Sportbund: @Anna, @Ben": who acts for a member, the representative first, then the substitutes.</summary>
internal sealed class SetRepresentatives : SetupStep
{
    private const string Which = "which";

    private static readonly string[] Beginnings = ["vertretung ", "vertretungen ", "representatives ", "representative "];

    private static readonly string[] Articles = ["von ", "der ", "des ", "vom ", "fuer ", "of ", "for "];

    /// <inheritdoc/>
    public override CommandEntry Entry => CommandTable.SetRepresentatives;

    /// <inheritdoc/>
    public override Sentence Heading => Sentence.SetupRepresentatives;

    /// <inheritdoc/>
    public override bool IsForRooms => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => [Which, OrganizationFields.Organization, .. PeopleFields.Names];

    /// <summary>"Vertretung schicken: Ben" is said by members of a meeting; "Vertretung Sportbund: Ben" names an organization.</summary>
    public override int Match(Turn turn, CommandText text) =>
        turn.May(Right.SetUpInRooms) && text.HasColon && OrganizationIn(text) is { } name && OrganizationFields.Named(turn.Network, name).Count > 0 ? CommandMatch.Certain : base.Match(turn, text);

    /// <inheritdoc/>
    public override SetupFields Typed(Turn turn, CommandText text)
    {
        var named = OrganizationIn(text) is { } name && OrganizationFields.Named(turn.Network, name) is { Count: > 0 } found ? (Name: found.Count == 1 ? found[0].Name : name, Tail: text.AfterColon) : Split(Entry.RestOf(text));
        var fields = PeopleFields.Typed(turn, SetupFields.Empty.With(Which, named.Name), named.Tail);
        return OrganizationFields.Named(turn.Network, named.Name) is [var one] ? fields.With(Which, one.Name).With(OrganizationFields.Organization, one.Id.Value) : fields;
    }

    /// <inheritdoc/>
    public override IEnumerable<InputElement> Inputs(Turn turn, SetupFields fields)
    {
        var known = OrganizationFields.Of(turn, fields);
        var shown = fields[PeopleFields.People].Length == 0 && known is not null
            ? fields.With(PeopleFields.People, string.Join(", ", known.Representatives.Select(person => turn.Network.Person(person)?.Name).OfType<string>()))
            : fields;
        yield return InputPart.Required(turn.Reader, Which, (Sentence.InputWhichOrganization, Sentence.SetupNameMissing), known?.Name ?? fields[Which], Admission.NameLimit);
        foreach (var input in PeopleFields.Inputs(turn, shown, Sentence.InputRepresentatives))
        {
            yield return input;
        }
    }

    /// <inheritdoc/>
    public override ValueTask<SetupPlan> PlanAsync(Turn turn, SetupFields fields, CancellationToken cancellationToken) => ValueTask.FromResult(Plan(turn, fields));

    private static SetupPlan Plan(Turn turn, SetupFields fields)
    {
        var (organization, question) = OrganizationFields.Meant(turn, fields, fields[Which]);
        if (question is not null || organization is null)
        {
            return question ?? Ask(turn, Sentence.SetupNameMissing);
        }

        var named = PeopleReader.Read(turn, IsNobody(fields) ? fields.With(PeopleFields.People, string.Empty) : fields);
        if (named.Questions.Count > 0 || (named.People.Count == 0 && !IsNobody(fields)))
        {
            return named.Questions.Count > 0 ? new SetupPlan.Asked(named.Questions) : Ask(turn, Sentence.SetupWhoRepresents, organization.Name);
        }

        var done = Said(turn, Sentence.SetupRepresentativesSet, organization.Name);
        if (organization.Representatives.SequenceEqual(named.Ids))
        {
            return new SetupPlan.Stands(done);
        }

        var before = string.Join(", ", organization.Representatives.Select(person => turn.Network.Person(person)?.Name ?? person.Value));
        return new SetupPlan.Ready(
            [
                Messages.Get(turn.Reader, Sentence.SetupRepresentativesLine, CardText.Escape(organization.Name, LineBreaks.Collapse), named.Said()),
                .. before.Length == 0 ? Enumerable.Empty<string>() : [Said(turn, Sentence.SetupRepresentativesBefore, before)],
            ],
            named.Into(By(turn) with { Organizations = [organization with { Representatives = named.Ids }] }),
            done)
        {
            Hints = [.. named.Hints, Messages.Get(turn.Reader, Sentence.SetupRepresentativesHint)],
            Notice = new PowerNotice(turn.Form.IdentityOf("representatives"), PowerChange.Representatives, turn.Sender!.Id, turn.Now, organization.Id.Value, named.Ids),
        };
    }

    private static bool IsNobody(SetupFields fields) => CommandText.Fold(fields[PeopleFields.People]) is "niemand" or "keine" or "nobody" or "none" && fields[PeopleFields.Picked].Length == 0;

    /// <summary>The words between "Vertretung" and the colon, as folded; null where the line does not begin so.</summary>
    private static string? OrganizationIn(CommandText text)
    {
        var before = text.FoldedBeforeColon;
        if (Beginnings.FirstOrDefault(beginning => before.StartsWith(beginning, StringComparison.Ordinal)) is not { } found)
        {
            return null;
        }

        var name = before[found.Length..].Trim();
        return Articles.FirstOrDefault(article => name.StartsWith(article, StringComparison.Ordinal)) is { } article ? name[article.Length..].Trim() : name;
    }

    private static (string Name, string Tail) Split(string text) => text.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? (text[..colon].Trim(), text[(colon + 1)..]) : (text.Trim(), string.Empty);
}
