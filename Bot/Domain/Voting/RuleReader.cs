using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Voting.Phrases;

namespace Bot.Domain.Voting;

/// <summary>Reads how a decision is taken from words, German or English: "Zweidrittel der abgegebenen Ja- und Nein-Stimmen, bei Gleichstand das Los, geheim".</summary>
/// <remarks>Small typing errors are forgiven where only one thing can be meant; every word must be understood, and what has two meanings is asked back.
/// Not asked back is what the law has settled: votes cast, and a majority of nothing named, are the yes and no votes (BGB § 32 (1); BGH, 25.1.1982,
/// II ZR 164/81), and a share of two thirds or three quarters is enough when it is reached exactly (BGB § 33).</remarks>
public static class RuleReader
{
    /// <summary>Reads a text.</summary>
    /// <param name="text">Clauses, separated by semicolons, full stops, line breaks or commas, in any order.</param>
    public static RuleReading Read(string text)
    {
        var changes = new List<(RuleChange Change, string Text)>();
        var problems = new List<RuleProblem>();
        foreach (var segment in RuleClauses.Of(text))
        {
            Read(segment, changes, problems);
        }

        foreach (var twice in changes.GroupBy(change => change.Change.Part).Where(IsSaidTwice))
        {
            problems.Add(new RuleProblem(RuleProblemKind.SaidTwice, string.Join(" / ", twice.Select(change => change.Text))));
        }

        if (changes.Count == 0 && problems.Count == 0)
        {
            problems.Add(new RuleProblem(RuleProblemKind.NotUnderstood, text.Trim()));
        }

        return new RuleReading([.. changes.Select(change => change.Change).DistinctBy(change => change.Part)], problems);
    }

    /// <summary>Reads a text that is known to be about one part, as from a field of a form: "mindestens ein Drittel" for <see cref="RulePart.Quorum"/>,
    /// "3" or "ein Viertel" of those who must ask for <see cref="RulePart.Secrecy"/>, a majority with all that goes with it for <see cref="RulePart.Circular"/>.</summary>
    /// <returns>A reading that sets this part and no other, or says what is the matter.</returns>
    public static RuleReading ReadAs(RulePart part, string text)
    {
        var reading = part switch
        {
            RulePart.Quorum => Read("Quorum: " + text),
            RulePart.Secrecy => Read("geheim auf Verlangen: " + text),
            RulePart.Circular => Read("im Umlauf: " + text),
            _ => Read(text),
        };
        return reading.Problems.Count > 0 || (reading.Changes.Count == 1 && reading.Sets(part))
            ? reading with { Problems = [.. reading.Problems.Select(problem => problem with { Fragment = text.Trim() })] }
            : new RuleReading([], [new RuleProblem(RuleProblemKind.NotUnderstood, text.Trim())]);
    }

    private static void Read(IReadOnlyList<string> segment, List<(RuleChange Change, string Text)> changes, List<RuleProblem> problems)
    {
        for (var at = 0; at < segment.Count; at++)
        {
            var clause = RuleClause.Of(segment[at]);
            if (clause.Pieces.Count == 0 && clause.Text.Length == 0)
            {
                continue;
            }

            // What follows "im Umlauf" up to the semicolon is the circular resolution's own.
            var found = clause.Has(Lexeme.Circular) ? CircularPhrase.Read([.. segment.Skip(at)]) : ClausePhrases.Read(clause);
            problems.AddRange(found.Problems);
            changes.AddRange(found.Changes.Select(change => (change, clause.Text)));
            if (clause.Has(Lexeme.Circular))
            {
                return;
            }
        }
    }

    /// <summary>The same said twice is no contradiction.</summary>
    private static bool IsSaidTwice(IGrouping<RulePart, (RuleChange Change, string Text)> same) =>
        same.Select(change => change.Change.Apply(DecisionRule.Default)).Distinct().Count() > 1;
}
