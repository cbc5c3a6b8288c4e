using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Prospects.ListProspects;

/// <summary>The list of prospects, by where they are, with the sectors the network has nobody from.</summary>
internal static class ProspectListCard
{
    private const int OnAPage = 10, ButtonWeight = 700, LongestTitle = 34;

    /// <summary>Draws the list.</summary>
    /// <param name="turn">Who reads.</param>
    /// <param name="shown">Those that are shown, by stage.</param>
    /// <param name="asked">Which page.</param>
    /// <param name="lead">What is said above it; null for nothing. Markdown.</param>
    public static AdaptiveCard Render(Turn turn, IReadOnlyList<NotedProspect> shown, PageRequest asked, string? lead = null)
    {
        var (reader, heading) = (turn.Reader, Messages.Get(turn.Reader, Sentence.ProspectsHeading, shown.Count));
        var page = Paging.Cut(shown, one => one.Prospect.Id.Value, one => (2 * CardSize.Of(ProspectWords.Line(reader, one.Prospect))) + ButtonWeight, OnAPage, asked);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                .. lead is null ? Enumerable.Empty<CardElement>() : [CardPart.Text(lead)],
                .. shown.Count == 0 ? [CardPart.Text(Messages.Get(reader, Sentence.ProspectsNone))] : Groups(reader, page.Items),
                .. page.Number == 1 && lead is null ? Gaps(turn, shown) : [],
                .. Paging.Line(reader, page, Messages.Get(reader, Sentence.CommandProspects)),
                .. CardPart.Rows([CardPart.Button(reader, Sentence.ButtonProspectAskAdd, ProspectVerbs.AskAdd), .. RunCommandAction.PageButtons(reader, page, CommandTable.Prospects)]),
            ],
        };
    }

    /// <summary>A button that opens one.</summary>
    public static ExecuteAction OpenButton(Reader reader, Prospect prospect) =>
        CardPart.Button(reader, Sentence.ButtonProspectShow, ProspectVerbs.Show, (ProspectVerbs.ProspectField, prospect.Id.Value))
            with { Title = ShortText.Abbreviate(Messages.Get(reader, Sentence.ButtonProspectOpen, prospect.Name), LongestTitle) };

    private static IEnumerable<CardElement> Groups(Reader reader, IReadOnlyList<NotedProspect> shown)
    {
        foreach (var group in shown.GroupBy(one => one.Stage))
        {
            yield return CardPart.Section(ProspectWords.Of(reader, group.Key));
            foreach (var one in group)
            {
                yield return CardPart.Text(ProspectWords.Line(reader, one.Prospect));
                yield return new ActionSet { Actions = [OpenButton(reader, one.Prospect)] };
            }
        }
    }

    /// <summary>From which sectors nobody is a member, and how many are noted there who could become one.</summary>
    private static IEnumerable<CardElement> Gaps(Turn turn, IReadOnlyList<NotedProspect> shown)
    {
        if (turn.Network.GeneralAssembly is not { } plenary || Composition.Of(turn.Network, plenary).Gaps.ToList() is not { Count: > 0 } gaps)
        {
            yield break;
        }

        var noted = shown.Where(one => one.Stage != ProspectStage.Declined).GroupBy(one => one.Prospect.Details.Sector).Where(group => group.Key is not null)
            .ToDictionary(group => group.Key!.Value, group => group.Count());
        yield return CardPart.Section(Messages.Get(turn.Reader, Sentence.ProspectGaps));
        yield return CardPart.Text(string.Join(", ", gaps.Select(sector => noted.TryGetValue(sector, out var count)
            ? Messages.Get(turn.Reader, Sentence.ProspectGapNoted, SectorWords.Name(turn.Reader, sector), count)
            : SectorWords.Name(turn.Reader, sector))));
    }
}
