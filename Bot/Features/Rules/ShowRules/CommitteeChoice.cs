using System.Linq;
using Bot.Domain.Committees;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rules.ShowRules;

/// <summary>Asks whose rules are meant.</summary>
internal static class CommitteeChoice
{
    private const int Most = 8;

    private const int LongestTitle = 40;

    /// <summary>Draws a button for each committee the sender belongs to.</summary>
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
                .. CardPart.Rows(shown.Items.Select(committee => Button(turn.Reader, committee))),
                .. Paging.Line(turn.Reader, shown, typed: null),
            ],
            Actions = [.. Paging.Buttons(turn.Reader, shown, RulesVerbs.Choose)],
        };
    }

    private static ExecuteAction Button(Reader reader, Committee committee) =>
        CardPart.Button(reader, Sentence.ButtonEdit, RulesVerbs.Show, ("committee", committee.Id.Value)) with { Title = ShortText.Abbreviate(committee.Name, LongestTitle) };
}
