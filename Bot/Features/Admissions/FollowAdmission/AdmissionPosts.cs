using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
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

namespace Bot.Features.Admissions.FollowAdmission;

/// <summary>Who is told what about an admission case: the coordinators of an application and of a board that recommends nothing, the applicant of the outcome, the plenary of a new member.</summary>
internal sealed class AdmissionPosts(Announcer announcer, AdmissionBallots ballots, MeetingStore meetings, ProspectStore prospects, DueTable due, TimeProvider time)
{
    /// <summary>Says what is to be said about the case as it is now, once each.</summary>
    /// <returns>When to call again because something is still under way.</returns>
    public async Task<DateTimeOffset?> AnnounceAsync(NetworkSnapshot snapshot, Admission admission, CancellationToken cancellationToken)
    {
        var day = admission is { IsRunning: true, EffectiveSetAt: { } set }
            ? await TellAsync(snapshot, admission, "day-" + set.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), DayAudiences(snapshot, admission), cancellationToken)
            : null;
        var state = await StateAsync(snapshot, admission, cancellationToken);
        return day < state ? day : state ?? day;
    }

    private async Task<DateTimeOffset?> StateAsync(NetworkSnapshot snapshot, Admission admission, CancellationToken cancellationToken)
    {
        if (admission is { HoldsName: false, StateSince: { } ended } && Instant.FromDateTimeOffset(time.GetUtcNow()) - ended > NewsTerm.Length)
        {
            return null;
        }

        switch (admission.State)
        {
            case AdmissionState.Applied:
                var isNoted = await prospects.FindAsync(snapshot.Network.Id, ProspectStore.IdOf(admission.Applicant), cancellationToken) is not null;
                return await TellAsync(snapshot, admission, "application", Audiences.Coordinators(snapshot, reader => Application(reader, snapshot.Network, admission, isNoted)), cancellationToken);
            case AdmissionState.Consulting when await ballots.IsBoardWithoutResultAsync(snapshot.Network.Id, admission, cancellationToken):
                return await TellAsync(
                    snapshot, admission, "unadvised-" + admission.BoardBallot.Value, Audiences.Coordinators(snapshot, reader => Unadvised(reader, admission)), cancellationToken);
            case AdmissionState.Declined:
                // Whoever declined it knows; the other coordinators read it here.
                return await TellAsync(snapshot, admission, "declined", People(snapshot, admission, admission.End?.By), cancellationToken);
            case AdmissionState.Withdrawn:
                return await TellAsync(snapshot, admission, "withdrawn", People(snapshot, admission, admission.End?.By), cancellationToken);
            case AdmissionState.Member when admission.EffectiveOn is not null:
                return await TellAsync(snapshot, admission, "welcome", Concerned(snapshot, admission, await NextPlenaryAsync(snapshot.Network, admission, cancellationToken)), cancellationToken);
            case AdmissionState.Member or AdmissionState.Admitted or AdmissionState.Rejected or AdmissionState.Undecided:
                // The ballot's cards now show the number of the resolution.
                await due.LookAgainAsync(Subjects.Due(snapshot.Network.Id, Subjects.Ballot, admission.PlenaryBallot.Value), cancellationToken);
                return await TellAsync(
                    snapshot, admission, admission.IsPlenaryRepeated ? "outcome-" + admission.PlenaryBallot.Value : "outcome", Concerned(snapshot, admission, await NextPlenaryAsync(snapshot.Network, admission, cancellationToken)), cancellationToken);
            default:
                return null;
        }
    }

    private Task<DateTimeOffset?> TellAsync(
        NetworkSnapshot snapshot, Admission admission, string kind, IEnumerable<Audience> audiences, CancellationToken cancellationToken)
    {
        var subject = Subjects.Filed(snapshot.Network.Id, Subjects.Admission, admission.Id.Value);
        var wake = Subjects.Due(snapshot.Network.Id, Subjects.Admission, admission.Id.Value);
        return announcer.AnnounceAsync(new Announcement(snapshot.Tenant, subject, kind, [.. audiences], wake), cancellationToken);
    }

    /// <summary>Whoever the case is of, where a coordinator has set the day for them.</summary>
    private static IEnumerable<Audience> DayAudiences(NetworkSnapshot snapshot, Admission admission)
    {
        var own = new[] { admission.Representative, admission.AppliedBy }.OfType<PersonId>().Where(person => snapshot.Network.Person(person) is { IsCoordinator: false });
        return Audiences.People(snapshot, own, (_, reader) => Message(reader, EffectWords.Of(reader, admission)));
    }

    /// <summary>Coordinators and whoever the case is of, but for the one who ended it.</summary>
    private static IEnumerable<Audience> People(NetworkSnapshot snapshot, Admission admission, PersonId? but)
    {
        var own = new[] { admission.Representative, admission.AppliedBy }.OfType<PersonId>();
        var people = snapshot.Network.Coordinators.Select(person => person.Id).Concat(own).Where(person => person != but);
        return Audiences.People(snapshot, people, (_, reader) => Message(reader, AdmissionWords.Of(reader, admission)));
    }

    /// <summary>The representative is welcomed or told of the refusal; so is whoever applied, if that is somebody else. Of a new member the plenary's room learns, too.</summary>
    private static IEnumerable<Audience> Concerned(NetworkSnapshot snapshot, Admission admission, Meeting? next)
    {
        var people = new[] { admission.Representative, admission.AppliedBy }.OfType<PersonId>();
        var plenary = admission.State == AdmissionState.Member ? snapshot.Network.GeneralAssembly : null;
        return Audiences.People(snapshot, people, (person, reader) => Outcome(reader, snapshot.Network, admission, person, next))
            .Concat(plenary is null ? [] : Audiences.Room(snapshot, plenary.Id, reader => Message(reader, Messages.Get(reader, Sentence.NewMember, CardText.Escape(admission.Applicant, LineBreaks.Collapse)))));
    }

    /// <summary>When the plenary meets next, for the welcome; null where nobody is welcomed, or no date is set.</summary>
    private async Task<Meeting?> NextPlenaryAsync(Network network, Admission admission, CancellationToken cancellationToken)
    {
        if (admission.State == AdmissionState.Member && network.GeneralAssembly is { } plenary)
        {
            var today = Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(network.Zone).Date;
            await foreach (var meeting in meetings.FromAsync(network, today, cancellationToken))
            {
                if (meeting.Committee == plenary.Id)
                {
                    return meeting;
                }
            }
        }

        return null;
    }

    /// <summary>What the coordinators are told, and nobody else: also whether they had noted the applicant as one that could become a partner.</summary>
    internal static Activity Application(Reader reader, Network network, Admission admission, bool isNoted)
    {
        string[] sentences =
        [
            Messages.Get(reader, Sentence.ApplicationArrived, CardText.Escape(admission.Applicant, LineBreaks.Collapse)), ReturnWords.Of(reader, network, admission),
            admission.EffectiveOn is null ? string.Empty : EffectWords.Of(reader, admission),
            isNoted ? Messages.Get(reader, Sentence.ApplicationOfProspect) : string.Empty,
        ];
        var said = string.Join(' ', sentences.Where(sentence => sentence.Length > 0));
        var card = SentenceCard.Of(reader, said);
        card = card with
        {
            Body =
            [
                .. card.Body,
                .. CardPart.Rows(
                [
                    CardPart.Button(reader, Sentence.ButtonConsult, AdmissionVerbs.Consult, ("admission", admission.Id.Value)),
                    CardPart.Button(reader, Sentence.ButtonAskEffect, AdmissionVerbs.AskEffect, ("admission", admission.Id.Value)),
                    CardPart.Button(reader, Sentence.ButtonAskIntroduce, AdmissionVerbs.AskIntroduce, ("admission", admission.Id.Value)),
                    CardPart.Button(reader, Sentence.ButtonAskDecline, AdmissionVerbs.AskDecline, ("admission", admission.Id.Value)),
                ]),
            ],
        };
        return CardMessage.Of(reader, card, said);
    }

    internal static Activity Unadvised(Reader reader, Admission admission)
    {
        var said = Messages.Get(reader, Sentence.BoardRecommendsNothing, CardText.Escape(admission.Applicant, LineBreaks.Collapse));
        var card = SentenceCard.Of(reader, said) with
        {
            Actions = [CardPart.Button(reader, Sentence.ButtonAskWaive, AdmissionVerbs.AskWaive, ("admission", admission.Id.Value))],
        };
        return CardMessage.Of(reader, card, said);
    }

    internal static Activity Outcome(Reader reader, Network network, Admission admission, PersonId person, Meeting? next)
    {
        if (admission.State != AdmissionState.Member || person != admission.Representative)
        {
            return Message(reader, AdmissionWords.Of(reader, admission));
        }

        var said = Messages.Get(
            reader, Sentence.Welcome, CardText.Escape(network.Name), CardText.Escape(admission.Applicant, LineBreaks.Collapse), admission.Resolution ?? string.Empty);
        if (next is not null)
        {
            said += " " + Messages.Get(reader, Sentence.WelcomeNext, next.Day + next.Start);
        }

        return CardMessage.Of(reader, SentenceCard.Of(reader, said) with { Actions = [SuggestionCard.RunButton(reader, CommandTable.Help)] }, said);
    }

    private static Activity Message(Reader reader, string said) => CardMessage.Of(reader, SentenceCard.Of(reader, said), said);
}
