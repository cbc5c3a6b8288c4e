using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Features.Meetings.CallFollowUp;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Meetings.CallMeeting;

/// <summary>What whoever would call a meeting is shown of a draft: the preview, or the form with what is missing or stands against it.</summary>
internal sealed class MeetingPreview(MeetingStore meetings, FollowUpFinder followUps, NearbyMeetings nearby, IEnumerable<IDateHint> hints)
{
    /// <summary>Draws the draft.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="draft">What was understood.</param>
    /// <param name="lead">A sentence above a preview instead of the usual one; null for the usual one. Markdown.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<AdaptiveCard> DrawAsync(Turn turn, MeetingDraft draft, string? lead, CancellationToken cancellationToken)
    {
        if (draft.Complete is not { } complete || turn.Network.Committee(complete.Committee) is not { } committee)
        {
            return MeetingForm.Render(turn.Reader, turn.Network, draft);
        }

        var resolved = await followUps.ResolveAsync(turn, complete, draft.FollowsUp, draft.IdIn(turn), cancellationToken);
        if (resolved is not Outcome<MeetingProposal>.Done(var proposal))
        {
            return SentenceCard.Of(turn.Reader, RefusalText.Markdown(turn, ((Outcome<MeetingProposal>.Refused)resolved).Why));
        }

        var why = proposal.Objection(turn.Network.Zone, turn.Now) ?? await TakenAsync(turn, committee, proposal, cancellationToken);
        if (why is not null)
        {
            return MeetingForm.Render(turn.Reader, turn.Network, draft, RefusalText.Markdown(turn, why));
        }

        var clashes = await nearby.ClashesAsync(turn.Network, new MeetingSlot(proposal.Committee, proposal.Day, proposal.Start, proposal.End), cancellationToken);
        var isByChair = !turn.Network.Allows(Right.CallMeeting, turn.Sender?.Id, committee);
        return PreviewCard.Render(turn.Reader, turn.Network, turn.Now, draft, proposal, lead, clashes, await HintsAsync(turn, committee, proposal, cancellationToken), isByChair)
            with { Refresh = RefreshFor.Sender(turn, draft.Verbs.Refresh, draft.ToData()) };
    }

    /// <summary>The same for a preview somebody was shown before: once it was confirmed, what came of it.</summary>
    public async Task<AdaptiveCard> StandingAsync(Turn turn, MeetingDraft draft, CancellationToken cancellationToken) =>
        draft is { Form: not null, Complete: { } proposal } && await meetings.FindAsync(turn.Network, draft.IdIn(turn), cancellationToken) is { Value: var called }
            ? CalledCard.Render(turn, proposal, called)
            : await DrawAsync(turn, draft, null, cancellationToken);

    private async Task<IReadOnlyList<string>> HintsAsync(Turn turn, Committee committee, MeetingProposal proposal, CancellationToken cancellationToken)
    {
        var end = MeetingAppointment.EndOf(proposal.Day, proposal.Start, proposal.End);
        var said = new List<string>();
        foreach (var hint in hints)
        {
            said.AddRange(await hint.SayAsync(turn.Reader, turn.Snapshot, committee, proposal.Day + proposal.Start, end, cancellationToken));
        }

        return said;
    }

    private async Task<Refusal?> TakenAsync(Turn turn, Committee committee, MeetingProposal proposal, CancellationToken cancellationToken) =>
        await meetings.OnDayAsync(turn.Network.Id, proposal.Committee, proposal.Day, cancellationToken) is { } standing
            ? new Refusal(RefusalCode.DayTaken, committee.Name, standing.Day, standing.Start)
            : null;
}
