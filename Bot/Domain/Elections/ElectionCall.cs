using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Elections;

/// <summary>What a coordinator confirms when calling an election.</summary>
/// <param name="Body">The committee whose seats are filled.</param>
/// <param name="Seats">How many.</param>
/// <param name="Method">How it is elected.</param>
/// <param name="NominateUntil">Deadline for names and consent.</param>
/// <param name="VoteUntil">End of the first round.</param>
/// <param name="IsByElection">Whether those in office keep their seats.</param>
/// <param name="TermFrom">First day of the term; null for the day on which everybody elected has answered.</param>
public sealed record ElectionCall(CommitteeId Body, int Seats, ElectionMethod Method, Instant NominateUntil, Instant VoteUntil, bool IsByElection, LocalDate? TermFrom = null)
{
    /// <summary>Years after the vote in which a term may begin at the latest.</summary>
    public const int MostYears = 2;

    /// <summary>What speaks against the first day of the term: nobody is in office before they are elected, and two terms do not run beside each other. In a by-election the
    /// present term goes on and does not matter.</summary>
    /// <param name="voteDay">The day on which the vote ends, in the network's zone.</param>
    /// <param name="termUntil">Last day of the present term; null when none goes on.</param>
    /// <returns>Null when nothing does; <see cref="RefusalCode.TermDayImpossible"/> or <see cref="RefusalCode.TermOverlaps"/>, looked at in this order.</returns>
    public Refusal? WhyNotFrom(LocalDate voteDay, LocalDate? termUntil) => TermFrom switch
    {
        null => null,
        { } day when day < voteDay || day > voteDay.PlusYears(MostYears) => new Refusal(RefusalCode.TermDayImpossible, day, voteDay, voteDay.PlusYears(MostYears)),
        { } day when !IsByElection && day <= termUntil => new Refusal(RefusalCode.TermOverlaps, termUntil.Value, termUntil.Value.PlusDays(1)),
        _ => null,
    };
}
