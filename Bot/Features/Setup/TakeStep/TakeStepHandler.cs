using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Setup.TakeStep;

/// <summary>What came of a confirmed step.</summary>
internal abstract record StepTaken
{
    private StepTaken()
    {
    }

    /// <summary>Stored, by this or an earlier press. Markdown.</summary>
    public sealed record Done(string Said) : StepTaken;

    /// <summary>It cannot be done any more. Markdown.</summary>
    public sealed record Asked(Turn Now, IReadOnlyList<string> Questions) : StepTaken;

    /// <summary>It would change something else by now than the preview showed; nothing was stored.</summary>
    public sealed record Overtaken(Turn Now, SetupPlan.Ready Plan) : StepTaken;

    /// <summary>The sender may not any more, or others were faster each time. Plain text.</summary>
    public sealed record Refused(string Why) : StepTaken;
}

/// <summary>Takes a step: decide with the network as it is, foresee who is told, change the network. Whoever comes second decides again.</summary>
internal sealed class TakeStepHandler(NetworkStore networks, PowerNoticeStore notices, NewcomerStore newcomers, OpenMatters matters, CommitteeGate gates, DueTable due)
{
    private const int Attempts = 5;

    /// <summary>Takes the step. Confirming the same preview twice takes it once.</summary>
    /// <param name="turn">Who confirms.</param>
    /// <param name="step">Which step.</param>
    /// <param name="fields">What the preview was made from.</param>
    /// <param name="shown">What the preview showed.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    public async Task<StepTaken> HandleAsync(Turn turn, SetupStep step, SetupFields fields, string shown, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (StepRight.WhyNot(turn, step) is { } why)
            {
                return new StepTaken.Refused(why);
            }

            switch (await step.PlanAsync(turn, fields, cancellationToken))
            {
                case SetupPlan.Asked asked:
                    return new StepTaken.Asked(turn, asked.Questions);
                case SetupPlan.Stands stands:
                    return new StepTaken.Done(stands.Said);
                case SetupPlan.Ready ready when StepCards.PrintOf(ready) != shown:
                    return new StepTaken.Overtaken(turn, ready);
                case SetupPlan.Ready ready when await TryStoreAsync(turn, ready, cancellationToken):
                    return new StepTaken.Done(ready.Done);
            }

            if (await networks.FindAsync(turn.Network.Id, cancellationToken) is { } fresh)
            {
                turn = turn.In(fresh);
            }
        }

        return new StepTaken.Refused(Messages.For(turn.Reader, new Refusal(RefusalCode.ChangedMeanwhile)));
    }

    /// <summary>Whoever dies between the two leaves a look that finds whether the change counts.</summary>
    private async Task<bool> TryStoreAsync(Turn turn, SetupPlan.Ready plan, CancellationToken cancellationToken)
    {
        var looks = new List<DueRow>();
        if (plan.Notice is { } notice)
        {
            looks.Add(await due.ForeseeAsync(Subjects.Due(turn.Network.Id, Subjects.Power, notice.Id), [], cancellationToken));
            await notices.WriteAsync(turn.Network.Id, notice, cancellationToken);
        }

        if (plan.Follows is { } follows)
        {
            looks.Add(await due.ForeseeAsync(follows, [], cancellationToken));
        }

        looks.AddRange(await NewcomersAsync(turn, plan, cancellationToken));
        if ((plan.Gate is { } gate && !await gates.TryCloseAsync(gate, turn.Now, cancellationToken))
            || !await networks.TryChangeAsync(turn.Snapshot, plan.Change, cancellationToken))
        {
            return false;
        }

        foreach (var foreseen in looks)
        {
            await due.LookNowAsync(foreseen, cancellationToken);
        }

        return true;
    }

    /// <summary>Looks at those who had asked to be known by an account that is bound now, and at what they could not be told without it.</summary>
    private async Task<IReadOnlyList<DueRow>> NewcomersAsync(Turn turn, SetupPlan.Ready plan, CancellationToken cancellationToken)
    {
        var bound = plan.Change.Accounts.Values.OfType<Account>().SelectMany(account => account.Keys).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (bound.Count == 0)
        {
            return [];
        }

        var looks = new List<DueRow>(await matters.ForeseeAsync(turn, cancellationToken));
        foreach (var newcomer in await newcomers.OpenAsync(turn.Whole, turn.Now, cancellationToken))
        {
            if (newcomer.Account.Keys.Any(bound.Contains))
            {
                looks.Add(await due.ForeseeAsync(Subjects.Due(turn.Network.Id, Subjects.Newcomer, newcomer.Key), [], cancellationToken));
            }
        }

        return looks;
    }
}
