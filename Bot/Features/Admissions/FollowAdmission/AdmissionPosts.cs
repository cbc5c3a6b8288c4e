using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Platform.Activities;
using Bot.Platform.Cards;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Admissions.FollowAdmission;

/// <summary>Who is told what about an admission case: the coordinators of an application and of a board that recommends nothing, the applicant of the outcome, the plenary of a new member.</summary>
internal sealed class AdmissionPosts(Announcer announcer, AdmissionBallots ballots, DueTable due)
{
    /// <summary>Says what is to be said about the case as it is now, once each.</summary>
    /// <returns>When to call again because something is still under way.</returns>
    public async Task<DateTimeOffset?> AnnounceAsync(NetworkSnapshot snapshot, Admission admission, CancellationToken cancellationToken)
    {
        switch (admission.State)
        {
            case AdmissionState.Applied:
                return await TellAsync(snapshot, admission, "application", Audiences.Coordinators(snapshot, reader => Application(reader, snapshot.Network, admission)), cancellationToken);
            case AdmissionState.Consulting when await ballots.IsBoardWithoutResultAsync(snapshot.Network.Id, admission, cancellationToken):
                return await TellAsync(
                    snapshot, admission, "unadvised-" + admission.BoardBallot.Value, Audiences.Coordinators(snapshot, reader => Unadvised(reader, admission)), cancellationToken);
            case AdmissionState.Member or AdmissionState.Rejected or AdmissionState.Undecided:
                // The ballot's cards now show the number of the resolution.
                await due.LookAgainAsync(Subjects.Due(snapshot.Network.Id, Subjects.Ballot, admission.PlenaryBallot.Value), cancellationToken);
                return await TellAsync(
                    snapshot, admission, admission.IsPlenaryRepeated ? "outcome-" + admission.PlenaryBallot.Value : "outcome", Concerned(snapshot, admission), cancellationToken);
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

    /// <summary>The representative is welcomed or told of the refusal; so is whoever applied, if that is somebody else.</summary>
    private static IEnumerable<Audience> Concerned(NetworkSnapshot snapshot, Admission admission)
    {
        var people = new[] { admission.Representative, admission.AppliedBy }.OfType<PersonId>();
        return Audiences.People(snapshot, people, (person, reader) => Outcome(reader, snapshot.Network, admission, person));
    }

    internal static Activity Application(Reader reader, Network network, Admission admission)
    {
        var said = (Messages.Get(reader, Sentence.ApplicationArrived, CardText.Escape(admission.Applicant, LineBreaks.Collapse)) + " " + ReturnWords.Of(reader, network, admission)).TrimEnd();
        var card = SentenceCard.Of(reader, said) with
        {
            Actions = [CardPart.Button(reader, Sentence.ButtonConsult, AdmissionVerbs.Consult, ("admission", admission.Id.Value))],
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

    internal static Activity Outcome(Reader reader, Network network, Admission admission, PersonId person)
    {
        var said = admission.State == AdmissionState.Member && person == admission.Representative
            ? Messages.Get(
                reader,
                Sentence.Welcome,
                CardText.Escape(network.Name),
                CardText.Escape(admission.Applicant, LineBreaks.Collapse),
                admission.Resolution ?? string.Empty)
            : AdmissionWords.Of(reader, admission);
        return CardMessage.Of(reader, SentenceCard.Of(reader, said), said);
    }
}
