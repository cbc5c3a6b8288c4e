using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Records;
using Bot.Features.Register.ListResolutions;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Register.FollowResolution;

/// <summary>"Offene Beschlüsse", "Offene Beschlüsse Beirat": what somebody is responsible for, or has a due day, and is not done; what is due first comes first.</summary>
internal sealed class OpenResolutionsCommand(ResolutionViews views) : IPagedCommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.OpenResolutions;

    /// <inheritdoc/>
    public async Task<Answer> PageAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken)
    {
        if (turn.Sender is null || turn.OwnCommittees.Length == 0)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.MembersOnly));
        }

        var open = (await views.ListAsync(turn, ResolutionQuery.Of(turn.Network, asked), turn.MayFollow, cancellationToken))
            .Where(view => view.FollowUp is { State: not ResolutionState.Done }).OrderBy(view => view.FollowUp!.Due ?? LocalDate.MaxIsoValue).ThenBy(view => view.Entry.Number).ToList();
        if (open.Count == 0)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.NoOpenResolutions));
        }

        var overdue = open.Count(view => view.FollowUp!.IsOverdueOn(turn.LocalNow.Date));
        var heading = Messages.Get(turn.Reader, Sentence.OpenResolutionsHeading, open.Count, overdue);
        return new Answer.Card(ResolutionCard.RenderOpen(turn, heading, open, asked, page), heading);
    }
}
