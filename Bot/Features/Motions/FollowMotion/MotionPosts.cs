using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Platform.Activities;
using Bot.Platform.Cards;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Motions.FollowMotion;

/// <summary>Who is told what of a decided motion, beside the result that its committee and the coordinators see: what there is to do next, and an expelled
/// organization that it is.</summary>
internal sealed class MotionPosts(Announcer announcer, DueTable due)
{
    private const string Outcome = "outcome";

    /// <summary>Says what is to be said, once each.</summary>
    /// <returns>When to call again because something is still under way.</returns>
    public async Task<DateTimeOffset?> AnnounceAsync(NetworkSnapshot snapshot, BallotRecord record, CancellationToken cancellationToken)
    {
        var (network, ballot) = (snapshot.Network.Id, record.Ballot.Id.Value);
        // The ballot's cards now show the number of the resolution.
        await due.LookAgainAsync(Subjects.Due(network, Subjects.Ballot, ballot), cancellationToken);
        return await announcer.AnnounceAsync(
            new Announcement(snapshot.Tenant, Subjects.Filed(network, Subjects.Motion, ballot), Outcome, [.. Told(snapshot, record)], Subjects.Due(network, Subjects.Motion, ballot)),
            cancellationToken);
    }

    private static IEnumerable<Audience> Told(NetworkSnapshot snapshot, BallotRecord record)
    {
        if (record is not { Result.Verdict: Verdict.Accepted, Motion.Kind: MotionKind.WorkingGroup or MotionKind.WorkingGroupEnd or MotionKind.Expulsion or MotionKind.RulesOfProcedure })
        {
            return [];
        }

        var coordinators = snapshot.Network.Committee(record.Motion.Committee) is { } committee ? snapshot.Network.CoordinatorsOf(committee).Select(person => person.Id).ToList() : [];
        var people = coordinators.Concat(Represented(snapshot.Network, record.Motion));
        return Audiences.People(snapshot, people, (person, reader) => Message(
            reader, coordinators.Contains(person) ? ForCoordinator(reader, snapshot.Network, record) : ForExpelled(reader, snapshot.Network, record)));
    }

    /// <summary>Who acted for the organization that was expelled.</summary>
    private static IEnumerable<PersonId> Represented(Network network, Motion motion) => motion.Kind != MotionKind.Expulsion ? [] : network.FormerOrganizations
        .Where(organization => organization.Id.Value == motion.Case).SelectMany(organization => organization.Representatives);

    /// <summary>What a coordinator is told. Markdown.</summary>
    internal static string ForCoordinator(Reader reader, Network network, BallotRecord record)
    {
        var (title, number) = (Title(record), record.Resolution ?? string.Empty);
        return record.Motion.Kind switch
        {
            MotionKind.WorkingGroup when record.Motion.FirstMembers.Count > 0 || record.Motion.Remit?.Spokesperson is not null =>
                Messages.Get(reader, Sentence.MotionWorkingGroupFilled, title, number),
            MotionKind.WorkingGroup => Messages.Get(reader, Sentence.MotionWorkingGroupSetUp, title, number),
            MotionKind.WorkingGroupEnd => Messages.Get(reader, Sentence.MotionWorkingGroupEnded, title, number),
            MotionKind.Expulsion => Messages.Get(reader, Sentence.MotionExpelled, title, number, MotionOutcome.DecidedOn(network, record.Ballot)),
            _ => Messages.Get(reader, Sentence.MotionRulesToEnter, title, number),
        };
    }

    /// <summary>What those are told who acted for an expelled organization. Markdown.</summary>
    internal static string ForExpelled(Reader reader, Network network, BallotRecord record) => Messages.Get(
        reader,
        Sentence.MotionExpelledYou,
        Title(record),
        record.Resolution ?? string.Empty,
        MotionOutcome.DecidedOn(network, record.Ballot),
        CardText.Escape(string.Join(", ", network.Coordinators.Select(person => person.Name)), LineBreaks.Collapse));

    private static string Title(BallotRecord record) => CardText.Escape(record.Motion.Title, LineBreaks.Collapse);

    private static Activity Message(Reader reader, string said) => CardMessage.Of(reader, SentenceCard.Of(reader, said), said);
}
