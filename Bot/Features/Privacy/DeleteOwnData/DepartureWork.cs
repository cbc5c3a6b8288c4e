using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Privacy;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;

namespace Bot.Features.Privacy.DeleteOwnData;

/// <summary>Does what a confirmed departure asks for, as far as it can be done now. Every step may be repeated: whoever dies in between leaves a wish and a look at it.</summary>
internal sealed class DepartureWork(
    NetworkStore networks, KeptRowFinder rows, CalendarAddressStore calendars, ElectionStore elections, NameNeeds needs, DueTable due)
{
    private const int Attempts = 10;

    /// <summary>Ends roles and account first, so that nothing new comes to be kept; then removes what is theirs alone; last, when nothing open needs it any more, the name.</summary>
    /// <returns>What still needs the name; null when they cannot leave, because they coordinate alone by now.</returns>
    public async Task<NameNeeded?> RunAsync(NetworkId network, Departure departure, CancellationToken cancellationToken)
    {
        if (!await LeavesAsync(network, departure, cancellationToken))
        {
            return null;
        }

        await calendars.RevokeAsync(network, departure.Person, cancellationToken);
        await RemoveTheirsAsync(network, departure, cancellationToken);
        await WakeElectionsAsync(network, departure.Person, cancellationToken);
        var needed = await networks.FindAsync(network, cancellationToken) is { } after ? await needs.OfAsync(after.Network, departure.Person, cancellationToken) : NameNeeded.No;
        if (needed == NameNeeded.No)
        {
            await LosesNameAsync(network, departure, cancellationToken);
        }

        return needed;
    }

    private async Task<bool> LeavesAsync(NetworkId network, Departure departure, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await networks.FindAsync(network, cancellationToken) is not { } snapshot || snapshot.Network.Person(departure.Person) is not { HasLeft: false } person)
            {
                return true;
            }

            if (Departure.IsLastCoordinator(snapshot.Network, person.Id))
            {
                return false;
            }

            if (await networks.TryChangeAsync(snapshot, Change(snapshot.Network, person, departure), cancellationToken))
            {
                return true;
            }
        }

        throw new InvalidOperationException("The network changed each time somebody was about to leave it.");
    }

    private static NetworkChange Change(Network network, Person person, Departure departure) => new()
    {
        By = person.Id,
        At = departure.At,
        People = [person.Left()],
        WithoutMail = [person.Id],
        Accounts = new System.Collections.Generic.Dictionary<PersonId, Account?> { [person.Id] = null },
        Organizations =
        [
            .. network.KnownOrganizations.Where(organization => organization.Representatives.Contains(person.Id))
                .Select(organization => organization with { Representatives = [.. organization.Representatives.Where(one => one != person.Id)] }),
        ],
        Taken = [.. network.KnownSeats.Where(seat => seat.Person == person.Id)],
    };

    private async Task RemoveTheirsAsync(NetworkId network, Departure departure, CancellationToken cancellationToken)
    {
        if (await networks.FindAsync(network, cancellationToken) is not { } snapshot)
        {
            return;
        }

        await foreach (var row in rows.OfAsync(About(snapshot, departure), cancellationToken))
        {
            if (row.Rows.IsTheirs)
            {
                await rows.RemoveAsync(row, cancellationToken);
            }
        }
    }

    /// <summary>Elections follow from what is stored: who has left gives the seat back and stands no more.</summary>
    private async Task WakeElectionsAsync(NetworkId network, PersonId person, CancellationToken cancellationToken)
    {
        foreach (var election in await elections.AllAsync(network, cancellationToken))
        {
            if (election.State != ElectionState.Cancelled && (election.NominationOf(person) is not null || election.MandateOf(person) is not null))
            {
                await due.LookAgainAsync(Subjects.Due(network, Subjects.Election, election.Id.Value), cancellationToken);
            }
        }
    }

    private async Task LosesNameAsync(NetworkId network, Departure departure, CancellationToken cancellationToken)
    {
        var isDone = false;
        for (var attempt = 0; attempt < Attempts && !isDone; attempt++)
        {
            if (await networks.FindAsync(network, cancellationToken) is not { } snapshot || snapshot.Network.Person(departure.Person) is not { HasLeft: true } person)
            {
                return;
            }

            var nameless = Messages.Get(Reader.For(snapshot.Language), Sentence.FormerPerson);
            await RenameCopiesAsync(snapshot, departure, nameless, cancellationToken);
            var change = new NetworkChange { By = person.Id, At = departure.At, People = [person with { Name = nameless }] };
            isDone = person.Name == nameless || await networks.TryChangeAsync(snapshot, change, cancellationToken);
        }

        if (!isDone)
        {
            throw new InvalidOperationException("The network changed each time a name was about to be taken out.");
        }
    }

    private async Task RenameCopiesAsync(NetworkSnapshot snapshot, Departure departure, string nameless, CancellationToken cancellationToken)
    {
        await foreach (var row in rows.OfAsync(About(snapshot, departure), cancellationToken))
        {
            // Whoever changed it meanwhile may have kept the copy: the look that follows the fault begins anew.
            if (row.Rows.Copies.Count > 0 && !await rows.TryRenameAsync(row, nameless, cancellationToken))
            {
                throw new InvalidOperationException("A row changed while a name was taken out of it.");
            }
        }
    }

    private static KeptAbout About(NetworkSnapshot snapshot, Departure departure) =>
        new(snapshot.Network.Id, snapshot.Tenant, departure.Person, departure.Accounts);
}
