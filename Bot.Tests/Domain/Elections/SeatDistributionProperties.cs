using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Elections;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Bot.Tests.Domain.Elections;

/// <summary>What holds of seats whatever the votes are.</summary>
public class SeatDistributionProperties
{
    private static readonly SeatMethod[] All = Enum.GetValues<SeatMethod>(), Divisors = [SeatMethod.DHondt, SeatMethod.SainteLague];

    [Fact]
    public void Seats_TogetherWithThoseTied_AreAsManyAsThereAre_OrAsManyAsCanBeTaken() => Prop.ForAll(Cases(), tried => All.All(method =>
    {
        var given = SeatDistribution.Of(tried.Lists, tried.Seats, method);
        var most = tried.Lists.Where(list => list.Votes > 0).Sum(list => list.Candidates);
        return given.Seats.Sum() + given.Open == int.Min(tried.Seats, most)
            && given.Seats.Zip(tried.Lists).All(list => list.First <= list.Second.Candidates && (list.Second.Votes > 0 || list.First == 0))
            && (given.Open == 0 ? given.Tied.Count == 0 : given.Tied.Count > given.Open && given.Tied.All(list => given.Seats[list] < tried.Lists[list].Candidates));
    })).QuickCheckThrowOnFailure();

    [Fact]
    public void Order_OfTheLists_NeverMatters() => Prop.ForAll(Cases(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (tried, seed) => All.All(method =>
    {
        var order = Enumerable.Range(0, tried.Lists.Count).ToArray();
        new Random(seed).Shuffle(order);
        var (usual, mixed) = (SeatDistribution.Of(tried.Lists, tried.Seats, method), SeatDistribution.Of([.. order.Select(list => tried.Lists[list])], tried.Seats, method));
        return order.Select(list => usual.Seats[list]).SequenceEqual(mixed.Seats) && usual.Open == mixed.Open
            && usual.Tied.ToHashSet().SetEquals(mixed.Tied.Select(list => order[list]));
    })).QuickCheckThrowOnFailure();

    /// <summary>Whoever has a seat for certain keeps it when there is one more: true of quotients, not of remainders (the Alabama paradox).</summary>
    [Fact]
    public void OneSeatMore_TakesNoSeatFromAnyList_ByQuotients() => Prop.ForAll(Cases(), tried => Divisors.All(method =>
    {
        var (fewer, more) = (SeatDistribution.Of(tried.Lists, tried.Seats, method), SeatDistribution.Of(tried.Lists, tried.Seats + 1, method));
        return fewer.Seats.Zip(more.Seats).All(list => list.Second >= list.First);
    })).QuickCheckThrowOnFailure();

    [Fact]
    public void OneVoteMore_TakesNoSeatFromItsList() => Prop.ForAll(Cases(), tried => Divisors.All(method =>
    {
        var before = SeatDistribution.Of(tried.Lists, tried.Seats, method);
        var after = SeatDistribution.Of([tried.Lists[0] with { Votes = tried.Lists[0].Votes + 1 }, .. tried.Lists.Skip(1)], tried.Seats, method);
        return after.Seats[0] >= before.Seats[0];
    })).QuickCheckThrowOnFailure();

    /// <summary>Against the definition: by quotients no list has a seat for a lower quotient while another waits with a higher one.</summary>
    [Fact]
    public void Quotients_OfSeatsGiven_AreAboveThoseOfSeatsNotGiven() => Prop.ForAll(Cases(), tried => Divisors.All(method =>
    {
        var given = SeatDistribution.Of(tried.Lists, tried.Seats, method);
        long Divisor(int seat) => method == SeatMethod.DHondt ? seat : (2 * seat) - 1;
        var lists = Enumerable.Range(0, tried.Lists.Count).ToList();
        return lists.Where(list => given.Seats[list] > 0).All(list => lists.Where(other => given.Seats[other] < tried.Lists[other].Candidates)
            .All(other => tried.Lists[list].Votes * Divisor(given.Seats[other] + 1) >= tried.Lists[other].Votes * Divisor(given.Seats[list])));
    })).QuickCheckThrowOnFailure();

    private static Arbitrary<(int Seats, IReadOnlyList<ListVotes> Lists)> Cases() =>
        (from seats in Gen.Choose(0, 12)
         from lists in Gen.Choose(0, 12).SelectMany(votes => Gen.Choose(1, 6).Select(names => new ListVotes(votes, names))).NonEmptyListOf()
         select (seats, (IReadOnlyList<ListVotes>)[.. lists.Take(6)])).ToArbitrary();
}
