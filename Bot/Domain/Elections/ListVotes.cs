namespace Bot.Domain.Elections;

/// <summary>A list as far as its seats depend on it.</summary>
/// <param name="Votes">Votes for it.</param>
/// <param name="Candidates">So many seats it can take at most.</param>
public sealed record ListVotes(int Votes, int Candidates);
