using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Records;
using Bot.Domain.Voting;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Records;

public class ResolutionChainTests
{
    /// <summary>Computed once outside this program, from the layout as documented.</summary>
    private const string KnownHash = "4957cf358c587fcc3d9e7342aa9313d9b401011edef7c0ecfba668a383085c02";

    /// <summary>The same for the fourth layout, which new entries have.</summary>
    private const string KnownFourthHash = "676b1ddb820b6e802633ede41e4eac5831049a56cb8f0f3c27da22f5001ba65b";

    /// <summary>The same for the second layout.</summary>
    private const string KnownSecondHash = "62dc9cea7f3d05d91b730c1559b76f7016af5f7254759c83c8a925ba9cf32084";

    private static readonly ResolutionDraft Draft = new(
        "Aufnahme Verein Brücke e. V.",
        "Der Verein Brücke e. V. wird aufgenommen.",
        new CommitteeId("plenary"),
        Verdict.Accepted,
        new Tally(12, 5, 3, 25, 20, 45, 1),
        MajorityRule.Default.ToCode(),
        new LocalDate(2026, 11, 23),
        Instant.FromUtc(2026, 11, 23, 18, 4, 5),
        "admission:a1");

    private static readonly IReadOnlyDictionary<string, Func<ResolutionEntry, ResolutionEntry>> Tamperings =
        new Dictionary<string, Func<ResolutionEntry, ResolutionEntry>>
        {
            ["number"] = entry => entry with { Number = new ResolutionNumber(2026, 9) },
            ["year"] = entry => entry with { Number = new ResolutionNumber(2027, 1) },
            ["title"] = entry => entry with { Title = entry.Title + " " },
            ["text"] = entry => entry with { Text = "Der Verein Brücke e. V. wird nicht aufgenommen." },
            ["title and text moved"] = entry => entry with { Title = entry.Title + entry.Text[..1], Text = entry.Text[1..] },
            ["committee"] = entry => entry with { Committee = new CommitteeId("board") },
            ["verdict"] = entry => entry with { Verdict = Verdict.Rejected },
            ["yes"] = entry => entry with { Tally = new Tally(13, 5, 3, 24, 21, 45, 1) },
            ["yes and no"] = entry => entry with { Tally = new Tally(5, 12, 3, 25, 20, 45, 1) },
            ["abstain"] = entry => entry with { Tally = new Tally(12, 5, 4, 24, 21, 45, 1) },
            ["present"] = entry => entry with { Tally = new Tally(12, 5, 3, 25, 21, 45, 1) },
            ["present unknown"] = entry => entry with { Tally = new Tally(12, 5, 3, 25, null, 45, 1) },
            ["entitled"] = entry => entry with { Tally = new Tally(12, 5, 3, 26, 20, 46, 1) },
            ["excluded"] = entry => entry with { Tally = new Tally(12, 5, 3, 25, 20, 45, 0) },
            ["rule"] = entry => entry with { RuleCode = (MajorityRule.Default with { Version = 2 }).ToCode() },
            ["decided on"] = entry => entry with { DecidedOn = entry.DecidedOn.PlusDays(1) },
            ["recorded at"] = entry => entry with { RecordedAt = entry.RecordedAt + Duration.FromMilliseconds(1) },
            ["subject"] = entry => entry with { Subject = "admission:a2" },
            ["previous hash"] = entry => entry with { PreviousHash = new string('1', 64) },
            ["hash"] = entry => entry with { Hash = new string('1', 64) },
            ["by consent"] = entry => entry with { ByConsent = true },
            ["recommendation"] = entry => entry with { Recommendation = Recommendation.None },
            ["corrects"] = entry => entry with { Corrects = new ResolutionNumber(2026, 1) },
            ["reason"] = entry => entry with { Reason = "x" },
            ["seals"] = entry => entry with { Seals = "0" + entry.Seals[1..] },
            ["no seals"] = entry => entry with { Seals = string.Empty },
        };

    public static TheoryData<string> TamperingNames => new(Tamperings.Keys);

    [Fact]
    public void Append_SeveralDrafts_NumbersThemAndLinksThem()
    {
        var register = Register(3);

        Assert.Equal(["2026-01", "2026-02", "2026-03"], register.Select(entry => entry.Number.ToString()));
        Assert.Equal(RegisterHead.Empty.Hash, register[0].PreviousHash);
        Assert.Equal(register[0].Hash, register[1].PreviousHash);
        Assert.Matches("^[0-9a-f]{64}$", register[2].Hash);
        Assert.Null(ResolutionChain.FirstBroken(register, RegisterHead.At(register[2])));
    }

    [Fact]
    public void Append_KnownDraft_HasTheHashOfTheFourthLayout() => Assert.Equal(KnownFourthHash, Register(1)[0].Hash);

    /// <summary>What earlier versions recorded is checked as it was made, and continued.</summary>
    [Fact]
    public void FirstBroken_EntriesOfEarlierLayouts_AreWellAndAreContinued()
    {
        var first = Register(1)[0] with { Seals = string.Empty, Hash = KnownHash };
        var second = ResolutionChain.Append(RegisterHead.Empty, Withheld).Entry with { Seals = string.Empty, Hash = KnownSecondHash };
        Assert.Null(ResolutionChain.FirstBroken([first], RegisterHead.At(first)));
        Assert.Null(ResolutionChain.FirstBroken([second], RegisterHead.At(second)));
        var (next, head) = ResolutionChain.Append(RegisterHead.At(first), Draft);

        Assert.Null(ResolutionChain.FirstBroken([first, next], head));
        Assert.All(
            [first with { Reason = "x" }, first with { Corrects = new ResolutionNumber(2026, 1) }, first with { Seals = next.Seals }, first with { Title = "x" }, first with { ByConsent = true }],
            changed => Assert.Equal("2026-01", ResolutionChain.FirstBroken([changed])?.ToString()));
    }

    /// <summary>Neither what only the second layout holds can be changed, nor can an entry be passed off as one of the first.</summary>
    [Fact]
    public void FirstBroken_EntryOfTheSecondLayoutChanged_IsNamed()
    {
        var (entry, head) = ResolutionChain.Append(RegisterHead.Empty, Withheld);
        ResolutionEntry[] changed =
        [
            entry with { Tally = new Tally(0, 0, 0, 42, 20, 45, 1, Withheld: 3) },
            entry with { Tally = new Tally(4, 0, 0, 41, 20, 45, 1) },
            entry with { Tally = new Tally(4, 0, 0, 41, 20, 45, 1), Recommendation = null },
            entry with { Recommendation = Recommendation.For },
            entry with { Recommendation = null },
            Register(1)[0] with { Recommendation = Recommendation.None },
        ];

        Assert.Null(ResolutionChain.FirstBroken([entry], head));
        Assert.All(changed, one => Assert.Equal("2026-01", ResolutionChain.FirstBroken([one])?.ToString()));
    }

    [Theory]
    [InlineData(Recommendation.For, Verdict.Accepted, false)]
    [InlineData(Recommendation.For, Verdict.Rejected, true)]
    [InlineData(Recommendation.Against, Verdict.Accepted, true)]
    [InlineData(Recommendation.Against, Verdict.Rejected, false)]
    [InlineData(Recommendation.For, Verdict.NoQuorum, false)]
    [InlineData(Recommendation.None, Verdict.Accepted, false)]
    [InlineData(null, Verdict.Rejected, false)]
    public void Deviates_OfAnEntry_IsAgainstTheRecommendation(Recommendation? recommendation, Verdict verdict, bool expected) =>
        Assert.Equal(expected, (Register(1)[0] with { Recommendation = recommendation, Verdict = verdict }).Deviates);

    private static ResolutionDraft Withheld => Draft with { Tally = new Tally(0, 0, 0, 41, 20, 45, 1, Withheld: 4), Recommendation = Recommendation.Against };

    [Theory]
    [MemberData(nameof(TamperingNames))]
    public void FirstBroken_OneValueChanged_NamesTheEntry(string tampering)
    {
        var register = Register(4);
        register[1] = Tamperings[tampering](register[1]);

        Assert.Equal(register[1].Number, ResolutionChain.FirstBroken(register));
    }

    [Fact]
    public void FirstBroken_ChangedAndHashedAnew_NamesTheNextEntry()
    {
        var register = Register(4);
        register[1] = ResolutionChain.Append(RegisterHead.At(register[0]), Draft with { Title = "Anders" }).Entry;

        Assert.Equal("2026-03", ResolutionChain.FirstBroken(register)?.ToString());
    }

    [Theory]
    [InlineData("2026-02", "2026-03")]
    [InlineData("2025-07", "2026-01")]
    public void FirstBroken_NumberLeftOutButHashedWell_NamesTheEntry(string pretendedLast, string broken)
    {
        var first = Register(1)[0];
        var pretended = RegisterHead.At(first) with { Last = ResolutionNumber.Parse(pretendedLast) };
        var (second, _) = ResolutionChain.Append(pretended, Draft);

        Assert.Equal(broken, ResolutionChain.FirstBroken([first, second])?.ToString());
    }

    [Fact]
    public void FirstBroken_EntryMissingInTheMiddle_NamesTheOneBehindTheGap()
    {
        var register = Register(4);
        register.RemoveAt(1);

        Assert.Equal("2026-03", ResolutionChain.FirstBroken(register)?.ToString());
    }

    [Fact]
    public void FirstBroken_EntriesSwapped_NamesTheFirstOutOfPlace()
    {
        var register = Register(4);
        (register[1], register[2]) = (register[2], register[1]);

        Assert.Equal("2026-03", ResolutionChain.FirstBroken(register)?.ToString());
    }

    [Fact]
    public void FirstBroken_FirstEntryMissing_NamesTheNewFirst()
    {
        Assert.Equal("2026-02", ResolutionChain.FirstBroken(Register(3).Skip(1))?.ToString());
    }

    [Fact]
    public void FirstBroken_LastEntryMissing_IsSeenByTheHead()
    {
        var register = Register(3);
        var head = RegisterHead.At(register[2]);
        register.RemoveAt(2);

        Assert.Null(ResolutionChain.FirstBroken(register));
        Assert.Equal("2026-03", ResolutionChain.FirstBroken(register, head)?.ToString());
        Assert.Equal("2026-03", ResolutionChain.FirstBroken([], head)?.ToString());
    }

    [Fact]
    public void FirstBroken_HeadSetBack_IsSeen()
    {
        Assert.Equal("2026-02", ResolutionChain.FirstBroken(Register(2), RegisterHead.Empty)?.ToString());
    }

    [Fact]
    public void FirstBroken_EmptyRegister_IsWell()
    {
        Assert.Null(ResolutionChain.FirstBroken([], RegisterHead.Empty));
    }

    [Fact]
    public void FirstBroken_OverTheTurnOfTheYear_IsWell()
    {
        var (first, head) = ResolutionChain.Append(RegisterHead.Empty, Draft);
        var (second, next) = ResolutionChain.Append(head, Draft with { DecidedOn = new LocalDate(2027, 1, 14) });
        var (late, last) = ResolutionChain.Append(next, Draft with { DecidedOn = new LocalDate(2026, 12, 31) });

        Assert.Equal("2027-02", late.Number.ToString());
        Assert.Null(ResolutionChain.FirstBroken([first, second, late], last));
    }

    [Fact]
    public void Append_ValuesStoresChange_AreMadeStorableBeforeHashing()
    {
        var draft = Draft with { Title = "halbes \ud83d Zeichen", RecordedAt = Draft.RecordedAt + Duration.FromTicks(12_345) };
        var (entry, _) = ResolutionChain.Append(RegisterHead.Empty, draft);

        Assert.Equal("halbes \ufffd Zeichen", entry.Title);
        Assert.Equal(Draft.RecordedAt + Duration.FromMilliseconds(1), entry.RecordedAt);
    }

    [Theory]
    [InlineData("", "text")]
    [InlineData("title", " ")]
    public void Append_WithoutTitleOrText_Throws(string title, string text)
    {
        Assert.Throws<ArgumentException>(() => ResolutionChain.Append(RegisterHead.Empty, Draft with { Title = title, Text = text }));
    }

    private static List<ResolutionEntry> Register(int entries)
    {
        var head = RegisterHead.Empty;
        var register = new List<ResolutionEntry>();
        for (var i = 0; i < entries; i++)
        {
            (var entry, head) = ResolutionChain.Append(head, Draft);
            register.Add(entry);
        }

        return register;
    }
}
