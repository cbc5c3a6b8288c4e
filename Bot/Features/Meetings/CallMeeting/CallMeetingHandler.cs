using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Scheduling;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Meetings.CallMeeting;

/// <summary>Calls a meeting: decide, write when to look at it, store it. Telling people follows from what is stored.</summary>
internal sealed class CallMeetingHandler(MeetingStore meetings, AgendaPreparation preparation, AgendaPassing passing, RotaStore rotas, CommitteeGate gates, DueTable due)
{
    private const int Attempts = 5;

    /// <summary>Calls the meeting. Pressing the button twice calls it once, also when it was cancelled meanwhile.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="proposal">The meeting as it was confirmed.</param>
    /// <param name="caller">Who calls it.</param>
    /// <param name="id">Its identity, the same however often the same preview is confirmed.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    /// <returns>The meeting that came of the preview, which may be another than the proposal; a refusal of the domain, or <see cref="RefusalCode.DayTaken"/> when the committee meets on that day already.</returns>
    public async Task<Outcome<Meeting>> HandleAsync(Network network, MeetingProposal proposal, PersonId caller, MeetingId id, Instant now, CancellationToken cancellationToken)
    {
        var outcome = proposal.Call(network, caller, id, now);
        if (proposal.IsFor(network, caller) && await meetings.FindAsync(network, id, cancellationToken) is { Value: var standing })
        {
            return standing;
        }

        if (outcome is not Outcome<Meeting>.Done(var meeting) || network.Committee(meeting.Committee) is not { } committee)
        {
            return outcome;
        }

        if (committee.Remit?.EndedBy is { } resolution)
        {
            return new Refusal(RefusalCode.GroupEnding, committee.Name, resolution);
        }

        if (await meetings.OnDayAsync(network.Id, meeting.Committee, meeting.Day, cancellationToken) is { } before)
        {
            return IsSame(before, meeting) ? before : Taken(committee, before);
        }

        return await StoreAsync(network, committee, meeting, cancellationToken);
    }

    /// <summary>Whoever's turn it is by the committee's rota leads the meeting; where there is none, whoever speaks for the working group. Two that are called at once never get the same turn: the second finds the rota moved, and asks again.</summary>
    private async Task<Outcome<Meeting>> StoreAsync(Network network, Committee committee, Meeting meeting, CancellationToken cancellationToken)
    {
        var looks = MeetingLooks.Of(meeting, committee.Rules, network.Zone);
        var foreseen = await due.ForeseeAsync(Subjects.Due(network.Id, Subjects.Meeting, meeting.Id.Value), looks, cancellationToken);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var gate = await gates.ReadAsync(network.Id, committee.Id, cancellationToken);
            if (!gate.IsOpenAt(meeting.CalledAt))
            {
                // Somebody is ending the committee.
                return new Refusal(RefusalCode.ChangedMeanwhile);
            }

            var turn = await rotas.NextAsync(network, committee, meeting.CalledAt, cancellationToken);
            var led = meeting with { Chair = turn?.Chair ?? network.SpeakerOf(committee)?.Id };
            if (await meetings.TryAddAsync(network.Id, led, cancellationToken, turn?.Guard, gate.Passing))
            {
                // Before anybody is told, so that the invitation shows the agenda. Whoever dies here leaves it to the look at the meeting.
                await passing.SettleEarlierAsync(network, meeting.Committee, meeting.CalledAt, cancellationToken);
                await preparation.PreparedAsync(network, led, cancellationToken);
                await due.LookNowAsync(foreseen, cancellationToken);
                if (turn is not null)
                {
                    await due.LookAgainAsync(Subjects.Due(network.Id, Subjects.Rota, committee.Id.Value), cancellationToken);
                }

                return led;
            }

            if (await meetings.OnDayAsync(network.Id, meeting.Committee, meeting.Day, cancellationToken) is { } faster)
            {
                return IsSame(faster, meeting) ? faster : Taken(committee, faster);
            }
        }

        return new Refusal(RefusalCode.ChangedMeanwhile);
    }

    private static bool IsSame(Meeting before, Meeting meeting) => before.CalledBy == meeting.CalledBy
        && before with { Id = meeting.Id, Chair = meeting.Chair, CalledAt = meeting.CalledAt, RulesVersion = meeting.RulesVersion, OnlineLink = meeting.OnlineLink, CalendarUid = meeting.CalendarUid } == meeting;

    private static Refusal Taken(Committee committee, Meeting standing) =>
        new(RefusalCode.DayTaken, committee.Name, standing.Day, standing.Start);
}
