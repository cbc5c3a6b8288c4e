using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Domain.Rotas;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Rotas;

/// <summary>Changes rotas: load, decide, store; again when somebody was faster.</summary>
internal sealed class RotaChanges(RotaStore rotas, RotaViews views, MeetingStore meetings, DueTable due)
{
    private const int Attempts = 5;

    /// <summary>Sets a new order. Confirming the same preview twice sets it once.</summary>
    public async Task<Refusal?> SetAsync(Turn turn, Committee committee, IReadOnlyList<RotaHost> hosts, CancellationToken cancellationToken)
    {
        var foreseen = await due.ForeseeAsync(Subjects.Due(turn.Network.Id, Subjects.Rota, committee.Id.Value), [], cancellationToken);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var standing = await rotas.FindAsync(turn.Network.Id, committee.Id, cancellationToken);
            if (standing is { } same && same.Value.Hosts.SequenceEqual(hosts))
            {
                return null;
            }

            var rota = new Rota(committee.Id, hosts, turn.Now, turn.Sender!.Id);
            if (await rotas.TrySetAsync(turn.Network.Id, rota, standing?.ETag, cancellationToken))
            {
                await due.LookNowAsync(foreseen, cancellationToken);
                return null;
            }
        }

        return new Refusal(RefusalCode.ChangedMeanwhile);
    }

    /// <summary>Asks somebody to swap turns; they are told, and nothing changes before they agree.</summary>
    /// <returns>Why not; null when they are asked.</returns>
    public async Task<Refusal?> AskSwapAsync(Turn turn, RotaView view, RotaHost other, CancellationToken cancellationToken)
    {
        if (turn.Sender is not { } sender || view.Rota.HostOf(turn.Network, sender.Id) is not { } own)
        {
            return new Refusal(RefusalCode.NotInRota);
        }

        if (own == other || !view.Rota.Hosts.Contains(other) || !other.IsThere(turn.Network, view.Committee))
        {
            return new Refusal(RefusalCode.RotaOtherUnknown);
        }

        var foreseen = await due.ForeseeAsync(Subjects.Due(turn.Network.Id, Subjects.Rota, view.Committee.Id.Value), [], cancellationToken);
        var wishes = await rotas.WishesAsync(turn.Network.Id, view.Committee.Id, cancellationToken);
        if (wishes.Any(wish => wish.IsOpenAt(turn.Now) && wish.From == own && wish.To == other))
        {
            // Asked once more in another message: agreeing to both would swap there and back. Whoever died here before has not told it yet.
            await due.LookNowAsync(foreseen, cancellationToken);
            return null;
        }

        await rotas.AddWishAsync(turn.Network.Id, new SwapWish(turn.Form.IdentityOf(Subjects.Rota), view.Committee.Id, own, other, sender.Id, turn.Now), cancellationToken);
        await due.LookNowAsync(foreseen, cancellationToken);
        return null;
    }

    /// <summary>Answers a wish to swap. Where one of the two leads a meeting that was called, the other leads that one; otherwise they take each other's next turn.</summary>
    /// <param name="turn">Who answers.</param>
    /// <param name="committee">In whose rota.</param>
    /// <param name="id">Which wish.</param>
    /// <param name="agrees">Whether they agree.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    /// <returns>The wish as it stands; or why it could not be answered.</returns>
    public async Task<Outcome<SwapWish>> AnswerAsync(Turn turn, Committee committee, string id, bool agrees, CancellationToken cancellationToken)
    {
        var foreseen = await due.ForeseeAsync(Subjects.Due(turn.Network.Id, Subjects.Rota, committee.Id.Value), [], cancellationToken);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await rotas.FindWishAsync(turn.Network.Id, committee.Id, id, cancellationToken) is not { } wish
                || turn.Sender is not { } sender || !wish.Value.To.People(turn.Network, committee.Id).Contains(sender.Id))
            {
                return new Refusal(RefusalCode.SwapUnknown);
            }

            if (wish.Value.State != SwapWishState.Asked)
            {
                return wish.Value;
            }

            if (!wish.Value.IsOpenAt(turn.Now) || await views.OfAsync(turn.Network, committee, turn.Now, cancellationToken) is not { } view)
            {
                return new Refusal(RefusalCode.SwapUnknown);
            }

            var answered = wish with { Value = wish.Value with { State = agrees ? SwapWishState.Agreed : SwapWishState.Declined } };
            var isStored = agrees
                ? await AgreeAsync(turn, view, answered, sender.Id, cancellationToken)
                : await rotas.TrySaveWishAsync(turn.Network.Id, answered, cancellationToken);
            if (isStored)
            {
                await due.LookNowAsync(foreseen, cancellationToken);
                return answered.Value;
            }
        }

        return new Refusal(RefusalCode.ChangedMeanwhile);
    }

    /// <summary>Passes over the turn in preparation. Where its meeting was called, whoever is next leads it.</summary>
    /// <param name="turn">A coordinator, or whose turn it is.</param>
    /// <param name="committee">In whose rota.</param>
    /// <param name="shown">Whose turn was shown to be passed over; null for whose turn it is. Another one since is not passed over.</param>
    /// <param name="reason">Why; not empty.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    /// <returns>Who was passed over; or why not.</returns>
    public async Task<Outcome<RotaHost>> SkipAsync(Turn turn, Committee committee, (RotaHost Host, int Steps)? shown, string reason, CancellationToken cancellationToken)
    {
        var foreseen = await due.ForeseeAsync(Subjects.Due(turn.Network.Id, Subjects.Rota, committee.Id.Value), [], cancellationToken);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await views.OfAsync(turn.Network, committee, turn.Now, cancellationToken) is not { } view || view.Preparing(turn.Network) is not { } host)
            {
                return new Refusal(RefusalCode.RotaMissing);
            }

            if (WhyNotSkip(turn, view, host, shown, reason) is { } refusal)
            {
                return refusal;
            }

            var step = new RotaStep(RotaStepKind.Skipped, host, turn.Now, turn.Sender!.Id) { Reason = reason };
            if (await TryPassAsync(turn, view, step, cancellationToken))
            {
                await due.LookNowAsync(foreseen, cancellationToken);
                return host;
            }
        }

        return new Refusal(RefusalCode.ChangedMeanwhile);
    }

    private static Refusal? WhyNotSkip(Turn turn, RotaView view, RotaHost host, (RotaHost Host, int Steps)? shown, string reason)
    {
        if (turn.Sender is not { } sender || !turn.May(Right.SkipTurn, view.Committee, isOwner: host.People(turn.Network, view.Committee.Id).Contains(sender.Id)))
        {
            return new Refusal(RefusalCode.NotYourTurn);
        }

        if (reason.Length == 0)
        {
            return new Refusal(RefusalCode.ReasonMissing);
        }

        if (reason.Length > Rota.ReasonLimit)
        {
            return new Refusal(RefusalCode.TextTooLong, Rota.ReasonLimit);
        }

        return shown is { } seen && (seen.Host != host || seen.Steps != view.Rota.Steps.Count) ? new Refusal(RefusalCode.RotaMovedOn) : null;
    }

    private async Task<bool> TryPassAsync(Turn turn, RotaView view, RotaStep step, CancellationToken cancellationToken)
    {
        var network = turn.Network;
        if (view.Led(network) is not { } led || await meetings.FindAsync(network, led.Id, cancellationToken) is not { } meeting)
        {
            return await rotas.TryAgreeAsync(network.Id, view.Stored, step, [], null, cancellationToken);
        }

        var others = (await rotas.MeetingsAsync(network.Id, view.Committee.Id, cancellationToken)).Where(one => one.Id != led.Id);
        var after = RotaState.Of(view.Rota.With(step), network, view.Committee, others, turn.Now);
        var next = after.Upcoming.FirstOrDefault(host => host != step.Host);
        var changed = meeting with { Value = meeting.Value with { Chair = next == default ? null : next.People(network, view.Committee.Id)[0] } };
        return await rotas.TryAgreeAsync(network.Id, view.Stored, step, [changed], null, cancellationToken);
    }

    private async Task<bool> AgreeAsync(Turn turn, RotaView view, Stored<SwapWish> wish, PersonId agreeing, CancellationToken cancellationToken)
    {
        var (network, swap) = (turn.Network, wish.Value);
        var changed = new List<Stored<Meeting>>();
        foreach (var (host, person) in new[] { (swap.From, agreeing), (swap.To, swap.AskedBy) })
        {
            if (view.Coming.FirstOrDefault(meeting => meeting.Chair is { } chair && view.Rota.HostOf(network, chair) == host) is { } led
                && await meetings.FindAsync(network, led.Id, cancellationToken) is { } meeting)
            {
                changed.Add(meeting with { Value = meeting.Value with { Chair = person } });
            }
        }

        var step = changed.Count > 0 ? null : new RotaStep(RotaStepKind.Swapped, swap.From, turn.Now, agreeing) { Other = swap.To };
        return await rotas.TryAgreeAsync(network.Id, view.Stored, step, changed, wish, cancellationToken);
    }
}
