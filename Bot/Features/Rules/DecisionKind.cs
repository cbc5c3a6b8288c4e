using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Texts;
using Bot.Turns;
using FuzzySharp;

namespace Bot.Features.Rules;

/// <summary>What a rule is for: one kind of decision, or all that have no rule of their own.</summary>
/// <param name="Motion">The kind; null for all others.</param>
internal readonly record struct DecisionKind(MotionKind? Motion)
{
    private const int ForgivenRatio = 84;

    private const int ShortestForgiven = 5;

    private const string UsualName = "usual";

    /// <summary>Words that mean a kind, folded, beside its name; a phrase of several words before a word of it.</summary>
    private static readonly (MotionKind? Motion, string[] Words)[] Named =
    [
        (MotionKind.AdmissionRecommendation, ["empfehlung zur aufnahme", "aufnahmeempfehlung", "empfehlung", "empfehlungen", "recommendation"]),
        (MotionKind.Admission, ["aufnahme", "aufnahmen", "admission", "admissions"]),
        (MotionKind.General, ["sachantrag", "sachantraege", "antrag", "antraege", "motion", "motions"]),
        (MotionKind.Project, ["projekt", "projekte", "project", "projects"]),
        (MotionKind.WorkingGroup, ["arbeitsgruppe", "arbeitsgruppen", "ag", "working group"]),
        (MotionKind.Expulsion, ["ausschluss", "ausschluesse", "expulsion"]),
        (MotionKind.RulesOfProcedure, ["geschaeftsordnung", "go", "rules of procedure"]),
        (MotionKind.Election, ["wahl", "wahlen", "election", "elections"]),
        (null, ["alle uebrigen entscheidungen", "uebrige", "uebrigen", "alles", "alle anderen", "sonstiges", "all other decisions", "others", "everything"]),
    ];

    /// <summary>How it is called in a card's data.</summary>
    public string Name => Motion?.ToString() ?? UsualName;

    /// <summary>What a committee has rules for, in the order they are shown. Only the plenary elects.</summary>
    public static IReadOnlyList<DecisionKind> Of(Committee committee) =>
        [.. committee.Decides.Where(motion => motion != MotionKind.Election || committee.Kind == CommitteeKind.GeneralAssembly).Select(motion => new DecisionKind(motion)), new DecisionKind(null)];

    /// <summary>Whether it is about elections; these have rules of their own.</summary>
    public bool IsElection => Motion == MotionKind.Election;

    /// <summary>The kind of that name which the committee decides on; null when there is none.</summary>
    public static DecisionKind? Parse(Committee committee, string name) => Of(committee).Where(kind => kind.Name == name).Cast<DecisionKind?>().FirstOrDefault();

    /// <summary>The kind a text names, small typing errors forgiven; null when it names none, or several.</summary>
    public static DecisionKind? In(Committee committee, string text)
    {
        var folded = CommandText.Fold(text);
        var words = CommandText.WordsOf(folded);
        var kinds = Of(committee);
        var meant = Named.Where(named => kinds.Contains(new DecisionKind(named.Motion)) && named.Words.Any(word => Means(folded, words, word))).ToList();
        return meant.Count == 1 ? new DecisionKind(meant[0].Motion) : null;
    }

    /// <summary>As people read it.</summary>
    public string Title(Reader reader) => RuleWords.Kind(reader, Motion);

    private static bool Means(string folded, string[] words, string name) => name.Contains(' ', StringComparison.Ordinal)
        ? folded.Contains(name, StringComparison.Ordinal)
        : words.Any(word => word == name || (name.Length >= ShortestForgiven && Math.Abs(word.Length - name.Length) <= 2 && Fuzz.Ratio(word, name) >= ForgivenRatio));
}
