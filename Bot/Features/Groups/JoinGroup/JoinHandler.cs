using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Rights;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Groups.JoinGroup;

/// <summary>Who is in a working group: joins, asks, is taken in or not, leaves. Load, decide, store; again when somebody was faster. Telling people follows from what is stored.</summary>
internal sealed class JoinHandler(NetworkStore networks, GroupStore groups, ElectionStore elections, DueTable due)
{
    private const int Attempts = 5;

    /// <summary>The sender wants to take part. Into an open group whoever represents a member comes at once; everybody else is asked for.</summary>
    /// <returns>What came of it.</returns>
    public Task<Outcome<Joining>> JoinAsync(Turn turn, Committee group, CancellationToken cancellationToken) => RepeatAsync(turn, group, async (now, standing, sender) =>
    {
        if (IsIn(now, standing, sender.Id))
        {
            return Joining.Joined;
        }

        if (standing.Remit is { IsOpen: true } && now.Network.RepresentedBy(sender.Id).Any())
        {
            return await TryChangeAsync(now, By(now) with { Given = [new Seat(standing.Id, sender.Id)] }, cancellationToken) ? Joining.Joined : null;
        }

        var before = await groups.WishAsync(now.Network.Id, standing.Id, sender.Id, cancellationToken);
        if (before is { Value.State: JoinState.Asked })
        {
            return Joining.Asked;
        }

        return await TryWishAsync(now, before, new JoinWish(standing.Id, sender.Id, now.Now, JoinState.Asked), cancellationToken) ? Joining.Asked : null;
    }, cancellationToken);

    /// <summary>The sender takes part no more. A seat that was won in an election is given up by "Ausgeschieden", so that somebody can move up.</summary>
    public Task<Outcome<Joining>> LeaveAsync(Turn turn, Committee group, CancellationToken cancellationToken) => RepeatAsync(turn, group, async (now, standing, sender) =>
    {
        if (!IsIn(now, standing, sender.Id))
        {
            return Joining.Left;
        }

        if ((await elections.AllAsync(now.Network.Id, cancellationToken)).Any(election => election.Body == standing.Id && election.State != ElectionState.Cancelled && election.MandateOf(sender.Id) is { IsSeated: true }))
        {
            return Joining.Elected;
        }

        return await TryChangeAsync(now, By(now) with { Taken = [new Seat(standing.Id, sender.Id)] }, cancellationToken) ? Joining.Left : null;
    }, cancellationToken, isOver: true);

    /// <summary>Takes somebody in, or does not, for whoever speaks for the group or coordinates.</summary>
    /// <param name="turn">Who answers.</param>
    /// <param name="group">Which group, as it was found.</param>
    /// <param name="person">Who is meant.</param>
    /// <param name="accepts">Whether they are taken in; they need not have asked. Not to be taken in they must have.</param>
    /// <param name="cancellationToken">Stops it before it counts.</param>
    public Task<Outcome<Joining>> AnswerAsync(Turn turn, Committee group, PersonId person, bool accepts, CancellationToken cancellationToken) => RepeatAsync(turn, group, async (now, standing, _) =>
    {
        if (!now.May(Right.LeadGroup, standing, now.Network.SpeakerOf(standing)?.Id) || now.Network.Person(person) is not { } known)
        {
            return Joining.NotYours;
        }

        var wish = await groups.WishAsync(now.Network.Id, standing.Id, known.Id, cancellationToken);
        if (!accepts)
        {
            return wish is not { Value.State: JoinState.Asked } ? IsIn(now, standing, known.Id) ? Joining.Joined : Joining.Declined
                : await TryWishAsync(now, wish, wish.Value.Value with { State = JoinState.Declined }, cancellationToken) ? Joining.Declined : null;
        }

        if (IsIn(now, standing, known.Id) && wish is not { Value.State: JoinState.Asked })
        {
            return Joining.Joined;
        }

        // First the seat: whoever dies between the two is pressed again, and finds it given.
        if (!IsIn(now, standing, known.Id) && !await TryChangeAsync(now, By(now) with { Given = [new Seat(standing.Id, known.Id)] }, cancellationToken))
        {
            return null;
        }

        var taken = wish is { Value.State: JoinState.Asked } ? wish.Value.Value with { State = JoinState.Accepted } : new JoinWish(standing.Id, known.Id, now.Now, JoinState.Accepted);
        return wish is { Value.State: JoinState.Accepted } || await TryWishAsync(now, wish, taken, cancellationToken) ? Joining.Joined : null;
    }, cancellationToken);

    private async Task<Outcome<Joining>> RepeatAsync(
        Turn turn, Committee group, Func<Turn, Committee, Person, Task<Joining?>> once, CancellationToken cancellationToken, bool isOver = false)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (turn.Sender is not { } sender || turn.Network.Standing(group.Id) is not { } standing)
            {
                return new Refusal(RefusalCode.CommitteeUnknown);
            }

            if (!isOver && standing.Remit?.EndedBy is { } resolution)
            {
                return new Refusal(RefusalCode.GroupEnding, standing.Name, resolution);
            }

            if (await once(turn, standing, sender) is { } done)
            {
                return done == Joining.NotYours ? new Refusal(RefusalCode.GroupNotLed, standing.Name) : done;
            }

            if (await networks.FindAsync(turn.Network.Id, cancellationToken) is { } fresh)
            {
                turn = turn.In(fresh);
            }
        }

        return new Refusal(RefusalCode.ChangedMeanwhile);
    }

    private Task<bool> TryChangeAsync(Turn turn, NetworkChange change, CancellationToken cancellationToken) => networks.TryChangeAsync(turn.Snapshot, change, cancellationToken);

    private async Task<bool> TryWishAsync(Turn turn, Stored<JoinWish>? before, JoinWish wish, CancellationToken cancellationToken)
    {
        var foreseen = await due.ForeseeAsync(Subjects.Due(turn.Network.Id, Subjects.Group, wish.Group.Value), [], cancellationToken);
        if (!await groups.TrySaveAsync(turn.Network.Id, before, wish, cancellationToken))
        {
            return false;
        }

        await due.LookNowAsync(foreseen, cancellationToken);
        return true;
    }

    private static bool IsIn(Turn turn, Committee group, PersonId person) => turn.Network.Seats.Contains(new Seat(group.Id, person));

    private static NetworkChange By(Turn turn) => new() { By = turn.Sender!.Id, At = turn.Now };
}

/// <summary>What came of somebody wanting to take part, or not any more.</summary>
internal enum Joining
{
    /// <summary>They take part.</summary>
    Joined,

    /// <summary>Whoever speaks for the group is asked.</summary>
    Asked,

    /// <summary>They are not taken in.</summary>
    Declined,

    /// <summary>They take part no more.</summary>
    Left,

    /// <summary>Their seat comes from an election.</summary>
    Elected,

    /// <summary>It is not for the sender to decide.</summary>
    NotYours,
}
