using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Domain.Minutes;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Minutes.ApproveMinutes;

/// <summary>Asks how minutes were approved, where they can be.</summary>
internal sealed class ApprovalQuestion(MinutesFinder finder, BallotStore ballots)
{
    /// <summary>The question about the minutes of a meeting; refused as their approval would be.</summary>
    public async Task<Outcome<AdaptiveCard>> AskAsync(Turn turn, string? meeting, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal || await finder.FindAsync(turn, meeting, cancellationToken) is not { } view || turn.Sender is not { } sender)
        {
            return new Refusal(RefusalCode.MinutesNotFound);
        }

        if (view.Minutes.Approval is { } approval)
        {
            return new Refusal(RefusalCode.MinutesApproved, approval.Day);
        }

        if (await finder.ApprovingAsync(turn, view.Meeting, cancellationToken) is not { } later)
        {
            return new Refusal(RefusalCode.ApprovalInOtherMeeting);
        }

        if (view.Minutes.Approve(turn.Network, view.Meeting, later, null, view.Minutes.Version, sender.Id, turn.Now) is Outcome<MeetingMinutes>.Refused refused)
        {
            return refused.Why;
        }

        var taken = (await ballots.InMeetingAsync(turn.Network.Id, later.Id, cancellationToken)).Select(MinutesDrafting.Taken).Where(ballot => MeetingMinutes.CanApprove(ballot, later));
        return ApprovalCard.Render(turn, view, later, [.. taken]);
    }
}

/// <summary>[Ohne Einwand genehmigt] and [Durch Abstimmung …]: records the approval.</summary>
internal sealed class ApproveAction(MinutesChanges changes, MeetingStore meetings, BallotStore ballots) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MinutesVerbs.Approve;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var later = form.Id(MinutesVerbs.LaterField) is { } id ? (await meetings.FindAsync(turn.Network, new MeetingId(id), cancellationToken))?.Value : null;
        var named = form.Id(MinutesVerbs.BallotField);
        var ballot = named is not null && await ballots.FindAsync(turn.Network, new BallotId(named), cancellationToken) is { Value: var record } ? MinutesDrafting.Taken(record) : null;
        var outcome = later is null || turn.Sender is not { } sender || !turn.IsPersonal ? new Refusal(RefusalCode.MinutesNotFound)
            : form[MinutesVerbs.BallotField].Length > 0 && ballot is null ? new Refusal(RefusalCode.BallotNotFound)
            : await changes.ChangeAsync(
                turn,
                form.Id(MinutesVerbs.MeetingField),
                view => Task.FromResult(view.Minutes.Approve(turn.Network, view.Meeting, later, ballot, form.Number(MinutesVerbs.VersionField) ?? 0, sender.Id, turn.Now)),
                cancellationToken);
        return outcome switch
        {
            Outcome<MeetingMinutes>.Done(var minutes) => new CardReply.Replace(SentenceCard.Of(turn.Reader, MinutesWords.State(turn.Reader, minutes))) { Settled = minutes.Meeting.Value },
            Outcome<MeetingMinutes>.Refused(var why) => new CardReply.Say(RefusalText.Plain(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
