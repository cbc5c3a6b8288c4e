namespace Bot.Domain.Voting;

/// <summary>Whether it is kept who chose what in a ballot.</summary>
public enum BallotSecrecy
{
    /// <summary>By name: each line of the roll holds the vote and who cast it.</summary>
    Open,

    /// <summary>Secret: the roll holds who has voted, the papers what was chosen, and nothing joins them.</summary>
    Secret,

    /// <summary>By name, unless enough of those entitled ask for secrecy before it opens. No vote is taken while it is not settled.</summary>
    OnRequest,
}
