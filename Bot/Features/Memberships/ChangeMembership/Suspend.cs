using System.Collections.Generic;
using System.Text.RegularExpressions;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Memberships.ChangeMembership;

/// <summary>"Mitgliedschaft ruhen lassen: Verein Brücke bis 30.6.: Vorstand fehlt": a coordinator records that an organization has no vote for a while.</summary>
internal sealed partial class Suspend : MembershipStep
{
    /// <inheritdoc/>
    public override CommandEntry Entry => CommandTable.Suspend;

    /// <inheritdoc/>
    public override Sentence Heading => Sentence.SuspendHeading;

    /// <inheritdoc/>
    public override Right Right => Right.SuspendMembership;

    /// <inheritdoc/>
    public override MembershipFields Typed(Turn turn, CommandText text)
    {
        var match = Line().Match(Entry.RestOf(text));
        return new MembershipFields(
            match.Groups["name"].Value.Trim(),
            First: match.Groups["from"].Success ? DayField(turn, match.Groups["from"].Value) : string.Empty,
            Last: match.Groups["until"] is { Success: true, Value: var until } && CommandText.Fold(until) is not ("auf weiteres" or "further notice") ? DayField(turn, until) : string.Empty,
            Words: match.Groups["reason"].Value.Trim());
    }

    /// <inheritdoc/>
    public override IEnumerable<InputElement> Inputs(Turn turn, MembershipFields fields) =>
    [
        InputPart.Day(turn.Reader, MembershipFields.FirstField, Sentence.InputSuspendedFrom, TermDay.In(fields.First) ?? turn.LocalNow.Date),
        InputPart.Day(turn.Reader, MembershipFields.LastField, Sentence.InputSuspendedUntil, TermDay.In(fields.Last)),
        InputPart.Required(turn.Reader, MembershipFields.WordsField, (Sentence.InputSuspensionReason, Sentence.RefusedReasonMissing), fields.Words, Suspension.ReasonLimit),
    ];

    /// <inheritdoc/>
    protected override bool IsUsual(MemberOrganization organization) => false;

    /// <inheritdoc/>
    protected override MembershipPlan PlanFor(Turn turn, MemberOrganization organization, MembershipFields fields)
    {
        var first = fields.First.Length == 0 ? turn.LocalNow.Date : TermDay.In(fields.First);
        var last = TermDay.In(fields.Last);
        if (first is not { } from || (last is null && fields.Last.Length > 0))
        {
            return Ask(turn, Sentence.MembershipDayUnknown, ShortText.Abbreviate(first is null ? fields.First : fields.Last, 60));
        }

        var recorded = new Suspension(from, last, fields.Words.Trim(), turn.Sender!.Id, turn.Now);
        var done = Line(turn, organization, recorded);
        if (organization.Suspension is { ResumedOn: null } standing && standing with { At = recorded.At } == recorded)
        {
            return new MembershipPlan.Settled(done);
        }

        return MembershipChange.Suspend(turn.Network, organization.Id, recorded) switch
        {
            Outcome<MemberOrganization>.Done(var after) => new MembershipPlan.Ready([done, Said(turn, Sentence.SuspendReasonLine, recorded.Reason)], after, done)
            {
                Hints = [Messages.Get(turn.Reader, Sentence.SuspendHint)],
                Mornings = last is { } until ? [until.PlusDays(1)] : [],
            },
            Outcome<MemberOrganization>.Refused(var why) => Objection(turn, why),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string Line(Turn turn, MemberOrganization organization, Suspension suspension) => suspension.Until is { } until
        ? Said(turn, Sentence.SuspendLineUntil, organization.Name, suspension.From, until)
        : Said(turn, Sentence.SuspendLine, organization.Name, suspension.From);

    [GeneratedRegex(
        @"^(?<name>.*?)(\s+(ab dem|ab|vom|from)\s+(?<from>[^,;:]+?))?(\s+(bis zum|bis|until|to)\s+(?<until>[^,;:]+?))?(\s*[,;:]\s*(?<reason>.+))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}

/// <summary>"Mitgliedschaft wieder aktiv: Verein Brücke", "Mitgliedschaft Verein Brücke wieder aktiv": a coordinator ends a suspension from today on.</summary>
internal sealed partial class Resume : MembershipStep
{
    /// <inheritdoc/>
    public override CommandEntry Entry => CommandTable.Resume;

    /// <inheritdoc/>
    public override Sentence Heading => Sentence.ResumeHeading;

    /// <inheritdoc/>
    public override Right Right => Right.SuspendMembership;

    /// <inheritdoc/>
    public override int Match(CommandText text) => Around().IsMatch(text.Folded) ? CommandMatch.Certain : base.Match(text);

    /// <inheritdoc/>
    public override MembershipFields Typed(Turn turn, CommandText text) =>
        new(Around().Match(text.Folded) is { Success: true } around ? around.Groups["name"].Value : Entry.RestOf(text));

    /// <inheritdoc/>
    public override IEnumerable<InputElement> Inputs(Turn turn, MembershipFields fields) => [];

    /// <inheritdoc/>
    protected override bool IsUsual(MemberOrganization organization) => organization.IsSuspended;

    /// <inheritdoc/>
    protected override MembershipPlan PlanFor(Turn turn, MemberOrganization organization, MembershipFields fields)
    {
        var done = Said(turn, Sentence.ResumeDone, organization.Name);
        if (organization.Suspension?.ResumedBy == turn.Sender!.Id && !organization.IsSuspended)
        {
            return new MembershipPlan.Settled(done);
        }

        return MembershipChange.Resume(turn.Network, organization.Id, turn.Sender!.Id, turn.Now) switch
        {
            Outcome<MemberOrganization>.Done(var after) => new MembershipPlan.Ready([Said(turn, Sentence.ResumeLine, organization.Name)], after, done),
            Outcome<MemberOrganization>.Refused(var why) => Objection(turn, why),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    [GeneratedRegex(@"^(mitgliedschaft|membership)( von| der| des| of)? (?<name>[^:]+?) (wieder aktiv|active again)[.!]?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Around();
}
