using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Records;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Register.ListResolutions;

/// <summary>Entries of the register with every count and the rule.</summary>
internal static class ResolutionCard
{
    /// <summary>The most entries on one card.</summary>
    public const int Most = 10;

    /// <summary>Draws the entries, the newest first.</summary>
    public static AdaptiveCard Render(Turn turn, string heading, IReadOnlyList<ResolutionEntry> entries, int found) => new()
    {
        Lang = turn.Reader.Language,
        FallbackText = heading,
        Body =
        [
            CardPart.Heading(heading),
            .. entries.Select(entry => Item(turn, entry)),
            .. found > entries.Count
                ? new CardElement[] { CardPart.Subtle(Messages.Get(turn.Reader, Sentence.ListShortened, entries.Count, found)) }
                : [],
        ],
    };

    private static Container Item(Turn turn, ResolutionEntry entry)
    {
        var tally = entry.Tally;
        var rule = MajorityRule.Parse(entry.RuleCode);
        return new Container
        {
            Separator = true,
            Items =
            [
                CardPart.Section(Messages.Get(
                    turn.Reader, Sentence.ResolutionLine, entry.Number.ToString(), CardText.Escape(entry.Title, LineBreaks.Collapse), RuleWords.Verdict(turn.Reader, entry.Verdict))),
                CardPart.Text(CardText.Escape(entry.Text)),
                CardPart.Subtle(Messages.Get(
                    turn.Reader, Sentence.ResolutionCounts, tally.Yes, tally.No, tally.Abstain, tally.NotVoted,
                    tally.Present is { } present ? present : Messages.Get(turn.Reader, Sentence.PresenceNotTaken), tally.Entitled, tally.Excluded)),
                CardPart.Subtle(Messages.Get(
                    turn.Reader,
                    Sentence.ResolutionDecided,
                    entry.DecidedOn,
                    CardText.Escape(turn.Network.Committee(entry.Committee)?.Name ?? entry.Committee.Value),
                    Messages.Get(turn.Reader, Sentence.RuleWithVersion, RuleWords.Majority(turn.Reader, rule), rule.Version))),
            ],
        };
    }
}
