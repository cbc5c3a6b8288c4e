using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Features.ExampleNetwork;
using Bot.Storage;
using Bot.Tests.Fuzzing;
using Bot.Turns;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Cards whose data somebody made up: ids of others, of nothing, of every shape.</summary>
public class ForgedDataTests
{
    private static readonly string[] Names = ["ballot", "voter", "meeting", "admission", "committee", "representative", "command"];

    /// <summary>What may stand where an id is expected.</summary>
    public static TheoryData<string> Values =>
    [
        "null", "0", "1e400", "true", "[]", "{}", "[\"x\"]", "{\"id\":\"x\"}", "\"\"", "\"..\"", "\"a|b\"", "\"a/b\"", "\"a'b\"", "\"a#b\"", "\"%2e%2e\"", "\"ballot\"", "\"roll|amina\"", "\"\\u0000\"",
        "\"" + new string('x', 10_000) + "\"", "\"" + new string('€', 500) + "\"", "\"\\ud83d\\ude00\"", "\"\u202E\u200B\"",
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Data_OfAnyShape_IsRefusedInASentenceAndChangesNothing(string value)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "fremd");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.AppliesAsync("Verein Brücke");
        talk.Settles = false;
        talk.Faults.Count();
        // Who wants a weekly overview, empties the sheet of their contact data or leaves says so for themselves alone, and needs no data for it.
        foreach (var verb in Verbs(talk).Where(verb => verb is not ("admission.apply" or "digest.off" or "digest.on" or "contact.save" or "contact.withdraw" or "data.delete")))
        {
            foreach (var who in new[] { "katrin", "amina", "fremd" })
            {
                await talk.PressAsync(who, verb, JsonNode.Parse("{" + string.Join(',', Names.Select(name => $"\"{name}\":{value}")) + "}")!.AsObject());
            }
        }

        Assert.Equal(0, talk.Faults.Writes);
        Assert.Single(await talk.MeetingsAsync());
    }

    [Theory]
    [InlineData("\"x\"")]
    [InlineData("5")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"data\":{}}")]
    public async Task Data_ThatIsNoObject_IsAnsweredLikeNone(string data)
    {
        await using var talk = await Talk.StartAsync();
        foreach (var verb in Verbs(talk))
        {
            var press = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = JsonNode.Parse(data) };
            var answer = await talk.PostAsync(
                new JsonObject { ["type"] = "invoke", ["name"] = "adaptiveCard/action", ["value"] = new JsonObject { ["action"] = press } }, "katrin", null);
            Assert.Equal(200, answer.GetProperty("statusCode").GetInt32());
        }
    }

    [Theory]
    [InlineData("Yes,No")]
    [InlineData("yes")]
    [InlineData("0")]
    [InlineData("3")]
    [InlineData("Yes ")]
    [InlineData("Ja")]
    [InlineData("")]
    public async Task Vote_WithAnOptionThatIsNone_IsNotCounted(string option)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.AppliesAsync("Verein Brücke");
        var data = talk.DataOf("amina", "Ja");
        data["option"] = option;
        await talk.PressAsync("amina", "ballot.vote", data);
        talk.Shows(Talk.Board, option.Trim() == "Yes" ? "1 von 3 haben abgestimmt." : "0 von 3 haben abgestimmt.");
    }

    [Fact]
    public async Task Data_ThatNamesAnotherVerbOrPerson_DoesNotDecide()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.AppliesAsync("Verein Brücke");
        var data = talk.DataOf("amina", "Ja");
        foreach (var (name, value) in new[] { ("verb", "ballot.close"), ("from", "29:katrin"), ("sender", "katrin"), ("isCoordinator", "true"), ("type", "Action.Submit") })
        {
            data[name] = value;
        }

        Assert.Contains("Ihre Stimme ist gezählt", await talk.PressAsync("amina", "ballot.vote", data), StringComparison.Ordinal);
        talk.Shows(Talk.Board, "1 von 3 haben abgestimmt.");
        data["voter"] = "bernd";
        await talk.PressAsync("amina", "ballot.vote", data);
        talk.Shows(Talk.Board, "1 von 3 haben abgestimmt.");
    }

    [Fact]
    public async Task Ids_OfAnotherNetwork_AreNotFound()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        var meeting = await ElsewhereAsync(talk);
        foreach (var verb in new[] { "meeting.cancel", "agenda.propose" })
        {
            var said = await talk.PressAsync("katrin", verb, new JsonObject { ["meeting"] = meeting.Id.Value, ["itemTitle"] = "x", ["reason"] = "x" });
            Assert.DoesNotContain("Geheimtreffen", said, StringComparison.Ordinal);
        }

        var standing = await talk.Get<MeetingStore>().FindAsync(new NetworkId("anderswo"), meeting.Id, TestContext.Current.CancellationToken);
        Assert.Equal(MeetingState.Invited, standing!.Value.Value.State);
        foreach (var who in new[] { "katrin", "amina" })
        {
            await talk.SaysAsync(who, "Nächste Sitzung");
            Assert.DoesNotContain("Geheimtreffen", talk.LastFor(who), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("9999-12-31", "23:59")]
    [InlineData("9999-01-01", "00:00")]
    [InlineData("10000-01-01", "12:00")]
    [InlineData("-9998-01-01", "00:00")]
    [InlineData("0001-01-01", "00:00")]
    [InlineData("2026-02-31", "12:00")]
    [InlineData("2027-03-28", "02:30")]
    [InlineData("2027-01-14", "24:00")]
    [InlineData("2027-01-14", "99:99")]
    [InlineData("14.1.2027", "17 Uhr")]
    [InlineData("\u0662\u0660\u0662\u0667-01-14", "12:00")]
    public async Task Form_WithADayOrTimeOutOfRange_IsAnsweredWithACard(string day, string start)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin");
        foreach (var verb in new[] { "meeting.preview", "meeting.call", "meeting.edit" })
        {
            var data = new JsonObject { ["committee"] = "beirat", ["day"] = day, ["start"] = start, ["place"] = "x", ["topic"] = "", ["reason"] = "x" };
            Assert.NotEmpty(await talk.PressAsync("katrin", verb, data));
        }

        await talk.AfterAsync(Duration.FromDays(1));
        await talk.SaysAsync("katrin", "Nächste Sitzung");
        Assert.False(FuzzVerdict.Apologises(talk.LastFor("katrin")));
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    [InlineData(20_000, false)]
    public async Task Form_WithATextAroundItsLimit_IsTakenOrShownAgainCut(int length, bool isTaken)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin");
        var data = new JsonObject { ["committee"] = "beirat", ["day"] = "2027-01-14", ["start"] = "17:00", ["place"] = new string('x', length - 1) + "ä", ["topic"] = string.Concat(Enumerable.Repeat("\U0001F600", length / 2)), ["reason"] = "" };
        var shown = await talk.PressAsync("katrin", "meeting.preview", data);
        Assert.Equal(isTaken, !shown.Contains("zu lang", StringComparison.Ordinal));
        Assert.InRange(shown.Length, 1, 3000);
    }

    private static IEnumerable<string> Verbs(Talk talk) => talk.Get<IEnumerable<ICardAction>>().Select(action => action.Verb);

    private static async Task<Meeting> ElsewhereAsync(Talk talk)
    {
        var example = ExampleSnapshot.Create();
        var other = example with { Tenant = "99999999-9999-9999-9999-999999999999", Network = example.Network with { Id = new NetworkId("anderswo") } };
        Assert.True(await talk.Get<NetworkStore>().TryCreateAsync(other, TestContext.Current.CancellationToken));
        var meeting = new Meeting
        {
            Id = new MeetingId("elsewhere"), Committee = other.Network.GeneralAssembly!.Id, Day = new LocalDate(2026, 12, 1), Start = new LocalTime(18, 0), Place = "Geheimtreffen",
            RulesVersion = 1, CalledBy = new PersonId("katrin"), CalledAt = talk.Time.Now,
        };
        Assert.True(await talk.Get<MeetingStore>().TryAddAsync(other.Network.Id, meeting, TestContext.Current.CancellationToken));
        return meeting;
    }
}
