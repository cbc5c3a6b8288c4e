using Bot.Domain.Committees;
using Bot.Features.Prospects;
using Bot.Tests.Cards;
using Bot.Texts;
using NodaTime;
using Xunit;

namespace Bot.Tests.Features.Prospects;

/// <summary>What is read out of a line about a prospect, in whichever order it stands there. Today is Monday, 23 November 2026.</summary>
public class ProspectLineTests
{
    private static readonly Bot.Turns.Turn Turn = Scene.Of(Writing.Usual, Reader.German).Turn("katrin");

    private static readonly string[] Known = ["Moscheeverein Zwickau", "Verein für Kultur, Bildung und Sport"];

    [Theory]
    [InlineData("Moscheeverein Zwickau, Religionsgemeinschaften", "Moscheeverein Zwickau", Sector.Religion, null, null)]
    [InlineData("Moscheeverein Zwickau", "Moscheeverein Zwickau", null, null, null)]
    [InlineData("", "", null, null, null)]
    [InlineData("Radio Nord, Medien, nachfassen 3.2.", "Radio Nord", Sector.Media, null, "2027-02-03")]
    [InlineData("Radio Nord, nachfassen am 3.2.2027, Medien", "Radio Nord", Sector.Media, null, "2027-02-03")]
    [InlineData("Radio Nord, Medien, Notiz: Chefin ist neu, sehr offen; nachfassen 3.2.", "Radio Nord", Sector.Media, "Chefin ist neu, sehr offen", "2027-02-03")]
    [InlineData("Radio Nord; Wiedervorlage: 3. Februar; Sport", "Radio Nord", Sector.Sport, null, "2027-02-03")]
    [InlineData("Radio Nord, media, follow up on 3 February", "Radio Nord", Sector.Media, null, "2027-02-03")]
    [InlineData("Radio Nord, spielt Sport, Medien", "Radio Nord", null, "spielt Sport, Medien", null)]
    [InlineData("Verein für Kultur, Bildung und Sport, Kultur", "Verein für Kultur, Bildung und Sport", Sector.Culture, null, null)]
    [InlineData("Verein für Kultur", "Verein für Kultur", null, null, null)]
    public void Read_InAnyOrder_IsUnderstood(string line, string name, Sector? sector, string? note, string? followUp)
    {
        var read = ProspectLine.Read(Turn, line, Known);

        Assert.Equal((name, sector, note, followUp), (read.Name, read.Sector, read.Note, read.FollowUp is { } day ? NodaTime.Text.LocalDatePattern.Iso.Format(day) : null));
        Assert.Equal((sector is not null, followUp is not null, false), (read.SaysSector, read.SaysFollowUp, read.IsDayUnclear));
    }

    [Theory]
    [InlineData("Moscheeverein Zwickau: angerufen, meldet sich", null, "angerufen, meldet sich", null)]
    [InlineData("Moscheeverein Zwickau, am 20.11., Sport ist ihnen wichtig", "2026-11-20", "Sport ist ihnen wichtig", null)]
    [InlineData("Moscheeverein Zwickau, gestern, nachfassen 3.2.", "2026-11-22", null, "2027-02-03")]
    [InlineData("Moscheeverein Zwickau, 24.11.", "2025-11-24", null, null)]
    [InlineData("Moscheeverein Zwickau, 24.11.2026", "2026-11-24", null, null)]
    [InlineData("Moscheeverein Zwickau, 10 Mitglieder", null, "10 Mitglieder", null)]
    public void Read_OfAContact_HasADayBehindAndNoSector(string line, string? day, string? note, string? followUp)
    {
        var read = ProspectLine.Read(Turn, line, Known, isContact: true);

        Assert.Equal(("Moscheeverein Zwickau", day, note, followUp), (read.Name, Iso(read.Day), read.Note, Iso(read.FollowUp)));
        Assert.False(read.SaysSector);
    }

    [Fact]
    public void Read_OfWhatIsToGo_SaysSo()
    {
        var read = ProspectLine.Read(Turn, "Moscheeverein Zwickau, ohne Bereich, ohne Notiz, nicht nachfassen", Known);

        Assert.Equal((true, null, string.Empty, true, null), (read.SaysSector, read.Sector, read.Note, read.SaysFollowUp, read.FollowUp));
    }

    [Theory]
    [InlineData("Moscheeverein Zwickau, nachfassen bald")]
    [InlineData("Moscheeverein Zwickau, nachfassen 31.2.")]
    [InlineData("Moscheeverein Zwickau, wir wollen nachfassen, wenn es passt")]
    public void Read_OfADayNobodyUnderstands_AsksAndLosesNothing(string line)
    {
        var read = ProspectLine.Read(Turn, line, Known);

        Assert.Equal((true, false), (read.IsDayUnclear, read.SaysFollowUp));
        Assert.Contains("nachfassen", read.Note, System.StringComparison.Ordinal);
    }

    private static string? Iso(LocalDate? day) => day is { } one ? NodaTime.Text.LocalDatePattern.Iso.Format(one) : null;
}
