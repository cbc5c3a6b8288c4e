using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Elections;
using Xunit;

namespace Bot.Tests.Domain.Elections;

/// <summary>Seats of lists: public worked examples reckoned by hand, and each limit from both sides.</summary>
public class SeatDistributionTests
{
    [Theory]
    // 100, 80, 50, 40, 33 1/3, 30, 26 2/3, 25 are the eight highest quotients by 1, 2, 3 …
    [InlineData(SeatMethod.DHondt, "100 80 30 20", 8, "4 3 1 0")]
    // 100, 80, 33 1/3, 30, 26 2/3, 20, 20, 16 by 1, 3, 5 …
    [InlineData(SeatMethod.SainteLague, "100 80 30 20", 8, "3 3 1 1")]
    // 3.478, 2.783, 1.043, 0.696: the remainders 0.783 and 0.696 are the largest.
    [InlineData(SeatMethod.HareNiemeyer, "100 80 30 20", 8, "3 3 1 1")]
    [InlineData(SeatMethod.DHondt, "416 338 246", 10, "4 4 2")]
    [InlineData(SeatMethod.SainteLague, "416 338 246", 10, "4 3 3")]
    [InlineData(SeatMethod.HareNiemeyer, "416 338 246", 10, "4 3 3")]
    // The Alabama paradox: with one seat more, the third list has one less.
    [InlineData(SeatMethod.HareNiemeyer, "6 6 2", 10, "4 4 2")]
    [InlineData(SeatMethod.HareNiemeyer, "6 6 2", 11, "5 5 1")]
    // Two seats for one list: by d'Hondt from twice as many votes on, by the others from three times as many on.
    [InlineData(SeatMethod.DHondt, "5 3", 2, "1 1")]
    [InlineData(SeatMethod.DHondt, "7 3", 2, "2 0")]
    [InlineData(SeatMethod.SainteLague, "8 3", 2, "1 1")]
    [InlineData(SeatMethod.SainteLague, "10 3", 2, "2 0")]
    [InlineData(SeatMethod.HareNiemeyer, "8 3", 2, "1 1")]
    [InlineData(SeatMethod.HareNiemeyer, "10 3", 2, "2 0")]
    [InlineData(SeatMethod.DHondt, "5 4", 1, "1 0")]
    [InlineData(SeatMethod.DHondt, "4 5", 1, "0 1")]
    [InlineData(SeatMethod.DHondt, "6 3", 3, "2 1")]
    [InlineData(SeatMethod.DHondt, "3 3 3", 3, "1 1 1")]
    [InlineData(SeatMethod.SainteLague, "1 0 0", 4, "4 0 0")]
    [InlineData(SeatMethod.HareNiemeyer, "1 0 0", 4, "4 0 0")]
    [InlineData(SeatMethod.DHondt, "0 0", 3, "0 0")]
    [InlineData(SeatMethod.SainteLague, "0 0", 3, "0 0")]
    [InlineData(SeatMethod.HareNiemeyer, "0 0", 3, "0 0")]
    [InlineData(SeatMethod.DHondt, "2147483647 2147483646", 1, "1 0")]
    [InlineData(SeatMethod.HareNiemeyer, "2147483647 2147483646", 1, "1 0")]
    public void Of_WorkedExamples_GivesTheSeats(SeatMethod method, string votes, int seats, string given)
    {
        var distribution = SeatDistribution.Of([.. Numbers(votes).Select(number => new ListVotes(number, 30))], seats, method);
        Assert.Equal((given, 0, 0), (Text(distribution.Seats), distribution.Tied.Count, distribution.Open));
    }

    [Theory]
    [InlineData(SeatMethod.DHondt, "5 5", 1, "0 0", "0 1", 1)]
    [InlineData(SeatMethod.DHondt, "6 3", 2, "1 0", "0 1", 1)]
    [InlineData(SeatMethod.SainteLague, "9 3", 2, "1 0", "0 1", 1)]
    [InlineData(SeatMethod.HareNiemeyer, "9 3", 2, "1 0", "0 1", 1)]
    [InlineData(SeatMethod.DHondt, "5 5 5", 2, "0 0 0", "0 1 2", 2)]
    [InlineData(SeatMethod.HareNiemeyer, "5 5 5", 2, "0 0 0", "0 1 2", 2)]
    [InlineData(SeatMethod.SainteLague, "4 1 1 1", 3, "2 0 0 0", "1 2 3", 1)]
    [InlineData(SeatMethod.DHondt, "1 1 0", 1, "0 0 0", "0 1", 1)]
    public void Of_TieAtTheLastSeats_GivesThemToNobodyOfThoseTied(SeatMethod method, string votes, int seats, string given, string tied, int open)
    {
        var distribution = SeatDistribution.Of([.. Numbers(votes).Select(number => new ListVotes(number, 30))], seats, method);
        Assert.Equal((given, tied, open), (Text(distribution.Seats), Text(distribution.Tied), distribution.Open));
    }

    [Theory]
    // The first list would have two and three seats; what it cannot take goes to the next quotients or remainders.
    [InlineData(SeatMethod.DHondt, "10 5 3", "1 3 3", 4, "1 2 1")]
    [InlineData(SeatMethod.DHondt, "10 5 3", "2 3 3", 4, "2 1 1")]
    [InlineData(SeatMethod.SainteLague, "10 5 3", "1 3 3", 4, "1 2 1")]
    [InlineData(SeatMethod.HareNiemeyer, "10 5 3", "1 3 3", 4, "1 2 1")]
    // After the largest remainders two seats are left: the next pass gives them to the only list with candidates.
    [InlineData(SeatMethod.HareNiemeyer, "10 5", "1 5", 5, "1 4")]
    [InlineData(SeatMethod.DHondt, "10 5", "1 1", 5, "1 1")]
    [InlineData(SeatMethod.HareNiemeyer, "10 5", "1 1", 5, "1 1")]
    // A list without a vote takes no seat, even when it alone has candidates left.
    [InlineData(SeatMethod.DHondt, "5 0", "1 3", 3, "1 0")]
    [InlineData(SeatMethod.HareNiemeyer, "5 0", "1 3", 3, "1 0")]
    // Level with another, but without a candidate: no tie.
    [InlineData(SeatMethod.DHondt, "6 3", "1 2", 2, "1 1")]
    [InlineData(SeatMethod.HareNiemeyer, "9 3", "1 2", 2, "1 1")]
    public void Of_ListsWithFewerCandidatesThanSeats_GivesTheRestToTheOthers(SeatMethod method, string votes, string candidates, int seats, string given)
    {
        var distribution = SeatDistribution.Of([.. Numbers(votes).Zip(Numbers(candidates), (number, names) => new ListVotes(number, names))], seats, method);
        Assert.Equal((given, 0), (Text(distribution.Seats), distribution.Open));
    }

    private static IEnumerable<int> Numbers(string text) => text.Split(' ').Select(part => int.Parse(part, CultureInfo.InvariantCulture));

    private static string Text(IEnumerable<int> numbers) => string.Join(' ', numbers);
}
