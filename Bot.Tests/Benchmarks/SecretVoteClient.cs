using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Bot.Domain.Voting;
using Bot.Texts;

namespace Bot.Tests.Benchmarks;

/// <summary>Votes in secret for its voters, once each, in one ballot after the other.</summary>
internal sealed class SecretVoteClient(IReadOnlyList<int> voters, int ballots, Uri serviceUrl) : ILoadClient
{
    private static readonly byte[] Counted = Encoding.UTF8.GetBytes(Messages.Get(Reader.German, Sentence.VoteCounted));

    private readonly List<(int Ballot, VoteOption Option)> acknowledged = [];
    private int turn = -1;

    /// <summary>Every vote that was confirmed.</summary>
    public IReadOnlyList<(int Ballot, VoteOption Option)> Acknowledged => acknowledged;

    public bool IsDone => turn + 1 >= voters.Count * ballots;

    private VoteOption Choice => (turn % 3) switch { 0 => VoteOption.Yes, 1 => VoteOption.No, _ => VoteOption.Abstain };

    private int Ballot => turn / voters.Count;

    /// <summary>All voters, shared out among as many clients as are in flight.</summary>
    public static SecretVoteClient[] ForAll(int ballots, Uri serviceUrl) =>
    [
        .. Enumerable.Range(0, LoadGenerator.InFlight).Select(client =>
            new SecretVoteClient([.. Enumerable.Range(0, BenchNetwork.Voters).Where(voter => voter % LoadGenerator.InFlight == client)], ballots, serviceUrl)),
    ];

    public ReadOnlyMemory<byte> Next()
    {
        turn++;
        return new NumberedRequest(BenchNetwork.Vote(BenchNetwork.SecretBallot(Ballot), voters[turn % voters.Count], Choice, serviceUrl)).Next();
    }

    public void Answered(int status, ReadOnlySpan<byte> body)
    {
        if (status != 200 || body.IndexOf(Counted) < 0)
        {
            throw new WrongAnswerException($"A secret vote was answered with {status}: {Encoding.UTF8.GetString(body)}");
        }

        acknowledged.Add((Ballot, Choice));
    }
}
