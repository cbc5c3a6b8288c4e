using System;
using System.Linq;
using Bot.Features.Backups.Export;
using Bot.Storage;
using Xunit;

namespace Bot.Tests.Backups;

/// <summary>No kind of rows is forgotten when a network takes its data along: each is exported, or the table says why not.</summary>
public class LeavingTableTests
{
    [Fact]
    public void All_KindsTheBotKeeps_AreListedAndNoOther() => Assert.Equal(
        KeptRows.All.Select(kind => $"{kind.Table} {kind.Partition} {kind.Key}").Distinct().Order(StringComparer.Ordinal),
        LeavingTable.All.Select(rule => $"{rule.Table} {rule.Partition} {rule.Key}").Order(StringComparer.Ordinal));

    /// <summary>Whatever would tell how somebody voted in secret, or let somebody in, is left out.</summary>
    [Theory]
    [InlineData("ballots", "paper")]
    [InlineData("calendars", "person")]
    [InlineData("calendars", "address")]
    [InlineData("messages", "")]
    [InlineData("lists", "list")]
    public void Papers_KeysAndWhatPeopleWrote_AreLeftOut(string table, string key) => Assert.All(LeavingTable.All.Where(rule => rule.Table == table && rule.Key == key), rule => Assert.NotNull(rule.LeftOut));

    [Fact]
    public void Reasons_EachIsSaidOnce() => Assert.Equal(LeavingTable.Reasons.Distinct(), LeavingTable.Reasons);
}
