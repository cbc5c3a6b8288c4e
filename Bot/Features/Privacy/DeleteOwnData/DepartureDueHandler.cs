using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Privacy;
using Bot.Platform.Activities;
using Bot.Platform.Cards;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Privacy.DeleteOwnData;

/// <summary>Takes a departure to its end: resumes what a crash left, tells the coordinators what is vacant now, takes the name out as soon as nothing open needs it.</summary>
internal sealed class DepartureDueHandler(NetworkStore networks, DepartureStore departures, DepartureWork work, Announcer announcer) : IDueHandler
{
    /// <inheritdoc/>
    public string Kind => Subjects.Departure;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (network, person) = (new NetworkId(subject.Network), new PersonId(subject.Id));
        if (await departures.FindAsync(network, person, cancellationToken) is not { } departure)
        {
            return null;
        }

        var needed = await work.RunAsync(network, departure, cancellationToken);
        if (needed is not null && await TellAsync(subject, departure, cancellationToken) is { } again)
        {
            return again;
        }

        if (needed is not (null or NameNeeded.No))
        {
            return now + Departure.Pause.ToTimeSpan();
        }

        await departures.RemoveAsync(network, person, cancellationToken);
        return null;
    }

    private async Task<DateTimeOffset?> TellAsync(DueSubject subject, Departure departure, CancellationToken cancellationToken)
    {
        if (await networks.FindAsync(new NetworkId(subject.Network), cancellationToken) is not { } snapshot)
        {
            return null;
        }

        var audiences = Audiences.People(
            snapshot, snapshot.Network.Coordinators.Select(one => one.Id), (who, reader) => MessageActivity.Markdown(Told(reader, snapshot.Network, departure, who)));
        var filed = Subjects.Filed(snapshot.Network.Id, Subjects.Departure, departure.Person.Value);
        return await announcer.AnnounceAsync(new Announcement(snapshot.Tenant, filed, "left", [.. audiences], subject), cancellationToken);
    }

    /// <summary>What is vacant now, without a name: of confidential committees only to those who sit in them. Markdown.</summary>
    internal static string Told(Reader reader, Network network, Departure departure, PersonId reads)
    {
        var vacant = departure.Seats.Select(network.Committee).OfType<Committee>().Where(committee => network.CoordinatorsOf(committee).Any(one => one.Id == reads)).Select(committee => committee.Name)
            .Concat(departure.Represented.Select(id => network.Organizations.Concat(network.ComingOrganizations).FirstOrDefault(organization => organization.Id == id)?.Name).OfType<string>())
            .Select(name => CardText.Escape(name, LineBreaks.Collapse)).ToList();
        return vacant.Count == 0
            ? Messages.Get(reader, Sentence.DepartureTold)
            : Messages.Get(reader, Sentence.DepartureVacant, string.Join(", ", vacant));
    }
}
