using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Domain.Voting;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Meetings.RecordAttendance;

/// <summary>Notes arrivals and departures: everybody their own, the chair and coordinators those of others.</summary>
internal sealed class AttendanceHandler(AttendanceStore attendance, DueTable due)
{
    /// <summary>The sender arrives, for every voter they act for.</summary>
    /// <returns>Those voters, present now.</returns>
    public Task<Outcome<IReadOnlyList<VoterId>>> ArriveAsync(Turn turn, Meeting meeting, CancellationToken cancellationToken) =>
        OwnAsync(turn, meeting, (line, person) => line.Arrive(person, person, turn.Now), cancellationToken);

    /// <summary>The sender leaves.</summary>
    /// <returns>The voters they act for; one is still present where a colleague is there.</returns>
    public Task<Outcome<IReadOnlyList<VoterId>>> LeaveAsync(Turn turn, Meeting meeting, CancellationToken cancellationToken) =>
        OwnAsync(turn, meeting, (line, person) => line.Leave(person, turn.Now), cancellationToken);

    /// <summary>The chair or a coordinator notes that a voter is there or has left.</summary>
    /// <param name="turn">Who notes it.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="voter">Whose presence.</param>
    /// <param name="person">Who is there for the voter; null when that is not said.</param>
    /// <param name="isPresent">Arrived, or left.</param>
    /// <param name="cancellationToken">Stops it before anything is written.</param>
    public async Task<Outcome<AttendanceLine>> SetAsync(Turn turn, Meeting meeting, VoterId voter, PersonId? person, bool isPresent, CancellationToken cancellationToken)
    {
        if (turn.Sender is not { } sender || !meeting.IsLedBy(turn.Network, sender.Id))
        {
            return new Refusal(RefusalCode.OnlyCoordinator);
        }

        if (WhyNot(turn, meeting) is { } refusal)
        {
            return refusal;
        }

        if (turn.Network.Committee(meeting.Committee) is not { } committee || turn.Network.Electorate(committee).All(entry => entry.Voter != voter))
        {
            return new Refusal(RefusalCode.NotEntitledToVote);
        }

        var changed = await attendance.ChangeAsync(
            turn.Network.Id, meeting.Id, voter, line => isPresent ? line.Arrive(person, sender.Id, turn.Now) : line.Leave(person, turn.Now), cancellationToken);
        await ShowAsync(turn, meeting, cancellationToken);
        return changed is { } line ? line : new Refusal(RefusalCode.ChangedMeanwhile);
    }

    /// <summary>Whoever leads a meeting that is open sees who is there, and whether they are enough.</summary>
    private Task ShowAsync(Turn turn, Meeting meeting, CancellationToken cancellationToken) => meeting.State == MeetingState.InSession
        ? due.LookAgainAsync(Subjects.Due(turn.Network.Id, Subjects.Session, meeting.Id.Value), cancellationToken)
        : Task.CompletedTask;

    private async Task<Outcome<IReadOnlyList<VoterId>>> OwnAsync(
        Turn turn, Meeting meeting, Func<AttendanceLine, PersonId, AttendanceLine> change, CancellationToken cancellationToken)
    {
        if (turn.Network.Committee(meeting.Committee) is not { } committee)
        {
            return new Refusal(RefusalCode.CommitteeUnknown);
        }

        VoterId[] voters = turn.Sender is { } sender
            ? [.. turn.Network.Electorate(committee).Where(entry => entry.HasActor(sender.Id)).Select(entry => entry.Voter)]
            : [];
        if (voters.Length == 0 || !turn.May(Right.BePresent, committee))
        {
            return new Refusal(RefusalCode.NotMemberOfCommittee, committee.Name);
        }

        if (WhyNot(turn, meeting) is { } refusal)
        {
            return refusal;
        }

        foreach (var voter in voters)
        {
            if (await attendance.ChangeAsync(turn.Network.Id, meeting.Id, voter, line => change(line, turn.Sender!.Id), cancellationToken) is null)
            {
                return new Refusal(RefusalCode.ChangedMeanwhile);
            }
        }

        await ShowAsync(turn, meeting, cancellationToken);
        return voters;
    }

    private static Refusal? WhyNot(Turn turn, Meeting meeting) => meeting.State == MeetingState.Cancelled
        ? new Refusal(RefusalCode.MeetingCancelled, meeting.Day)
        : meeting.TakesAttendanceAt(turn.Network.Zone, turn.Now) ? null : new Refusal(RefusalCode.NoMeetingNow);
}
