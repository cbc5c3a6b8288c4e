using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Records;
using Bot.Domain.Sessions;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Sessions.FollowSession;

/// <summary>Records the decisions of a closed meeting in the register, in their order, once each. Repeating it changes nothing.</summary>
internal sealed class SessionOutcome(ResolutionStore resolutions)
{
    private const int LongestTitle = 100;

    /// <summary>Records what was decided for good; a tie that waits for somebody is none of it.</summary>
    public async Task RecordAsync(MeetingSession session, Instant now, CancellationToken cancellationToken)
    {
        foreach (var decision in session.Record.Decisions)
        {
            if (decision is { Verdict: { } verdict, Basis: { } basis } && verdict.IsFinal())
            {
                await resolutions.RecordAsync(session.Network.Id, Draft(session, decision, verdict, basis, now), cancellationToken);
            }
        }
    }

    /// <summary>Dated to the day it was decided on, however late it is recorded; after midnight that is the next.</summary>
    private static ResolutionDraft Draft(MeetingSession session, SessionEntry decision, Verdict verdict, DecisionBasis basis, Instant now) => new(
        ShortText.Abbreviate(decision.Text, LongestTitle),
        Words(session, decision, verdict),
        session.Meeting.Committee,
        verdict,
        decision.Reasons?.Tally ?? basis.Uncounted,
        basis.RuleCode,
        decision.At.InZone(session.Network.Zone).Date,
        now,
        Subjects.Decision(session.Meeting.Id, decision.Number))
    {
        ByConsent = decision.Reasons is null,
    };

    /// <summary>The wording, and how a tie was broken.</summary>
    private static string Words(MeetingSession session, SessionEntry decision, Verdict verdict) =>
        decision.Tie is { IsDecided: true } tie ? decision.Text + "\n" + TieWords.Of(Reader.German, session.Network, tie, verdict) : decision.Text;
}
