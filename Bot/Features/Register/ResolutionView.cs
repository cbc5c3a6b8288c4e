using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Records;
using Bot.Domain.Rights;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Register;

/// <summary>An entry as it is shown: with what became of it and what puts it right.</summary>
/// <param name="Entry">The entry.</param>
internal sealed record ResolutionView(ResolutionEntry Entry)
{
    /// <summary>What became of it; null while nothing was said.</summary>
    public ResolutionFollowUp? FollowUp { get; init; }

    /// <summary>The entries that put it right, in their order.</summary>
    public IReadOnlyList<ResolutionNumber> CorrectedBy { get; init; } = [];
}

/// <summary>Reads entries as they are shown.</summary>
internal sealed class ResolutionViews(ResolutionStore resolutions, ResolutionFollowUpStore followUps, MeetingStore meetings)
{
    /// <summary>The entry of that number, if the sender may be told what becomes of it here; null otherwise, as if it were not there.</summary>
    public async Task<ResolutionView?> FindAsync(Turn turn, ResolutionNumber? number, CancellationToken cancellationToken) =>
        number is not null && await resolutions.FindAsync(turn.Network.Id, number, cancellationToken) is { } entry && turn.MayFollow(entry)
            ? await OfAsync(turn, entry, cancellationToken)
            : null;

    /// <summary>One entry.</summary>
    public async Task<ResolutionView> OfAsync(Turn turn, ResolutionEntry entry, CancellationToken cancellationToken) => new(entry)
    {
        FollowUp = (await followUps.FindAsync(turn.Network.Id, entry.Number, cancellationToken))?.Value,
        CorrectedBy = await resolutions.CorrectionsOfAsync(turn.Network.Id, entry.Number, cancellationToken),
    };

    /// <summary>All that are asked for and may be read here, in the order of their numbers.</summary>
    /// <param name="turn">Who asks.</param>
    /// <param name="query">For which.</param>
    /// <param name="isReadable">Whether the sender may read one here.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<ResolutionView>> ListAsync(Turn turn, ResolutionQuery query, System.Func<ResolutionEntry, bool> isReadable, CancellationToken cancellationToken)
    {
        var found = new List<ResolutionEntry>();
        var corrections = new List<ResolutionEntry>();
        // What corrects an entry may be of a later year, so all are read and then chosen from.
        await foreach (var entry in resolutions.AllAsync(turn.Network.Id, null, cancellationToken))
        {
            if (isReadable(entry))
            {
                corrections.AddRange(entry.Corrects is null ? [] : new[] { entry });
                found.AddRange(query.Fits(turn, entry) ? new[] { entry } : []);
            }
        }

        var standing = (await followUps.AllAsync(turn.Network.Id, cancellationToken)).ToDictionary(one => one.Number);
        var correctedBy = corrections.ToLookup(entry => entry.Corrects!, entry => entry.Number);
        return [.. found.Select(entry => new ResolutionView(entry) { FollowUp = standing.GetValueOrDefault(entry.Number), CorrectedBy = [.. correctedBy[entry.Number]] })];
    }

    /// <summary>Whether the sender says who is responsible for a resolution they may follow: a coordinator, and whoever leads or led a meeting of the committee that decided, from the
    /// one in which it was decided on.</summary>
    public async Task<bool> IsLedAsync(Turn turn, ResolutionEntry entry, CancellationToken cancellationToken)
    {
        if (!turn.MayFollow(entry) || turn.Network.Committee(entry.Committee) is not { } committee)
        {
            return false;
        }

        if (turn.May(Right.AssignResolution, committee))
        {
            return true;
        }

        // A meeting may last beyond midnight; what it decided then is of the next day.
        await foreach (var meeting in meetings.FromAsync(turn.Network.Id, entry.DecidedOn.PlusDays(-1), cancellationToken))
        {
            if (meeting.Committee == entry.Committee && turn.May(Right.AssignResolution, committee, meeting))
            {
                return true;
            }
        }

        return false;
    }
}
