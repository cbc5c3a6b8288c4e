using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Minutes;
using Bot.Domain.Records;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Minutes;

/// <summary>Makes minutes from what was kept of a meeting.</summary>
internal sealed class MinutesDrafting(
    AgendaStore agendas, AttendanceStore attendance, SessionStore sessions, BallotStore ballots, ElectionStore elections, ResolutionStore resolutions, MinutesStore minutes, DueTable due)
{
    /// <summary>Makes the first draft; minutes that are there already stay as they are.</summary>
    /// <param name="turn">Who asks; may be refused.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="form">What the draft goes back to, so that asking twice makes one.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The minutes of the meeting.</returns>
    public async Task<Outcome<MeetingMinutes>> DraftAsync(Turn turn, Meeting meeting, FormReference form, CancellationToken cancellationToken)
    {
        if (turn.Sender is not { } sender || turn.Network.Committee(meeting.Committee) is not { } committee)
        {
            return new Refusal(RefusalCode.MinutesNotFound);
        }

        var draft = form.IdentityOf(Subjects.Minutes);
        var outcome = MeetingMinutes.Draft(turn.Network, meeting, draft, sender.Id, turn.Now);
        if (outcome is not Outcome<MeetingMinutes>.Done(var made))
        {
            return outcome;
        }

        if (await minutes.FindAsync(turn.Network.Id, meeting.Id, cancellationToken) is { } standing)
        {
            return standing.Value;
        }

        var body = await AssembleAsync(turn.Network, committee, meeting, cancellationToken);
        await minutes.KeepDraftAsync(turn.Network.Id, meeting.Id, draft, body, cancellationToken);
        var foreseen = await due.ForeseeAsync(Subjects.Due(turn.Network.Id, Subjects.Minutes, meeting.Id.Value), [], cancellationToken);
        if (!await minutes.TryAddAsync(turn.Network.Id, made, body, cancellationToken))
        {
            return (await minutes.FindAsync(turn.Network.Id, meeting.Id, cancellationToken))?.Value is { } faster ? faster : new Refusal(RefusalCode.ChangedMeanwhile);
        }

        await due.LookNowAsync(foreseen, cancellationToken);
        return made;
    }

    /// <summary>Makes the draft of a meeting that was held and closed, unless there are minutes. Two instances, or one that died in between, make one.</summary>
    public async Task DraftByItselfAsync(NetworkSnapshot snapshot, Committee committee, Meeting meeting, Instant now, CancellationToken cancellationToken)
    {
        var network = snapshot.Network;
        if (await minutes.FindAsync(network.Id, meeting.Id, cancellationToken) is not null)
        {
            return;
        }

        var body = await AssembleAsync(network, committee, meeting, cancellationToken);
        // What was drafted never changes: another content has another identity.
        var draft = HeardMessage.Fingerprint(MinutesText.Write(body));
        if (MeetingMinutes.DraftByItself(network, meeting, draft, now) is { } made)
        {
            await minutes.KeepDraftAsync(network.Id, meeting.Id, draft, body, cancellationToken);
            var foreseen = await due.ForeseeAsync(Subjects.Due(network.Id, Subjects.Minutes, meeting.Id.Value), [], cancellationToken);
            await minutes.TryAddAsync(network.Id, made, body, cancellationToken);
            await due.LookNowAsync(foreseen, cancellationToken);
        }
    }

    /// <summary>Puts the minutes together again from what is kept of the meeting now. Where that says the same as before, they stay as they are.</summary>
    public async Task<Outcome<MeetingMinutes>> RedraftAsync(Turn turn, MinutesView view, FormReference form, CancellationToken cancellationToken)
    {
        if (turn.Sender is not { } sender)
        {
            return new Refusal(RefusalCode.MinutesNotFound);
        }

        var draft = form.IdentityOf(Subjects.Minutes);
        var outcome = view.Minutes.Redraft(turn.Network, view.Meeting, draft, sender.Id, turn.Now);
        if (outcome is not Outcome<MeetingMinutes>.Done(var made) || ReferenceEquals(made, view.Minutes))
        {
            return outcome;
        }

        var body = await AssembleAsync(turn.Network, view.Committee, view.Meeting, cancellationToken);
        var before = await minutes.DraftAsync(turn.Network.Id, view.Meeting.Id, view.Minutes.DraftOf(view.Minutes.Version), cancellationToken);
        if (MinutesText.Write(body) == MinutesText.Write(before))
        {
            return view.Minutes;
        }

        await minutes.KeepDraftAsync(turn.Network.Id, view.Meeting.Id, draft, body, cancellationToken);
        return await minutes.TrySaveAsync(turn.Network.Id, view.Stored, made, made.Apply(body, made.Version), cancellationToken) ? made : new Refusal(RefusalCode.ChangedMeanwhile);
    }

    /// <summary>What the minutes of a meeting say by what is kept of it now.</summary>
    public async Task<MinutesBody> AssembleAsync(Network network, Committee committee, Meeting meeting, CancellationToken cancellationToken)
    {
        var recorded = await RecordedAsync(network.Id, meeting, cancellationToken);
        var session = await sessions.OfAsync(network.Id, meeting.Id, cancellationToken);
        return MinutesAssembly.Assemble(new MinutesSources
        {
            Network = network,
            Committee = committee,
            Meeting = meeting,
            Agenda = await agendas.OfAsync(network.Id, meeting, cancellationToken),
            Attendance = await attendance.OfAsync(network.Id, meeting.Id, cancellationToken),
            Session = session,
            Ballots = [.. (await ballots.InMeetingAsync(network.Id, meeting.Id, cancellationToken)).Select(Taken)],
            Elections = await elections.AllAsync(network.Id, cancellationToken),
            Resolutions = recorded,
            Decisions = session.Standing.Join(recorded, entry => Subjects.Decision(meeting.Id, entry.Number), entry => entry.Subject, (noted, entry) => (noted.Number, entry)).ToDictionary(),
        });
    }

    /// <summary>A ballot as minutes know it.</summary>
    public static TakenBallot Taken(BallotRecord record) => new(record.Ballot, record.Motion)
    {
        Result = record.Result,
        Count = record.Count,
        TieBreak = record.TieBreak,
        Resolution = record.Resolution,
    };

    /// <summary>What the committee decided on the day of the meeting, or after midnight.</summary>
    private async Task<IReadOnlyList<ResolutionEntry>> RecordedAsync(NetworkId network, Meeting meeting, CancellationToken cancellationToken)
    {
        var (first, last) = (meeting.Day, meeting.Day.PlusDays(1));
        var recorded = new List<ResolutionEntry>();
        foreach (var year in new[] { first.Year, last.Year }.Distinct())
        {
            await foreach (var entry in resolutions.AllAsync(network, year, cancellationToken))
            {
                if (entry.Committee == meeting.Committee && entry.DecidedOn >= first && entry.DecidedOn <= last)
                {
                    recorded.Add(entry);
                }
            }
        }

        return recorded;
    }
}
