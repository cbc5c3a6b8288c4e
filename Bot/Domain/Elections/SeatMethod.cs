namespace Bot.Domain.Elections;

/// <summary>How the seats of a list vote are handed out to the lists.</summary>
public enum SeatMethod
{
    /// <summary>Highest quotients of the votes by 1, 2, 3 and so on.</summary>
    DHondt,

    /// <summary>Highest quotients of the votes by 1, 3, 5 and so on; the same result as Schepers' way of ranking.</summary>
    SainteLague,

    /// <summary>The whole part of each list's share of the seats, then the largest remainders.</summary>
    HareNiemeyer,
}
