using System.Linq;
using Bot.Domain.Voting;
using Xunit;

namespace Bot.Tests.Domain.Voting;

/// <summary>What papers say of each option.</summary>
public class OptionVotesTests
{
    [Theory]
    [InlineData("1,2 1 3 -", "2 1 1 0", 1)]
    [InlineData("- - -", "0 0 0 0", 3)]
    [InlineData("", "0 0 0 0", 0)]
    public void Of_Choices_CountsEachPaperForEachOfItsOptions(string papers, string votes, int blank)
    {
        var count = Count(papers);
        Assert.Equal(votes, string.Join(' ', OptionVotes.Of(count, new PaperForm.Choice(4, 2)).Select(option => option.Yes)));
        Assert.Equal(blank, OptionVotes.Blank(count));
    }

    [Fact]
    public void Of_Orders_CountsFirstPlaces() =>
        Assert.Equal([2, 1, 0], OptionVotes.Of(Count("1>2>3 1 2>1 -"), new PaperForm.Ranking(3)).Select(option => option.Yes));

    [Fact]
    public void Of_Marks_CountsEachMark() =>
        Assert.Equal([new OptionVotes(2, 0, 1, 0), new OptionVotes(0, 1, 1, 1)], OptionVotes.Of(Count("yn ya nm"), new PaperForm.Marking(2, 2)));

    private static BallotCount Count(string papers)
    {
        var cast = papers.Split(' ', System.StringSplitOptions.RemoveEmptyEntries).Select(code => new BallotPaper(code)).ToList();
        return new BallotCount(PaperPile.Sort(cast), cast.Count, 0, null, 0);
    }
}
