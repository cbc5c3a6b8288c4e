using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Privacy;
using Bot.Features.ExampleNetwork;
using Xunit;

namespace Bot.Tests.Domain.Privacy;

/// <summary>Who may be told a field: audience by relation, both sides of each line.</summary>
public class ContactSheetTests
{
    private static readonly CommitteeId Board = new("beirat");

    [Theory]
    [InlineData(ContactAudience.Nobody, "coordinator", false)]
    [InlineData(ContactAudience.Nobody, "colleague", false)]
    [InlineData(ContactAudience.Coordinators, "coordinator", true)]
    [InlineData(ContactAudience.Coordinators, "colleague", false)]
    [InlineData(ContactAudience.Committees, "coordinator", true)]
    [InlineData(ContactAudience.Committees, "colleague", true)]
    [InlineData(ContactAudience.Committees, "member", false)]
    [InlineData(ContactAudience.Members, "member", true)]
    [InlineData(ContactAudience.Members, "guest", false)]
    [InlineData(ContactAudience.Members, "unknown", false)]
    [InlineData(ContactAudience.Members, "former", false)]
    public void Includes_EachAudience_HoldsWhomItSays(ContactAudience audience, string reader, bool isIncluded) =>
        Assert.Equal(isIncluded, ContactSheet.Includes(audience, Network(isLocked: false), new PersonId("owner"), new PersonId(reader)));

    [Theory]
    [InlineData("coordinator", true)]
    [InlineData("colleague", false)]
    [InlineData("member", false)]
    public void Includes_OfALockedProfile_HoldsCoordinatorsOnly(string reader, bool isIncluded) =>
        Assert.Equal(isIncluded, ContactSheet.Includes(ContactAudience.Members, Network(isLocked: true), new PersonId("owner"), new PersonId(reader)));

    [Fact]
    public void For_TheOwner_IsEverything()
    {
        var sheet = ContactSheet.Empty.With(ContactField.Phone, "1", ContactAudience.Nobody).With(ContactField.Mail, "m", ContactAudience.Nobody).With(ContactField.Mail, string.Empty, ContactAudience.Members);
        Assert.Equal([ContactField.Phone], sheet.For(Network(false), new PersonId("owner"), new PersonId("owner")).Select(entry => entry.Key));
        Assert.Empty(sheet.For(Network(false), new PersonId("owner"), new PersonId("coordinator")));
    }

    private static Network Network(bool isLocked)
    {
        var example = ExampleSnapshot.Create().Network;
        IReadOnlyList<string> names = ["owner", "coordinator", "colleague", "member", "guest"];
        return example with
        {
            People = [.. names.Select(name => new Person(new PersonId(name), name, name == "coordinator") { HiddenName = isLocked && name == "owner" ? "Owner" : null })],
            FormerPeople = [new Person(new PersonId("former"), "x", IsCoordinator: true) { HasLeft = true }],
            Seats = [new Seat(Board, new PersonId("owner")), new Seat(Board, new PersonId("colleague"))],
            Organizations = [example.Organizations[0] with { Representatives = [new PersonId("member")] }],
        };
    }
}
