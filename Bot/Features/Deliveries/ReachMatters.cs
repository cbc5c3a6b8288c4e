using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Meetings;
using Bot.Domain.Memberships;
using Bot.Domain.Minutes;
using Bot.Domain.Sessions;
using Bot.Storage;
using Bot.Texts;
using NodaTime;

namespace Bot.Features.Deliveries;

/// <summary>Finds elections, cases, minutes, tasks and working groups that are talked about. A case is the plenary's; a task is called by its number alone, since its words may be confidential.</summary>
internal sealed class ReachMatters(ElectionStore elections, AdmissionStore admissions, ExpulsionStore expulsions, MinutesStore minutes, TaskStore tasks, MeetingStore meetings)
{
    /// <summary>The kinds of subjects it finds.</summary>
    public static IReadOnlyList<(string Subject, string Reach)> Kinds { get; } =
    [
        (Subjects.Election, Subjects.ElectionReach), (Subjects.Admission, Subjects.AdmissionReach), (Subjects.Expulsion, Subjects.ExpulsionReach), (Subjects.Minutes, Subjects.MinutesReach),
        (Subjects.Task, Subjects.TaskReach), (Subjects.Group, Subjects.GroupReach),
    ];

    /// <summary>A subject; null when there is none, or when it is kept from whoever asks.</summary>
    /// <param name="network">The network as far as whoever asks may know of it.</param>
    /// <param name="kind">What kind of subject.</param>
    /// <param name="id">Its identity.</param>
    /// <param name="now">Decides what is still said.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<ReachSubject?> FindAsync(Network network, string kind, string id, Instant now, CancellationToken cancellationToken) => kind switch
    {
        Subjects.Election when await elections.FindAsync(network.Id, new ElectionId(id), cancellationToken) is { Value: var election } =>
            Of(network, network.Committee(election.Committee), new ReachMatter(kind, id, Sentence.DeliveryElection, [network.Committee(election.Body)?.Name ?? election.Body.Value], Said(election, now))),
        Subjects.Admission when await admissions.FindAsync(network.Id, new AdmissionId(id), cancellationToken) is { Value: var admission } =>
            Of(network, network.GeneralAssembly, new ReachMatter(kind, id, Sentence.DeliveryAdmission, [admission.Applicant], Nothing)),
        Subjects.Expulsion when await expulsions.FindAsync(network.Id, new ExpulsionId(id), cancellationToken) is { Value: var expulsion } =>
            Of(network, network.GeneralAssembly, new ReachMatter(kind, id, Sentence.DeliveryExpulsion, [expulsion.Name], Nothing)),
        Subjects.Minutes when await minutes.FindAsync(network.Id, new MeetingId(id), cancellationToken) is { Value: var kept } && await meetings.FindAsync(network, kept.Meeting, cancellationToken) is { Value: var meeting } =>
            Of(network, network.Committee(meeting.Committee), new ReachMatter(kind, id, Sentence.DeliveryMinutesOf, [network.Committee(meeting.Committee)!.Name, meeting.Day], Said(kept))),
        Subjects.Task when int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && await tasks.FindAsync(network.Id, number, cancellationToken) is { Value: var task } =>
            network.Committee(task.Committee) is { } committee ? Of(network, committee, new ReachMatter(kind, id, Sentence.DeliveryTask, [number, committee.Name], Said(network, committee, task, now))) : null,
        Subjects.Group when network.Committee(new CommitteeId(id)) is { } group => Of(network, group, new ReachMatter(kind, id, Sentence.DeliveryGroup, [group.Name], Nothing)),
        _ => null,
    };

    private static HashSet<string> Nothing => [];

    private static ReachSubject? Of(Network network, Committee? committee, ReachMatter matter) => committee is null ? null : new ReachSubject(network, committee, null, null) { Matter = matter };

    private static HashSet<string> Said(Election election, Instant now) =>
    [
        .. election.State == ElectionState.Nominating && now < election.NominateUntil
            ? election.Nominations.Where(name => name.Answer == Consent.Asked).Select(name => ElectionMessages.AskKind(election, name)).Append(ElectionMessages.Call)
            : [],
        .. election.Mandates.Where(mandate => mandate.State == MandateState.Asked).Select(ElectionMessages.ElectedKind),
    ];

    private static HashSet<string> Said(MeetingMinutes kept) => [kept.State switch
    {
        MinutesState.Draft => "draft",
        MinutesState.Circulated => "circulated",
        _ => "approved",
    }];

    private static HashSet<string> Said(Network network, Committee committee, MeetingTask task, Instant now) => task.NoticeAt(committee.Rules, network.Zone, now) switch
    {
        TaskNotice.Reminder => ["reminder"],
        TaskNotice.Overdue => ["overdue"],
        _ => [],
    };
}
