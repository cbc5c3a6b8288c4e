using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Rotas;
using Bot.Features.Rotas.Checklist;
using Bot.Features.Rotas.SwapTurns;
using Bot.Platform.Activities;
using Bot.Platform.Cards;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Rotas.TellHosts;

/// <summary>Looks at a committee's rota once a day, and whenever it moves: tells whoever leads the next meeting, or will be next by the rhythm in six weeks, and carries wishes to
/// swap and their answers. Each once.</summary>
internal sealed class RotaDueHandler(NetworkStore networks, RotaViews views, RotaStore rotas, HostTasks tasks, Announcer announcer) : IDueHandler
{
    private const int WeeksAhead = 6;

    /// <summary>An answer that could not be carried for so long is known by then.</summary>
    private static readonly Duration Stale = SwapWish.Lifetime + Duration.FromDays(7);

    /// <inheritdoc/>
    public string Kind => Subjects.Rota;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var moment = Instant.FromDateTimeOffset(now);
        if (await networks.FindAsync(new NetworkId(subject.Network), cancellationToken) is not { } snapshot
            || snapshot.Network.Committee(new CommitteeId(subject.Id)) is not { } committee
            || await views.OfAsync(snapshot.Network, committee, moment, cancellationToken) is not { } view)
        {
            return null;
        }

        var today = moment.InZone(snapshot.Network.Zone).Date;
        var again = (WakingHours.NextAfter(moment, snapshot.Network.Zone) ?? snapshot.Network.Zone.AtLeniently(today.PlusDays(1) + WakingHours.From).ToInstant()).ToDateTimeOffset();
        foreach (var announcement in await AnnouncementsAsync(snapshot, view, today, moment, cancellationToken))
        {
            if (await announcer.AnnounceAsync(announcement with { Wake = subject }, cancellationToken) is { } sooner && sooner < again)
            {
                again = sooner;
            }
        }

        return again;
    }

    private async Task<IReadOnlyList<Announcement>> AnnouncementsAsync(NetworkSnapshot snapshot, RotaView view, LocalDate today, Instant now, CancellationToken cancellationToken)
    {
        var found = new List<Announcement>();
        foreach (var meeting in view.Coming.Where(meeting => meeting.Chair is not null))
        {
            var task = await tasks.OfAsync(snapshot.Network, view.Committee, meeting.Day, meeting, cancellationToken);
            found.Add(Told(snapshot, view.Committee, $"host-{meeting.Id}", [meeting.Chair!.Value], reader => HostCard.Render(reader, snapshot.Network, task)));
        }

        if (!view.Coming.Any(meeting => meeting.Chair is not null) && view.State.Next is { } next && HostTasks.Expected(snapshot.Network, view.Committee, today) is { } day
            && today >= day.PlusWeeks(-WeeksAhead) && WakingHours.NextAfter(now, snapshot.Network.Zone) is null)
        {
            var task = await tasks.OfAsync(snapshot.Network, view.Committee, day, null, cancellationToken);
            found.Add(Told(snapshot, view.Committee, "turn-" + RowFormat.Write(day), next.People(snapshot.Network, view.Committee.Id), reader => HostCard.Render(reader, snapshot.Network, task)));
        }

        foreach (var wish in await rotas.WishesAsync(snapshot.Network.Id, view.Committee.Id, cancellationToken))
        {
            if (wish.IsOpenAt(now))
            {
                found.Add(Told(snapshot, view.Committee, "swap-" + wish.Id, wish.To.People(snapshot.Network, view.Committee.Id), reader => Question(reader, snapshot.Network, view.Committee, wish)));
            }
            else if (wish.State != SwapWishState.Asked && now < wish.AskedAt + Stale)
            {
                found.Add(Told(snapshot, view.Committee, "swapped-" + wish.Id, [wish.AskedBy], reader => SentenceCard.Of(reader, SwapWords.Said(reader, snapshot.Network, wish))));
            }
        }

        return found;
    }

    private static Announcement Told(NetworkSnapshot snapshot, Committee committee, string kind, IEnumerable<PersonId> people, Func<Reader, AdaptiveCard> draw)
    {
        Activity Render(PersonId person, Reader reader) => CardMessage.Of(reader, draw(reader));
        return new Announcement(snapshot.Tenant, Subjects.Filed(snapshot.Network.Id, Subjects.Rota, committee.Id.Value), kind, [.. Audiences.People(snapshot, people, Render)]);
    }

    /// <summary>Asks whether somebody would swap.</summary>
    internal static AdaptiveCard Question(Reader reader, Network network, Committee committee, SwapWish wish)
    {
        var question = Messages.Get(reader, Sentence.SwapQuestion, RotaCard.NameOf(network, wish.From), CardText.Escape(committee.Name, LineBreaks.Collapse));
        (string, string)[] data = [("committee", committee.Id.Value), ("wish", wish.Id)];
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = question,
            Body =
            [
                CardPart.Heading(Messages.Get(reader, Sentence.SwapHeading)),
                CardPart.Text(question),
                CardPart.Subtle(Messages.Get(reader, Sentence.SwapMeans)),
                .. CardPart.Rows([CardPart.Button(reader, Sentence.ButtonAgreeSwap, RotaVerbs.AgreeSwap, data), CardPart.Button(reader, Sentence.ButtonDeclineSwap, RotaVerbs.DeclineSwap, data)]),
            ],
        };
    }
}
