using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots.ShowRoll;

/// <summary>Who may vote in a ballot and who may not, each with the reason, as it was fixed when the ballot opened. Nothing of who has voted.</summary>
internal static class RollCard
{
    private const int Most = 40;

    /// <summary>Draws a page of the roll, those without a vote last.</summary>
    public static AdaptiveCard Render(Turn turn, BallotView view, IReadOnlyList<RollEntry> roll, PageRequest page)
    {
        var (reader, excluded) = (turn.Reader, roll.Count(entry => entry.Excluded is not null));
        var heading = MotionPart.Heading(reader, view.Record.Motion);
        var counts = Messages.Get(reader, Sentence.RollCounts, roll.Count - excluded, excluded);
        var sorted = roll.OrderBy(entry => entry.Excluded is not null).ToList();
        var shown = Paging.Cut(sorted, entry => entry.Voter.Value, entry => CardSize.Of(Line(turn, entry)), Most, page);
        var typed = string.Join(' ', Messages.Get(reader, CommandTable.Roll.Title), view.Record.Motion.Title);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = ShortText.Abbreviate(heading, CommandText.Limit) + " " + counts,
            Body =
            [
                CardPart.Heading(heading),
                CardPart.Text(counts),
                .. shown.Items.Count == 0 ? Enumerable.Empty<CardElement>() : [CardPart.List(shown.Items.Select(entry => Line(turn, entry)))],
                .. Paging.Line(reader, shown, typed),
            ],
            Actions = [.. Paging.Buttons(reader, shown, BallotVerbs.Roll, ("ballot", view.Record.Ballot.Id.Value))],
        };
    }

    private static string Line(Turn turn, RollEntry entry)
    {
        var name = CardText.Escape(turn.Network.NameOf(entry.Voter), LineBreaks.Collapse);
        return entry switch
        {
            { Excluded: { } why } => Messages.Get(turn.Reader, Sentence.RollExcluded, name, why),
            { Reason: EntitlementReason.MemberOrganization } => Messages.Get(turn.Reader, Sentence.RollByOrganization, name),
            _ => Messages.Get(turn.Reader, Sentence.RollByPerson, name),
        };
    }
}
