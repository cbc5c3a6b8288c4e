using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Voting;

/// <summary>How a tie was or is being decided that the rules give to the chair or to the lot. The counts stay as they are.</summary>
/// <param name="Kind"><see cref="Verdict.ChairDecides"/> or <see cref="Verdict.Lot"/>.</param>
/// <param name="By">Who decided, or who has the lot drawn.</param>
/// <param name="At">When they decided, or named the witness.</param>
public sealed record TieBreak(Verdict Kind, PersonId By, Instant At)
{
    /// <summary>Why the chair decided so; empty where the lot decides.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>Who is to see the lot drawn; null where the chair decides.</summary>
    public PersonId? Witness { get; init; }

    /// <summary>When the lot was drawn, which is when the witness confirmed being present; null before, and where the chair decides.</summary>
    public Instant? DrawnAt { get; init; }

    /// <summary>Whether the tie is decided; then nothing changes it.</summary>
    public bool IsDecided => Kind == Verdict.ChairDecides || DrawnAt is not null;

    /// <summary>The chair decides a tie.</summary>
    /// <param name="result">What the ballot came to so far; null when it was not counted.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who decides. The caller has seen to it that they may.</param>
    /// <param name="now">When.</param>
    /// <returns>The decision; refused with <see cref="RefusalCode.NoTieToDecide"/>, <see cref="RefusalCode.ReasonMissing"/> or <see cref="RefusalCode.TextTooLong"/>.</returns>
    public static Outcome<TieBreak> ByChair(BallotResult? result, string reason, PersonId by, Instant now)
    {
        if (result?.Verdict != Verdict.ChairDecides)
        {
            return new Refusal(RefusalCode.NoTieToDecide);
        }

        if (reason.Trim() is not { Length: > 0 } why)
        {
            return new Refusal(RefusalCode.ReasonMissing);
        }

        return why.Length > Voiding.ReasonLimit
            ? new Refusal(RefusalCode.TextTooLong, Voiding.ReasonLimit)
            : new TieBreak(Verdict.ChairDecides, by, now) { Reason = why };
    }

    /// <summary>Names who is to see the lot drawn; naming somebody else before it is drawn takes the place of the first.</summary>
    /// <param name="result">What the ballot came to so far; null when it was not counted.</param>
    /// <param name="network">The network; the witness is a person of it.</param>
    /// <param name="witness">Who is to be present.</param>
    /// <param name="by">Who has the lot drawn. The caller has seen to it that they may.</param>
    /// <param name="now">When.</param>
    /// <returns>The lot, not drawn yet; refused with <see cref="RefusalCode.NoTieToDecide"/>, <see cref="RefusalCode.WitnessUnknown"/> or <see cref="RefusalCode.WitnessIsDrawer"/>.</returns>
    public static Outcome<TieBreak> ByLot(BallotResult? result, Network network, PersonId witness, PersonId by, Instant now)
    {
        if (result?.Verdict != Verdict.Lot)
        {
            return new Refusal(RefusalCode.NoTieToDecide);
        }

        if (witness == by)
        {
            return new Refusal(RefusalCode.WitnessIsDrawer);
        }

        return network.Person(witness) is null
            ? new Refusal(RefusalCode.WitnessUnknown)
            : new TieBreak(Verdict.Lot, by, now) { Witness = witness };
    }

    /// <summary>The witness confirms being present, and the lot is drawn.</summary>
    /// <param name="result">What the ballot came to so far.</param>
    /// <param name="sender">Who says so, as vouched for by the channel.</param>
    /// <param name="now">When.</param>
    /// <returns>The lot as drawn; refused with <see cref="RefusalCode.NoTieToDecide"/> when it was drawn already, <see cref="RefusalCode.NotTheWitness"/> for anybody else.</returns>
    public Outcome<TieBreak> Drawn(BallotResult? result, PersonId sender, Instant now)
    {
        if (result?.Verdict != Verdict.Lot)
        {
            return new Refusal(RefusalCode.NoTieToDecide);
        }

        return Witness == sender ? this with { DrawnAt = now } : new Refusal(RefusalCode.NotTheWitness);
    }
}
