using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Dates;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Memberships.ChangeMembership;

/// <summary>What came of a confirmed change.</summary>
internal abstract record MembershipChanged
{
    private MembershipChanged()
    {
    }

    /// <summary>Stored, by this or an earlier press; or nothing for the sender. Markdown.</summary>
    public sealed record Done(string Said) : MembershipChanged;

    /// <summary>It cannot be done any more. Markdown.</summary>
    public sealed record Asked(Turn Now, string Question) : MembershipChanged;

    /// <summary>It would change something else by now than the preview showed; nothing was stored.</summary>
    public sealed record Overtaken(Turn Now, MembershipPlan.Ready Plan) : MembershipChanged;

    /// <summary>Others were faster each time. Plain text.</summary>
    public sealed record Refused(string Why) : MembershipChanged;
}

/// <summary>Changes a membership: decide with the network as it is, foresee who is told and when, change the network. Whoever comes second decides again.</summary>
internal sealed class MembershipHandler(NetworkStore networks, DueTable due)
{
    private const int Attempts = 5;

    /// <summary>Changes it. Confirming the same preview twice does it once.</summary>
    /// <param name="turn">Who confirms.</param>
    /// <param name="step">What changes.</param>
    /// <param name="fields">What the preview was made from.</param>
    /// <param name="shown">What the preview showed.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    public async Task<MembershipChanged> HandleAsync(Turn turn, MembershipStep step, MembershipFields fields, string shown, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            switch (step.Plan(turn, fields))
            {
                case MembershipPlan.Asked asked:
                    return new MembershipChanged.Asked(turn, asked.Question);
                case MembershipPlan.Settled settled:
                    return new MembershipChanged.Done(settled.Said);
                case MembershipPlan.Ready ready when MembershipCards.PrintOf(ready) != shown:
                    return new MembershipChanged.Overtaken(turn, ready);
                case MembershipPlan.Ready ready when await TryStoreAsync(turn, ready, cancellationToken):
                    return new MembershipChanged.Done(ready.Done);
            }

            if (await networks.FindAsync(turn.Network.Id, cancellationToken) is { } fresh)
            {
                turn = turn.In(fresh);
            }
        }

        return new MembershipChanged.Refused(Messages.For(turn.Reader, new Refusal(RefusalCode.ChangedMeanwhile)));
    }

    /// <summary>Whoever dies between the two leaves a look that finds whether the change counts.</summary>
    private async Task<bool> TryStoreAsync(Turn turn, MembershipPlan.Ready plan, CancellationToken cancellationToken)
    {
        var mornings = plan.Mornings.Select(day => turn.Network.Zone.AtLeniently(day + WakingHours.From).ToDateTimeOffset());
        var foreseen = await due.ForeseeAsync(Subjects.Due(turn.Network.Id, Subjects.Membership, plan.After.Id.Value), mornings, cancellationToken);
        if (!await networks.TryChangeAsync(turn.Snapshot, new NetworkChange { By = turn.Sender!.Id, At = turn.Now, Organizations = [plan.After] }, cancellationToken))
        {
            return false;
        }

        await due.LookNowAsync(foreseen, cancellationToken);
        return true;
    }
}
