using System;
using System.Globalization;

namespace Bot.Tests.Costs;

/// <summary>
/// What a network of so many members asks of Azure Tables in a month of thirty days, and what that costs; the README says the same. Assumed, on the high side: a bot that never sleeps and looks once a
/// minute, a plenary each quarter and a board of twelve every two months, two ballots of the plenary a month, three questions a month by each member, and six of ten members who answer and vote.
/// </summary>
/// <param name="Members">Everybody who is told of the plenary's meetings.</param>
internal sealed record MonthlyCost(int Members)
{
    /// <summary>Ten thousand operations on Azure Tables, locally redundant, in US dollars, as the price list was last known; it could not be looked up.</summary>
    public const decimal PerTenThousand = 0.00036m;

    private const int Sweeps = 30 * 24 * 60;

    private const int BoardMembers = 12;

    private const int ItemsOfMeeting = 5;

    /// <summary>Looks at what is due.</summary>
    public static int Idle => Sweeps * StoreCalls.IdleSweep;

    /// <summary>What people do and are told.</summary>
    public int Use => (3 * Members * StoreCalls.Question) + (Meeting(Members) / 3) + (Meeting(BoardMembers) / 2) + (2 * Ballot);

    /// <summary>The bill of Azure Tables, in US dollars.</summary>
    public decimal Dollars => (Idle + Use) / 10_000m * PerTenThousand;

    /// <summary>As the README's table has it.</summary>
    public string Row => string.Create(
        CultureInfo.InvariantCulture, $"| {Members:N0} | {Rounded(Idle):N0} | {Rounded(Use):N0} | {Math.Max(0.01m, Math.Round(Dollars, 2)):0.00} |");

    private int Ballot => StoreCalls.Ballot + (Members * StoreCalls.BallotMember) + (Most(Members) * StoreCalls.Vote);

    private static int Meeting(int members) =>
        StoreCalls.Meeting + (members * StoreCalls.MeetingMember) + (Most(members) * StoreCalls.Attendance) + (ItemsOfMeeting * StoreCalls.Item);

    private static int Most(int members) => members * 6 / 10;

    private static int Rounded(int calls) => (int)(Math.Round(calls / 100m, MidpointRounding.ToPositiveInfinity) * 100);
}
