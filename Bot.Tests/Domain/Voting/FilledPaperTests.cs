using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Voting;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Bot.Tests.Domain.Voting;

/// <summary>What somebody filled in becomes a valid paper as a whole, or is refused with what is wrong; it is never counted in part.</summary>
public class FilledPaperTests
{
    private static readonly string[] Names = ["Amina", "Bernd", "Carla", "Dao"];

    [Theory]
    [InlineData(1, "2", "2")]
    [InlineData(2, "3,1", "1,3")]
    [InlineData(3, "4,1,2", "1,2,4")]
    [InlineData(4, "1,2,3,4", "1,2,3,4")]
    public void Choosing_UpToTheMost_IsAPaper(int most, string chosen, string paper) =>
        Assert.Equal(new BallotPaper(paper), Done(FilledPaper.Choosing(new PaperForm.Choice(4, most), Names, Numbers(chosen))));

    [Theory]
    [InlineData(2, "", RefusalCode.PaperEmpty, "")]
    [InlineData(1, "1,2", RefusalCode.PaperTooMany, "2 1")]
    [InlineData(3, "1,2,3,4", RefusalCode.PaperTooMany, "4 3")]
    [InlineData(2, "1,1", RefusalCode.PaperNamedTwice, "Amina")]
    [InlineData(2, "0", RefusalCode.PaperInvalid, "")]
    [InlineData(2, "5", RefusalCode.PaperInvalid, "")]
    [InlineData(2, "1,2,5", RefusalCode.PaperInvalid, "")]
    public void Choosing_AnythingElse_IsRefusedWithTheReason(int most, string chosen, RefusalCode code, string details) =>
        AssertRefused(FilledPaper.Choosing(new PaperForm.Choice(4, most), Names, Numbers(chosen)), code, details);

    [Theory]
    [InlineData("1,2,3,4", "1>2>3>4")]
    [InlineData("3,1,2,", "2>3>1")]
    [InlineData(",,,1", "4")]
    public void Ranking_WithoutGap_IsAnOrder(string ranks, string paper) =>
        Assert.Equal(new BallotPaper(paper), Done(FilledPaper.Ranking(new PaperForm.Ranking(4), Ranks(ranks))));

    [Theory]
    [InlineData(",,,", RefusalCode.PaperEmpty, "")]
    [InlineData("1,1,2,", RefusalCode.PaperRankTwice, "1")]
    [InlineData("1,2,2,3", RefusalCode.PaperRankTwice, "2")]
    [InlineData("2,,,", RefusalCode.PaperRankMissing, "1")]
    [InlineData("1,3,4,", RefusalCode.PaperRankMissing, "2")]
    [InlineData("1,2,4,", RefusalCode.PaperRankMissing, "3")]
    [InlineData("0,1,2,3", RefusalCode.PaperInvalid, "")]
    [InlineData("5,1,2,3", RefusalCode.PaperInvalid, "")]
    [InlineData("1,2,3", RefusalCode.PaperInvalid, "")]
    public void Ranking_WithEqualOrSkippedRanks_IsRefusedWithTheReason(string ranks, RefusalCode code, string details) =>
        AssertRefused(FilledPaper.Ranking(new PaperForm.Ranking(4), Ranks(ranks)), code, details);

    [Theory]
    [InlineData("yyyy", 4, "yyyy")]
    [InlineData("yyna", 2, "yyna")]
    [InlineData("aaaa", 1, "aaaa")]
    public void Marking_EachOption_IsAPaper(string marks, int most, string paper) =>
        Assert.Equal(new BallotPaper(paper), Done(FilledPaper.Marking(new PaperForm.Marking(4, most), Names, Marks(marks), FilledPaper.MarksOn(MotionKind.Election))));

    [Theory]
    [InlineData("yyyn", 2, RefusalCode.PaperTooMany, "3 2")]
    [InlineData("yn.n", 4, RefusalCode.PaperMarkMissing, "Carla")]
    [InlineData("....", 4, RefusalCode.PaperEmpty, "")]
    [InlineData("ymnn", 4, RefusalCode.PaperInvalid, "")]
    [InlineData("yxnn", 4, RefusalCode.PaperInvalid, "")]
    [InlineData("ynn", 4, RefusalCode.PaperInvalid, "")]
    public void Marking_AnythingElse_IsRefusedWithTheReason(string marks, int most, RefusalCode code, string details) =>
        AssertRefused(FilledPaper.Marking(new PaperForm.Marking(4, most), Names, Marks(marks), FilledPaper.MarksOn(MotionKind.Election)), code, details);

    [Fact]
    public void Marking_OfDates_KnowsIfNeedBeAndNoAbstention()
    {
        var form = new PaperForm.Marking(2, 2);
        Assert.Equal(new BallotPaper("my"), Done(FilledPaper.Marking(form, Names, Marks("my"), FilledPaper.MarksOn(MotionKind.Poll))));
        AssertRefused(FilledPaper.Marking(form, Names, Marks("ay"), FilledPaper.MarksOn(MotionKind.Poll)), RefusalCode.PaperInvalid, string.Empty);
        Assert.Null(FilledPaper.Abstaining(form, FilledPaper.MarksOn(MotionKind.Poll)));
        Assert.Equal(new BallotPaper("aa"), FilledPaper.Abstaining(form, FilledPaper.MarksOn(MotionKind.Election)));
    }

    [Fact]
    public void Made_OfAnything_IsAcceptedByTheForm() => Prop.ForAll(
        Gen.Choose(-1, 5).ListOf().Select(list => list.ToList()).ToArbitrary(),
        Gen.Choose(1, 4).ToArbitrary(),
        (chosen, most) =>
        {
            var choice = new PaperForm.Choice(4, most);
            var ranking = new PaperForm.Ranking(4);
            return Fits(choice, FilledPaper.Choosing(choice, Names, chosen)) && Fits(ranking, FilledPaper.Ordering(ranking, Names, chosen))
                && Fits(ranking, FilledPaper.Ranking(ranking, [.. chosen.Select(rank => (int?)rank)]));
        }).QuickCheckThrowOnFailure();

    private static bool Fits(PaperForm form, Outcome<BallotPaper> outcome) => outcome is not Outcome<BallotPaper>.Done(var paper) || (form.Accepts(paper) && paper.Code != BallotPaper.Blank);

    private static BallotPaper Done(Outcome<BallotPaper> outcome) => Assert.IsType<Outcome<BallotPaper>.Done>(outcome).Value;

    private static void AssertRefused(Outcome<BallotPaper> outcome, RefusalCode code, string details)
    {
        var why = Assert.IsType<Outcome<BallotPaper>.Refused>(outcome).Why;
        Assert.Equal((code, details), (why.Code, string.Join(' ', why.Details)));
    }

    private static List<int> Numbers(string text) => [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];

    private static List<int?> Ranks(string text) => [.. text.Split(',').Select(rank => rank.Length == 0 ? (int?)null : int.Parse(rank, System.Globalization.CultureInfo.InvariantCulture))];

    private static List<OptionMark?> Marks(string text) => [.. text.Select(mark => mark == '.' ? (OptionMark?)null : (OptionMark)mark)];
}
