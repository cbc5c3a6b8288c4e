using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Dates;
using Bot.Domain.Deliveries;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Deliveries.ShowDeliveries;

/// <summary>"Zustellung", "Zustellung Beirat 21.1.": whom the latest announcements have reached; for coordinators, in 1:1.</summary>
internal sealed class ShowDeliveriesCommand(ReachReports reports) : ICommand
{
    /// <summary>So many subjects are listed: each costs a query.</summary>
    private const int Most = 6;

    /// <summary>So many are looked through for a day that was named.</summary>
    private const int MostSearched = 40;

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Deliveries;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (DeliveryReply.WhyNot(turn, Right.ReadDeliveries) is { } why)
        {
            return new Answer.Text(CardText.Escape(why));
        }

        var subjects = await AskedAsync(turn, reports, Entry.RestOf(text), cancellationToken);
        if (subjects is [var one])
        {
            return DeliveryReply.Shown(await DeliveryReply.DetailAsync(turn, reports, one, null, cancellationToken));
        }

        var listed = new List<(ReachSubject, IReadOnlyList<ReachReport>)>();
        foreach (var subject in subjects.Take(Most))
        {
            listed.Add((subject, await reports.ReadAsync(turn.Snapshot, subject, turn.Now, cancellationToken)));
        }

        return DeliveryReply.Shown(ReachCard.List(turn.Reader, listed));
    }

    /// <summary>What was announced lately, as far as a text asks for it: of the committees it names, of the day it names.</summary>
    public static async Task<IReadOnlyList<ReachSubject>> AskedAsync(Turn turn, ReachReports reports, string asked, CancellationToken cancellationToken)
    {
        var named = CommitteeFinder.Named(turn.Network, asked).Select(committee => committee.Id).ToHashSet();
        var days = DaysIn(turn, asked);
        var found = await reports.LatestAsync(turn.Network, id => named.Count == 0 || named.Contains(id), turn.Now, days.Count == 0 ? Most : MostSearched, cancellationToken);
        return days.Count == 0 ? found : [.. found.Where(subject => subject.Meeting is { } meeting && days.Contains(meeting.Day)).Take(Most)];
    }

    /// <summary>The days a text may mean: a date without a year may be one that is over.</summary>
    private static HashSet<LocalDate> DaysIn(Turn turn, string asked)
    {
        var read = AppointmentReader.Read(asked, turn.LocalNow, turn.Network.Zone);
        var days = read.Problems.SelectMany(problem => problem.Days).Concat(read.Day is { } day ? [day, day.PlusYears(-1)] : []);
        return [.. days];
    }
}
