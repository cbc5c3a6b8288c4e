using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Records;
using Bot.Domain.Voting;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Motions.FollowMotion;

/// <summary>Records what was decided: first the resolution, then what changes in the network by it, both dated to the day the ballot ended, however late
/// they are recorded. Repeating it changes nothing.</summary>
internal sealed class MotionOutcome(ResolutionStore resolutions, NetworkStore networks, DueTable due)
{
    /// <summary>The day a ballot was decided on, in the network's zone.</summary>
    public static LocalDate DecidedOn(Network network, Ballot ballot) => ballot.EndsAt.InZone(network.Zone).Date;

    /// <summary>Records resolution and effect.</summary>
    /// <remarks>People stay out of the register, which keeps everything for ever: who is in a group stands with the group.</remarks>
    /// <returns>The resolution's number.</returns>
    public async Task<string> RecordAsync(Network network, BallotRecord record, BallotResult result, Instant now, CancellationToken cancellationToken)
    {
        var decidedOn = DecidedOn(network, record.Ballot);
        var entry = await resolutions.RecordAsync(network.Id, Draft(record, result, decidedOn, now), cancellationToken);
        switch (MotionEffect.Of(record.Ballot.Id, record.Motion, result.Verdict, decidedOn, entry.Number.ToString(), now))
        {
            case MotionEffect.WorkingGroupSetUp(var committee, var members):
                // Whoever has left the network since is not brought back by it.
                await networks.AddCommitteeAsync(network, committee, members.Where(person => network.Person(person) is not null), cancellationToken);
                await due.LookAgainAsync(Subjects.Due(network.Id, Subjects.Group, committee.Id.Value), cancellationToken);
                break;
            case MotionEffect.WorkingGroupEnded(var group, var resolution):
                await networks.EndGroupByAsync(network.Id, group, resolution, cancellationToken);
                await due.LookAgainAsync(Subjects.Due(network.Id, Subjects.Group, group.Value), cancellationToken);
                break;
            case MotionEffect.MembershipEnded(var organization, var lastDay):
                await networks.EndMembershipAsync(network.Id, organization, lastDay, cancellationToken);
                break;
        }

        return entry.Number.ToString();
    }

    /// <summary>The register is kept in German, whoever reads it.</summary>
    private static ResolutionDraft Draft(BallotRecord record, BallotResult result, LocalDate decidedOn, Instant now) => new(
        Title(record),
        Text(record.Motion),
        record.Motion.Committee,
        result.Verdict,
        result.Tally,
        result.Rule.ToCode(),
        decidedOn,
        now,
        Subjects.Motion + "-" + record.Ballot.Id.Value);

    private static string Title(BallotRecord record)
    {
        var heading = MotionWords.Heading(Reader.German, record.Motion.Kind, record.Motion.Title);
        return record.Ballot.Mode == BallotMode.Circular ? Messages.Get(Reader.German, Sentence.ResolutionCircularTitle, heading) : heading;
    }

    private static string Text(Motion motion) => string.Join(' ', ((IEnumerable<string>)
    [
        motion.Title,
        motion.Text.Length > 0 ? Messages.Get(Reader.German, Sentence.BallotWording, motion.Text) : string.Empty,
        .. motion.Remit is { } remit ? RemitWords.Terms(Reader.German, remit) : [],
        motion.Hearing.Length > 0 ? Messages.Get(Reader.German, Sentence.BallotHearing, motion.Hearing) : string.Empty,
    ]).Where(part => part.Length > 0));
}
