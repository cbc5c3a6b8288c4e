using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Bot.Features.Help;
using Bot.Platform.Cards;
using Bot.Tests.TestSupport;
using Bot.Texts;
using Bot.Turns;
using Xunit;

namespace Bot.Tests.Turns;

/// <summary>Holds the one table of commands together with what follows from it: the commands, the router and help, in both languages.</summary>
public sealed class CommandTableTests(CommandRig rig) : IClassFixture<CommandRig>
{
    private static readonly Reader[] Readers = [Reader.German, Reader.English];

    /// <summary>What somebody could type, and the command it means: titles, examples and words, as they are and as people alter them.</summary>
    public static TheoryData<string, string> Typed
    {
        get
        {
            var typed = new TheoryData<string, string>();
            foreach (var entry in CommandTable.All)
            {
                foreach (var text in TextsOf(entry).Distinct(StringComparer.Ordinal))
                {
                    typed.Add(entry.Name, text);
                }
            }

            return typed;
        }
    }

    [Fact]
    public void All_EveryEntry_HasExactlyOneCommand() => Assert.Equal(
        CommandTable.All.Select(entry => entry.Name).Order(StringComparer.Ordinal),
        rig.Commands.Select(command => command.Entry.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void All_EveryEntryOfTheTable_IsListed() => Assert.Equal(
        typeof(CommandTable).GetFields().Select(field => field.GetValue(null)).OfType<CommandEntry>().Select(entry => entry.Name).Order(StringComparer.Ordinal),
        CommandTable.All.Select(entry => entry.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Typed))]
    public async Task AnswerAsync_WordsOfACommand_ReachIt(string name, string text)
    {
        foreach (var reader in Readers)
        {
            Assert.Equal(name, await rig.RouteAsync(reader, text, TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("xyzzy")]
    [InlineData("…")]
    [InlineData("(hallo)")]
    [InlineData("Das Wetter ist schön")]
    [InlineData("thank you very much")]
    public async Task AnswerAsync_NothingOfTheTable_ReachesNoCommand(string text) =>
        Assert.Null(await rig.RouteAsync(Reader.German, text, TestContext.Current.CancellationToken));

    [Fact]
    public void Words_OfTwoEntries_AreNeverTheSame()
    {
        var shared = CommandTable.All
            .SelectMany(entry => entry.Words.Concat(Readers.Select(reader => CommandText.Fold(Messages.Get(reader, entry.Title)))).Distinct(StringComparer.Ordinal)
                .Select(word => (Word: word, entry.Name)))
            .GroupBy(pair => pair.Word, StringComparer.Ordinal)
            .Where(group => group.Count() > 1);

        Faults.None(shared.Select(group => $"{group.Key}: {string.Join(", ", group.Select(pair => pair.Name))}"));
    }

    [Fact]
    public void Words_OfEveryEntry_AreFolded() =>
        Assert.All(CommandTable.All.SelectMany(entry => entry.Words), word => Assert.Equal(CommandText.Fold(word), word));

    /// <summary>A coordinator finds every command under exactly one subject, in the table's order.</summary>
    [Fact]
    public void Help_AllSubjectsInBothLanguages_ListTheTableAndNothingElse()
    {
        foreach (var reader in Readers)
        {
            var lines = CommandGroup.All.SelectMany(group => Listed(HelpCard.Topic(rig.Turn(reader), group)));

            Assert.Equal(CommandTable.All.Select(entry => Line(reader, entry)), lines);
        }
    }

    [Theory]
    [InlineData("amina", true)]
    [InlineData("samira", false)]
    [InlineData(null, false)]
    public void Help_SomebodyWhoDoesNotCoordinate_IsNotShownWhatOnlyOthersMay(string? name, bool isMember)
    {
        var turn = rig.Turn(Reader.German);
        turn = turn with { Sender = turn.Network.People.FirstOrDefault(person => name is not null && person.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase)) };
        Assert.Equal((name is not null, isMember), (turn.Sender is not null, turn.OwnCommittees.Length > 0));
        var lines = CommandGroup.All.SelectMany(group => Listed(HelpCard.Topic(turn, group))).ToHashSet();

        Assert.All(CommandGroup.All.SelectMany(group => group.Everybody), entry => Assert.Contains(Line(Reader.German, entry), lines));
        Assert.All(CommandGroup.All.SelectMany(group => group.Leading), entry => Assert.Equal(isMember, lines.Contains(Line(Reader.German, entry))));
        Assert.All(CommandGroup.All.SelectMany(group => group.Coordinating), entry => Assert.DoesNotContain(Line(Reader.German, entry), lines));
    }

    [Theory]
    [InlineData("Hilfe Abstimmungen", "Hilfe: Abstimmungen und Aufnahmen")]
    [InlineData("help elections", "Help: Elections")]
    [InlineData("Hilfe Wahlen", "Hilfe: Wahlen")]
    [InlineData("Hilfe: Protokolle?", "Hilfe: Beschlüsse und Protokolle")]
    [InlineData("Hilfe Regeln und Rhythmus", "Hilfe: Regeln und Rhythmus")]
    public async Task Help_WithASubject_ShowsIt(string text, string heading)
    {
        var reader = text.StartsWith("help", StringComparison.Ordinal) ? Reader.English : Reader.German;
        Assert.Equal(heading, (await HelpAsync(rig.Turn(reader), text)).FallbackText);
    }

    [Theory]
    [InlineData("Hilfe Checkliste", 1)]
    [InlineData("Hilfe Folgesitzung", 1)]
    [InlineData("Hilfe Sitzung", 6)]
    public async Task Help_WithAWord_ShowsAtMostSixLinesWithIt(string text, int count) => Assert.Equal(count, Listed(await HelpAsync(rig.Turn(Reader.German), text)).Count());

    [Theory]
    [InlineData("Hilfe")]
    [InlineData("Hilfe xyzzy")]
    [InlineData("?")]
    public async Task Help_WithNothingThatIsThere_ShowsTheSubjectsOnOneScreen(string text)
    {
        var card = await HelpAsync(rig.Turn(Reader.German), text);

        Assert.InRange(Listed(card).Count(), 3, 5);
        Assert.Equal(
            CommandGroup.All.Select(group => Messages.Get(Reader.German, group.Title)),
            card.Body.OfType<ActionSet>().SelectMany(row => row.Actions).Select(action => action.Title));
    }

    private async Task<AdaptiveCard> HelpAsync(Turn turn, string text)
    {
        var help = rig.Commands.Single(command => command.Entry == CommandTable.Help);
        return Assert.IsType<Answer.Card>(await help.HandleAsync(turn, new CommandText(text), TestContext.Current.CancellationToken)).Content;
    }

    private static IEnumerable<string> Listed(AdaptiveCard card) =>
        card.Body.OfType<TextBlock>().Where(text => text.Text.StartsWith("- ", StringComparison.Ordinal)).SelectMany(text => text.Text.Split('\n'));

    private static string Line(Reader reader, CommandEntry entry) => $"- **{CardText.Escape(Messages.Get(reader, entry.Example))}** {Messages.Get(reader, entry.Description)}";

    [Fact]
    public void Menus_OfBothPlaces_AreShortAndInTheOrderOfTheTable()
    {
        foreach (var menu in new[] { CommandTable.PersonalMenu, CommandTable.ConversationMenu })
        {
            Assert.InRange(menu.Count, 1, 10);
            Assert.Equal(CommandTable.All.Where(menu.Contains), menu);
        }
    }

    /// <summary>A chosen command is sent as if it had been typed, so choosing must never be a vote.</summary>
    [Fact]
    public void Menus_OfBothPlaces_OfferNoVote()
    {
        Assert.DoesNotContain(CommandTable.Vote, CommandTable.PersonalMenu);
        Assert.DoesNotContain(CommandTable.Vote, CommandTable.ConversationMenu);
    }

    private static IEnumerable<string> TextsOf(CommandEntry entry)
    {
        foreach (var reader in Readers)
        {
            var title = Messages.Get(reader, entry.Title);
            yield return title;
            yield return title.ToUpperInvariant();
            yield return "  " + title.Replace(" ", "   ", StringComparison.Ordinal) + " ";
            yield return CommandText.Fold(title);
            yield return Messages.Get(reader, entry.Example);
        }

        foreach (var word in entry.Words)
        {
            // A beginning such as "ich stimme mit" wants its vote after it.
            yield return entry == CommandTable.Vote && word is "ich stimme mit" or "i vote" ? word + " ja" : word;
        }
    }
}
