namespace Bot.Tests.Costs;

/// <summary>
/// How often the store is asked by what people do, with everything that follows from it: cards brought up to date, deliveries, due rows. A row read, a range read and a transaction count one each, as Azure
/// bills them (a range of more than a thousand rows would be billed by pages). <see cref="StoreCallTests"/> measures them; <see cref="MonthlyCost"/> reckons with them.
/// </summary>
internal static class StoreCalls
{
    /// <summary>Somebody asks when the next meeting is.</summary>
    public const int Question = 4;

    /// <summary>Somebody votes and is told so, and the cards that show the turnout follow.</summary>
    public const int Vote = 6;

    /// <summary>Somebody answers an invitation.</summary>
    public const int Attendance = 4;

    /// <summary>Somebody proposes an item, and the cards that show the agenda follow.</summary>
    public const int Item = 17;

    /// <summary>A meeting from its call to its eve, without its members.</summary>
    public const int Meeting = 426;

    /// <summary>Each member of a meeting: invited and reminded.</summary>
    public const int MeetingMember = 24;

    /// <summary>A ballot from its preview to its result, without those entitled.</summary>
    public const int Ballot = 133;

    /// <summary>Each one entitled: called to vote, told the result.</summary>
    public const int BallotMember = 2;

    /// <summary>A look at what is due when nothing is.</summary>
    public const int IdleSweep = 2;
}
