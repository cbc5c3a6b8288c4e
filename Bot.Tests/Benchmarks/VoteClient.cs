using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Bot.Domain.Voting;
using Bot.Texts;

namespace Bot.Tests.Benchmarks;

/// <summary>Presses the buttons of its voters one after the other, and in the next round the other button, so that every press writes.</summary>
internal sealed class VoteClient : ILoadClient
{
    private static readonly byte[] Counted = Encoding.UTF8.GetBytes(Messages.Get(Reader.German, Sentence.VoteCounted));

    private readonly (int Voter, NumberedRequest Yes, NumberedRequest No)[] voters;
    private readonly Dictionary<int, VoteOption> acknowledged = [];
    private int turn = -1;

    /// <param name="voters">Nobody else votes for them.</param>
    /// <param name="serviceUrl">The Connector.</param>
    public VoteClient(IEnumerable<int> voters, Uri serviceUrl) => this.voters =
    [
        .. voters.Select(voter => (voter, Request(voter, VoteOption.Yes, serviceUrl), Request(voter, VoteOption.No, serviceUrl))),
    ];

    /// <summary>The last choice of each voter that was confirmed.</summary>
    public IReadOnlyDictionary<int, VoteOption> Acknowledged => acknowledged;

    /// <summary>All voters, shared out among as many clients as are in flight.</summary>
    public static VoteClient[] ForAll(Uri serviceUrl) =>
    [
        .. Enumerable.Range(0, LoadGenerator.InFlight).Select(client =>
            new VoteClient(Enumerable.Range(0, BenchNetwork.Voters).Where(voter => voter % LoadGenerator.InFlight == client), serviceUrl)),
    ];

    public ReadOnlyMemory<byte> Next()
    {
        turn++;
        var (_, yes, no) = voters[turn % voters.Length];
        return (Choice == VoteOption.Yes ? yes : no).Next();
    }

    public void Answered(int status, ReadOnlySpan<byte> body)
    {
        if (status != 200 || body.IndexOf(Counted) < 0)
        {
            throw new WrongAnswerException($"A vote was answered with {status}: {Encoding.UTF8.GetString(body)}");
        }

        acknowledged[voters[turn % voters.Length].Voter] = Choice;
    }

    private VoteOption Choice => turn / voters.Length % 2 == 0 ? VoteOption.Yes : VoteOption.No;

    private static NumberedRequest Request(int voter, VoteOption option, Uri serviceUrl) => new(BenchNetwork.Vote(voter, option, serviceUrl));
}
