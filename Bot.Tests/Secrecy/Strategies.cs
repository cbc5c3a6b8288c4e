using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Bot.Domain.Voting;
using Bot.Storage;

namespace Bot.Tests.Secrecy;

/// <summary>Ways of finding out who chose what. Each puts voters in an order or finds papers, and deals the papers of the known result out accordingly; where it finds nothing it deals blindly.</summary>
internal static partial class Strategies
{
    /// <summary>Says for each voter, in the order of <see cref="Evidence.Voters"/>, what they chose.</summary>
    /// <param name="evidence">What there is to see.</param>
    /// <param name="result">The papers, sorted by choice: everybody knows the result.</param>
    /// <param name="random">For what is not found.</param>
    public delegate IReadOnlyList<VoteOption> Strategy(Evidence evidence, IReadOnlyList<VoteOption> result, Random random);

    private static readonly (VoteOption Option, string[] Words)[] Vocabulary =
    [
        (VoteOption.Yes, ["Ja", "ja", "JA", "Ja.", "yes", "Yes"]), (VoteOption.No, ["Nein", "nein", "NEIN", "Nein.", "no", "No"]),
        (VoteOption.Abstain, ["Enthaltung", "enthaltung", "Enthaltung.", "abstain", "Abstain"]),
    ];

    /// <summary>All of them by name.</summary>
    public static IReadOnlyDictionary<string, Strategy> All { get; } = new Dictionary<string, Strategy>(StringComparer.Ordinal)
    {
        ["papers in order of keys, voters in order of votes"] = (evidence, result, random) => Join(evidence, PaperRows(evidence).OrderBy(row => row.Row, StringComparer.Ordinal).Select(Option), ByVote(evidence), result, random),
        ["papers in order of keys, voters in order of the roll"] = (evidence, result, random) => Join(evidence, PaperRows(evidence).OrderBy(row => row.Row, StringComparer.Ordinal).Select(Option), evidence.Voters, result, random),
        ["papers in order of time stamps, voters in order of votes"] = (evidence, result, random) => Join(evidence, PaperRows(evidence).OrderBy(row => row.At).Select(Option), ByVote(evidence), result, random),
        ["papers and roll lines of nearest time stamps"] = NearestStamps,
        ["result in order of the roll lines' time stamps"] = (evidence, result, random) => Deal(evidence, Blurred(evidence, voter => Line(evidence, voter)?.At.Ticks ?? 0, random), result),
        ["result in order of votes"] = (evidence, result, _) => Deal(evidence, ByVote(evidence), result),
        ["result in order of the roll"] = (evidence, result, _) => Deal(evidence, evidence.Voters, result),
        ["result in order of the roll lines' versions and columns"] = (evidence, result, random) => Deal(evidence, [.. evidence.Voters.OrderBy(voter => Line(evidence, voter)?.Text.Length ?? 0).ThenBy(voter => Line(evidence, voter)?.Text, StringComparer.Ordinal)], result),
        ["fingerprints of messages by trying words"] = (evidence, result, random) => Known(evidence, MessageWords(evidence), result, random),
        ["rows written in the same moment as a vote"] = (evidence, result, random) => Known(evidence, NearbyRows(evidence), result, random),
        ["length of what was pressed"] = (evidence, result, random) => Known(evidence, Pressed(evidence), result, random),
        ["length of the answers"] = (evidence, result, random) => Deal(evidence, Blurred(evidence, voter => Request(evidence, voter)?.AnswerBytes ?? 0, random), result),
        ["length of messages to the voter"] = (evidence, result, random) => Deal(evidence, Blurred(evidence, voter => evidence.Messages.Where(message => message.Conversation.EndsWith("-" + voter, StringComparison.Ordinal)).Sum(message => message.Json.Length), random), result),
        ["length of messages to anybody after the vote"] = (evidence, result, random) => Deal(evidence, Blurred(evidence, voter => After(evidence, voter), random), result),
        ["words in answers and messages"] = (evidence, result, random) => Known(evidence, Told(evidence), result, random),
        ["words in the log at the moment of the vote"] = (evidence, result, random) => Known(evidence, Logged(evidence), result, random),
        ["numbers in the log at the moment of the vote"] = (evidence, result, random) => Deal(evidence, Blurred(evidence, voter => LoggedNumbers(evidence, voter), random), result),
        ["words in the metrics at the moment of the vote"] = (evidence, result, random) => Known(evidence, Told(evidence, EvidenceTelemetry.Metric), result, random),
        ["numbers in the metrics at the moment of the vote"] = (evidence, result, random) => Deal(evidence, Blurred(evidence, voter => Measured(evidence, voter), random), result),
        ["words in the traces at the moment of the vote"] = (evidence, result, random) => Known(evidence, Told(evidence, EvidenceTelemetry.Trace), result, random),
        ["length of the traces at the moment of the vote"] = (evidence, result, random) => Deal(evidence, Blurred(evidence, voter => TelemetryAt(evidence, voter, EvidenceTelemetry.Trace).Sum(line => line.Text.Length), random), result),
        ["words in exceptions at the moment of the vote"] = (evidence, result, random) => Known(evidence, Told(evidence, EvidenceTelemetry.Thrown), result, random),
        ["how many exceptions there were at the moment of the vote"] = (evidence, result, random) => Deal(evidence, Blurred(evidence, voter => TelemetryAt(evidence, voter, EvidenceTelemetry.Thrown).Count(), random), result),
        ["files: papers and roll lines of the same commit"] = (evidence, result, random) => Known(evidence, SameCommit(evidence), result, random),
        ["files: papers and voters by first appearance"] = (evidence, result, random) => Join(evidence, FirstPapers(evidence), FirstVoters(evidence), result, random),
    };

    /// <summary>Takes papers and voters as they come: the first paper is the first voter's.</summary>
    private static IReadOnlyList<VoteOption> Join(Evidence evidence, IEnumerable<VoteOption?> papers, IReadOnlyList<string> voters, IReadOnlyList<VoteOption> result, Random random) =>
        Known(evidence, voters.Zip(papers).Where(pair => pair.Second is not null).ToDictionary(pair => pair.First, pair => pair.Second!.Value), result, random);

    /// <summary>Takes what is known of voters, and deals what is left of the result out blindly.</summary>
    private static IReadOnlyList<VoteOption> Known(Evidence evidence, Dictionary<string, VoteOption> known, IReadOnlyList<VoteOption> result, Random random)
    {
        var left = result.ToList();
        foreach (var option in known.Values)
        {
            left.Remove(option);
        }

        var dealt = new Queue<VoteOption>(left.OrderBy(_ => random.Next()).Concat(result));
        return [.. evidence.Voters.Select(voter => known.TryGetValue(voter, out var option) ? option : dealt.Dequeue())];
    }

    /// <summary>Deals the sorted result out in an order of voters.</summary>
    private static IReadOnlyList<VoteOption> Deal(Evidence evidence, IReadOnlyList<string> order, IReadOnlyList<VoteOption> result)
    {
        var dealt = order.Concat(evidence.Voters.Except(order)).Zip(result).ToDictionary(pair => pair.First, pair => pair.Second);
        return [.. evidence.Voters.Select(voter => dealt[voter])];
    }

    /// <summary>Voters in the order of a number; equal ones in no order.</summary>
    private static IReadOnlyList<string> Blurred(Evidence evidence, Func<string, long> number, Random random) => [.. evidence.Voters.OrderBy(number).ThenBy(_ => random.Next())];

    /// <summary>Voters in the order they voted in, which requests tell.</summary>
    private static IReadOnlyList<string> ByVote(Evidence evidence) => [.. evidence.Requests.OrderBy(request => request.At).Select(request => request.Voter)];

    private static SeenRequest? Request(Evidence evidence, string voter) => evidence.Requests.FirstOrDefault(request => request.Voter == voter);

    /// <summary>Three lengths are those of "No", "Yes" and "Abstain"; anything else tells nothing.</summary>
    private static Dictionary<string, VoteOption> Pressed(Evidence evidence)
    {
        var pressed = evidence.Requests.Where(request => request.PressedBytes is not null).ToList();
        var lengths = pressed.Select(request => request.PressedBytes!.Value).Distinct().Order().ToList();
        return lengths.Count != 3
            ? []
            : pressed.ToDictionary(request => request.Voter, request => new[] { VoteOption.No, VoteOption.Yes, VoteOption.Abstain }[lengths.IndexOf(request.PressedBytes!.Value)], StringComparer.Ordinal);
    }

    private static SeenRow? Line(Evidence evidence, string voter) => evidence.Rows.FirstOrDefault(row => row.Partition == evidence.Partition && row.Row == "roll|" + voter);

    private static IEnumerable<SeenRow> PaperRows(Evidence evidence) => evidence.Rows.Where(row => row.Partition == evidence.Partition && row.Row.StartsWith("paper|", StringComparison.Ordinal));

    private static VoteOption? Option(SeenRow paper) => OptionIn(paper.Text);

    private static VoteOption? OptionIn(string text) => PaperColumn().Match(text) is { Success: true } found && Enum.TryParse<VoteOption>(found.Groups["code"].Value, out var option) ? option : null;

    private static IReadOnlyList<VoteOption> NearestStamps(Evidence evidence, IReadOnlyList<VoteOption> result, Random random)
    {
        var papers = PaperRows(evidence).ToList();
        var known = new Dictionary<string, VoteOption>(StringComparer.Ordinal);
        foreach (var voter in evidence.Voters)
        {
            if (papers.Count > 0 && Line(evidence, voter) is { } line && Option(papers.MinBy(paper => (paper.At - line.At).Duration())!) is { } option)
            {
                known[voter] = option;
            }
        }

        return Known(evidence, known, result, random);
    }

    /// <summary>Messages that were heard when a voter voted, whose fingerprint is that of a word.</summary>
    private static Dictionary<string, VoteOption> MessageWords(Evidence evidence)
    {
        var prints = Vocabulary.SelectMany(entry => entry.Words.SelectMany(Prints).Select(print => (print, entry.Option))).ToDictionary(pair => pair.print, pair => pair.Option);
        return ByMoment(evidence, evidence.Rows.Where(row => row.Table == TableNames.Messages), row => prints.FirstOrDefault(print => row.Text.Contains(print.Key, StringComparison.Ordinal) || row.Row == print.Key) is { Key: not null } found ? found.Value : null);
    }

    private static IEnumerable<string> Prints(string word) => [HeardMessage.Fingerprint(word), HeardMessage.Fingerprint(word + "\n")];

    /// <summary>Any row but the roll's, last written when a voter voted, that names a choice.</summary>
    private static Dictionary<string, VoteOption> NearbyRows(Evidence evidence) =>
        ByMoment(evidence, evidence.Rows.Where(row => !row.Row.StartsWith("roll|", StringComparison.Ordinal)), row => Named(row.Text + row.Row));

    private static Dictionary<string, VoteOption> ByMoment(Evidence evidence, IEnumerable<SeenRow> rows, Func<SeenRow, VoteOption?> read)
    {
        var known = new Dictionary<string, VoteOption>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (evidence.Requests.Count > 0 && read(row) is { } option)
            {
                known.TryAdd(evidence.Requests.MinBy(request => (request.At.ToDateTimeOffset() - MomentOf(row)).Duration())!.Voter, option);
            }
        }

        return known;
    }

    /// <summary>The moment a row speaks of: when it was heard, or else the store's own stamp.</summary>
    private static DateTimeOffset MomentOf(SeenRow row) =>
        HeardAt().Match(row.Text) is { Success: true } found && DateTimeOffset.TryParse(found.Groups["at"].Value, CultureInfo.InvariantCulture, out var heard) ? heard : row.At;

    private static VoteOption? Named(string text) => OptionWord().Matches(text).Select(match => match.Value).Distinct().ToList() is [var word] ? Enum.Parse<VoteOption>(word) : null;

    private static long After(Evidence evidence, string voter) => Request(evidence, voter) is not { } request
        ? 0
        : evidence.Messages.Where(message => message.At >= request.At).OrderBy(message => message.At).Take(1).Sum(message => message.Json.Length);

    private static Dictionary<string, VoteOption> Told(Evidence evidence) => evidence.Voters
        .Select(voter => (voter, Option: NamedToVoter((Request(evidence, voter)?.Answer ?? string.Empty) + string.Concat(evidence.Messages.Where(message => message.Conversation.EndsWith("-" + voter, StringComparison.Ordinal)).Select(message => message.Json)))))
        .Where(pair => pair.Option is not null).ToDictionary(pair => pair.voter, pair => pair.Option!.Value);

    private static VoteOption? NamedToVoter(string json) => Vocabulary.Where(entry => entry.Words.Any(word => json.Contains("**" + word + "**", StringComparison.Ordinal))).Select(entry => (VoteOption?)entry.Option).SingleOrDefault();

    private static IEnumerable<SeenLine> LinesAt(Evidence evidence, string voter) => Request(evidence, voter) is { } request ? evidence.Log.Where(line => line.At == request.At) : [];

    private static Dictionary<string, VoteOption> Logged(Evidence evidence) => evidence.Voters
        .Select(voter => (voter, Option: Named(string.Concat(LinesAt(evidence, voter).Select(line => line.Text)))))
        .Where(pair => pair.Option is not null).ToDictionary(pair => pair.voter, pair => pair.Option!.Value);

    /// <summary>Lengths of bodies are what logs like to tell; identities and durations, which change from line to line, are left out.</summary>
    private static long LoggedNumbers(Evidence evidence, string voter) => LinesAt(evidence, voter)
        .SelectMany(line => BodyLength().Matches(line.Text)).Sum(match => long.Parse(match.Groups["length"].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex("\"Paper\":\"(?<code>\\w+)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex PaperColumn();

    [GeneratedRegex(@"\b(Yes|No|Abstain)\b", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex OptionWord();

    [GeneratedRegex("\"HeardAt\":\"(?<at>[^\"]+)\"", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex HeardAt();

    [GeneratedRegex(@"(application/json[^ ]* |Content-Length: |- 200 )(charset=utf-8 )?(?<length>\d+)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex BodyLength();
}
