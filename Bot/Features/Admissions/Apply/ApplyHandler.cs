using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Admissions.Apply;

/// <summary>Takes an application: decide, write when to look at it, store it. A coordinator's goes to the advisory board at once.</summary>
internal sealed class ApplyHandler(AdmissionStore admissions, NetworkStore networks, DueTable due)
{
    /// <summary>Takes the application. Handing the same one in twice takes it once.</summary>
    /// <param name="turn">Who applies.</param>
    /// <param name="applicant">The name of the organization.</param>
    /// <param name="representative">Who will represent it, when a coordinator applies for others.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    /// <returns>The case, new or running; or a refusal of <see cref="Admission.Apply"/>.</returns>
    public async Task<Outcome<Admission>> HandleAsync(Turn turn, string applicant, PersonId? representative, CancellationToken cancellationToken)
    {
        var sender = turn.Sender?.Id ?? new PersonId("p-" + Guid.NewGuid().ToString("N"));
        var represents = turn.Sender is { IsCoordinator: true } ? Known(turn, representative) : sender;
        var outcome = Admission.Apply(turn.Network, applicant, represents, sender, new AdmissionId(Guid.NewGuid().ToString("N")), turn.Now);
        if (outcome is not Outcome<Admission>.Done(var admission))
        {
            return outcome;
        }

        if (await admissions.FindRunningAsync(turn.Network.Id, admission.Applicant, cancellationToken) is { Value: var running })
        {
            return running;
        }

        if (turn.Sender is null)
        {
            await networks.AddPersonAsync(turn.Network.Id, new Person(sender, turn.SenderName, IsCoordinator: false), turn.Account, cancellationToken);
        }

        return await StoreAsync(turn, turn.Sender is { IsCoordinator: true } ? admission.Consult(turn.Network, sender) : admission, cancellationToken);
    }

    private async Task<Outcome<Admission>> StoreAsync(Turn turn, Outcome<Admission> outcome, CancellationToken cancellationToken)
    {
        if (outcome is not Outcome<Admission>.Done(var admission))
        {
            return outcome;
        }

        await due.AddAsync(
            Subjects.Due(turn.Network.Id, Subjects.Admission, admission.Id.Value), [turn.Now.ToDateTimeOffset()], cancellationToken);
        if (await admissions.TryAddAsync(turn.Network.Id, admission, cancellationToken))
        {
            return admission;
        }

        return await admissions.FindRunningAsync(turn.Network.Id, admission.Applicant, cancellationToken) is { Value: var faster }
            ? faster
            : new Refusal(RefusalCode.ChangedMeanwhile);
    }

    private static PersonId? Known(Turn turn, PersonId? representative) =>
        representative is { } person && ApplicationForm.Nameable(turn.Network).Any(nameable => nameable.Id == person) ? person : null;
}
