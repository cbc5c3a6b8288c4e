using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Setup.MeetNewcomers;

/// <summary>Follows somebody who says that they belong: asks the coordinators who it is; once the account is known, greets whoever has it; in the end forgets them.</summary>
internal sealed class NewcomerDueHandler(NetworkStore networks, NewcomerStore newcomers, Announcer announcer) : IDueHandler
{
    /// <inheritdoc/>
    public string Kind => Subjects.Newcomer;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var network = new NetworkId(subject.Network);
        if (await newcomers.FindAsync(network, subject.Id, cancellationToken) is not { } stored || await networks.FindAsync(network, cancellationToken) is not { } snapshot)
        {
            return null;
        }

        var newcomer = stored.Value;
        var (known, isTooOld) = (snapshot.PersonOf(newcomer.Account), Instant.FromDateTimeOffset(now) >= newcomer.EndsAt);
        var next = await announcer.AnnounceAsync(
            new Announcement(snapshot.Tenant, Subjects.Filed(network, Kind, newcomer.Key), KindOf(known is null ? "asked" : "known", newcomer), [.. isTooOld ? [] : Audiences(snapshot, newcomer, known)], subject),
            cancellationToken);
        if ((known is null && !isTooOld) || next is not null)
        {
            return next ?? newcomer.EndsAt.ToDateTimeOffset();
        }

        await newcomers.TryRemoveAsync(network, stored, cancellationToken);
        return null;
    }

    /// <summary>Who asks again after weeks is announced again.</summary>
    private static string KindOf(string what, Newcomer newcomer) => what + newcomer.AskedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<Audience> Audiences(NetworkSnapshot snapshot, Newcomer newcomer, Person? known)
    {
        if (known is not null)
        {
            return Turns.Audiences.People(snapshot, [known.Id], (_, reader) => CardMessage.Of(reader, NewcomerCard.Greeting(reader, snapshot.Network, known), Messages.Get(reader, Sentence.GreetingHeading)));
        }

        return newcomer.DismissedAt is not null ? []
            : Turns.Audiences.Coordinators(snapshot, reader => CardMessage.Of(reader, NewcomerCard.Question(reader, snapshot, newcomer), Messages.Get(reader, Sentence.NewcomerHeading)));
    }
}
