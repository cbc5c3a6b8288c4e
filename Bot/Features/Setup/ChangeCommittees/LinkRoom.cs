using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Features.Setup.TakeStep;
using Bot.Platform.Activities;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Setup.ChangeCommittees;

/// <summary>"Hier tagt: Beirat", said in a channel or group chat: that becomes the committee's room, where its invitations, agendas and ballots are posted.</summary>
internal sealed class LinkRoom : SetupStep
{
    /// <inheritdoc/>
    public override CommandEntry Entry => CommandTable.LinkRoom;

    /// <inheritdoc/>
    public override Sentence Heading => Sentence.SetupLinkRoom;

    /// <inheritdoc/>
    public override bool IsForRooms => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => [CommitteeField];

    /// <inheritdoc/>
    public override SetupFields Typed(Turn turn, CommandText text) =>
        CommitteeFinder.Named(turn.Here is null ? Known(turn) : turn.Network, Entry.RestOf(text)) is [var one] ? SetupFields.Empty.With(CommitteeField, one.Id.Value) : SetupFields.Empty;

    /// <summary>In 1:1 nothing can be chosen: the conversation is where the line is said.</summary>
    public override IEnumerable<InputElement> Inputs(Turn turn, SetupFields fields) => turn.IsPersonal ? [] : [CommitteeInput(turn, fields)];

    /// <inheritdoc/>
    public override ValueTask<SetupPlan> PlanAsync(Turn turn, SetupFields fields, CancellationToken cancellationToken) => ValueTask.FromResult(Plan(turn, fields));

    /// <summary>What the sender knows of in their own chat: before it is linked, this is not a confidential committee's conversation.</summary>
    private static Network Known(Turn turn) =>
        turn.Whole.Network.Showing(committee => turn.Whole.Network.Allows(Right.KnowConfidentialCommittee, turn.Sender?.Id, committee));

    private static SetupPlan Plan(Turn turn, SetupFields fields)
    {
        if (turn.IsPersonal)
        {
            return Ask(turn, Sentence.SetupRoomWhere);
        }

        // A confidential one too: whoever coordinates has named it here already.
        if ((turn.Here is null ? Known(turn) : turn.Network).Committees.FirstOrDefault(one => one.Id.Value == fields[CommitteeField]) is not { } committee)
        {
            return Ask(turn, Sentence.InputCommitteeMissing);
        }

        var done = Said(turn, Sentence.SetupRoomLinked, committee.Name);
        if (turn.Here is { } here)
        {
            return here.Id == committee.Id ? new SetupPlan.Stands(done) : Ask(turn, Sentence.SetupRoomTaken, here.Name);
        }

        var room = ChannelThread.Of(turn.Activity.Conversation?.Id ?? string.Empty).ChannelId;
        return new SetupPlan.Ready(
            [
                Said(turn, Sentence.SetupRoomLine, committee.Name),
                .. turn.Snapshot.Rooms.ContainsKey(committee.Id) ? [Said(turn, Sentence.SetupRoomMoves, committee.Name)] : Enumerable.Empty<string>(),
                .. committee.IsConfidential ? [Messages.Get(turn.Reader, Sentence.SetupRoomConfidential)] : Enumerable.Empty<string>(),
            ],
            By(turn) with { Rooms = new Dictionary<CommitteeId, string?> { [committee.Id] = room } },
            done)
        {
            Hints = turn.Snapshot.Rooms.ContainsKey(committee.Id) ? [Messages.Get(turn.Reader, Sentence.SetupRoomHint)] : [],
            Notice = new PowerNotice(turn.Form.IdentityOf("room"), PowerChange.RoomLinked, turn.Sender!.Id, turn.Now, committee.Id.Value, []),
        };
    }
}

/// <summary>"Raum lösen: Beirat": the committee has no room any more.</summary>
internal sealed class UnlinkRoom : SetupStep
{
    /// <inheritdoc/>
    public override CommandEntry Entry => CommandTable.UnlinkRoom;

    /// <inheritdoc/>
    public override Sentence Heading => Sentence.SetupUnlinkRoom;

    /// <inheritdoc/>
    public override bool IsForRooms => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => [CommitteeField];

    /// <inheritdoc/>
    public override SetupFields Typed(Turn turn, CommandText text)
    {
        var rest = Entry.RestOf(text);
        return rest.Length == 0 && turn.Here is { } here ? SetupFields.Empty.With(CommitteeField, here.Id.Value) : WithCommittee(turn, SetupFields.Empty, rest);
    }

    /// <inheritdoc/>
    public override IEnumerable<InputElement> Inputs(Turn turn, SetupFields fields) => [CommitteeInput(turn, fields, committee => turn.Snapshot.Rooms.ContainsKey(committee.Id))];

    /// <inheritdoc/>
    public override ValueTask<SetupPlan> PlanAsync(Turn turn, SetupFields fields, CancellationToken cancellationToken) => ValueTask.FromResult(Plan(turn, fields));

    private static SetupPlan Plan(Turn turn, SetupFields fields)
    {
        if (CommitteeOf(turn, fields) is not { } committee)
        {
            return Ask(turn, Sentence.InputCommitteeMissing);
        }

        var done = Said(turn, Sentence.SetupRoomUnlinked, committee.Name);
        return !turn.Snapshot.Rooms.ContainsKey(committee.Id)
            ? new SetupPlan.Stands(done)
            : new SetupPlan.Ready([Said(turn, Sentence.SetupUnlinkLine, committee.Name)], By(turn) with { Rooms = new Dictionary<CommitteeId, string?> { [committee.Id] = null } }, done)
            {
                Notice = new PowerNotice(turn.Form.IdentityOf("room"), PowerChange.RoomUnlinked, turn.Sender!.Id, turn.Now, committee.Id.Value, []),
            };
    }
}
