using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Sessions;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Turns;

namespace Bot.Features.Sessions.BreakTie;

/// <summary>"Stichentscheid: angenommen, weil …", "Los ziehen: Bernd Krüger", "Ich bezeuge das Los" about a show of hands.</summary>
internal sealed class HandTies(SessionFinder finder, SessionViews views, HandTieBreaking breaking) : IHandTies
{
    /// <inheritdoc/>
    public async Task<Answer?> AnswerAsync(Turn turn, TieLine line, bool isOnlyAsked, CancellationToken cancellationToken)
    {
        var meant = await MeantAsync(turn, line, cancellationToken);
        if (meant is [var (meeting, decision)] && !isOnlyAsked && IsComplete(line))
        {
            return await DoAsync(turn, meeting, decision, line, cancellationToken) switch
            {
                Outcome<AdaptiveCard>.Done(var card) => Said(card),
                Outcome<AdaptiveCard>.Refused(var why) => SessionReply.Refused(turn, why),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }

        var questions = new List<Answer>();
        foreach (var (where, number) in meant)
        {
            if (await breaking.AskAsync(turn, where, number, line.Said, cancellationToken) is { } question)
            {
                questions.Add(Said(question));
            }
        }

        return questions.Count switch { 0 => null, 1 => questions[0], _ => new Answer.Several(questions) };
    }

    private Task<Outcome<AdaptiveCard>> DoAsync(Turn turn, MeetingId meeting, int decision, TieLine line, CancellationToken cancellationToken) => line.Step switch
    {
        TieStep.Decide => breaking.DecideAsync(turn, meeting, decision, line.Verdict, line.Said, cancellationToken),
        TieStep.NameWitness => breaking.NameWitnessAsync(turn, meeting, decision, line.Said, cancellationToken),
        _ => breaking.DrawAsync(turn, meeting, decision, cancellationToken),
    };

    private static bool IsComplete(TieLine line) => line.Step switch
    {
        TieStep.Decide => line.Verdict is not null,
        TieStep.NameWitness => line.Said.Length > 0,
        _ => true,
    };

    private async Task<IReadOnlyList<(MeetingId Meeting, int Decision)>> MeantAsync(Turn turn, TieLine line, CancellationToken cancellationToken)
    {
        if (turn.Sender is not { } sender)
        {
            return [];
        }

        var waiting = new List<(MeetingId Meeting, SessionEntry Decision)>();
        foreach (var meeting in (await finder.OfAsync(turn, string.Empty, cancellationToken)).Where(meeting => meeting.State == MeetingState.InSession))
        {
            if (await views.LoadAsync(turn.Network, meeting.Id, cancellationToken) is { Session: var session })
            {
                waiting.AddRange(session.OpenTies.Where(tie => IsFor(session, tie, sender.Id, line.Step)).Select(tie => (meeting.Id, tie)));
            }
        }

        return [.. waiting.Where(one => line.Means(one.Decision.Text)).Select(one => (one.Meeting, one.Decision.Number))];
    }

    private static bool IsFor(MeetingSession session, SessionEntry tie, PersonId person, TieStep step) => step switch
    {
        TieStep.Decide => tie.Verdict == Verdict.ChairDecides && session.HasTieDecidedBy(person),
        TieStep.NameWitness => tie.Verdict == Verdict.Lot && session.Meeting.IsLedBy(session.Network, person),
        _ => tie.Tie?.Witness == person,
    };

    private static Answer.Card Said(AdaptiveCard card) => new(card, card.FallbackText ?? string.Empty);
}
