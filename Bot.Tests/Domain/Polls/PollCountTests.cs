using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Polls;
using Bot.Domain.Voting;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Bot.Tests.Domain.Polls;

/// <summary>What the papers of a poll come to.</summary>
public class PollCountTests
{
    [Theory]
    [InlineData("yn yn ny", "1", "more can come")]
    [InlineData("ym my", "1,2", "even in all: both, not the first of them")]
    [InlineData("yy yn ym", "1", "as many if need be, more gladly")]
    [InlineData("mm my", "2", "all can come to both, one gladly to the second")]
    [InlineData("nn nn", "", "nobody can come to any")]
    [InlineData("mn nn", "1", "one, if need be")]
    [InlineData("", "", "nobody answered")]
    public void Suggested_ByWhoCanCome_NamesTheBestDates(string papers, string suggested, string why)
    {
        var piles = Piles(papers.Split(' ', System.StringSplitOptions.RemoveEmptyEntries));
        var votes = OptionVotes.Of(new BallotCount(piles, piles.Sum(pile => pile.Papers), 0, null, 0), new PaperForm.Marking(2, 2));

        Assert.True(suggested == string.Join(',', DateSuggestion.Of(votes)), why);
    }

    [Theory]
    [InlineData("1>2>3 1>2>3 3>2>1", "1:1 2:2 3:3")]
    [InlineData("1>2>3 2>3>1 3>1>2", "1:1 1:2 1:3")]
    [InlineData("1 2>1", "1:1 1:2 3:3")]
    [InlineData("2 2 1>3 3>1", "1:1 1:2 1:3")]
    [InlineData("- -", "1:1 1:2 1:3")]
    [InlineData("3>1 3>2 1>3", "1:3 2:1 3:2")]
    public void RankingCount_Papers_PutsWhatBeatsTheOthersFirst(string papers, string places)
    {
        var counts = RankingCount.Of(Piles(papers.Split(' ')), 3);

        Assert.Equal(places, string.Join(' ', RankingCount.Places(counts).Select(place => $"{place.Place}:{place.Count.Option}")));
    }

    [Fact]
    public void RankingCount_AnOptionThatBeatsAllOthers_IsFirstAlone() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Rankings.ToArbitrary(), papers =>
        {
            var counts = RankingCount.Of(PaperPile.Sort(papers), 4);
            var winner = counts.FirstOrDefault(count => count.Wins == 3);
            return winner is null || (counts[0] == winner && RankingCount.Places(counts).Count(place => place.Place == 1) == 1);
        }));

    [Fact]
    public void RankingCount_EveryVictory_IsSomebodysDefeat() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Rankings.ToArbitrary(), papers =>
        {
            var counts = RankingCount.Of(PaperPile.Sort(papers), 4);
            return counts.Sum(count => count.Wins) == counts.Sum(count => count.Losses) && counts.Sum(count => count.First) <= papers.Length;
        }));

    private static Gen<BallotPaper[]> Rankings =>
        from orders in (from order in Gen.Shuffle(Enumerable.Range(1, 4).ToArray()) from named in Gen.Choose(0, 4) select BallotPaper.Ranking(order.Take(named))).ArrayOf()
        select orders;

    private static IReadOnlyList<PaperPile> Piles(params string[] papers) => PaperPile.Sort(papers.Select(code => new BallotPaper(code)));
}
