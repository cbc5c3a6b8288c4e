using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Dates;
using Bot.Domain.Memberships;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Expulsions.ProposeExpulsion;

/// <summary>What came of a confirmed motion.</summary>
internal abstract record ExpulsionProposed
{
    private ExpulsionProposed()
    {
    }

    /// <summary>It is made, by this or an earlier press.</summary>
    public sealed record Done(Expulsion Case) : ExpulsionProposed;

    /// <summary>A case of that organization runs already.</summary>
    public sealed record Running(Expulsion Case) : ExpulsionProposed;

    /// <summary>It cannot be made like that any more. Markdown.</summary>
    public sealed record Asked(string Question) : ExpulsionProposed;

    /// <summary>It would be another one by now than the preview showed; nothing was stored.</summary>
    public sealed record Overtaken(ExpulsionPlan.Ready Plan) : ExpulsionProposed;
}

/// <summary>Makes a motion to expel a member: decide, foresee when somebody is told something, store. Telling people follows from what is stored.</summary>
internal sealed class ProposeExpulsionHandler(ExpulsionStore expulsions, DueTable due)
{
    /// <summary>Makes it. Confirming the same preview twice makes it once, also when it was decided meanwhile.</summary>
    /// <param name="turn">Who confirms.</param>
    /// <param name="draft">What the preview was made from.</param>
    /// <param name="shown">What it showed.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    public async Task<ExpulsionProposed> HandleAsync(Turn turn, ExpulsionDraft draft, string shown, CancellationToken cancellationToken)
    {
        var id = new ExpulsionId(turn.Form.IdentityOf(Subjects.Expulsion + turn.Sender!.Id.Value));
        if (await expulsions.FindAsync(turn.Network.Id, id, cancellationToken) is { Value: var before })
        {
            return new ExpulsionProposed.Done(before);
        }

        switch (ExpulsionPlan.Of(turn, draft))
        {
            case ExpulsionPlan.Asked asked:
                return new ExpulsionProposed.Asked(asked.Question);
            case ExpulsionPlan.Ready ready when ready.Print != shown:
                return new ExpulsionProposed.Overtaken(ready);
            case ExpulsionPlan.Ready ready when await expulsions.FindRunningAsync(turn.Network.Id, ready.Case.Organization, cancellationToken) is { Value: var running }:
                return new ExpulsionProposed.Running(running);
            case ExpulsionPlan.Ready ready:
                return await StoreAsync(turn, ready.Case with { Id = id }, cancellationToken);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task<ExpulsionProposed> StoreAsync(Turn turn, Expulsion expulsion, CancellationToken cancellationToken)
    {
        LocalDate[] days = [expulsion.AnswerBy.PlusDays(-Expulsion.ReminderDays), expulsion.AnswerBy.PlusDays(1)];
        var mornings = days.Select(day => turn.Network.Zone.AtLeniently(day + WakingHours.From).ToDateTimeOffset());
        var foreseen = await due.ForeseeAsync(Subjects.Due(turn.Network.Id, Subjects.Expulsion, expulsion.Id.Value), mornings, cancellationToken);
        if (await expulsions.TryAddAsync(turn.Network.Id, expulsion, cancellationToken))
        {
            await due.LookNowAsync(foreseen, cancellationToken);
            return new ExpulsionProposed.Done(expulsion);
        }

        // Somebody was faster: the same press, or somebody else with a motion of their own.
        return await expulsions.FindAsync(turn.Network.Id, expulsion.Id, cancellationToken) is { Value: var same } ? new ExpulsionProposed.Done(same)
            : await expulsions.FindRunningAsync(turn.Network.Id, expulsion.Organization, cancellationToken) is { Value: var faster } ? new ExpulsionProposed.Running(faster)
            : new ExpulsionProposed.Asked(Messages.For(turn.Reader, new Refusal(RefusalCode.ChangedMeanwhile)));
    }
}
