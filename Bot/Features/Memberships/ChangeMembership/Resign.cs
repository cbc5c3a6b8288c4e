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

/// <summary>"Austritt erklären: Verein Brücke zum 31.12.": the representative declares that the organization leaves, or a coordinator who received that. No vote is taken on it.</summary>
internal sealed partial class Resign : MembershipStep
{
    /// <inheritdoc/>
    public override CommandEntry Entry => CommandTable.Resign;

    /// <inheritdoc/>
    public override Sentence Heading => Sentence.ResignHeading;

    /// <inheritdoc/>
    public override Right Right => Right.ResignMembership;

    /// <inheritdoc/>
    public override MembershipFields Typed(Turn turn, CommandText text)
    {
        // "... zum 31.12.: Brief vom 3.11.": what follows the day may name days of its own.
        var parts = Entry.RestOf(text).Split([':', ';'], 2, System.StringSplitOptions.TrimEntries);
        var (match, words) = (Line().Match(parts[0]), parts.Length > 1 ? parts[1] : string.Empty);
        var day = match.Success ? DayField(turn, match.Groups["day"].Value) : string.Empty;
        return TermDay.In(day) is null
            ? new MembershipFields(parts[0], Words: words)
            : new MembershipFields(match.Groups["name"].Value.Trim(), Last: day, Words: words);
    }

    /// <inheritdoc/>
    public override IEnumerable<InputElement> Inputs(Turn turn, MembershipFields fields)
    {
        yield return InputPart.Day(turn.Reader, MembershipFields.LastField, Sentence.InputLastDay, TermDay.In(fields.Last) ?? turn.LocalNow.Date);
        if (turn.May(Right))
        {
            yield return InputPart.Text(turn.Reader, MembershipFields.WordsField, Sentence.InputReceived, fields.Words, Resignation.ReceivedLimit);
        }
    }

    /// <inheritdoc/>
    protected override bool IsUsual(MemberOrganization organization) => false;

    /// <inheritdoc/>
    protected override MembershipPlan PlanFor(Turn turn, MemberOrganization organization, MembershipFields fields)
    {
        var last = fields.Last.Length == 0 ? turn.LocalNow.Date : TermDay.In(fields.Last);
        if (last is not { } lastDay)
        {
            return Ask(turn, Sentence.MembershipDayUnknown, ShortText.Abbreviate(fields.Last, 60));
        }

        var sender = turn.Sender!.Id;
        var done = Said(turn, Sentence.ResignDone, organization.Name, lastDay);
        if (organization.Resignation is { IsStanding: true } standing && standing.By == sender && standing.LastDay == lastDay)
        {
            return new MembershipPlan.Settled(done);
        }

        // A representative declares it here themselves; there is nothing to receive.
        var received = organization.IsRepresentedFirstBy(sender) ? string.Empty : fields.Words;
        return MembershipChange.Resign(turn.Network, organization.Id, new Resignation(lastDay, sender, turn.Now) { Received = received }) switch
        {
            Outcome<MemberOrganization>.Done(var after) => new MembershipPlan.Ready(
                [
                    Said(turn, Sentence.ResignLine, organization.Name, lastDay),
                    .. received.Length > 0 ? [Said(turn, Sentence.ResignReceivedLine, received)] : System.Array.Empty<string>(),
                ],
                after,
                done)
            {
                Hints = [Messages.Get(turn.Reader, Sentence.ResignHint)],
                Mornings = [lastDay.PlusDays(1)],
            },
            Outcome<MemberOrganization>.Refused(var why) => Objection(turn, why),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    [GeneratedRegex(
        @"^(?<name>.*)\b(zum ablauf des|mit ablauf des|zum|per|am|ab|mit|on|as of|effective|by)\s+(?<day>.+)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}

/// <summary>"Austritt zurücknehmen: Verein Brücke": as long as the last day is not over, the organization stays after all.</summary>
internal sealed class TakeBackResignation : MembershipStep
{
    /// <inheritdoc/>
    public override CommandEntry Entry => CommandTable.TakeBackResignation;

    /// <inheritdoc/>
    public override Sentence Heading => Sentence.TakeBackResignationHeading;

    /// <inheritdoc/>
    public override Right Right => Right.ResignMembership;

    /// <inheritdoc/>
    public override MembershipFields Typed(Turn turn, CommandText text) => new(Entry.RestOf(text));

    /// <inheritdoc/>
    public override IEnumerable<InputElement> Inputs(Turn turn, MembershipFields fields) => [];

    /// <inheritdoc/>
    protected override bool IsUsual(MemberOrganization organization) => organization.Resignation is { IsStanding: true };

    /// <inheritdoc/>
    protected override MembershipPlan PlanFor(Turn turn, MemberOrganization organization, MembershipFields fields)
    {
        var done = Said(turn, Sentence.TakeBackResignationDone, organization.Name);
        if (organization.Resignation is { IsStanding: false } gone && gone.WithdrawnBy == turn.Sender!.Id)
        {
            return new MembershipPlan.Settled(done);
        }

        return MembershipChange.TakeBackResignation(turn.Network, organization.Id, turn.Sender!.Id, turn.Now) switch
        {
            Outcome<MemberOrganization>.Done(var after) => new MembershipPlan.Ready([Said(turn, Sentence.TakeBackResignationLine, organization.Name, organization.Resignation!.LastDay)], after, done),
            Outcome<MemberOrganization>.Refused(var why) => Objection(turn, why),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
