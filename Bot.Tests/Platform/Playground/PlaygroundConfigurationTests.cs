using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Bot.Platform.Playground;
using Xunit;

namespace Bot.Tests.Platform.Playground;

public sealed class PlaygroundConfigurationTests
{
    private static readonly string[] UserKeys = ["aadObjectId", "email", "givenName", "id", "name", "surname", "userPrincipleName"];

    [Fact]
    public void Write_ForEachPerson_KeepsTheStrictSchema()
    {
        var world = new TestWorld();
        foreach (var actor in world.People)
        {
            var file = JsonNode.Parse(PlaygroundConfiguration.Write(world, actor))!.AsObject();
            Assert.Equal(["bot", "currentUser", "groupChat", "personalChat", "team", "tenantId", "users", "version"], Keys(file));
            Assert.Equal("0.1.1", file["version"]!.ToString());
            Assert.Equal(["id", "name"], Keys(file["bot"]!));
            Assert.Equal(["id"], Keys(file["personalChat"]!));
            Assert.Equal(["id", "name"], Keys(file["groupChat"]!));
            Assert.Equal(["aadGroupId", "channels", "id", "name"], Keys(file["team"]!));
            Assert.Equal(["id", "name"], Keys(Assert.Single(file["team"]!["channels"]!.AsArray())!));
            Assert.Equal(actor.Id, file["currentUser"]!["id"]!.ToString());
            var others = file["users"]!.AsArray();
            Assert.Equal(5, others.Count);
            Assert.DoesNotContain(others, user => user!["id"]!.ToString() == actor.Id);
            Assert.All(others.Append(file["currentUser"]), user =>
            {
                Assert.Equal(UserKeys, Keys(user!));
                Assert.All(user!.AsObject(), field => Assert.NotEmpty(field.Value!.ToString()));
            });
        }
    }

    [Fact]
    public void Write_AwkwardNames_ComeBackUnchanged()
    {
        var file = JsonNode.Parse(PlaygroundConfiguration.Write(new TestWorld(), TestWorld.Eva))!;
        Assert.Equal("Eva \"Evi\" Groß", file["currentUser"]!["name"]!.ToString());
        Assert.Equal("Gruppe # 1", file["groupChat"]!["name"]!.ToString());
    }

    [Theory]
    [InlineData("Ada Yılmaz", "Ada", "Yılmaz")]
    [InlineData("Ben von der Heide", "Ben von der", "Heide")]
    [InlineData("Cora", "Cora", "Cora")]
    public void Split_AtTheLastWord(string name, string given, string surname) =>
        Assert.Equal((given, surname), PlaygroundConfiguration.Split(name));

    public static TheoryData<string, string> Impossible() => new()
    {
        { "five", "it has 5 people, not 6" },
        { "seven", "it has 7 people, not 6" },
        { "twins", "two people share an id" },
        { "name", "longer than 42 characters" },
        { "chats", "two chats share an id" },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Write_AWorldTheSchemaCannotHold_SaysWhy(string which, string why)
    {
        PlaygroundPerson[] people = [TestWorld.Katrin, TestWorld.Ada, TestWorld.Ben, TestWorld.Cora, TestWorld.Dan];
        var world = which switch
        {
            "five" => new TestWorld { People = people },
            "seven" => new TestWorld { People = [.. people, TestWorld.Eva, TestWorld.Eva with { Id = "29:noch" }] },
            "twins" => new TestWorld { People = [.. people, TestWorld.Ada] },
            "name" => new TestWorld { BotName = new string('b', 43) },
            _ => new TestWorld { ChannelId = "19:team@thread.tacv2" },
        };
        var thrown = Assert.Throws<InvalidOperationException>(() => PlaygroundConfiguration.Write(world, TestWorld.Katrin));
        Assert.Contains(why, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_LongestBotName_IsTaken() =>
        Assert.NotEmpty(PlaygroundConfiguration.Write(new TestWorld { BotName = new string('b', 42) }, TestWorld.Katrin));

    private static IEnumerable<string> Keys(JsonNode node) => node.AsObject().Select(field => field.Key).Order(StringComparer.Ordinal);
}
