using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Voting;
using Bot.Turns;

namespace Bot.Features.Ballots.BreakTie;

/// <summary>"Stichentscheid: angenommen, weil …", "Stichentscheid Verein Brücke: abgelehnt, …": the chair decides a tie by typing. With nothing but the words the
/// ties are shown that wait.</summary>
internal sealed class DecideTieCommand(OpenBallots open, BreakTieHandler handler, TieReply reply, IHandTies hands) : IPagedCommand
{
    private static readonly string[] AcceptedWords = ["angenommen", "annehmen", "ja", "dafuer", "accepted", "accept", "yes"];

    private static readonly string[] RejectedWords = ["abgelehnt", "ablehnen", "nein", "dagegen", "rejected", "reject", "no"];

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.DecideTie;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> PageAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken)
    {
        var waiting = (await open.UnsettledAsync(turn, cancellationToken))
            .Where(view => view.Record is { IsTieOpen: true, Result.Verdict: Verdict.ChairDecides } && BallotRights.WhyNotDecide(turn, view.Record.Ballot) is null).ToList();
        var (title, said) = TieTyping.Split(asked);
        var (verdict, reason) = DecisionIn(said);
        var named = verdict is null && title.Length == 0 ? said : title;
        var meant = OpenBallots.Named(waiting, named);
        var line = new TieLine(TieStep.Decide, named) { Verdict = verdict, Said = reason };
        return await TieTyping.OrHandsAsync(hands, turn, line, meant.Count == 0 ? null : isOnlyAsked => AnswerAsync(turn, meant, isOnlyAsked ? null : verdict, reason, (asked, page), cancellationToken), cancellationToken);
    }

    private async Task<Answer> AnswerAsync(
        Turn turn, IReadOnlyList<BallotView> meant, Verdict? verdict, string reason, (string Asked, PageRequest Page) shown, CancellationToken cancellationToken)
    {
        if (meant is [var one] && verdict is { } decided)
        {
            var id = one.Record.Ballot.Id;
            return await reply.AnswerAsync(turn, id, await handler.DecideAsync(turn, id, decided, reason, cancellationToken), reason, cancellationToken);
        }

        return await BallotPages.OfAsync(turn, meant, view => Task.FromResult(TieCard.Render(turn.Reader, view, reason)), Entry, shown.Asked, shown.Page);
    }

    private static (Verdict? Verdict, string Reason) DecisionIn(string said)
    {
        var words = said.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        var first = words.Length == 0 ? string.Empty : CommandText.Fold(words[0]).Trim(',', '.', ';', '!');
        Verdict? verdict = AcceptedWords.Contains(first) ? Verdict.Accepted : RejectedWords.Contains(first) ? Verdict.Rejected : null;
        return (verdict, verdict is null || words.Length < 2 ? string.Empty : words[1].Trim(',', ' '));
    }
}
