using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Bot.Domain.Polls;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Tests.Conversations;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Secrecy;

/// <summary>How much is sent, answered and stored when a secret paper is cast does not depend on what is on it, on papers of every form, pressed and typed. Everybody's names
/// and ids are equally long here, so whatever differs in length differs by choice.</summary>
public sealed class RequestLengthTests
{
    private const string Cast = "Stimme abgeben", Abstain = "Enthaltung";

    /// <summary>What can be chosen, by what makes lengths differ: how many, and how large their numbers are.</summary>
    public static TheoryData<string, MotionKind, string[]> Forms => new()
    {
        { "question", MotionKind.Poll, [nameof(VoteOption.Yes), nameof(VoteOption.No), nameof(VoteOption.Abstain)] },
        { "choice:12:1", MotionKind.Election, ["1", "9", "10", "12", "-"] },
        { "choice:12:5", MotionKind.Election, ["1", "12", "1,2", "1,2,3,4,5", "8,9,10,11,12", "-"] },
        { "choice:3:3", MotionKind.Poll, ["1", "2,3", "1,2,3", "-"] },
        { "ranking:3", MotionKind.Poll, ["1", "3>1", "2>3>1", "-"] },
        { "ranking:12", MotionKind.Poll, ["1", "12>10>11", "12>11>10>9>8>7>6>5>4>3>2>1", "-"] },
        { "marking:4:4", MotionKind.Election, ["yyyy", "nnnn", "ynay", "aaaa"] },
        { "marking:4:4", MotionKind.Poll, ["yyyy", "nnnn", "mmmm", "ynmy"] },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Pressed_OnPaperOfAnyForm_IsEquallyLongWhateverIsChosen(string form, MotionKind kind, string[] papers)
    {
        await using var scene = await SecretScene.StartAsync(Store.Sqlite);
        foreach (var isTitled in new[] { false, true })
        {
            var ballot = await OpenAsync(scene, form, kind);
            Assert.DoesNotContain(scene.Talk.Shown("v00", Buttons(form)[0]).Inputs, IsOfAnyLength);
            Assert.All(Buttons(form), button => Assert.All(scene.Talk.Shown("v00", button).Inputs, input => Assert.Single(Lengths(input))));
            var seen = new List<SeenRequest>();
            foreach (var (voter, paper) in papers.Index())
            {
                seen.Add(await scene.PressAsync(SecretScene.Names[voter], ButtonFor(paper), inputs => Filled(inputs, new BallotPaper(paper), kind), isTitled: isTitled));
            }

            Assert.Single(seen.Select(request => request.PressedBytes).Distinct());
            Assert.Single(seen.Select(request => request.AnswerBytes).Distinct());
            await StandsAsync(scene, ballot, papers);
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Typed_OnPaperOfAnyForm_IsAnsweredAndStoredEquallyLong(string form, MotionKind kind, string[] papers)
    {
        await using var scene = await SecretScene.StartAsync(Store.Sqlite);
        var ballot = await OpenAsync(scene, form, kind);
        var before = scene.Rows().Count(row => row.Table == TableNames.Messages);
        var told = new List<int>();
        foreach (var (voter, paper) in papers.Index())
        {
            await scene.TypeAsync(SecretScene.Names[voter], Typed(form, kind, new BallotPaper(paper)));
            told.Add(scene.Talk.Connector.In(Talk.Personal(SecretScene.Names[voter]))[^1].Content.GetRawText().Length);
        }

        Assert.Single(told.Distinct());
        var messages = scene.Rows().Where(row => row.Table == TableNames.Messages).ToList();
        Assert.Equal(before + papers.Length, messages.Count);
        Assert.Single(messages.TakeLast(papers.Length).Where(row => row.Text.Contains(ballot.Value, StringComparison.Ordinal)).Select(Length).Distinct());
        await StandsAsync(scene, ballot, papers);
    }

    /// <summary>An order of more options than fit as lists would be typed into fields of any length; no ballot has so many.</summary>
    [Fact]
    public void Order_OfAsManyOptionsAsAPollMayHave_IsFilledInByLists() => Assert.InRange(PollProposal.MostOptions, 2, 12);

    [Theory]
    [InlineData("question", 7)]
    [InlineData("choice:12:1", 2)]
    [InlineData("choice:12:3", 8)]
    [InlineData("choice:30:30", 80)]
    [InlineData("ranking:12", 26)]
    [InlineData("marking:30:1", 30)]
    public void LongestCode_IsThatOfTheLongestPaper(string form, int length) => Assert.Equal(length, PaperForm.Parse(form).LongestCode);

    private static Task<BallotId> OpenAsync(SecretScene scene, string form, MotionKind kind)
    {
        var (paper, count) = PaperForm.Parse(form) switch
        {
            PaperForm.Choice choice => ((PaperForm)choice, choice.Options),
            PaperForm.Ranking ranking => (ranking, ranking.Options),
            PaperForm.Marking marking => (marking, marking.Options),
            var question => (question, 0),
        };
        return scene.OpenAsync(paper, kind, [.. Enumerable.Range(1, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"Name {number:00}"))]);
    }

    /// <summary>As many papers stand as were cast, each as it was meant; all rows of a kind are equally long.</summary>
    private static async Task StandsAsync(SecretScene scene, BallotId ballot, string[] papers)
    {
        var stored = await scene.Talk.Get<BallotStore>().PapersAsync(Talk.Network, ballot, TestContext.Current.CancellationToken);
        Assert.Equal(papers.Order(StringComparer.Ordinal), stored.Select(paper => paper.Code).Order(StringComparer.Ordinal));
        var rows = scene.Rows().Where(row => row.Partition == Talk.Network.Value + "|" + ballot.Value).ToList();
        Assert.Single(rows.Where(row => row.Row.StartsWith("paper|", StringComparison.Ordinal)).Select(row => (row.Row.Length, Length(row))).Distinct());
        Assert.Single(rows.Where(row => row.Row.StartsWith("roll|", StringComparison.Ordinal) && row.Text.Contains("CastBy\":\"", StringComparison.Ordinal)).Select(row => (row.Row.Length, Length(row))).Distinct());
    }

    /// <summary>The length of its columns; the store's own number of the version, which follows them, only tells when it was written.</summary>
    private static int Length(SeenRow row) => row.Text.LastIndexOf('}');

    private static string[] Buttons(string form) => form == "question" ? ["Ja", "Nein", Abstain] : [Cast];

    private static string ButtonFor(string paper) => paper switch
    {
        nameof(VoteOption.Yes) => "Ja",
        nameof(VoteOption.No) => "Nein",
        nameof(VoteOption.Abstain) or BallotPaper.Blank or "aaaa" => Abstain,
        _ => Cast,
    };

    /// <summary>What a client sends of inputs filled in so; which value stands for what is taken from the card.</summary>
    private static IEnumerable<(string Input, string Value)> Filled(IReadOnlyList<JsonElement> inputs, BallotPaper paper, MotionKind kind) => inputs.Index().SelectMany(input => CardReading.TextOf(input.Item, "type") switch
    {
        "Input.Toggle" => [(Id(input.Item), CardReading.TextOf(input.Item, paper.Options.Contains(input.Index + 1) ? "valueOn" : "valueOff"))],
        _ when paper.Marks.Count > 0 => [(Id(input.Item), Values(input.Item)[FilledPaper.MarksOn(kind).ToList().IndexOf(paper.Marks[input.Index])])],
        _ when inputs.Count == 1 => paper.Options.Select(option => (Id(input.Item), Values(input.Item)[option - 1])),
        _ => new[] { (Id(input.Item), Values(input.Item)[paper.Options.ToList().IndexOf(input.Index + 1) + 1]) },
    });

    private static string Typed(string form, MotionKind kind, BallotPaper paper) => paper switch
    {
        { Code: BallotPaper.Blank or nameof(VoteOption.Abstain) } => Abstain,
        { Answer: { } answer } => answer == VoteOption.Yes ? "Ja" : "Nein",
        { Marks.Count: > 0 } when form.StartsWith("marking", StringComparison.Ordinal) => "Stimme: " + string.Join(", ", paper.Marks.Select((mark, place) => string.Create(CultureInfo.InvariantCulture, $"{place + 1} {Word(mark)}"))),
        _ => "Stimme: " + paper.Code,
    };

    private static string Word(OptionMark mark) => mark switch { OptionMark.Yes => "ja", OptionMark.No => "nein", OptionMark.IfNeedBe => "wenn nötig", _ => "Enthaltung" };

    private static bool IsOfAnyLength(JsonElement input) => CardReading.TextOf(input, "type") is not ("Input.Toggle" or "Input.ChoiceSet") || (input.TryGetProperty("isMultiSelect", out var isMulti) && isMulti.GetBoolean());

    private static IEnumerable<int> Lengths(JsonElement input) =>
        (CardReading.TextOf(input, "type") == "Input.Toggle" ? [CardReading.TextOf(input, "valueOn"), CardReading.TextOf(input, "valueOff")] : Values(input)).Select(value => value.Length).Distinct();

    private static List<string> Values(JsonElement input) => [.. input.GetProperty("choices").EnumerateArray().Select(choice => CardReading.TextOf(choice, "value"))];

    private static string Id(JsonElement input) => CardReading.TextOf(input, "id");
}
