using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.PlanYear;

/// <summary>"Jahresplan 2027", "Jahresplan Beirat 2027 Seite 2": the meetings of a year, called and proposed, of the committees the sender may know of.</summary>
internal sealed partial class YearPlanCommand(YearPlans plans) : IPagedCommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.YearPlan;

    /// <inheritdoc/>
    public async Task<Answer> PageAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken)
    {
        if (turn.Sender is null)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.MembersOnly));
        }

        var year = Year().Match(asked) is { Success: true } match ? int.Parse(match.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : turn.LocalNow.Year;
        if (!YearPlans.IsPlanned(turn, year))
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.YearPlanOutOfReach, turn.LocalNow.Year - 1, turn.LocalNow.Year + YearPlan.MostYears));
        }

        var named = CommitteeFinder.Named(turn.Network, asked);
        IReadOnlyList<Committee> committees = [.. YearPlans.Visible(turn).Where(committee => named.Count == 0 || named.Contains(committee))];
        var plan = await plans.OfAsync(turn, committees, year, cancellationToken);
        var card = YearPlanCard.Render(turn, plan, year, asked, page);
        return new Answer.Card(card, card.FallbackText ?? string.Empty);
    }

    [GeneratedRegex(@"\b\d{4}\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Year();
}
