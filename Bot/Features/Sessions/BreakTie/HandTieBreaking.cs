using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Domain.Sessions;
using Bot.Domain.Voting;
using Bot.Features.Sessions.NoteEntry;
using Bot.Platform.Cards;
using Bot.Turns;

namespace Bot.Features.Sessions.BreakTie;

/// <summary>Breaks ties of shows of hands, by the chair or by lot. Stored on the meeting as it was read, so a tie is broken once, however many press at once.</summary>
internal sealed class HandTieBreaking(SessionChanges changes, SessionViews views)
{
    /// <summary>The chair decides.</summary>
    public Task<Outcome<AdaptiveCard>> DecideAsync(Turn turn, MeetingId meeting, int decision, Verdict? verdict, string reason, CancellationToken cancellationToken) => BreakAsync(
        turn, meeting, decision, reason,
        session => verdict is { } decided ? session.DecideTie(decision, decided, reason, SessionChanges.Act(turn, "tie")) : new Refusal(RefusalCode.NoTieToDecide), cancellationToken);

    /// <summary>Asks somebody to see the lot drawn.</summary>
    public Task<Outcome<AdaptiveCard>> NameWitnessAsync(Turn turn, MeetingId meeting, int decision, string name, CancellationToken cancellationToken) => BreakAsync(
        turn, meeting, decision, name,
        session => PersonFinder.Named(turn.Network, name) is [var witness] ? session.NameWitness(decision, witness.Id, SessionChanges.Act(turn, "witness")) : new Refusal(RefusalCode.WitnessUnknown),
        cancellationToken);

    /// <summary>The witness is present: the lot is drawn. Whoever stores it first has drawn it.</summary>
    public Task<Outcome<AdaptiveCard>> DrawAsync(Turn turn, MeetingId meeting, int decision, CancellationToken cancellationToken) => BreakAsync(
        turn, meeting, decision, string.Empty, session => session.DrawLot(decision, LotDraw.Draw, SessionChanges.Act(turn, "lot")), cancellationToken);

    /// <summary>The question about a tie that waits, for whoever may do something about it.</summary>
    public async Task<AdaptiveCard?> AskAsync(Turn turn, MeetingId meeting, int decision, string typed, CancellationToken cancellationToken) =>
        await views.LoadAsync(turn.Network, meeting, cancellationToken) is { } view && view.Session.OpenTies.FirstOrDefault(tie => tie.Number == decision) is { } open
            ? HandTieCard.Render(turn, view, open, typed)
            : null;

    private async Task<Outcome<AdaptiveCard>> BreakAsync(
        Turn turn, MeetingId meeting, int decision, string typed, System.Func<MeetingSession, Outcome<SessionStep>> tie, CancellationToken cancellationToken)
    {
        if (turn.Sender is null)
        {
            return new Refusal(RefusalCode.MeetingNotFound);
        }

        var outcome = await changes.ChangeAsync(turn, meeting, tie, cancellationToken);
        if (await views.LoadAsync(turn.Network, meeting, cancellationToken) is not { } view)
        {
            return new Refusal(RefusalCode.MeetingNotFound);
        }

        return outcome switch
        {
            Outcome<SessionStep>.Done(var step) => NotedCard.Render(turn, view, step),
            Outcome<SessionStep>.Refused(var why) when IsSlip(why) && view.Session.OpenTies.FirstOrDefault(open => open.Number == decision) is { } open =>
                HandTieCard.Render(turn, view, open, typed, RefusalText.Markdown(turn, why)),
            Outcome<SessionStep>.Refused(var why) => why,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Whether the form was filled in wrongly, by somebody who may fill it in.</summary>
    private static bool IsSlip(Refusal why) =>
        why.Code is RefusalCode.ReasonMissing or RefusalCode.TextTooLong or RefusalCode.WitnessUnknown or RefusalCode.WitnessIsDrawer or RefusalCode.NotMemberOfCommittee;
}
