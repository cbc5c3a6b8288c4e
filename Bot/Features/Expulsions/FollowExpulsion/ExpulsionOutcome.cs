using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Records;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Expulsions.FollowExpulsion;

/// <summary>Records what the plenary decided: first the resolution, then the end of the membership, both dated to the day of the decision, however late they are recorded. Repeating it
/// changes nothing.</summary>
internal sealed class ExpulsionOutcome(ResolutionStore resolutions, NetworkStore networks)
{
    /// <summary>Records resolution and, where expelled, the end of the membership.</summary>
    /// <returns>The decided case, to be stored.</returns>
    public async Task<Expulsion> RecordAsync(Network network, Expulsion expulsion, CountedBallot ballot, Instant now, CancellationToken cancellationToken)
    {
        var decidedOn = ballot.DecidedAt.InZone(network.Zone).Date;
        var entry = await resolutions.RecordAsync(network.Id, Draft(network, expulsion, ballot, decidedOn, now), cancellationToken);
        var decided = expulsion.Decided(ballot.Result, entry.Number.ToString());
        if (decided.State == ExpulsionState.Expelled)
        {
            await networks.EndMembershipAsync(network.Id, expulsion.Organization, decidedOn, cancellationToken);
        }

        return decided;
    }

    /// <summary>The register is kept in German, whoever reads it. It holds that and how the organization was heard; its words stand on the ballots.</summary>
    private static ResolutionDraft Draft(Network network, Expulsion expulsion, CountedBallot ballot, LocalDate decidedOn, Instant now) => new(
        Messages.Get(Reader.German, Sentence.BallotHeadingExpulsion, expulsion.Name),
        Text(network, expulsion, ballot),
        network.GeneralAssembly?.Id ?? default,
        ballot.Result.Verdict,
        ballot.Result.Tally,
        ballot.Result.Rule.ToCode(),
        decidedOn,
        now,
        Subjects.Expulsion + "-" + (expulsion.IsPlenaryRepeated ? expulsion.PlenaryBallot.Value : expulsion.Id.Value))
    {
        Recommendation = expulsion.Recommendation,
    };

    private static string Text(Network network, Expulsion expulsion, CountedBallot ballot) => string.Join(' ', new[]
    {
        Messages.Get(Reader.German, Sentence.ResolutionExpulsionText, expulsion.Name),
        Messages.Get(Reader.German, Sentence.BallotWording, expulsion.Reasons),
        expulsion.Hearing is { } hearing ? ExpulsionLines.HeardBriefly(Reader.German, hearing) : null,
        expulsion.Waiver is { } waiver ? Messages.Get(Reader.German, Sentence.ResolutionWithoutRecommendation, waiver.Reason) : null,
        ballot.Tie is { IsDecided: true } tie ? TieWords.Of(Reader.German, network, tie, ballot.Result.Verdict) : null,
    }.OfType<string>());
}
