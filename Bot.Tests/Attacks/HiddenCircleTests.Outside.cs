using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Bot.Domain.Rights;
using Bot.Tests.Conversations;
using Bot.Tests.TestSupport;
using Bot.Turns;
using Xunit;

namespace Bot.Tests.Attacks;

/// <content>Attacks from another tenant, on calendar addresses, and what is said unasked.</content>
public sealed partial class HiddenCircleTests
{
    private const string ForeignTenant = "99999999-0000-0000-0000-000000000000";

    private static readonly string[] Others = ["katrin", "amina", "dao", "samira", "fremd"];

    /// <summary>With the names and accounts of the circle's own people, too: another tenant is another world.</summary>
    [Theory]
    [InlineData("mallory")]
    [InlineData("ruth")]
    public async Task ForeignTenant_WhateverItSendsWithRealIds_HearsThatNothingIsSetUp(string who)
    {
        var talk = networks.There;
        var conversation = "a:foreign-" + who;
        var before = await networks.OwnRowsAsync();
        var lines = RightsTable.All.SelectMany(rule => TwoNetworks.Typed.Where(entry => RightOf.Command(entry) == rule.Right)).SelectMany(Lines).Distinct(StringComparer.Ordinal).ToList();
        foreach (var line in lines)
        {
            using var response = await talk.SendAsync(Foreign(talk, new JsonObject { ["type"] = "message", ["text"] = line }, who, conversation));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        var said = talk.Connector.In(conversation).Select(message => CardReading.Words(message.Content)).ToList();
        Assert.Equal(lines.Count, said.Count);
        // What looks like a set-up code is answered as one that is wrong.
        Assert.All(said.Distinct(), answer => Assert.Matches("^(Hier ist noch kein Bündnis eingerichtet|Dieser Code stimmt nicht|Das waren zu viele falsche Codes)", answer));
        var answers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (verb, data) in networks.Buttons)
        {
            var invoke = new JsonObject
            {
                ["type"] = "invoke",
                ["name"] = "adaptiveCard/action",
                ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data.DeepClone() }, ["trigger"] = "manual" },
            };
            using var response = await talk.SendAsync(Foreign(talk, invoke, who, conversation));
            answers.Add(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        Assert.Contains("Hier ist noch kein B\\u00FCndnis eingerichtet", Assert.Single(answers).Replace("ü", "\\u00FC", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(before, await networks.OwnRowsAsync());
    }

    /// <summary>Addresses near a real one, and those of people who are not in the circle: nothing of it is in any of them.</summary>
    [Fact]
    public async Task CalendarAddresses_GuessedOrOfOthers_TellNothingOfTheCircle()
    {
        var talk = networks.There;
        var own = await FeedOfAsync(talk, "bernd");
        Assert.Contains("Morgenrot", own.Content, StringComparison.Ordinal);
        foreach (var who in new[] { "katrin", "dao" })
        {
            var there = await FeedOfAsync(talk, who);
            Assert.Equal(Unfolded((await FeedOfAsync(networks.NotThere, who)).Content), Unfolded(there.Content));
            Assert.DoesNotContain(HiddenCircle.Own, word => there.Content.Contains(word, StringComparison.Ordinal));
        }

        var secret = own.Path["/calendar/".Length..^4];
        var guesses = Enumerable.Range(0, secret.Length).Select(at => "/calendar/" + secret[..at] + (secret[at] == '0' ? '1' : '0') + secret[(at + 1)..] + ".ics").ToList();
        foreach (var guess in guesses.Append("/calendar/" + new string('0', 40) + ".ics"))
        {
            using var response = await talk.Http.GetAsync(new Uri(guess, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.NotFound, string.Empty), (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        }
    }

    /// <summary>Everything the circle did was told to its people and its room, and to nobody else.</summary>
    [Fact]
    public void Announcements_OfTheCircle_ReachNobodyOutside()
    {
        foreach (var conversation in Others.Select(Talk.Personal).Append(Talk.Board).Append(Talk.Plenary))
        {
            Assert.DoesNotContain(HiddenCircle.Own, word => networks.Untouched[conversation].Contains(word, StringComparison.Ordinal));
        }

        Assert.All(HiddenCircle.Members, who => Assert.Contains("Kreis Morgenrot", networks.Untouched[Talk.Personal(who)], StringComparison.Ordinal));
        Assert.Contains("Kreis Morgenrot", networks.Untouched[HiddenCircle.Room], StringComparison.Ordinal);
    }

    private static async Task<(string Path, string Content)> FeedOfAsync(Talk talk, string who)
    {
        await talk.SaysAsync(who, "Kalenderadresse neu");
        var cancellation = TestContext.Current.CancellationToken;
        await talk.IdleAsync();
        var shown = FeedAddress().Match(talk.LastFor(who)).Value;
        Assert.NotEmpty(shown);
        var path = new Uri(shown).AbsolutePath;
        using var response = await talk.Http.GetAsync(new Uri(path, UriKind.Relative), cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (path, await response.Content.ReadAsStringAsync(cancellation));
    }

    private static string Unfolded(string calendar) => calendar.ReplaceLineEndings("\n").Replace("\n ", string.Empty, StringComparison.Ordinal);

    private static string Foreign(Talk talk, JsonObject activity, string who, string conversation)
    {
        var complete = talk.Complete(activity, who, null);
        complete["conversation"]!["id"] = conversation;
        complete["conversation"]!["tenantId"] = ForeignTenant;
        complete["channelData"]!["tenant"]!["id"] = ForeignTenant;
        return complete.ToJsonString();
    }

    [GeneratedRegex(@"http\S+/calendar/[0-9a-f]{40}\.ics", RegexOptions.NonBacktracking)]
    private static partial Regex FeedAddress();
}
