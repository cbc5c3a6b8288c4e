namespace Bot.Domain.Committees;

/// <summary>A person's place in a committee whose members are persons.</summary>
/// <param name="Committee">The committee.</param>
/// <param name="Person">Who sits in it.</param>
public readonly record struct Seat(CommitteeId Committee, PersonId Person);
