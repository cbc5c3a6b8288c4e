using System;
using System.Linq;
using Bot.Domain.Voting;
using Xunit;

namespace Bot.Tests.Domain.Voting;

/// <summary>Which papers are valid ones.</summary>
public class PaperFormTests
{
    [Theory]
    [InlineData("question", "Yes", true)]
    [InlineData("question", "No", true)]
    [InlineData("question", "Abstain", true)]
    [InlineData("question", "yes", false)]
    [InlineData("question", "0", false)]
    [InlineData("question", "-", false)]
    [InlineData("question", "", false)]
    [InlineData("choice:3:2", "-", true)]
    [InlineData("choice:3:2", "1", true)]
    [InlineData("choice:3:2", "1,3", true)]
    [InlineData("choice:3:2", "1,2,3", false)]
    [InlineData("choice:3:2", "3,1", false)]
    [InlineData("choice:3:2", "1,1", false)]
    [InlineData("choice:3:2", "0", false)]
    [InlineData("choice:3:2", "4", false)]
    [InlineData("choice:3:2", "01", false)]
    [InlineData("choice:3:2", "1,", false)]
    [InlineData("choice:3:2", "1>2", false)]
    [InlineData("choice:3:2", "Yes", false)]
    [InlineData("choice:3:2", "", false)]
    [InlineData("choice:1:1", "1", true)]
    [InlineData("ranking:3", "-", true)]
    [InlineData("ranking:3", "2", true)]
    [InlineData("ranking:3", "3>1>2", true)]
    [InlineData("ranking:3", "3>1>3", false)]
    [InlineData("ranking:3", "4>1", false)]
    [InlineData("ranking:3", "1,2", false)]
    [InlineData("marking:3:3", "ymn", true)]
    [InlineData("marking:3:3", "aaa", true)]
    [InlineData("marking:3:3", "yyy", true)]
    [InlineData("marking:3:2", "yyn", true)]
    [InlineData("marking:3:2", "yyy", false)]
    [InlineData("marking:3:3", "yy", false)]
    [InlineData("marking:3:3", "yyyy", false)]
    [InlineData("marking:3:3", "yyx", false)]
    [InlineData("marking:3:3", "", false)]
    public void Accepts_ByForm_OnlyWhatFits(string form, string paper, bool isValid)
    {
        Assert.Equal(isValid, PaperForm.Parse(form).Accepts(new BallotPaper(paper)));
    }

    [Theory]
    [InlineData("question")]
    [InlineData("choice:12:3")]
    [InlineData("ranking:9")]
    [InlineData("marking:5:2")]
    public void Parse_WhatWasWritten_IsTheSame(string code)
    {
        Assert.Equal(code, PaperForm.Parse(code).ToCode());
    }

    [Theory]
    [InlineData("")]
    [InlineData("choice")]
    [InlineData("choice:3")]
    [InlineData("choice:x:1")]
    [InlineData("ranking:1:2")]
    public void Parse_AnythingElse_Throws(string code)
    {
        Assert.Throws<FormatException>(() => PaperForm.Parse(code));
    }

    [Theory]
    [InlineData("question")]
    [InlineData("choice:3:2")]
    [InlineData("ranking:3")]
    [InlineData("marking:3:3")]
    public void Accepts_APaperNobodyWrote_IsFalse(string form)
    {
        Assert.False(PaperForm.Parse(form).Accepts(default));
    }

    [Fact]
    public void Sort_PapersInAnyOrder_GivesTheSamePiles()
    {
        BallotPaper[] papers = [VoteOption.Yes, VoteOption.No, VoteOption.Yes, VoteOption.Abstain];
        Assert.Equal([new PaperPile(VoteOption.Abstain, 1), new PaperPile(VoteOption.No, 1), new PaperPile(VoteOption.Yes, 2)], PaperPile.Sort(papers));
        Assert.Equal(PaperPile.Sort(papers), PaperPile.Sort(papers.Reverse()));
    }
}
