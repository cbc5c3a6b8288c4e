using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Memberships;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Admissions.Introduce;

/// <summary>Asks an applicant to introduce itself: first the item on the agenda of the meeting, then the case, from which it follows who is told what. Whoever dies between
/// the two presses again; the item is there once.</summary>
internal sealed class IntroduceHandler(AdmissionChanges changes, MeetingStore meetings, Introductions introductions, AgendaPreparation preparation, AgendaStore agendas, IPostedMeetings posted)
{
    private const int Attempts = 20;

    /// <summary>The meeting that is meant: the next of the board, or of the plenary where there is no board or that was said; null where none is called.</summary>
    public async Task<Meeting?> MeetingAsync(Turn turn, bool inPlenary, CancellationToken cancellationToken) =>
        CommitteeOf(turn.Network, inPlenary) is { } committee ? await introductions.NextAsync(turn.Network, committee.Id, turn.Now, cancellationToken) : null;

    /// <summary>Whose meeting is meant; null where there is no such committee.</summary>
    public static Committee? CommitteeOf(Network network, bool inPlenary) => inPlenary ? network.GeneralAssembly : network.AdvisoryBoard ?? network.GeneralAssembly;

    /// <summary>Why it cannot be asked; null where it can.</summary>
    public async Task<Refusal?> WhyNotAsync(Turn turn, Admission admission, Meeting meeting, CancellationToken cancellationToken) =>
        admission.WhyNotIntroduce(turn.Network, turn.Sender?.Id ?? default, meeting, (await introductions.OfAsync(turn.Network, admission, turn.Now, cancellationToken))?.Standing, turn.Now);

    /// <summary>Does it. Confirming the same preview twice does it once.</summary>
    /// <param name="turn">Who.</param>
    /// <param name="id">The case.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="dated">Which date of it the preview showed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The case; or why not, with <see cref="RefusalCode.ChangedMeanwhile"/> also where the meeting has been moved since.</returns>
    public async Task<Outcome<Admission>> HandleAsync(Turn turn, AdmissionId id, MeetingId meeting, int? dated, CancellationToken cancellationToken)
    {
        if (await meetings.FindAsync(turn.Network, meeting, cancellationToken) is not { Value: var found })
        {
            return new Refusal(RefusalCode.MeetingNotFound);
        }

        return found.MovedRevision != dated
            ? new Refusal(RefusalCode.ChangedMeanwhile)
            : await changes.ApplyAsync(turn, id, admission => DecideAsync(turn, admission, found, cancellationToken), cancellationToken);
    }

    private async Task<Outcome<Admission>> DecideAsync(Turn turn, Admission admission, Meeting meeting, CancellationToken cancellationToken)
    {
        var seen = await introductions.OfAsync(turn.Network, admission, turn.Now, cancellationToken);
        if (seen is { Standing: IntroductionStanding.Ahead } && seen.Meeting.Id == meeting.Id && admission.Introduction is { } same && same.By == turn.Sender?.Id)
        {
            return admission;
        }

        if (admission.WhyNotIntroduce(turn.Network, turn.Sender?.Id ?? default, meeting, seen?.Standing, turn.Now) is { } refusal)
        {
            return refusal;
        }

        return await AddAsync(turn, admission, meeting, cancellationToken) switch
        {
            Outcome<AgendaItem>.Done(var item) => admission with
            {
                Introduction = new Introduction(meeting.Committee, meeting.Id, item.Number, meeting.MovedRevision, turn.Sender!.Id, turn.Now),
            },
            Outcome<AgendaItem>.Refused(var why) => why,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The item, which may stand there already under its title.</summary>
    private async Task<Outcome<AgendaItem>> AddAsync(Turn turn, Admission admission, Meeting meeting, CancellationToken cancellationToken)
    {
        var title = Messages.Get(Reader.For(turn.Snapshot.Language), Sentence.IntroductionItem, admission.Applicant);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var stored = await preparation.PreparedAsync(turn.Network, meeting, cancellationToken);
            var outcome = stored.Agenda.Propose(turn.Network, title, null, turn.Sender!.Id, turn.Now);
            if (outcome is not Outcome<AgendaItem>.Done(var item) || stored.Agenda.Find(item.Number) is not null)
            {
                return outcome;
            }

            if (await agendas.TrySaveAsync(turn.Network.Id, stored, stored.Agenda.With(item), [], cancellationToken))
            {
                posted.Refresh(turn.Snapshot, meeting.Id);
                return outcome;
            }
        }

        return new Refusal(RefusalCode.ChangedMeanwhile);
    }
}
