using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Bot.Domain.Rights;
using Bot.Tests.TestSupport;
using Bot.Turns;
using Xunit;

namespace Bot.Tests.Rooms;

/// <summary>Holds that who may do what is decided in one place.</summary>
public partial class RightsAskedTests
{
    [Fact]
    public void Rooms_OutsideTheTableOfRights_NeverDecideByThemselves() =>
        Faults.None(SourceFile.Under("Bot").Where(Asks).SelectMany(Own));

    [Theory]
    [InlineData("if (turn.Sender is not { IsCoordinator: true })")]
    [InlineData("turn is { IsPersonal: true, Sender.IsCoordinator: true }")]
    [InlineData("!sender.IsCoordinator")]
    [InlineData("network.Belongs(person, committee)")]
    [InlineData("turn.Network\n    .HasPlace(sender.Id, committee)")]
    [InlineData("turn.Sender is { } sender && meeting.Chair == sender.Id")]
    public void Own_OfEachKind_IsSeen(string code) => Assert.NotEmpty(Own(new SourceFile("Bot/Features/Help/X.cs", code)));

    [Theory]
    [InlineData("turn.May(Right.CallMeeting)")]
    [InlineData("network.Allows(Right.ReadMeetings, person, committee)")]
    [InlineData("new Person(sender, name, IsCoordinator: false)")]
    [InlineData("network.CoordinatorsOf(committee)")]
    [InlineData("var said = x; // IsCoordinator is asked elsewhere")]
    public void Own_TheQuestionToTheTable_IsNone(string code) => Assert.Empty(Own(new SourceFile("Bot/Features/Help/X.cs", code)));

    [Fact]
    public void EveryCommand_NamesItsRight_AndNothingElseDoes() =>
        Assert.Equal(CommandTable.All.Select(entry => entry.Name).Order(StringComparer.Ordinal), RightOf.ListedCommands.Order(StringComparer.Ordinal));

    [Fact]
    public void EveryVerb_NamesItsRight_AndNothingElseDoes() => Assert.Equal(TakenVerbs.All, RightOf.ListedVerbs.Order(StringComparer.Ordinal));

    [Fact]
    public void EveryRight_StandsInTheTableOnce() => Assert.Equal(Enum.GetValues<Right>().Order(), RightsTable.All.Select(rule => rule.Right).Order());

    [Fact]
    public void EveryRight_IsAskedSomewhere() => Assert.Equal(
        [],
        Enum.GetNames<Right>().Where(name => !SourceFile.Under("Bot").Any(file => file.Path is not ("Bot/Domain/Rights/Right.cs" or "Bot/Domain/Rights/RightsTable.cs")
            && file.Parts.Code.Contains("Right." + name, StringComparison.Ordinal))));

    /// <summary>The network says what people are, the table what follows; Turns asks both.</summary>
    private static bool Asks(SourceFile file) => !ChangesThem(file) && (file.Room.StartsWith("Features/", StringComparison.Ordinal) || (file.Room == "Turns" && file.Path is not ("Bot/Turns/Turn.cs" or "Bot/Turns/Greeting.cs"))
        || (file.Room == "Domain" && !file.Path.StartsWith("Bot/Domain/Committees/", StringComparison.Ordinal) && !file.Path.StartsWith("Bot/Domain/Rights/", StringComparison.Ordinal)));

    /// <summary>Who coordinates is what these change or report, not what they ask; the step they belong to has asked before.</summary>
    private static bool ChangesThem(SourceFile file) => file.Path.StartsWith("Bot/Features/Setup/ChangePeople/", StringComparison.Ordinal)
        || file.Path is "Bot/Features/Setup/TellCoordinators/PowerDueHandler.cs" or "Bot/Features/Setup/ShowSetup/SetupCard.cs" or "Bot/Features/Setup/FoundNetwork/FoundNetworkHandler.cs";

    private static IEnumerable<string> Own(SourceFile file) => OwnDecision().Matches(file.Parts.Code).Select(match => $"{file.Path}: {match.Value}");

    [GeneratedRegex(@"\bIsCoordinator\b(?!: false\)?,?)|\.\s*Belongs\(|\.\s*HasPlace\(|\bChair == sender\b", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex OwnDecision();
}
