using System;
using System.Linq;
using Bot.Domain.Agendas;
using Bot.Domain.Minutes;
using Bot.Domain.Sessions;
using Bot.Storage;
using Xunit;

namespace Bot.Tests.Domain.Minutes;

/// <summary>The version for everybody names nobody and holds nothing that is for the committee alone.</summary>
public class PublicMinutesTests
{
    private static readonly MinutesBody Public = HeldMeeting.Body().ForEverybody();

    [Fact]
    public void ForEverybody_AnyNameOfTheNetwork_IsNowhere()
    {
        var text = MinutesText.Write(Public);
        var names = HeldMeeting.Network.People.Select(person => person.Name)
            .Concat(HeldMeeting.Network.Organizations.Select(organization => organization.Name))
            .Append("Verein Abseits").Append("Rathaus").Append("Bewerbung").Append("Personalfrage").Append("Angebot").Append("Strom").Append("Gastgeberin").Append("falsche Frage")
            .Append("Marktplatz").Append("Die Stelle wird ausgeschrieben");
        Assert.All(names, name => Assert.DoesNotContain(name, text, StringComparison.Ordinal));
        Assert.DoesNotContain("amina", text, StringComparison.Ordinal);
        Assert.DoesNotContain("kulturbruecke", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ForEverybody_Decisions_KeepTheirWordsAndCounts()
    {
        Assert.True(Public.IsPublic);
        Assert.Equal([1, 2, 4, 5], Public.Items.Select(item => item.Place));
        var item = Public.At(2)!;
        Assert.Equal(SessionEntryKind.Decision, Assert.Single(item.Entries).Kind);
        Assert.Equal(["ballot-2", "ballot-4"], item.Ballots.Select(ballot => ballot.Ballot.Value));
        Assert.Equal(HeldMeeting.Body().At(2)!.Ballots[1].Result, item.Ballots[0].Result);
        Assert.Equal(3, Public.Presence.Count);
        Assert.Equal([string.Empty, string.Empty], Public.At(4)!.Elections[0].Mandates.Select(mandate => mandate.Name));
    }

    [Theory]
    [InlineData(Bot.Domain.Voting.MotionKind.Admission)]
    [InlineData(Bot.Domain.Voting.MotionKind.AdmissionRecommendation)]
    [InlineData(Bot.Domain.Voting.MotionKind.Expulsion)]
    public void ForEverybody_BallotAboutAnOrganization_DoesNotSayWhich(Bot.Domain.Voting.MotionKind kind)
    {
        var sources = HeldMeeting.Sources();
        var ballot = sources.Ballots[0] with { Motion = sources.Ballots[0].Motion with { Kind = kind, Title = "Verein Brücke", Text = "Verein Brücke e. V." } };
        var shown = MinutesAssembly.Assemble(sources with { Ballots = [ballot] }).ForEverybody().At(2)!.Ballots[0];
        Assert.Equal((string.Empty, string.Empty), (shown.Title, shown.Text));
        Assert.NotNull(shown.Result);
    }

    [Fact]
    public void WithoutConfidential_LeavesOutTheConfidentialAlone()
    {
        var body = HeldMeeting.Body();
        var shown = body.WithoutConfidential();
        Assert.Equal(body.Items.Where(item => item.Visibility == AgendaVisibility.All), shown.Items);
        Assert.Same(body.Attendance, shown.Attendance);
    }
}
