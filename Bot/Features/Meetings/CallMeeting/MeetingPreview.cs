using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Meetings.CallMeeting;

/// <summary>What a coordinator is shown of a draft: the preview, or the form with what is missing or stands against it.</summary>
internal sealed class MeetingPreview(MeetingStore meetings, IEnumerable<IDateHint> hints)
{
    /// <summary>Draws the draft.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="draft">What was understood.</param>
    /// <param name="lead">A sentence above a preview instead of the usual one; null for the usual one. Markdown.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<AdaptiveCard> DrawAsync(Turn turn, MeetingDraft draft, string? lead, CancellationToken cancellationToken)
    {
        if (draft.Complete is not { } proposal || turn.Network.Committee(proposal.Committee) is not { } committee)
        {
            return MeetingForm.Render(turn.Reader, turn.Network, draft);
        }

        var why = proposal.Objection(turn.Network.Zone, turn.Now) ?? await TakenAsync(turn, committee, proposal, cancellationToken);
        return why is null
            ? PreviewCard.Render(turn.Reader, turn.Network, turn.Now, draft, proposal, lead, await HintsAsync(turn, committee, proposal, cancellationToken)) with { Refresh = RefreshFor.Sender(turn, MeetingVerbs.RefreshPreview, draft.ToData()) }
            : MeetingForm.Render(turn.Reader, turn.Network, draft, RefusalText.Markdown(turn, why));
    }

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
