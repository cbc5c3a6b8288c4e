using System;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Cards that were overtaken: what stands is shown, and what the old card says is not done a second time.</summary>
public sealed class StaleCardTests
{
    [Fact]
    public async Task Preview_ConfirmedAgainAfterTheMeetingWasCancelled_CallsNoSecondOne()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Beirat am 14. Januar um 17 Uhr im Rathaus");
        var confirm = talk.DataOf("katrin", "Einladen");
        await talk.PressesAsync("katrin", "Einladen");
        await talk.SaysAsync("katrin", "Beirat absagen: krank");
        await talk.PressesAsync("katrin", "Sitzung absagen");

        var shown = await talk.PressAsync("katrin", "meeting.call", confirm);

        Assert.Contains("Zu dieser Vorschau wurde schon eingeladen, und die Sitzung ist inzwischen abgesagt: Beirat: Donnerstag, 14. Januar 2027", shown, StringComparison.Ordinal);
        Assert.Empty(await talk.MeetingsAsync());
    }

    [Theory]
    [InlineData("de-DE", "Zu dieser Vorschau ist schon eingeladen, und zwar so: Beirat: Donnerstag, 14. Januar 2027")]
    [InlineData("en-GB", "People are already invited from this preview, as follows: Beirat: Thursday, 14 January 2027")]
    public async Task Preview_ConfirmedAgainWithAnotherDay_ShowsTheMeetingThatStands(string locale, string said)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Beirat am 14. Januar um 17 Uhr im Rathaus");
        var other = talk.DataOf("katrin", "Einladen");
        other["day"] = "2027-01-21";
        await talk.PressesAsync("katrin", "Einladen");
        talk.Locale = locale;

        Assert.Contains(said, await talk.PressAsync("katrin", "meeting.call", other), StringComparison.Ordinal);
        Assert.Equal(new LocalDate(2027, 1, 14), Assert.Single(await talk.MeetingsAsync()).Day);
    }

    [Fact]
    public async Task Preview_OfAnOlderVersionWithoutReference_StillCallsOnce()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Beirat am 14. Januar um 17 Uhr im Rathaus");
        var old = talk.DataOf("katrin", "Einladen");
        old.Remove("form");
        old.Remove("rev");
        await talk.PressAsync("katrin", "meeting.call", old);
        await talk.PressAsync("katrin", "meeting.call", old);
        Assert.Single(await talk.MeetingsAsync());
    }

    [Theory]
    [InlineData("form", "../../x")]
    [InlineData("form", "x")]
    [InlineData("rev", "-7")]
    [InlineData("rev", "much")]
    public async Task Preview_WithAMadeUpReference_DoesNoHarm(string name, string value)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Beirat am 14. Januar um 17 Uhr im Rathaus");
        var forged = talk.DataOf("katrin", "Einladen");
        forged[name] = value;
        await talk.PressAsync("katrin", "meeting.call", forged);
        await talk.PressAsync("amina", "meeting.call", forged);
        Assert.InRange((await talk.MeetingsAsync()).Count, 0, 1);
    }

    [Fact]
    public async Task RhythmProposal_PressedByTwoCoordinators_CallsOneMeeting()
    {
        await using var talk = await Talk.StartAsync(change: Talk.WithRuth);
        await talk.EverybodyOpensAsync("katrin", "ruth");
        await talk.AtAsync(2026, 12, 1, 8);
        var katrins = talk.DataOf("katrin", "Einladen");
        var ruths = talk.DataOf("ruth", "Einladen");

        Assert.Equal(katrins["form"]!.ToString(), ruths["form"]!.ToString());
        await talk.PressAsync("katrin", "meeting.call", katrins);
        Assert.Contains("Eingeladen:", await talk.PressAsync("ruth", "meeting.call", ruths), StringComparison.Ordinal);
        Assert.Single(await talk.MeetingsAsync(), meeting => meeting.CalledBy.Value is "katrin" or "ruth");
    }

    [Fact]
    public async Task ItemForm_OfACancelledMeeting_ShowsThatItIsCancelled()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.PressesAsync("amina", "TOP vorschlagen");
        var form = talk.DataOf("amina", "Vorschlagen");
        form["itemTitle"] = "Haushalt";
        await talk.SaysAsync("katrin", "Beirat absagen: krank");
        await talk.PressesAsync("katrin", "Sitzung absagen");

        var shown = await talk.PressAsync("amina", "agenda.propose", form);

        Assert.Contains("abgesagt", shown, StringComparison.Ordinal);
        Assert.Contains("Rathaus", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItemForm_AfterTheDeadline_AddsAnUrgentMotion()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("amina", "TOP: Stand Demokratiefest");
        await talk.PressesAsync("amina", "TOP vorschlagen");
        var form = talk.DataOf("amina", "Vorschlagen");
        form["itemTitle"] = "Haushalt";
        await talk.AtAsync(2027, 1, 13, 12);

        var shown = await talk.PressAsync("amina", "agenda.propose", form);

        Assert.Contains("1. Stand Demokratiefest", shown, StringComparison.Ordinal);
        Assert.Contains("Dringlichkeitsantrag", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de-DE", "endete am", "Ergebnis")]
    [InlineData("en-GB", "ended on", "Result")]
    public async Task Vote_OnACardOfAnEndedBallot_ShowsTheResult(string locale, string refused, string result)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.AppliesAsync("Verein Brücke");
        var vote = talk.DataOf("amina", "Ja");
        await talk.SaysAsync("bernd", "Ja");
        await talk.EndsBallotAsync();
        talk.Locale = locale;

        var shown = await talk.PressAsync("amina", "ballot.vote", vote);

        Assert.Contains(refused, shown, StringComparison.Ordinal);
        Assert.Contains(result, shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Application_HandedInAgainAfterItWasDecided_StartsNoSecondCase()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.SaysAsync("katrin", "Aufnahme beantragen: Verein Brücke");
        var form = talk.DataOf("katrin", "Antrag stellen");
        form["applicant"] = "Verein Brücke";
        await talk.PressAsync("katrin", "admission.apply", form);
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        await talk.SaysAsync("amina", "Nein");
        await talk.EndsBallotAsync();

        var shown = await talk.PressAsync("katrin", "admission.apply", form);

        Assert.Contains("2026-01", shown, StringComparison.Ordinal);
        Assert.Null(await talk.RunningCaseAsync("Verein Brücke"));
        Assert.Single(await talk.ResolutionsAsync());
    }

    [Theory]
    [InlineData("de-DE", "Mit diesem Knopf stimmt etwas nicht.", "Dieser Knopf gehört zu einer anderen Version")]
    [InlineData("en-GB", "Something is wrong with this button.", "This button belongs to another version")]
    public async Task Button_MalformedOrUnknown_IsAnsweredInTheReadersLanguage(string locale, string malformed, string unknown)
    {
        await using var talk = await Talk.StartAsync();
        talk.Locale = locale;
        foreach (var value in new[] { null, "7", "[]", "{}", """{"action":7}""", """{"action":{"type":"Action.Submit"}}""" })
        {
            var answer = await talk.PostAsync(
                new JsonObject { ["type"] = "invoke", ["name"] = "adaptiveCard/action", ["value"] = value is null ? null : JsonNode.Parse(value) }, "amina", null);
            Assert.Equal(400, answer.GetProperty("statusCode").GetInt32());
            Assert.StartsWith(malformed, answer.GetProperty("value").GetProperty("message").GetString(), StringComparison.Ordinal);
        }

        Assert.StartsWith(unknown, await talk.PressAsync("amina", "no.such", []), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ballot.vote", "ballot", "de-DE", "Diese Abstimmung gibt es nicht mehr.")]
    [InlineData("ballot.vote", "ballot", "en-GB", "This ballot no longer exists")]
    [InlineData("meeting.cancel", "meeting", "de-DE", "Diese Sitzung gibt es nicht mehr.")]
    [InlineData("meeting.cancel", "meeting", "en-GB", "This meeting no longer exists")]
    [InlineData("agenda.propose", "meeting", "de-DE", "Diese Sitzung gibt es nicht mehr.")]
    [InlineData("admission.consult", "admission", "en-GB", "This application no longer exists")]
    public async Task Button_OfADeletedThing_SaysThatItIsGone(string verb, string name, string locale, string said)
    {
        await using var talk = await Talk.StartAsync();
        talk.Locale = locale;
        Assert.StartsWith(said, await talk.PressAsync("katrin", verb, new JsonObject { [name] = "gone", ["option"] = "Yes" }), StringComparison.Ordinal);
    }
}
