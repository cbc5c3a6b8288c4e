using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Ballots.TakeAlong;

/// <summary>Ballots and polls for a network that leaves: what they came to, as it is told in the chat; and, apart, who voted what where votes are by name and the ballot has ended. Of a ballot that runs,
/// was declared void, or whose papers are not gone yet nothing of what was chosen is told, and of a secret one never who chose what.</summary>
internal sealed class TakenBallots(BallotStore ballots) : ITakenAlong
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<TakenPart> PartsAsync(Turn turn, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (results, polls, votes) = (new List<TakenRow>(), new List<TakenRow>(), new List<TakenRow>());
        foreach (var record in (await ballots.AllAsync(turn.Network.Id, cancellationToken)).OrderBy(record => record.Ballot.OpenedAt))
        {
            var isPoll = record.Motion.Kind == MotionKind.Poll;
            (isPoll ? polls : results).Add(new TakenRow(TakenRow.Of(turn.Network, record.Motion.Committee), Cells(turn, record)));
            if (record is { Ballot.Secrecy: BallotSecrecy.Open } && IsTold(record))
            {
                foreach (var line in await ballots.RollAsync(turn.Network.Id, record.Ballot.Id, cancellationToken))
                {
                    if (line.Value.Paper is { } paper)
                    {
                        votes.Add(new TakenRow(TakenPlace.Confidential, Day(turn, record.Ballot.OpenedAt), Heading(turn, record), turn.Network.NameOf(line.Value.Voter), PaperPart.Words(turn.Reader, record.Motion, paper)));
                    }
                }
            }
        }

        yield return new TakenPart.Table(Sentence.TakenBallots, results);
        yield return new TakenPart.Table(Sentence.TakenPolls, polls);
        yield return new TakenPart.Table(Sentence.TakenVotes, votes);
    }

    /// <summary>Whether what was chosen in a ballot is told: it was counted, its papers are gone, and it stands.</summary>
    public static bool IsTold(BallotRecord record) => record is { IsCounted: true, PapersRemain: false, Ballot.Voided: null };

    private static string[] Cells(Turn turn, BallotRecord record)
    {
        var (reader, ballot, motion) = (turn.Reader, record.Ballot, record.Motion);
        var isTold = IsTold(record);
        var result = isTold ? record.Result : null;
        var counted = isTold && record.Count is { } count ? string.Join("; ", Options(reader, motion, ballot.Form, count)) : string.Empty;
        return
        [
            Heading(turn, record),
            motion.Text.Length > 0 && motion.Kind != MotionKind.Election ? motion.Text : string.Empty,
            RuleWords.Kind(reader, motion.Kind),
            turn.Network.Committee(motion.Committee)?.Name ?? motion.Committee.Value,
            Messages.Get(reader, Sentence.TakenSecrecies).Split(';')[(int)ballot.Secrecy],
            Moment(turn, ballot.OpenedAt),
            Moment(turn, ballot.EndsAt),
            ballot.Voided is { } voided ? VoidWords.Of(reader, voided.Reason) : result is { } known ? RuleWords.Verdict(reader, known.Verdict) : isTold ? Messages.Get(reader, Sentence.CountHeading) : Messages.Get(reader, Sentence.MinutesNotCounted),
            .. result is { Tally: var tally } ? ResultWords.AllCounts(reader, tally).Select(line => line.Text) : Enumerable.Repeat(string.Empty, Tallied(reader)),
            counted,
            RuleWords.Whole(reader, ballot.Rule),
            result is { } reasoned ? ResultWords.Calculation(reader, reasoned) ?? string.Empty : string.Empty,
            record.TieBreak is { IsDecided: true } tie && result is { } broken ? TieWords.Of(reader, turn.Network, tie, broken.Verdict) : string.Empty,
            record.Resolution ?? string.Empty,
        ];
    }

    private static int Tallied(Reader reader) => ResultWords.AllCounts(reader, new Tally(0, 0, 0, 0, null, 0, 0)).Count;

    private static IEnumerable<string> Options(Reader reader, Motion motion, PaperForm form, BallotCount count)
    {
        if (CountPart.IsWithheld(count))
        {
            yield return Messages.Get(reader, Sentence.CountWithheld, BallotCount.FewestShown);
            yield break;
        }

        var names = OptionWords.All(reader, motion.Options);
        foreach (var (place, votes) in OptionVotes.Of(count, form).Index())
        {
            yield return Messages.Get(reader, Sentence.PaperMark, names.ElementAtOrDefault(place) ?? string.Empty, CountPart.Words(reader, motion.Kind, form, votes));
        }
    }

    private static string Heading(Turn turn, BallotRecord record) => MotionWords.Heading(turn.Reader, record.Motion.Kind, record.Motion.Title);

    private static string Day(Turn turn, Instant moment) => moment.InZone(turn.Network.Zone).Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static string Moment(Turn turn, Instant moment) => moment.InZone(turn.Network.Zone).LocalDateTime.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
