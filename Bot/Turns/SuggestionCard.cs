using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Bot.Platform.Cards;
using Bot.Texts;
using FuzzySharp;

namespace Bot.Turns;

/// <summary>The answer to what was not understood: at most three commands as buttons, the most alike first.</summary>
internal static class SuggestionCard
{
    private const int Most = 3;

    private static readonly CommandEntry[] Usual = [CommandTable.NextMeeting, CommandTable.ShowAgenda, CommandTable.Help];

    /// <summary>The card for a text, which may be empty.</summary>
    public static Answer For(Turn turn, CommandText text)
    {
        var said = text.Raw.Length == 0
            ? Messages.Get(turn.Reader, Sentence.SaidNothing)
            : Messages.Get(turn.Reader, Sentence.NotUnderstood);
        var card = new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = said,
            Body = [new TextBlock { Text = said }, .. CardPart.Rows(Suggested(turn.Reader, text).Select(entry => RunButton(turn.Reader, entry)))],
        };
        return new Answer.Card(card, said);
    }

    /// <summary>A button that runs a command as if it had been typed.</summary>
    public static ExecuteAction RunButton(Reader reader, CommandEntry entry) => new()
    {
        Title = Messages.Get(reader, entry.Title),
        Verb = RunCommandAction.RunVerb,
        Data = ImmutableDictionary<string, string>.Empty.Add("command", entry.Name),
    };

    /// <summary>The same on a card that the bot brings up to date: what comes of it stands below the card.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="entry">The command.</param>
    /// <param name="asked">What follows its words, after a colon; empty for nothing.</param>
    public static ExecuteAction RunBelowButton(Reader reader, CommandEntry entry, string asked = "")
    {
        var data = ImmutableDictionary<string, string>.Empty.Add("command", entry.Name).Add(AskedBelow.Data.Name, AskedBelow.Data.Value);
        return RunButton(reader, entry) with { Data = asked.Length == 0 ? data : data.Add(RunCommandAction.AskedName, asked) };
    }

    private static IEnumerable<CommandEntry> Suggested(Reader reader, CommandText text) => text.Folded.Length == 0
        ? Usual
        : CommandTable.All
            // A vote is cast by saying so, never by pressing on what the bot supposed.
            .Where(entry => entry != CommandTable.Vote && entry != CommandTable.Paper)
            .Select(entry => (Entry: entry, Likeness: Fuzz.PartialRatio(text.Folded, CommandText.Fold(Messages.Get(reader, entry.Title)))))
            .Where(pair => pair.Likeness >= 60)
            .OrderByDescending(pair => pair.Likeness)
            .Select(pair => pair.Entry)
            .Concat(Usual)
            .Distinct()
            .Take(Most);
}
