using System;
using System.Threading.Tasks;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>The main parts of the story for somebody whose Teams speaks English; the rooms stay in the network's language.</summary>
public class FromMeetingToMembershipInEnglishTests
{
    [Fact]
    public async Task MainStory_InEnglish_EndsWithResolutionAndMembership()
    {
        await using var talk = await Talk.StartAsync();
        talk.Locale = "en-GB";
        foreach (var who in new[] { "katrin", "amina", "bernd", "samira" })
        {
            await talk.OpensAsync(who);
            talk.Hears(who, "Hello!");
        }

        await talk.SaysAsync("amina", "help", Talk.Board);
        talk.Shows(Talk.Board, "What you can type");
        talk.Shows(Talk.Board, "When is the next meeting?");
        await talk.SaysAsync("amina", "help", Talk.Plenary);

        await talk.SaysAsync("katrin", "Board on 14 January at 5 pm at the town hall");
        talk.Hears("katrin", "Check the invitation: Beirat");
        talk.Hears("katrin", "Thursday, 14 January 2027, 17:00");
        talk.Hears("katrin", "town hall");
        Assert.Contains("Called: **Beirat: Thursday, 14 January 2027, 17:00**", await talk.PressesAsync("katrin", "Invite"), StringComparison.Ordinal);
        talk.Hears("amina", "You are warmly invited.");
        talk.Shows(Talk.Board, "Sie sind herzlich eingeladen.");

        await talk.SaysAsync("bernd", "When is the next meeting?");
        talk.Hears("bernd", "Beirat: Thursday, 14 January 2027, 17:00");
        talk.Hears("bernd", "No items yet.");
        await talk.SaysAsync("bernd", "Item: Festival of democracy, 15 min");
        talk.Hears("bernd", "Item 1 is on the agenda: **Festival of democracy**");
        await talk.SaysAsync("amina", "agenda");
        talk.Hears("amina", "1. Festival of democracy (15 min)");

        await talk.SaysAsync("katrin", "Apply for admission: Bridge Association");
        await talk.PressesAsync("katrin", "Apply", null, ("representative", "samira"));
        talk.Hears("amina", "Recommendation on admission: Bridge Association");
        Assert.Contains("your vote is counted", await talk.PressesAsync("amina", "Yes"), StringComparison.Ordinal);
        await talk.SaysAsync("katrin", "End a ballot: Bridge Association");
        talk.Hears("katrin", "Voted so far: 1 of 3.");
        await talk.PressesAsync("katrin", "Yes, end now");
        talk.Hears("bernd", "The advisory board recommends: **admit** (yes: 1, no: 0, abstain: 0).");
        await talk.SaysAsync("bernd", "yes: Bridge");
        talk.Hears("bernd", "Your vote for Evangelische Kirchgemeinde St. Lukas: **Yes**");
        await talk.SaysAsync("amina", "I vote no");
        talk.Hears("amina", "Your vote for Kulturverein Morgenstern e. V.: **No**");
        await talk.SaysAsync("amina", "yes");
        var tooLate = talk.DataOf("amina", "No");
        await talk.SaysAsync("katrin", "End a ballot");
        await talk.PressesAsync("katrin", "Yes, end now");
        talk.Hears("samira", "Welcome to **Bündnis für Demokratie und Toleranz Musterstadt**!");
        Assert.Contains(
            "The ballot ended on Monday, 23 November 2026, 10:00.", await talk.PressAsync("amina", "ballot.vote", tooLate), StringComparison.Ordinal);

        await talk.SaysAsync("amina", "Resolutions 2026");
        talk.Hears("amina", "Yes: 2; No: 0; Abstentions: 0; Not voted: 6; Present: ");
        talk.Hears("amina", "more than half of the yes and no votes (version 1)");
        await talk.SaysAsync("samira", "members");
        talk.Hears("samira", "Member organisations (9)");
    }
}
