using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Rooms;

/// <summary>Holds the arrows between the rooms: every file names only rooms that <see cref="HousePlan"/> lets it know.</summary>
/// <remarks>Arrows are read from the code as it is written, since one assembly holds all rooms but Domain and the compiler would let them mix.</remarks>
public partial class ArrowTests
{
    private static readonly IReadOnlyList<SourceFile> House = SourceFile.Under("Bot");

    [Fact]
    public void House_EveryFile_StandsInAKnownRoom() =>
        Faults.None(House.Where(file => !HousePlan.Rooms.Contains(file.Room)).Select(file => file.Path));

    [Fact]
    public void House_EveryFile_NamesOnlyRoomsItMayKnow() =>
        Faults.None(House.SelectMany(file => Named(file).Where(room => !HousePlan.Allows(file.Room, room)).Select(room => $"{file.Path} names {room}")));

    [Fact]
    public void House_EveryFile_UsesOnlyPackagesOfItsRoom() =>
        Faults.None(House.SelectMany(file => Used(file).Where(package => !HousePlan.Admits(file.Room, package)).Select(package => $"{file.Path} uses {package}")));

    [Fact]
    public void Plan_EveryArrow_IsUsed()
    {
        var drawn = House.SelectMany(file => Named(file).Select(room => (file.Room, room))).ToHashSet();

        Faults.None(HousePlan.Arrows.Except(drawn).Select(arrow => $"{arrow.Item1} does not need {arrow.Item2}"));
    }

    [Fact]
    public void Plan_AnyTwoRooms_DoNotKnowEachOther() =>
        Assert.Empty(HousePlan.Arrows.Intersect(HousePlan.Arrows.Select(arrow => (arrow.To, arrow.From))));

    [Theory]
    [InlineData("Bot/Platform/Cards/X.cs", "using Bot.Domain;", "Domain")]
    [InlineData("Bot/Platform/Cards/X.cs", "using static Bot.Domain.Voting.Verdict;", "Domain")]
    [InlineData("Bot/Platform/Cards/X.cs", "using Row = Bot.Storage.BallotRow;", "Storage")]
    [InlineData("Bot/Platform/Cards/X.cs", "class X { Domain.Refusal y; }", "Domain")]
    [InlineData("Bot/Platform/Cards/X.cs", "class X { Tables.TableEntity y; }", "Platform/Tables")]
    [InlineData("Bot/Platform/Cards/X.cs", "class X { Platform.Tables.TableEntity y; }", "Platform/Tables")]
    [InlineData("Bot/Platform/Cards/X.cs", "class X { global::Bot.Texts.Sentence y; }", "Texts")]
    [InlineData("Bot/Features/Ballots/Y/X.cs", "using Bot.Features.Meetings.CallMeeting;", "Features/Meetings")]
    [InlineData("Bot/Features/Ballots/X.cs", "class X { object y = new Meetings.MeetingFinder(); }", "Features/Meetings")]
    [InlineData("Bot/Features/Ballots/X.cs", "class X { List<Features.Meetings.MeetingFinder> y; }", "Features/Meetings")]
    [InlineData("Bot/Storage/X.cs", "using Bot.Turns;", "Turns")]
    public void Named_OfAStranger_IsSeenAndRefused(string path, string text, string stranger)
    {
        var file = new SourceFile(path, text);

        Assert.Equal([stranger], Named(file));
        Assert.False(HousePlan.Allows(file.Room, stranger));
    }

    [Theory]
    [InlineData("namespace Bot.Features.Ballots;\n// see Bot.Features.Meetings\nclass X { string y = \"Bot.Features.Meetings\"; }")]
    [InlineData("class X { int y = table.Meetings.Length; }")]
    public void Named_InCommentsStringsAndMembers_IsNoArrow(string text) =>
        Assert.Empty(Named(new SourceFile("Bot/Features/Ballots/X.cs", text)));

    [Theory]
    [InlineData("Domain", "System.Collections.Immutable", true)]
    [InlineData("Domain", "NodaTime", true)]
    [InlineData("Domain", "Microsoft.Extensions.Logging", false)]
    [InlineData("Turns", "Quartz", false)]
    [InlineData("Turns", "Microsoft.Extensions.Logging", true)]
    [InlineData("Storage", "Azure", true)]
    [InlineData("Storage", "Azure.Core.Pipeline", false)]
    [InlineData("Platform/Tables", "Azure.Core.Pipeline", true)]
    public void Admits_APackage_OnlyWhereItIsAtHome(string room, string package, bool admitted) =>
        Assert.Equal(admitted, HousePlan.Admits(room, package));

    /// <summary>The other rooms a file names, by a using, a whole name, a name from the root down, or as a neighbour.</summary>
    private static List<string> Named(SourceFile file)
    {
        var code = file.Parts.Code;
        var ground = file.Room.Split('/')[0];
        var neighbours = HousePlan.Rooms.Where(room => room.StartsWith(ground + "/", StringComparison.Ordinal)).Select(room => room.Split('/')[1]).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. WholeName().Matches(code).Select(match => match.Groups["room"].Value.Replace('.', '/'))
                .Concat(Neighbour().Matches(code).Select(match => match.Groups["room"].Value).Where(neighbours.Contains).Select(name => ground + "/" + name))
                .Where(room => room != file.Room)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The namespaces of packages a file uses.</summary>
    private static IEnumerable<string> Used(SourceFile file) =>
        Using().Matches(file.Parts.Code).Select(match => match.Groups["name"].Value).Where(name => name.Split('.')[0] is not ("System" or "Bot")).Distinct();

    [GeneratedRegex(@"(?<![\w.])(?:global::)?(?:Bot\.)?(?<room>(?:Features|Platform)\.\w+|(?:Domain|Texts|Storage|Turns)\b(?=[.;]))", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex WholeName();

    [GeneratedRegex(@"(?<![\w.])(?<room>[A-Z]\w+)\.[A-Z]", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Neighbour();

    [GeneratedRegex(@"^using (static )?(\w+ = )?(?<name>[A-Z][\w.]+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 2000)]
    private static partial Regex Using();
}
