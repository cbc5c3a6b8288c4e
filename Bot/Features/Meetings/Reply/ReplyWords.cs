using System;
using System.Linq;
using System.Text.RegularExpressions;
using Bot.Turns;

namespace Bot.Features.Meetings.Reply;

/// <summary>How people say whether they come.</summary>
internal static partial class ReplyWords
{
    private static readonly string[] No = ["nicht", "not", "cannot", "can't", "can’t", "won't", "won’t", "kein", "keine", "unable"];

    private static readonly string[] Beginnings =
        ["ich komme", "ich kann", "ich nehme", "ich bin", "wir kommen", "wir koennen", "i will", "i'll", "i’ll", "i am", "i'm", "i’m", "i can", "we will", "we can", "i cannot", "we cannot"];

    /// <summary>Whether the words deny.</summary>
    public static bool SaysNo(CommandText text) => CommandText.WordsOf(text.FoldedBeforeColon).Any(No.Contains);

    /// <summary>Whether it begins as people begin who say whether they come.</summary>
    public static bool Begins(CommandText text) => Beginnings.Any(beginning => text.Folded.StartsWith(beginning + " ", StringComparison.Ordinal));

    /// <summary>"Ich kann nicht abstimmen" is no answer to an invitation: but for the bare words, a committee is named, or coming and meetings are spoken of.</summary>
    /// <param name="turn">Gives the committees.</param>
    /// <param name="text">What was said.</param>
    /// <param name="match">How surely the words would mean it.</param>
    public static int Surely(Turn turn, CommandText text, int match) =>
        match is CommandMatch.None or CommandMatch.Exact || Coming().IsMatch(text.FoldedBeforeColon) || CommitteeFinder.Named(turn.Network, text.FoldedBeforeColon).Count > 0 ? match : CommandMatch.None;

    /// <summary>The name in "ich schicke Max Muster zum Beirat": without committee and the words around it.</summary>
    public static string NameIn(Turn turn, string rest)
    {
        var line = CommitteeFinder.Named(turn.Network, rest).Aggregate(rest, (text, committee) => CommitteeFinder.Without(committee, text));
        return CommandText.OneLine(Around().Replace(line, " ")).Trim(' ', ',', '.', '!', ':');
    }

    [GeneratedRegex(@"\b(komme|kommen|teilnehmen|nehme|dabei|sitzung|treffen|termin|meeting|come|coming|attend|attending|make it)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Coming();

    [GeneratedRegex(@"\b(als (meine |unsere )?vertretung|zum|zur|ins|in den|in die|f\w{1,2}r mich|as (my |our )?substitute|to the|to|for me)(?=\s|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Around();
}
