using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Domain.Sessions;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using Bot.Storage;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Sessions;

/// <summary>Changes a meeting that goes on: load, decide, store; again when somebody was faster.</summary>
internal sealed class SessionChanges(MeetingStore meetings, AgendaStore agendas, SessionStore sessions, TaskStore tasks, DueTable due, SessionPosts posts)
{
    /// <summary>As many as note something in one second in a large meeting, and some more.</summary>
    private const int Attempts = 40;

    /// <summary>Who does something, when, and from which message or button.</summary>
    /// <param name="turn">The turn; its sender is known.</param>
    /// <param name="kind">What is done, so that one message can do two things.</param>
    public static SessionAct Act(Turn turn, string kind) =>
        new(turn.Sender?.Id ?? throw new InvalidOperationException("Nobody the network knows."), turn.Now, turn.Form.IdentityOf(Subjects.Session + "-" + kind));

    /// <summary>Changes the meeting. What was done already, by the same message or by somebody else, is left as it is.</summary>
    /// <param name="turn">Who.</param>
    /// <param name="id">Which meeting; the sender may read of it.</param>
    /// <param name="decide">What is to be done, decided anew each time somebody was faster.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    /// <returns>What was stored.</returns>
    public async Task<Outcome<SessionStep>> ChangeAsync(Turn turn, MeetingId id, Func<MeetingSession, Outcome<SessionStep>> decide, CancellationToken cancellationToken)
    {
        var network = turn.Network;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await meetings.FindAsync(network, id, cancellationToken) is not { } found)
            {
                return new Refusal(RefusalCode.MeetingNotFound);
            }

            var agenda = await agendas.OfAsync(network.Id, found.Value, cancellationToken);
            var outcome = decide(new MeetingSession(network, agenda, await sessions.OfAsync(network.Id, id, cancellationToken)));
            if (outcome is not Outcome<SessionStep>.Done(var step) || step.IsRepeated)
            {
                return outcome;
            }

            var (numbered, head) = await NumberAsync(turn, step, cancellationToken);
            var foreseen = step.Meeting is { } changed ? await ForeseeAsync(turn, changed, cancellationToken) : IsAboutTie(step.Entry) ? await ForeseeAsync(turn, found.Value, cancellationToken) : null;
            if (await sessions.TryStoreAsync(network.Id, found, numbered, head, cancellationToken))
            {
                if (foreseen is not null)
                {
                    await due.LookNowAsync(foreseen, cancellationToken);
                }

                posts.Refresh(turn.Snapshot, id);
                return numbered;
            }
        }

        return new Refusal(RefusalCode.ChangedMeanwhile);
    }

    /// <summary>Gives a new task its number, and has it looked at on the mornings that matter; a look at a number that was not taken is harmless.</summary>
    private async Task<(SessionStep Step, TableTransactionAction? Head)> NumberAsync(Turn turn, SessionStep step, CancellationToken cancellationToken)
    {
        if (step.Task is not { } draft)
        {
            return (step, null);
        }

        var (number, head) = await tasks.NumberAsync(turn.Network.Id, cancellationToken);
        var task = draft with { Number = number };
        if (turn.Network.Committee(task.Committee) is { Rules: var rules })
        {
            var moments = new[] { task.RemindsAt(rules, turn.Network.Zone), task.OverdueAt(rules, turn.Network.Zone) };
            var subject = Subjects.Due(turn.Network.Id, Subjects.Task, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
            await due.AddAsync(subject, moments.OfType<Instant>().Select(moment => moment.ToDateTimeOffset()), cancellationToken);
        }

        return (step with { Task = task, Entry = step.Entry with { Task = number } }, head);
    }

    /// <summary>Whether somebody is to be asked, or need not be asked any more, because of it.</summary>
    private static bool IsAboutTie(SessionEntry entry) => entry.Kind == SessionEntryKind.TieBroken || entry.IsTieOpen;

    private Task<DueRow> ForeseeAsync(Turn turn, Meeting changed, CancellationToken cancellationToken)
    {
        IEnumerable<DateTimeOffset> later = changed.State == MeetingState.InSession ? [changed.ClosesAt(turn.Network.Zone).ToDateTimeOffset()] : [];
        return due.ForeseeAsync(Subjects.Due(turn.Network.Id, Subjects.Session, changed.Id.Value), later, cancellationToken);
    }
}
