using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Platform.Directory;
using Bot.Storage;
using Bot.Texts;
using NodaTime;

namespace Bot.Features.Ballots.MailVoters;

/// <summary>What is written about a ballot to somebody whom it does not reach in Teams. Mails are forwarded: as invitations hold nothing of the agenda, these hold neither wording nor counts nor names, nothing
/// to vote with, and of a confidential committee and of an expulsion not even what is voted on.</summary>
internal static class BallotLetter
{
    /// <summary>The call to vote, in the network's language.</summary>
    public static DirectoryMail Call(NetworkSnapshot snapshot, BallotRecord ballot, Person person, Instant now)
    {
        var (reader, until) = (Reader.For(snapshot.Language), Moment(snapshot, ballot.Ballot.ClosesAt));
        return Mail(
            snapshot, person, Messages.Get(reader, Sentence.BallotMailSubject, CommitteeOf(snapshot, ballot), until), Sentence.BallotMailLead,
            [
                What(reader, snapshot, ballot),
                .. ballot.IsComingAt(now) ? [Messages.Get(reader, Sentence.BallotMailFrom, Moment(snapshot, ballot.Ballot.OpenedAt))] : Enumerable.Empty<string>(),
                Messages.Get(reader, Sentence.BallotMailUntil, until),
            ]);
    }

    /// <summary>What it came to; null where a mail says nothing of it.</summary>
    public static DirectoryMail? Result(NetworkSnapshot snapshot, BallotRecord ballot, Person person)
    {
        var reader = Reader.For(snapshot.Language);
        return MayTellResult(snapshot, ballot)
            ? Mail(
                snapshot, person, Messages.Get(reader, Sentence.BallotMailSubjectResult, CommitteeOf(snapshot, ballot)), Sentence.BallotMailLeadResult,
                [What(reader, snapshot, ballot), Messages.Get(reader, Sentence.BallotMailResult, RuleWords.Verdict(reader, ballot.Result!.Verdict))])
            : null;
    }

    /// <summary>That it is void.</summary>
    public static DirectoryMail Void(NetworkSnapshot snapshot, BallotRecord ballot, Person person)
    {
        var reader = Reader.For(snapshot.Language);
        return Mail(
            snapshot, person, Messages.Get(reader, Sentence.BallotMailSubjectVoid, CommitteeOf(snapshot, ballot)), Sentence.BallotMailLeadVoid,
            [What(reader, snapshot, ballot)]);
    }

    /// <summary>A verdict names nobody; who was elected or what a poll prefers is for members to read in Teams.</summary>
    public static bool MayTellResult(NetworkSnapshot snapshot, BallotRecord ballot) => ballot.Result is { Verdict: var verdict } && verdict.IsFinal() && MayTellWhat(snapshot, ballot);

    private static DirectoryMail Mail(NetworkSnapshot snapshot, Person person, string subject, Sentence lead, IEnumerable<string> lines)
    {
        var reader = Reader.For(snapshot.Language);
        string[] text =
        [
            Messages.Get(reader, Sentence.InvitationMailHello, person.Name),
            string.Empty,
            Messages.Get(reader, lead, snapshot.Network.Name),
            string.Empty,
            .. lines,
            string.Empty,
            Messages.Get(reader, Sentence.BallotMailClosing, string.Join(", ", snapshot.Network.Coordinators.Select(coordinator => coordinator.Name))),
        ];
        return new DirectoryMail(new DirectoryPerson(person.Mail!.Value, person.Name), subject, string.Join("\r\n", text), null);
    }

    private static string What(Reader reader, NetworkSnapshot snapshot, BallotRecord ballot) => MayTellWhat(snapshot, ballot)
        ? Messages.Get(reader, Sentence.BallotMailWhat, CommitteeOf(snapshot, ballot), MotionWords.Heading(reader, ballot.Motion.Kind, ballot.Motion.Title))
        : Messages.Get(reader, Sentence.BallotMailWithheld, CommitteeOf(snapshot, ballot));

    private static bool MayTellWhat(NetworkSnapshot snapshot, BallotRecord ballot) =>
        ballot.Motion.Kind is not (MotionKind.Expulsion or MotionKind.ExpulsionRecommendation) && snapshot.Network.Committee(ballot.Motion.Committee) is { IsConfidential: false };

    private static string CommitteeOf(NetworkSnapshot snapshot, BallotRecord ballot) => snapshot.Network.Committee(ballot.Motion.Committee)?.Name ?? string.Empty;

    private static string Moment(NetworkSnapshot snapshot, Instant moment)
    {
        var reader = Reader.For(snapshot.Language);
        return Appointments.Moment(reader, moment.InZone(snapshot.Network.Zone).LocalDateTime);
    }
}
