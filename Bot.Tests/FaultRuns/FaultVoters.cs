using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Voting;
using Bot.Tests.Benchmarks;
using Bot.Texts;

namespace Bot.Tests.FaultRuns;

/// <summary>Everybody votes, changes their mind, and remembers what they were told.</summary>
internal sealed class FaultVoters(FaultPlan plan, BotHerd herd, Uri serviceUrl)
{
    private const int SideBySide = 4;

    private static readonly VoteOption[] Options = [VoteOption.Yes, VoteOption.No, VoteOption.Abstain];

    private static readonly string Counted = Messages.Get(Reader.German, Sentence.VoteCounted);

    private static readonly string CountedAlready = Messages.Get(Reader.German, Sentence.VoteCountedAlready);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(30);

    private readonly Voter[] voters = [.. Enumerable.Range(0, plan.Voters).Select(voter => new Voter(voter))];

    /// <summary>How many votes were acknowledged.</summary>
    public int Acknowledged => voters.Sum(voter => voter.Acknowledgements);

    /// <summary>How many were not.</summary>
    public int Unanswered => voters.Sum(voter => voter.Unanswered);

    /// <summary>How many have changed an acknowledged vote.</summary>
    public int ChangedMinds => voters.Count(voter => voter.Acknowledgements > 1);

    /// <summary>Votes until it is stopped; who is at it ends first.</summary>
    public Task RunAsync(CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, SideBySide).Select(lane => RunAsync(lane, stop)));

    /// <summary>Those whose stored vote is none they can have.</summary>
    /// <param name="stored">The vote of a voter as it is stored; null for none.</param>
    public IReadOnlyList<string> Lost(Func<VoterId, VoteOption?> stored) =>
        [.. voters.Where(voter => !voter.MayHave(stored(BenchNetwork.VoterOf(voter.Number)))).Select(voter => voter + ", stored " + stored(BenchNetwork.VoterOf(voter.Number)))];

    private async Task RunAsync(int lane, CancellationToken stop)
    {
        using var client = new FaultClient(herd, serviceUrl, plan.Seed + lane);
        var chance = new Chance(plan.Seed + 100 + lane);
        var mine = voters.Where(voter => voter.Number % SideBySide == lane).ToArray();
        try
        {
            while (mine.Length > 0)
            {
                await VoteAsync(mine[chance.Below(mine.Length)], client, stop);
                await Task.Delay(Pause, TimeProvider.System, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // That was all.
        }
    }

    private static async Task VoteAsync(Voter voter, FaultClient client, CancellationToken stop)
    {
        var option = Options[voter.Turn++ % Options.Length];
        var activity = BenchNetwork.VoteOn(BenchNetwork.Ballot, voter.Number, option);
        voter.Try(option);
        var (heard, body) = await client.SendAsync(voter.Number, activity, stop);
        var isCounted = heard is Heard.Answer && (body.Contains(Counted, StringComparison.Ordinal) || body.Contains(CountedAlready, StringComparison.Ordinal));
        voter.Hear(option, isCounted ? Heard.Answer : heard is Heard.Nothing ? Heard.Nothing : Heard.NotYet);
    }

    /// <summary>One voter, by nobody else voted for.</summary>
    private sealed class Voter(int number)
    {
        private readonly HashSet<VoteOption> possible = [];
        private readonly HashSet<VoteOption> late = [];
        private VoteOption? acknowledged;

        public int Number => number;

        public int Turn { get; set; }

        public int Acknowledgements { get; private set; }

        public int Unanswered { get; private set; }

        /// <summary>A vote that is on its way may be stored from now on.</summary>
        public void Try(VoteOption option) => possible.Add(option);

        public void Hear(VoteOption option, Heard heard)
        {
            switch (heard)
            {
                case Heard.Answer:
                    (acknowledged, Acknowledgements) = (option, Acknowledgements + 1);
                    possible.Clear();
                    break;
                case Heard.NotYet:
                    Unanswered++;
                    late.Add(option);
                    break;
                default:
                    Unanswered++;
                    break;
            }
        }

        /// <summary>The last acknowledged vote, or one sent after it that nobody acknowledged.</summary>
        public bool MayHave(VoteOption? stored) => stored == acknowledged || (stored is { } vote && (possible.Contains(vote) || late.Contains(vote)));

        public override string ToString() => $"voter {number}: acknowledged {acknowledged}, possible since {string.Join(' ', possible)}, late {string.Join(' ', late)}";
    }
}
