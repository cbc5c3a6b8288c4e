using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Rights;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Admissions.Apply;

/// <summary>What an application asks for, as it was filled in.</summary>
/// <param name="Applicant">The name of the organization.</param>
/// <param name="Representative">Who will represent it, when a coordinator applies for others.</param>
/// <param name="EffectiveOn">The first day of its membership; null for that of the decision.</param>
internal sealed record Wanted(string Applicant, PersonId? Representative, LocalDate? EffectiveOn);

/// <summary>An application after it was handed in.</summary>
/// <param name="Admission">The case.</param>
/// <param name="IsNew">False when a case of that name was running already.</param>
internal sealed record Application(Admission Admission, bool IsNew);

/// <summary>Takes an application: decide, write when to look at it, store it. A coordinator's goes to the advisory board at once.</summary>
internal sealed class ApplyHandler(AdmissionStore admissions, NetworkStore networks, DueTable due)
{
    /// <summary>Takes the application. Handing the same one in twice takes it once.</summary>
    /// <param name="turn">Who applies.</param>
    /// <param name="wanted">What for.</param>
    /// <param name="form">What the form goes back to: the same form handed in again is the same application, also when it was decided meanwhile.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    /// <returns>The case, new or running; or a refusal of <see cref="Admission.Apply"/>.</returns>
    public async Task<Outcome<Application>> HandleAsync(Turn turn, Wanted wanted, FormReference form, CancellationToken cancellationToken)
    {
        var sender = turn.Sender?.Id ?? turn.Account.NewPerson;
        var represents = turn.May(Right.ConsultBoard) ? Known(turn, wanted.Representative) : sender;
        var id = new AdmissionId(form.IdentityOf(Subjects.Admission + sender.Value));
        if (await admissions.FindAsync(turn.Network.Id, id, cancellationToken) is { Value: var before })
        {
            return new Application(before, IsNew: false);
        }

        var outcome = Admission.Apply(turn.Network, wanted.Applicant, represents, sender, id, turn.Now, wanted.EffectiveOn);
        if (outcome is not Outcome<Admission>.Done(var admission))
        {
            return ((Outcome<Admission>.Refused)outcome).Why;
        }

        if (await admissions.FindRunningAsync(turn.Network.Id, admission.Applicant, cancellationToken) is { Value: var running })
        {
            return new Application(running, IsNew: false);
        }

        if (turn.Sender is null)
        {
            await networks.AddPersonAsync(turn.Network.Id, new Person(sender, ShortText.Cut(turn.SenderName, Person.NameLimit), IsCoordinator: false), turn.Account, cancellationToken);
        }

        return await StoreAsync(
            turn, admission.Consult(turn.Network, sender) is Outcome<Admission>.Done(var consulting) ? consulting : admission, cancellationToken);
    }

    private async Task<Outcome<Application>> StoreAsync(Turn turn, Admission admission, CancellationToken cancellationToken)
    {
        var foreseen = await due.ForeseeAsync(Subjects.Due(turn.Network.Id, Subjects.Admission, admission.Id.Value), [], cancellationToken);
        if (await admissions.TryAddAsync(turn.Network.Id, admission, cancellationToken))
        {
            await due.LookNowAsync(foreseen, cancellationToken);
            return new Application(admission, IsNew: true);
        }

        var same = await admissions.FindAsync(turn.Network.Id, admission.Id, cancellationToken);
        return (same ?? await admissions.FindRunningAsync(turn.Network.Id, admission.Applicant, cancellationToken)) is { Value: var faster }
            ? new Application(faster, IsNew: false)
            : new Refusal(RefusalCode.ChangedMeanwhile);
    }

    private static PersonId? Known(Turn turn, PersonId? representative) =>
        representative is { } person && ApplicationForm.Nameable(turn.Network).Any(nameable => nameable.Id == person) ? person : null;
}
