using System.Linq;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rules.ShowRules;

/// <summary>Asks whose rules are meant.</summary>
internal static class CommitteeChoice
{
    private const int Most = 50;

    /// <summary>Draws the committees the sender belongs to, to choose from.</summary>
    public static AdaptiveCard Render(Turn turn, PageRequest page)
    {
        var shown = Paging.Cut(turn.OwnCommittees, committee => committee.Id.Value, committee => CardSize.Of(committee.Name, committee.Id.Value), Most, page);
        var question = Messages.Get(turn.Reader, Sentence.RulesAskCommittee);
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = question,
            Body =
            [
                CardPart.Heading(question),
                new ChoiceSetInput
                {
                    Id = "committee",
                    Label = Messages.Get(turn.Reader, Sentence.InputCommittee),
                    IsRequired = true,
                    ErrorMessage = Messages.Get(turn.Reader, Sentence.InputCommitteeMissing),
                    Choices = [.. shown.Items.Select(committee => new Choice(committee.Name, committee.Id.Value))],
                },
                .. Paging.Line(turn.Reader, shown, typed: null),
                .. Paging.Row(turn.Reader, shown, RulesVerbs.Choose),
            ],
            Actions = [CardPart.Button(turn.Reader, Sentence.ButtonShowRules, RulesVerbs.Show)],
        };
    }
}
