using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Memberships;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Expulsions.FollowExpulsion;

/// <summary>Who is told what about an expulsion case, and when. The organization is told in the 1:1 chats of those who act for it, never in a room.</summary>
internal sealed class ExpulsionPosts(Announcer announcer, DeliveryLedger ledger, ExpulsionBallots ballots, DueTable due)
{
    private const string Invited = "invited";

    /// <summary>Says what is to be said about the case as it is now, once each.</summary>
    /// <returns>When to call again because something is still under way, or because it is night.</returns>
    public async Task<DateTimeOffset?> AnnounceAsync(NetworkSnapshot snapshot, Expulsion expulsion, Instant now, CancellationToken cancellationToken)
    {
        if (expulsion is { IsRunning: false, StateSince: { } ended } && now - ended > NewsTerm.Length)
        {
            return null;
        }

        var again = IsByClock(snapshot.Network, expulsion, now) ? WakingHours.NextAfter(now, snapshot.Network.Zone)?.ToDateTimeOffset() : null;
        await foreach (var (kind, audiences) in NewsAsync(snapshot, expulsion, now, cancellationToken))
        {
            var subject = Subjects.Filed(snapshot.Network.Id, Subjects.Expulsion, expulsion.Id.Value);
            var wake = Subjects.Due(snapshot.Network.Id, Subjects.Expulsion, expulsion.Id.Value);
            var next = await announcer.AnnounceAsync(new Announcement(snapshot.Tenant, subject, kind, [.. audiences], wake), cancellationToken);
            again = again < next ? again : next ?? again;
        }

        return again;
    }

    private async IAsyncEnumerable<(string Kind, IEnumerable<Audience> Audiences)> NewsAsync(
        NetworkSnapshot snapshot, Expulsion expulsion, Instant now, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var coordinators = snapshot.Network.Coordinators.Select(person => person.Id).ToList();
        foreach (var news in expulsion.IsRunning ? Hearing(snapshot, expulsion, coordinators, await InvitedInTimeAsync(snapshot.Network, expulsion, cancellationToken), now) : [])
        {
            yield return news;
        }

        switch (expulsion.State)
        {
            case ExpulsionState.Consulting when await ballots.IsBoardWithoutResultAsync(snapshot.Network.Id, expulsion, cancellationToken):
                yield return ("unadvised-" + expulsion.BoardBallot.Value, Audiences.People(snapshot, coordinators, (_, reader) => ExpulsionMessages.Unadvised(reader, expulsion)));
                break;
            case ExpulsionState.Withdrawn:
                // Whoever took it back knows.
                yield return ("withdrawn", Audiences.People(snapshot, All(snapshot, expulsion, coordinators).Where(person => person != expulsion.End?.By), (_, reader) => ExpulsionMessages.State(reader, expulsion)));
                break;
            case ExpulsionState.Left:
                yield return ("left", Audiences.People(snapshot, coordinators.Append(expulsion.ProposedBy), (_, reader) => ExpulsionMessages.State(reader, expulsion)));
                break;
            case ExpulsionState.Expelled or ExpulsionState.Kept or ExpulsionState.Undecided:
                // The ballot's cards now show the number of the resolution.
                await due.LookAgainAsync(Subjects.Due(snapshot.Network.Id, Subjects.Ballot, expulsion.PlenaryBallot.Value), cancellationToken);
                yield return (
                    expulsion.IsPlenaryRepeated ? "outcome-" + expulsion.PlenaryBallot.Value : "outcome",
                    Audiences.People(snapshot, All(snapshot, expulsion, coordinators), (person, reader) => ExpulsionMessages.Outcome(reader, snapshot.Network, expulsion, coordinators.Contains(person), Acting(snapshot, expulsion).Contains(person))));
                break;
        }
    }

    /// <summary>The motion is told in every running state: whoever was to be told and was not, because the process died, is told then. What a later message says as well is not said
    /// beside it: not that it was proposed beside that the deadline has passed, nor that the deadline is near to whoever has just read when it is.</summary>
    private static IEnumerable<(string Kind, IEnumerable<Audience> Audiences)> Hearing(
        NetworkSnapshot snapshot, Expulsion expulsion, List<PersonId> coordinators, IReadOnlySet<string> inTime, Instant now)
    {
        var (network, acting) = (snapshot.Network, Acting(snapshot, expulsion).ToList());
        var today = now.InZone(network.Zone).Date;
        var isDay = WakingHours.NextAfter(now, network.Zone) is null;
        yield return (Invited, Audiences.People(snapshot, acting, (_, reader) => ExpulsionMessages.Invitation(reader, network, expulsion, today)));
        if (expulsion.Hearing is not null || !HasPassed(network, expulsion, now))
        {
            var isReachable = acting.Any(snapshot.Accounts.ContainsKey);
            yield return ("proposed", Audiences.People(snapshot, coordinators, (_, reader) => ExpulsionMessages.Proposed(reader, network, expulsion, isReachable)));
        }

        if (expulsion.Hearing is { } hearing)
        {
            // Of a deadline that passed the coordinators have been told, and whoever recorded a hearing knows.
            var told = coordinators.Where(person => hearing.IsOwn || person != hearing.By);
            if (expulsion.State == ExpulsionState.Proposed)
            {
                yield return ("heard-" + hearing.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), Audiences.People(snapshot, told, (_, reader) => ExpulsionMessages.Heard(reader, expulsion, hearing)));
            }
        }
        else if (isDay && HasPassed(network, expulsion, now))
        {
            yield return ("passed", Audiences.People(snapshot, coordinators, (_, reader) => ExpulsionMessages.Passed(reader, expulsion)));
        }
        else if (isDay && now >= RemindsAt(network, expulsion) && !expulsion.IsHeardOn(today))
        {
            yield return ("reminder", Audiences.People(snapshot, acting, (_, reader) => ExpulsionMessages.Reminder(reader, expulsion)).Where(audience => inTime.Contains(audience.Key)));
        }
    }

    /// <summary>Who was told of the motion before the deadline was near.</summary>
    private async Task<IReadOnlySet<string>> InvitedInTimeAsync(Network network, Expulsion expulsion, CancellationToken cancellationToken)
    {
        var inTime = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var line in ledger.OfKindAsync(Subjects.Filed(network.Id, Subjects.Expulsion, expulsion.Id.Value), Invited, cancellationToken))
        {
            if (line.State == DeliveryState.Sent && line.LeaseUntil <= RemindsAt(network, expulsion).ToDateTimeOffset())
            {
                inTime.Add(line.Audience);
            }
        }

        return inTime;
    }

    /// <summary>Whether something is to be said that only the clock brought about.</summary>
    private static bool IsByClock(Network network, Expulsion expulsion, Instant now) => expulsion is { IsRunning: true, Hearing: null } && now >= RemindsAt(network, expulsion);

    private static Instant RemindsAt(Network network, Expulsion expulsion) => MorningOf(network, expulsion.AnswerBy.PlusDays(-Expulsion.ReminderDays));

    private static bool HasPassed(Network network, Expulsion expulsion, Instant now) => now >= MorningOf(network, expulsion.AnswerBy.PlusDays(1));

    private static Instant MorningOf(Network network, LocalDate day) => network.Zone.AtLeniently(day + WakingHours.From).ToInstant();

    /// <summary>Everybody who has to do with it, once each.</summary>
    private static IEnumerable<PersonId> All(NetworkSnapshot snapshot, Expulsion expulsion, List<PersonId> coordinators) =>
        coordinators.Concat(Acting(snapshot, expulsion)).Append(expulsion.ProposedBy).Distinct();

    /// <summary>Who acts for the organization, or acted for it when it was a member.</summary>
    private static IEnumerable<PersonId> Acting(NetworkSnapshot snapshot, Expulsion expulsion) => snapshot.Network.KnownOrganizations
        .Where(organization => organization.Id == expulsion.Organization).SelectMany(organization => organization.Representatives);
}
