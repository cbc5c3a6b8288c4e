using System;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Memberships;
using Bot.Platform.Activities;
using Bot.Platform.Cards;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Admissions.Introduce;

/// <summary>Tells the applicant when and where it introduces itself, once for each date, and when that is off; nothing else of the meeting.</summary>
internal sealed class IntroductionPosts(Announcer announcer, MeetingStore meetings)
{
    /// <summary>Says what is to be said about the introduction of a case as its meeting is now.</summary>
    /// <returns>When to call again because something is still under way.</returns>
    public async Task<DateTimeOffset?> AnnounceAsync(NetworkSnapshot snapshot, Admission admission, Instant now, CancellationToken cancellationToken)
    {
        if (admission is not { HoldsName: true, Introduction: { } introduction } || await meetings.FindAsync(snapshot.Network.Id, introduction.Meeting, cancellationToken) is not { Value: var meeting }
            || now >= meeting.StartsAt(snapshot.Network.Zone))
        {
            return null;
        }

        var isOff = meeting.State == MeetingState.Cancelled;
        var kind = string.Create(CultureInfo.InvariantCulture, $"introduction-{meeting.Id}-{(isOff ? "off" : meeting.MovedRevision)}");
        var own = new[] { admission.Representative, admission.AppliedBy }.OfType<PersonId>().Where(person => snapshot.Network.Person(person) is { IsCoordinator: false });
        return await announcer.AnnounceAsync(
            new Announcement(
                snapshot.Tenant,
                Subjects.Filed(snapshot.Network.Id, Subjects.Admission, admission.Id.Value),
                kind,
                [.. Audiences.People(snapshot, own, (_, reader) => MessageActivity.Markdown(Said(reader, admission, introduction, meeting)))],
                Subjects.Due(snapshot.Network.Id, Subjects.Admission, admission.Id.Value)),
            cancellationToken);
    }

    /// <summary>What the applicant reads. Markdown.</summary>
    internal static string Said(Reader reader, Admission admission, Introduction introduction, Meeting meeting)
    {
        var applicant = CardText.Escape(admission.Applicant, LineBreaks.Collapse);
        if (meeting.State == MeetingState.Cancelled)
        {
            return Messages.Get(reader, Sentence.IntroductionOff, applicant, meeting.Day + meeting.Start);
        }

        var said = Messages.Get(reader, meeting.MovedRevision == introduction.Revision ? Sentence.IntroductionNews : Sentence.IntroductionMoved, applicant, meeting.Day + meeting.Start);
        return meeting.Place.Length == 0 ? said : said + " " + Messages.Get(reader, Sentence.IntroductionPlace, CardText.Escape(meeting.Place, LineBreaks.Collapse));
    }
}

/// <summary>Looks at a meeting after it was called, moved or cancelled: cases whose applicant introduces itself there are looked at again.</summary>
internal sealed class IntroductionDueHandler(AdmissionStore admissions, DueTable due) : IDueHandler
{
    /// <inheritdoc/>
    public string Kind => Subjects.Introduction;

    /// <inheritdoc/>
    public string? Follows => Subjects.Meeting;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var network = new NetworkId(subject.Network);
        foreach (var admission in await admissions.RunningAsync(network, cancellationToken))
        {
            if (admission.Introduction?.Meeting.Value == subject.Id)
            {
                await due.LookAgainAsync(Subjects.Due(network, Subjects.Admission, admission.Id.Value), cancellationToken);
            }
        }

        return null;
    }
}
