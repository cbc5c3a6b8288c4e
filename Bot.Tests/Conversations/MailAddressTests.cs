using System;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Storage;
using Bot.Tests.Platform.Activities;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Mail addresses: entered with consent, shown to nobody else, taken back.</summary>
public class MailAddressTests
{
    private const string Address = "amina.y@example.org";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Own_EnteredShownAndDeleted_IsKeptOnlyMeanwhile(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("amina");
        await talk.SaysAsync("amina", "Meine Mail");
        talk.Hears("amina", "Es ist keine Mailadresse von Ihnen gespeichert.");
        await talk.SaysAsync("amina", "Meine Mail: " + Address);
        talk.Hears("amina", "Soll diese Adresse für Einladungen und Absagen Ihrer Gremien gespeichert werden: " + Address);
        Assert.Null(await MailOfAsync(talk, "amina"));
        var button = talk.DataOf("amina", "Speichern");
        Assert.Contains("Gespeichert.", await talk.PressesAsync("amina", "Speichern"), StringComparison.Ordinal);
        Assert.Equal(Address, await MailOfAsync(talk, "amina"));
        Assert.Contains("Gespeichert.", await talk.PressAsync("amina", "mail.save", button), StringComparison.Ordinal);
        await talk.SaysAsync("amina", "meine mail");
        talk.Hears("amina", "Ihre Adresse für Einladungen: " + Address);
        await talk.SaysAsync("amina", "Meine Mail löschen");
        talk.Hears("amina", "Ihre Mailadresse ist gelöscht.");
        Assert.Null(await MailOfAsync(talk, "amina"));
        await talk.RestartAsync();
        Assert.Null(await MailOfAsync(talk, "amina"));
    }

    [Fact]
    public async Task Own_Dismissed_IsNotKept()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("amina", "Meine Mail: " + Address);
        Assert.Contains("Es ist nichts geschehen", await talk.PressesAsync("amina", "Verwerfen"), StringComparison.Ordinal);
        Assert.Null(await MailOfAsync(talk, "amina"));
    }

    [Theory]
    [InlineData("Mail von Amina: amina.y@example.org")]
    [InlineData("Mail von Amina Yıldız amina.y@example.org")]
    [InlineData("Mail von amina: [amina.y@example.org](mailto:amina.y@example.org)")]
    [InlineData("E-Mail von Amina: <amina.y@example.org>")]
    public async Task Of_ByACoordinator_IsAskedAndKept(string line)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", line);
        talk.Hears("katrin", "Soll für Amina Yıldız diese Adresse gespeichert werden: " + Address);
        Assert.Contains("Gespeichert: Einladungen und Absagen gehen auch an die Mailadresse von Amina", await talk.PressesAsync("katrin", "Speichern"), StringComparison.Ordinal);
        Assert.Equal(Address, await MailOfAsync(talk, "amina"));
        await talk.SaysAsync("katrin", "Mail von Amina löschen");
        talk.Hears("katrin", "Die Mailadresse von Amina Yıldız ist gelöscht.");
        Assert.Null(await MailOfAsync(talk, "amina"));
    }

    [Fact]
    public async Task Of_InEnglish_IsUnderstood()
    {
        await using var talk = await Talk.StartAsync();
        talk.Locale = "en-GB";
        await talk.SaysAsync("katrin", "Mail of Amina: " + Address);
        talk.Hears("katrin", "Save this address for Amina Yıldız: " + Address);
        await talk.PressesAsync("katrin", "Save");
        await talk.SaysAsync("amina", "my mail");
        talk.Hears("amina", "Your address for invitations: " + Address);
        await talk.SaysAsync("amina", "my mail delete");
        talk.Hears("amina", "Your mail address is deleted.");
    }

    [Theory]
    [InlineData("amina", "Mail von Bernd: b@example.org", "Katrin Vogel")]
    [InlineData("fremd", "Meine Mail: b@example.org", "nur für Mitglieder")]
    [InlineData("katrin", "Mail von Niemand: b@example.org", "Ich finde nicht genau eine Person")]
    [InlineData("katrin", "Mail von Amina: b@example", "keine Mailadresse, die ich benutzen kann")]
    [InlineData("amina", "Meine Mail: a@example.org b@example.org", "keine Mailadresse, die ich benutzen kann")]
    public async Task Entering_WhatMayNotOrCannotBe_IsRefusedWithTheReason(string who, string line, string said)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync(who, line);
        talk.Hears(who, said);
    }

    [Fact]
    public async Task Entering_InARoom_IsRefused()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("amina", "katrin");
        await talk.SaysAsync("amina", "Meine Mail: " + Address, Talk.Board);
        talk.Shows(Talk.Board, "nur im Einzelchat");
        await talk.SaysAsync("katrin", "Mail von Amina: " + Address, Talk.Board);
        talk.Shows(Talk.Board, "nur im Einzelchat");
    }

    /// <summary>Rights come from the sender the channel vouches for, never from the card.</summary>
    [Fact]
    public async Task Save_ForgedForSomebodyElse_IsRefused()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("amina", "bernd");
        var forged = new JsonObject { ["person"] = "bernd", ["address"] = "boese@example.org" };
        Assert.Contains("Katrin Vogel", await talk.PressAsync("amina", "mail.save", forged.DeepClone().AsObject()), StringComparison.Ordinal);
        Assert.Contains("Mitglieder", await talk.PressAsync("fremd", "mail.save", forged.DeepClone().AsObject()), StringComparison.Ordinal);
        Assert.Contains("nur im Einzelchat", await talk.PressAsync("bernd", "mail.save", forged.DeepClone().AsObject(), Talk.Board), StringComparison.Ordinal);
        forged["address"] = "x@y\r\nBcc: z@example.org";
        Assert.StartsWith("Dieser Knopf", await talk.PressAsync("bernd", "mail.save", forged), StringComparison.Ordinal);
        Assert.Null(await MailOfAsync(talk, "bernd"));
    }

    /// <summary>What somebody entered is in no log at any level, and in nobody else's messages.</summary>
    [Fact]
    public async Task Address_Entered_IsInNoLogAndInNobodyElsesMessages()
    {
        var log = new LogLines();
        await using var talk = await Talk.StartAsync(settings: new System.Collections.Generic.Dictionary<string, string> { ["Logging:LogLevel:Default"] = "Trace" }, log: log);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.SaysAsync("amina", "Meine Mail: " + Address);
        await talk.PressesAsync("amina", "Speichern");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr");
        await talk.SaysAsync("bernd", "Mitglieder");
        Assert.DoesNotContain("amina.y", log.Everything, StringComparison.Ordinal);
        foreach (var where in new[] { Talk.Personal("bernd"), Talk.Personal("katrin"), Talk.Board, Talk.Plenary })
        {
            Assert.All(talk.Connector.In(where), message => Assert.DoesNotContain("amina.y", message.Content.GetRawText(), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Person_ReadFromARowOfBefore_HasNoAddress()
    {
        await using var talk = await Talk.StartAsync();
        Assert.All((await talk.NetworkAsync()).Network.People, person => Assert.Null(person.Mail));
        Assert.False(await talk.Get<NetworkStore>().SetMailAsync(Talk.Network, new PersonId("niemand"), MailAddress.Read(Address), new PersonId("katrin"), talk.Time.Now, Cancellation));
    }

    private static async Task<string?> MailOfAsync(Talk talk, string who) => (await talk.NetworkAsync()).Network.Person(new PersonId(who))?.Mail?.Value;
}
