using Bot.Domain.Voting;

namespace Bot.Storage;

/// <summary>A ballot with what it is on and, once it is closed and counted, its result.</summary>
internal sealed record BallotRecord(Ballot Ballot, Motion Motion, BallotResult? Result);
