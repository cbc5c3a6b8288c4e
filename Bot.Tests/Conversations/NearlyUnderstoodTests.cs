using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Lines that are nearly something: asked back rather than taken for something else.</summary>
public class NearlyUnderstoodTests
{
    [Theory]
    [InlineData("TOP 3 nach obn rechts", "Meinten Sie: TOP 3 nach oben")]
    [InlineData("TOP 2 bitte verschieben irgendwohin", "nichts geändert")]
    [InlineData("TOP 1 hinter alles andere", "nichts geändert")]
    [InlineData("Verschiebe TOP 2 dahin wo es passt", "nichts geändert")]
    [InlineData("item 3 somewhere before lunch", "nichts geändert")]
    public async Task Order_NotUnderstood_IsAskedBackAndNoItem(string line, string heard)
    {
        await using var talk = await Talk.AtTheBoardAsync();
        await talk.SaysAsync("amina", line);
        talk.Hears("amina", heard);
        talk.Hears("amina", "schreiben Sie einen Doppelpunkt nach „TOP“");
        Assert.Equal(["Haushalt", "Demokratiefest", "Verschiedenes"], (await talk.AgendaAsync()).Items.Select(item => item.Title));
    }

    [Theory]
    [InlineData("TOP: 3 nach obn rechts", "3 nach obn rechts")]
    [InlineData("TOP 10 Jahre Bündnis", "10 Jahre Bündnis")]
    [InlineData("TOP 20 neue Bäume pflanzen", "20 neue Bäume pflanzen")]
    public async Task Title_ThatBeginsWithANumber_StaysAnItem(string line, string title)
    {
        await using var talk = await Talk.AtTheBoardAsync();
        await talk.SaysAsync("amina", line);
        Assert.Contains(title, (await talk.AgendaAsync()).Items.Select(item => item.Title));
    }

    [Fact]
    public async Task Task_ForANearName_IsAskedAndGivenByButton()
    {
        await using var talk = await Talk.OpenedAsync();
        await talk.SaysAsync("amina", "Aufgabe @Klara bis 3.4.: Saal buchen");
        talk.Hears("amina", "Wer ist mit „Klara“ gemeint?");
        Assert.Equal(["Clara Neumann", "Nur den Namen festhalten"], talk.Buttons(Talk.Personal("amina")));
        Assert.Empty(await talk.TasksAsync());
        Assert.Contains("Aufgabe 1 „Saal buchen“ – Clara Neumann", await talk.PressesAsync("amina", "Clara Neumann"), StringComparison.Ordinal);
        Assert.Equal("clara", Assert.Single(await talk.TasksAsync()).Assignee?.Value);
    }

    [Theory]
    [InlineData("Aufgabe @Klara: Saal buchen", true)]
    [InlineData("Aufgabe @Hausmeister: Saal buchen", false)]
    [InlineData("Aufgabe @Edta: Saal buchen", false)] // Edda is not of the committee
    public async Task Task_NamesOfOthers_AreKeptAsTheyAre(string line, bool isAsked)
    {
        await using var talk = await Talk.OpenedAsync();
        await talk.SaysAsync("amina", line);
        Assert.Equal(isAsked ? 0 : 1, (await talk.TasksAsync()).Count);
        if (isAsked)
        {
            await talk.PressesAsync("amina", "Nur den Namen festhalten");
            Assert.Equal((null, "Klara"), (Assert.Single(await talk.TasksAsync()).Assignee, (await talk.TasksAsync())[0].AssigneeName));
        }
    }

    [Fact]
    public async Task Task_TwoNearNames_AreBothAsked()
    {
        await using var talk = await Talk.OpenedAsync(change: snapshot => Talk.With(snapshot, "klaro", "Claro Winter", isCoordinator: true));
        await talk.SaysAsync("amina", "Aufgabe @Clari: Saal buchen");
        Assert.Equal(["Clara Neumann", "Claro Winter", "Nur den Namen festhalten"], talk.Buttons(Talk.Personal("amina")).Order(StringComparer.Ordinal));
    }
}
