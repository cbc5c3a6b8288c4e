using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Groups.ReportGroup;

/// <summary>Takes a working group's report: puts it on the plenary's next agenda, keeps the one before, stores it. Each may be repeated after a crash; what is stored last counts.</summary>
internal sealed class ReportHandler(NetworkStore networks, GroupStore groups, AgendaPassing passing, DueTable due)
{
    private const int Attempts = 5;

    /// <summary>Takes it, for whoever speaks for the group or coordinates. The very same report again changes nothing.</summary>
    /// <param name="turn">Who, and where.</param>
    /// <param name="group">Of which group, as it was found.</param>
    /// <param name="text">What it says; empty for one that was given orally.</param>
    /// <param name="given">When it was given.</param>
    /// <param name="cancellationToken">Stops it before it counts.</param>
    /// <returns>The group as it stands now, and the meeting on whose agenda the report is; null while there is none, or for a confidential group, of which the plenary does not learn.</returns>
    public async Task<Outcome<(Committee Group, Meeting? Plenary)>> HandleAsync(Turn turn, Committee group, string text, LocalDate given, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (turn.Sender is not { } sender || turn.Network.Standing(group.Id) is not { } standing || !turn.May(Right.LeadGroup, standing, turn.Network.SpeakerOf(standing)?.Id))
            {
                return new Refusal(RefusalCode.GroupNotLed, group.Name);
            }

            var before = standing.Remit ?? new Remit { SetAt = turn.Now };
            var outcome = before.Report(sender.Id, text, given, turn.LocalNow.Date, turn.Now);
            if (outcome is not Outcome<Remit>.Done(var after))
            {
                return ((Outcome<Remit>.Refused)outcome).Why;
            }

            var there = await PutAsync(turn, standing, sender, cancellationToken);
            if (ReferenceEquals(before, after))
            {
                return (standing, there);
            }

            if (await TryStoreAsync(turn, standing, before, after, cancellationToken))
            {
                return (standing with { Remit = after }, there);
            }

            if (await networks.FindAsync(turn.Network.Id, cancellationToken) is { } fresh)
            {
                turn = turn.In(fresh);
            }
        }

        return new Refusal(RefusalCode.ChangedMeanwhile);
    }

    private async Task<bool> TryStoreAsync(Turn turn, Committee group, Remit before, Remit after, CancellationToken cancellationToken)
    {
        if (before.LastReport is { } last)
        {
            await groups.KeepAsync(turn.Network.Id, group.Id, last, cancellationToken);
        }

        var foreseen = await due.ForeseeAsync(Subjects.Due(turn.Network.Id, Subjects.Group, group.Id.Value), [], cancellationToken);
        if (!await networks.TryChangeAsync(turn.Snapshot, new NetworkChange { By = turn.Sender!.Id, At = turn.Now, Committees = [group with { Remit = after }] }, cancellationToken))
        {
            return false;
        }

        await due.LookNowAsync(foreseen, cancellationToken);
        return true;
    }

    private async Task<Meeting?> PutAsync(Turn turn, Committee group, Person sender, CancellationToken cancellationToken)
    {
        if (group.IsSecluded || turn.Network.GeneralAssembly is not { } plenary)
        {
            return null;
        }

        var title = Messages.Get(Reader.For(turn.Snapshot.Language), Sentence.GroupReportItem, group.Name);
        var item = new AgendaItem(0, title, null, sender.Id, turn.Now) { Presenter = sender.Name };
        var from = new ItemLink(group.Id, new MeetingId("report-" + group.Id.Value), turn.LocalNow.Date, 1);
        return (await passing.PutAsync(turn.Network, plenary.Id, from, item, turn.Now, cancellationToken)).There;
    }
}
