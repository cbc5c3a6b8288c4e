using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Platform.Deliveries;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Ballots.RemindVoters;

/// <summary>Reminds those who act for a voter that has not voted, once at each moment the ballot foresees; everybody else is left in peace. Where one of an
/// organization's people has voted, the others are not reminded for it.</summary>
internal sealed class VoterReminders(BallotStore ballots, DeliveryLedger ledger, BallotPosts posts, TimeProvider time)
{
    /// <summary>Says the reminder that is due, if one is.</summary>
    /// <returns>When to call again because something is still under way; and the conversations where a reminder was said or is to be said: it says all that the
    /// ballot's announcement says, so after an outage one of the two is enough.</returns>
    public async Task<(DateTimeOffset? Again, IReadOnlySet<string> Reminded)> RemindAsync(
        NetworkSnapshot snapshot, BallotView view, Instant now, CancellationToken cancellationToken)
    {
        var reminded = new HashSet<string>(StringComparer.Ordinal);
        if (view.Record.Ballot.ReminderDue(now) is not { } moment)
        {
            return (null, reminded);
        }

        var roll = (await ballots.RollAsync(snapshot.Network.Id, view.Record.Ballot.Id, cancellationToken)).Select(entry => entry.Value).ToList();
        var people = roll.Where(IsMissing).SelectMany(entry => entry.Actors).Distinct();
        var audiences = people.SelectMany(person => Audience(snapshot, view, roll, person, moment)).ToList();
        await foreach (var line in ledger.AboutAsync(BallotPosts.Filed(snapshot, view.Record.Ballot.Id), cancellationToken))
        {
            if (line.Kind.StartsWith(BallotMessages.Reminder, StringComparison.Ordinal))
            {
                reminded.Add(line.Audience);
            }
        }

        reminded.UnionWith(audiences.Select(audience => audience.Key));
        return (await posts.AnnounceAsync(snapshot, view, BallotMessages.ReminderKind(moment), audiences, cancellationToken), reminded);
    }

    /// <summary>Right before it is sent the roll is asked once more: reminding many takes a while, and people vote meanwhile.</summary>
    private IEnumerable<Audience> Audience(NetworkSnapshot snapshot, BallotView view, List<RollEntry> roll, PersonId person, Instant moment)
    {
        var own = view.For(person, roll);
        var refresh = BallotPosts.ForOne(snapshot, view.Record.Ballot.Id, person);
        return Audiences.People(snapshot, [person], (_, reader) => BallotPosts.Message(reader, own, Now, Sentence.BallotReminderLead, refresh))
            .Select(audience => audience with { IsWanted = cancellationToken => IsWantedAsync(snapshot.Network.Id, own, moment, cancellationToken) });
    }

    private async ValueTask<bool> IsWantedAsync(NetworkId network, BallotView own, Instant moment, CancellationToken cancellationToken)
    {
        var ballot = own.Record.Ballot.Id;
        if (await ballots.FindAsync(network, ballot, cancellationToken) is not { Value.Ballot: var standing } || standing.ReminderDue(Now) != moment)
        {
            return false;
        }

        foreach (var line in own.Lines.Where(IsMissing))
        {
            if (await ballots.FindEntryAsync(network, ballot, line.Voter, cancellationToken) is { Value: var now } && IsMissing(now))
            {
                return true;
            }
        }

        return false;
    }

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    private static bool IsMissing(RollEntry entry) => entry is { HasVoted: false, Excluded: null };
}
