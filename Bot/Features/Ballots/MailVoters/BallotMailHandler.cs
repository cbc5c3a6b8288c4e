using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Voting;
using Bot.Platform.Deliveries;
using Bot.Platform.Directory;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Bot.Features.Ballots.MailVoters;

/// <summary>Writes to those entitled to vote whom a ballot does not reach in Teams: that they are called to vote, and afterwards what it came to, or that it is void. Once each, to an address the network knows,
/// as invitations do. Nothing about a ballot taken in a meeting: it is over before a mail is read.</summary>
internal sealed class BallotMailHandler(NetworkStore networks, BallotStore ballots, DeliveryLedger ledger, MailAnnouncer mails, IOptions<GraphOptions> options, TimeProvider time) : IDueHandler
{
    /// <summary>How soon an ended ballot is looked at again that is not counted yet.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    /// <summary>How soon it is looked whom Teams has not told whom it was about to tell.</summary>
    private static readonly TimeSpan WhileUnderWay = TimeSpan.FromMinutes(15);

    /// <summary>How soon it is looked for addresses that were missing.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>So long an ended ballot is waited for; who has it counted later has it looked at anew.</summary>
    private static readonly Duration LongestUncounted = Duration.FromDays(1);

    /// <inheritdoc/>
    public string Kind => Subjects.BallotMail;

    /// <inheritdoc/>
    public string? Follows => options.Value.Enabled ? Subjects.Ballot : null;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var moment = Instant.FromDateTimeOffset(now);
        if (await networks.FindAsync(new NetworkId(subject.Network), cancellationToken) is not { } snapshot || !options.Value.Serves(snapshot.Tenant)
            || await ballots.FindAsync(snapshot.Network, new BallotId(subject.Id), cancellationToken) is not { Value: var ballot } || ballot.Ballot.Mode == BallotMode.InMeeting)
        {
            return null;
        }

        if (BallotMessages.CurrentKind(ballot, moment) is { } kind)
        {
            return await CallAsync(snapshot, ballot, kind, now, cancellationToken);
        }

        var ended = ballot.Ballot.Voided?.At ?? ballot.Ballot.EndsAt;
        return moment - ended > NewsTerm.Length ? null : ballot switch
        {
            { Ballot.Voided: not null } => await TellAsync(snapshot, ballot, MailMessages.Void, BallotLetter.Void, now, cancellationToken),
            { IsCounted: false } => moment - ended < LongestUncounted ? now + Soon : null,
            _ when BallotLetter.MayTellResult(snapshot, ballot) => await TellAsync(snapshot, ballot, MailMessages.Result, (_, _, person) => BallotLetter.Result(snapshot, ballot, person)!, now, cancellationToken),
            _ => null,
        };
    }

    private async Task<DateTimeOffset?> CallAsync(NetworkSnapshot snapshot, BallotRecord ballot, string kind, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (network, id) = (snapshot.Network.Id, ballot.Ballot.Id);
        var roll = (await ballots.RollAsync(network, id, cancellationToken)).Select(entry => entry.Value).ToList();
        var voters = await VotersToMail.OfAsync(snapshot, kind, roll, ledger, BallotPosts.Filed(snapshot, id), cancellationToken);
        var letters = voters.People.Select(person => new Letter(
            person.Id.Value,
            _ => ValueTask.FromResult(BallotLetter.Call(snapshot, ballot, person, Instant.FromDateTimeOffset(now))),
            token => IsWantedAsync(network, ballot, [.. roll.Where(entry => entry.HasActor(person.Id))], token)));
        var again = await mails.SendAsync(Filed(snapshot, ballot), MailMessages.Call, letters, now, cancellationToken);
        var next = voters.IsUnderWay ? now + WhileUnderWay : voters.LacksAddresses ? now + Every : (DateTimeOffset?)null;
        return BallotPosts.Sooner(again, next);
    }

    /// <summary>Right before it is sent the roll is asked once more: writing to many takes minutes, and people vote meanwhile, or the ballot is ended.</summary>
    private async ValueTask<bool> IsWantedAsync(NetworkId network, BallotRecord ballot, IReadOnlyList<RollEntry> lines, CancellationToken cancellationToken)
    {
        if (await ballots.FindAsync(network, ballot.Ballot.Id, cancellationToken) is not { Value.Ballot: var standing } || standing.EndsAt <= Instant.FromDateTimeOffset(time.GetUtcNow()))
        {
            return false;
        }

        foreach (var line in lines)
        {
            if (await ballots.FindEntryAsync(network, ballot.Ballot.Id, line.Voter, cancellationToken) is { Value: var entry } && VotersToMail.IsMissing(entry))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Tells those who were called to vote by mail, also when they could be reached otherwise meanwhile.</summary>
    private async Task<DateTimeOffset?> TellAsync(
        NetworkSnapshot snapshot, BallotRecord ballot, string kind, Func<NetworkSnapshot, BallotRecord, Person, DirectoryMail> draw, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var told = await mails.ToldAsync(Filed(snapshot, ballot), MailMessages.IsCall, cancellationToken);
        var letters = told.Order(StringComparer.Ordinal).Select(id => snapshot.Network.Person(new PersonId(id))).OfType<Person>().Where(person => person.Mail is not null)
            .Select(person => new Letter(person.Id.Value, _ => ValueTask.FromResult(draw(snapshot, ballot, person))));
        return await mails.SendAsync(Filed(snapshot, ballot), kind, letters, now, cancellationToken);
    }

    private static string Filed(NetworkSnapshot snapshot, BallotRecord ballot) => Subjects.Filed(snapshot.Network.Id, Subjects.BallotMail, ballot.Ballot.Id.Value);
}
