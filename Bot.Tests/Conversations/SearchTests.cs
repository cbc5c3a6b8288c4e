using System;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Records;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Tests.TestSupport;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Searching while writing a message, and what may be inserted where: whoever is in the chat reads it.</summary>
public sealed class SearchTests
{
    /// <summary>Chats the bot is no part of: between two people, in a group, in a channel of somebody else.</summary>
    public static TheoryData<string, string> OtherChats => new()
    {
        { "personal", "19:00000000-0000-0000-0000-000000000002_00000000-0000-0000-0000-000000000099@unq.gbl.spaces" },
        { "groupChat", "19:0123456789abcdef@thread.v2" },
        { "channel", "19:somewhere@thread.tacv2;messageid=1700000000001" },
        { "channel", "19:musterstadt-ika@thread.tacv2" },
        { "personal", "8:orgid:x" },
    };

    [Theory]
    [InlineData("de-DE", "Beschluss 2026-02", "Aufnahme: Verein B")]
    [InlineData("en-GB", "Resolution 2026-02", "Aufnahme: Verein B")]
    public async Task Resolutions_InOneToOne_NewestFirstWithCardAndPreview(string locale, string title, string text)
    {
        await using var talk = await WithResolutionsAsync(2);
        talk.Locale = locale;

        var found = (await talk.SearchesAsync("amina", "resolutions", null)).GetProperty("attachments");

        Assert.Equal(2, found.GetArrayLength());
        Assert.Equal("application/vnd.microsoft.card.adaptive", found[0].GetProperty("contentType").GetString());
        var preview = found[0].GetProperty("preview");
        Assert.Equal("application/vnd.microsoft.card.thumbnail", preview.GetProperty("contentType").GetString());
        Assert.Equal((title, text), (preview.GetProperty("content").GetProperty("title").GetString(), preview.GetProperty("content").GetProperty("text").GetString()));
        Assert.Empty(CardRules.BrokenByCard(found[0].GetProperty("content")));
        Assert.Empty(CardReading.Actions(found[0].GetProperty("content")));
    }

    [Theory]
    [InlineData("2026-02", 1)]
    [InlineData("verein", 3)]
    [InlineData("VEREIN C", 1)]
    [InlineData("nirgends", 0)]
    public async Task Resolutions_ByNumberOrWord_AreFound(string words, int expected)
    {
        await using var talk = await WithResolutionsAsync(3);
        var answer = await talk.SearchesAsync("amina", "resolutions", words, where: Talk.Plenary);
        Assert.Equal(expected, answer.TryGetProperty("attachments", out var found) ? found.GetArrayLength() : 0);
        Assert.Equal(expected == 0 ? "message" : "result", answer.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData(0, 25, 25)]
    [InlineData(25, 25, 5)]
    [InlineData(30, 25, 0)]
    [InlineData(0, 1000, 25)]
    [InlineData(-5, 0, 1)]
    public async Task Resolutions_Paged_GiveWhatIsAskedForAndAtMost25(int skip, int count, int expected)
    {
        await using var talk = await WithResolutionsAsync(30);
        var answer = await talk.SearchesAsync("amina", "resolutions", null, options: new JsonObject { ["skip"] = skip, ["count"] = count });
        Assert.Equal("result", answer.GetProperty("type").GetString());
        Assert.Equal(expected, answer.GetProperty("attachments").GetArrayLength());
        Assert.All(answer.GetProperty("attachments").EnumerateArray(), hit =>
            Assert.InRange(Encoding.UTF8.GetByteCount(hit.GetProperty("content").GetRawText()), 1, CardLimits.Bytes - 1));
    }

    [Theory]
    [MemberData(nameof(OtherChats))]
    public async Task Resolutions_WhereOthersReadAlong_AreNotInsertedByAMemberEither(string type, string id)
    {
        await using var talk = await WithResolutionsAsync(2);
        var answer = await talk.SearchesAsync("amina", "resolutions", "verein", Place(type, id));
        Assert.Equal("message", answer.GetProperty("type").GetString());
        Assert.StartsWith("Beschlüsse füge ich nur im Kanal des Plenums", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(OtherChats))]
    public async Task Meetings_WhereOthersReadAlong_OnlyThatThePlenaryMeets(string type, string id)
    {
        await using var talk = await WithMeetingsAsync();

        var found = (await talk.SearchesAsync("amina", "meetings", null, Place(type, id))).GetProperty("attachments");

        var words = CardReading.Words(Assert.Single(found.EnumerateArray()));
        Assert.Contains("Plenum: Dienstag, 12. Januar 2027, 18:00 Uhr", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Haushaltsloch", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Ratssaal", words, StringComparison.Ordinal);

        // Nor can the topic be found out by searching for it.
        Assert.Equal("message", (await talk.SearchesAsync("amina", "meetings", "Haushaltsloch", Place(type, id))).GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("amina", null, 2)]
    [InlineData("amina", Talk.Board, 2)]
    [InlineData("amina", Talk.Plenary, 1)]
    [InlineData("dao", null, 1)]
    [InlineData("dao", Talk.Board, 1)]
    public async Task Meetings_InTheCommitteesOwnRoomsAndInOneToOne_ThoseOfTheSender(string who, string? where, int expected)
    {
        await using var talk = await WithMeetingsAsync();
        var found = (await talk.SearchesAsync(who, "meetings", null, where: where)).GetProperty("attachments");
        Assert.Equal(expected, found.GetArrayLength());
        Assert.Equal(expected == 2, CardReading.Words(found).Contains("Beirat", StringComparison.Ordinal));
    }

    /// <summary>The same words, and nothing is looked up, whether there is something to find or not.</summary>
    [Theory]
    [InlineData("fremd", "resolutions", "de-DE", "Das ist nur für Mitglieder")]
    [InlineData("fremd", "meetings", "en-GB", "This is for members of the alliance only.")]
    [InlineData("samira", "resolutions", "de-DE", "Das ist nur für Mitglieder")]
    public async Task Strangers_WhateverTheySearch_AreToldTheSame(string who, string command, string locale, string said)
    {
        await using var talk = await WithResolutionsAsync(2);
        talk.Locale = locale;
        await talk.NetworkAsync();
        foreach (var where in new[] { null, Talk.Plenary, Talk.Board })
        {
            var trips = talk.Faults.Trips;
            var there = await talk.SearchesAsync(who, command, "Verein A", where: where);
            var nothing = await talk.SearchesAsync(who, command, "nirgends", where: where);

            Assert.Equal(there.GetRawText(), nothing.GetRawText());
            Assert.Equal(trips, talk.Faults.Trips);
            Assert.False(there.TryGetProperty("attachments", out _));
            Assert.StartsWith(said, there.GetProperty("text").GetString(), StringComparison.Ordinal);
        }
    }

    /// <summary>Else the next invitation would be sent to the two people whose chat the search was typed in.</summary>
    [Fact]
    public async Task Search_InAChatBetweenTwoPeople_DoesNotMakeItTheSendersChatWithTheBot()
    {
        await using var talk = await WithMeetingsAsync();
        await talk.SearchesAsync("amina", "meetings", null, Place("personal", "19:a_b@unq.gbl.spaces"));
        await talk.CallsAsync("Beirat am 21. Januar um 17 Uhr im Rathaus");
        Assert.Empty(talk.Connector.In("19:a_b@unq.gbl.spaces"));
        talk.Hears("amina", "21. Januar");
    }

    [Fact]
    public async Task Search_FromATenantWithoutANetworkOrOfAnUnknownKind_SaysSo()
    {
        await using var talk = await Talk.StartAsync();
        Assert.StartsWith("Dieser Knopf", (await talk.SearchesAsync("amina", "people", "x")).GetProperty("text").GetString(), StringComparison.Ordinal);
        var activity = talk.Complete(
            new JsonObject { ["type"] = "invoke", ["name"] = "composeExtension/query", ["value"] = new JsonObject { ["commandId"] = "meetings" } }, "amina", null);
        activity["channelData"]!["tenant"]!["id"] = "99999999-0000-0000-0000-000000000000";
        activity["conversation"]!["tenantId"] = "99999999-0000-0000-0000-000000000000";
        using var response = await talk.SendAsync(activity.ToJsonString());
        var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.StartsWith("Hier ist noch kein Bündnis eingerichtet", body.GetProperty("composeExtension").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    private static JsonObject Place(string type, string id) => new() { ["id"] = id, ["conversationType"] = type, ["tenantId"] = Talk.Tenant, ["isGroup"] = type != "personal" };

    private static async Task<Talk> WithMeetingsAsync()
    {
        var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "dao");
        await talk.CallsAsync("Plenum am 12. Januar um 18 Uhr im Ratssaal: Haushaltsloch");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        return talk;
    }

    private static async Task<Talk> WithResolutionsAsync(int count)
    {
        var talk = await Talk.StartAsync();
        for (var number = 0; number < count; number++)
        {
            var name = "Verein " + (char)('A' + (number % 26)) + new string('x', number / 26);
            await talk.Get<ResolutionStore>().RecordAsync(
                Talk.Network,
                new ResolutionDraft("Aufnahme: " + name, name + " wird aufgenommen.", new CommitteeId("plenum"), Verdict.Accepted,
                    new Tally(5, 1, 1, 1, null, 8, 0), MajorityRule.Default.ToCode(), new LocalDate(2026, 11, 20), talk.Time.Now, "case-" + name),
                TestContext.Current.CancellationToken);
        }

        return talk;
    }
}
