using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.MoveMeeting;

/// <summary>What a coordinator is shown of a move: the preview, or the form with what is missing or stands against it.</summary>
internal sealed class MovePreview(MeetingStore meetings, MeetingFinder finder)
{
    /// <summary>Draws the draft.</summary>
    /// <param name="turn">Who sees it; a coordinator.</param>
    /// <param name="draft">What was understood.</param>
    /// <param name="lead">A sentence above a preview instead of the usual one; null for the usual one. Markdown.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<AdaptiveCard> DrawAsync(Turn turn, MoveDraft draft, string? lead, CancellationToken cancellationToken)
    {
        if (draft.Meeting is not { } id || await meetings.FindAsync(turn.Network, id, cancellationToken) is not { Value: var meeting }
            || turn.Network.Committee(meeting.Committee) is not { } committee)
        {
            return await FormAsync(turn, draft with { Meeting = null }, cancellationToken);
        }

        var move = draft.Of(meeting);
        if (draft.Problems.Count > 0 || !move.Changes(meeting))
        {
            return MoveForm.Render(turn, [meeting], draft, draft.Problems.Count > 0 ? null : Messages.Get(turn.Reader, Sentence.MoveWhereTo));
        }

        return (move.WhyNot(meeting, turn.Network.Zone, turn.Now) ?? await TakenAsync(turn, committee, meeting, move, cancellationToken)) is { } why
            ? MoveForm.Render(turn, [meeting], draft, RefusalText.Markdown(turn, why))
            : MovePreviewCard.Render(turn, committee, meeting, move, draft.Shown(meeting, move), lead);
    }

    /// <summary>The form for one of the meetings that are to come.</summary>
    public async Task<AdaptiveCard> FormAsync(Turn turn, MoveDraft draft, CancellationToken cancellationToken)
    {
        var coming = draft.Meeting is { } id && await meetings.FindAsync(turn.Network, id, cancellationToken) is { Value: var meeting }
            ? [meeting]
            : await finder.ComingAsync(turn, string.Empty, cancellationToken);
        return coming.Count == 0 ? SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.NoMeetingToMove)) : MoveForm.Render(turn, coming, draft);
    }

    private async Task<Refusal?> TakenAsync(Turn turn, Committee committee, Meeting meeting, MeetingMove move, CancellationToken cancellationToken) =>
        move.Day != meeting.Day && await meetings.OnDayAsync(turn.Network.Id, meeting.Committee, move.Day, cancellationToken) is { } standing
            ? new Refusal(RefusalCode.DayTaken, committee.Name, standing.Day, standing.Start)
            : null;
}
