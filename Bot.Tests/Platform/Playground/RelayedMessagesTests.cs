using System;
using System.Linq;
using Bot.Platform.Playground;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Bot.Tests.Platform.Playground;

public sealed class RelayedMessagesTests
{
    [Fact]
    public void NewId_AskedOftenWithinOneMillisecond_IsNeverGivenTwice()
    {
        var messages = new RelayedMessages(new StandingTime());
        var ids = Enumerable.Range(0, 1000).AsParallel().Select(_ => messages.NewId()).ToList();
        Assert.Equal(1000, ids.Distinct().Count());
        Assert.All(ids, id => Assert.True(long.Parse(id, System.Globalization.CultureInfo.InvariantCulture) > 0));
    }

    [Fact]
    public void Ids_ThereAndBack_AreTheSameForEveryWindow() => Prop.ForAll<NonEmptyString, NonEmptyString>((person, local) =>
    {
        var messages = new RelayedMessages(TimeProvider.System);
        var taken = messages.RelayIdOf(person.Get, local.Get);
        return messages.LocalIdOf(taken, person.Get) == local.Get
            && messages.RelayIdOf(person.Get, local.Get) == taken
            && messages.RelayIdOf(person.Get + "'", local.Get) != taken
            && messages.LocalIdOf(taken, person.Get + "'") is null;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Forget_OfOnePerson_LeavesTheOthersAndUnderstandsOldPages()
    {
        var messages = new RelayedMessages(TimeProvider.System);
        messages.Remember("1", "ada", "a1");
        messages.Remember("1", "ben", "b1");
        messages.Forget("ada");
        Assert.Null(messages.LocalIdOf("1", "ada"));
        Assert.Equal("b1", messages.LocalIdOf("1", "ben"));
        Assert.Equal("1", messages.RelayIdOf("ada", "a1"));
    }

    [Theory]
    [InlineData("a:personal-ada", "a:personal-ada", null)]
    [InlineData("19:x@thread.tacv2;messageid=17", "19:x@thread.tacv2", "17")]
    [InlineData("19:x@thread.tacv2;messageid=", "19:x@thread.tacv2", "")]
    public void ConversationAddress_ThereAndBack_IsTheSame(string id, string chat, string? root)
    {
        var address = ConversationAddress.Parse(id);
        Assert.Equal((chat, root), (address.Chat, address.Root));
        Assert.Equal(id, address.ToString());
    }

    [Fact]
    public void Keep_MoreThanTheWindowKeeps_DropsTheOldest()
    {
        var window = new PlaygroundWindow(TestWorld.Ada);
        for (var number = 0; number <= PlaygroundWindow.Kept; number++)
        {
            window.Keep(new SaidMessage($"{number}", ConversationAddress.Parse("c"), "{}"));
        }

        Assert.Equal(PlaygroundWindow.Kept, window.Said.Count);
        Assert.Equal("1", window.Said[0].RelayId);
    }

    private sealed class StandingTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddDays(1);
    }
}
