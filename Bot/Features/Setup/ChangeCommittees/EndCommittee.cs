using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Features.Setup.TakeStep;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Setup.ChangeCommittees;

/// <summary>"Gremium beenden: AG Schule": its seats and its room end; what it did stays. Not while something runs in it.</summary>
internal sealed class EndCommittee(BallotStore ballots, MeetingStore meetings, ElectionStore elections) : SetupStep
{
    /// <inheritdoc/>
    public override CommandEntry Entry => CommandTable.EndCommittee;

    /// <inheritdoc/>
    public override Sentence Heading => Sentence.SetupEndCommittee;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => [CommitteeField];

    /// <inheritdoc/>
    public override SetupFields Typed(Turn turn, CommandText text) => WithCommittee(turn, SetupFields.Empty, Entry.RestOf(text));

    /// <inheritdoc/>
    public override IEnumerable<InputElement> Inputs(Turn turn, SetupFields fields) => [CommitteeInput(turn, fields, committee => committee.Kind != CommitteeKind.GeneralAssembly)];

    /// <inheritdoc/>
    public override async ValueTask<SetupPlan> PlanAsync(Turn turn, SetupFields fields, CancellationToken cancellationToken)
    {
        if (turn.Network.FormerCommittees.FirstOrDefault(one => one.Id.Value == fields[CommitteeField]) is { } ended)
        {
            return new SetupPlan.Stands(Said(turn, Sentence.SetupCommitteeEnded, ended.Name));
        }

        if (CommitteeOf(turn, fields) is not { } committee)
        {
            return Ask(turn, Sentence.InputCommitteeMissing);
        }

        if (committee.Kind == CommitteeKind.GeneralAssembly)
        {
            return Ask(turn, Sentence.SetupPlenaryStays, committee.Name);
        }

        IReadOnlyList<string> running = [.. await RunningAsync(turn, committee, cancellationToken)];
        if (running.Count > 0)
        {
            return new SetupPlan.Asked([Said(turn, Sentence.SetupEndNotYet, committee.Name), .. running]);
        }

        IReadOnlyList<Seat> seats = [.. turn.Network.Seats.Where(seat => seat.Committee == committee.Id)];
        return new SetupPlan.Ready(
            [Said(turn, Sentence.SetupEndLine, committee.Name, seats.Count)],
            By(turn) with
            {
                Committees = [committee with { EndedOn = turn.LocalNow.Date }],
                Taken = [.. seats],
                Rooms = turn.Snapshot.Rooms.ContainsKey(committee.Id) ? new Dictionary<CommitteeId, string?> { [committee.Id] = null } : new Dictionary<CommitteeId, string?>(),
            },
            Said(turn, Sentence.SetupCommitteeEnded, committee.Name))
        {
            Hints = [Messages.Get(turn.Reader, Sentence.SetupEndHint)],
        };
    }

    private async Task<IEnumerable<string>> RunningAsync(Turn turn, Committee committee, CancellationToken cancellationToken)
    {
        var standing = new List<string>();
        await foreach (var meeting in meetings.FromAsync(turn.Network.Id, turn.LocalNow.Date.PlusDays(-1), cancellationToken))
        {
            if (meeting.Committee == committee.Id && (meeting.State == MeetingState.InSession || (meeting.State == MeetingState.Invited && meeting.Day >= turn.LocalNow.Date)))
            {
                standing.Add(Said(turn, Sentence.SetupEndMeeting, meeting.Day));
            }
        }

        var open = (await ballots.RunningAsync(turn.Network.Id, cancellationToken)).Where(ballot => ballot.Motion.Committee == committee.Id);
        var running = (await elections.AllAsync(turn.Network.Id, cancellationToken)).Count(election => election.IsRunning && (election.Body == committee.Id || election.Committee == committee.Id));
        return
        [
            .. standing.Take(5),
            .. open.Take(5).Select(ballot => Said(turn, Sentence.SetupEndBallot, ShortText.Abbreviate(ballot.Motion.Title, 100))),
            .. running == 0 ? Enumerable.Empty<string>() : [Messages.Get(turn.Reader, Sentence.SetupEndElection)],
        ];
    }
}
