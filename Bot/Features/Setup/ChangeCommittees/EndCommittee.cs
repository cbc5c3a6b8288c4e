using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Features.Setup.TakeStep;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Setup.ChangeCommittees;

/// <summary>"Gremium beenden: AG Schule": its seats and its room end; what it did stays. Not while something runs in it.</summary>
internal sealed class EndCommittee(CommitteeWork work) : SetupStep
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

        var running = await work.RunningAsync(turn.Network, committee, turn.LocalNow.Date, cancellationToken);
        if (!running.IsNone)
        {
            return new SetupPlan.Asked([Said(turn, Sentence.SetupEndNotYet, committee.Name), .. Lines(turn, running)]);
        }

        return new SetupPlan.Ready(
            [Said(turn, Sentence.SetupEndLine, committee.Name, turn.Network.Seats.Count(seat => seat.Committee == committee.Id))],
            CommitteeWork.Ending(turn.Snapshot, committee, By(turn), turn.LocalNow.Date),
            Said(turn, Sentence.SetupCommitteeEnded, committee.Name))
        {
            Hints = [Messages.Get(turn.Reader, Sentence.SetupEndHint)],
            Gate = running.Gate,
        };
    }

    private static IEnumerable<string> Lines(Turn turn, RunningWork running) =>
    [
        .. running.Meetings.Take(5).Select(day => Said(turn, Sentence.SetupEndMeeting, day)),
        .. running.Ballots.Take(5).Select(title => Said(turn, Sentence.SetupEndBallot, ShortText.Abbreviate(title, 100))),
        .. running.HasElection ? [Messages.Get(turn.Reader, Sentence.SetupEndElection)] : Enumerable.Empty<string>(),
    ];
}
