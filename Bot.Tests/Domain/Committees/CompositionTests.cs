using System.Linq;
using Bot.Domain.Committees;
using Bot.Features.ExampleNetwork;
using Xunit;

namespace Bot.Tests.Domain.Committees;

/// <summary>How many organizations of each part of society are in a committee.</summary>
public class CompositionTests
{
    private static readonly Network Example = ExampleSnapshot.Create().Network;

    [Fact]
    public void Of_ThePlenary_CountsEveryMemberOnceAndWhatNobodySaid()
    {
        var network = Said(("kulturbruecke", Sector.Culture), ("jugendtreff", Sector.Culture), ("kirchgemeinde", Sector.Religion));
        var counted = Composition.Of(network, network.GeneralAssembly!);
        Assert.Equal((8, 2, 1, 5, 0), (counted.Organizations, Of(counted, Sector.Culture), Of(counted, Sector.Religion), counted.WithoutSector, counted.PeopleWithout));
        Assert.Equal(15, counted.Sectors.Count);
        Assert.Equal(13, counted.Gaps.Count());
        Assert.Contains(Sector.Police, counted.Gaps);
    }

    [Fact]
    public void Of_TheBoard_CountsTheOrganizationsItsPeopleRepresent()
    {
        var network = Said(("kulturbruecke", Sector.Culture), ("sportbund", Sector.Sport)) with
        {
            // Two of one organization, and one of none.
            Seats = [.. Example.Seats, new Seat(Example.AdvisoryBoard!.Id, new PersonId("ivo")), new Seat(Example.AdvisoryBoard!.Id, new PersonId("samira"))],
        };
        var counted = Composition.Of(network, network.AdvisoryBoard!);
        Assert.Equal((3, 1, 0, 2, 1), (counted.Organizations, Of(counted, Sector.Culture), Of(counted, Sector.Sport), counted.WithoutSector, counted.PeopleWithout));
    }

    private static int Of(Composition counted, Sector sector) => counted.Sectors.Single(pair => pair.Sector == sector).Organizations;

    private static Network Said(params (string Id, Sector Sector)[] said) => Example with
    {
        Organizations = [.. Example.Organizations.Select(one => said.FirstOrDefault(pair => pair.Id == one.Id.Value) is { Id: not null } pair ? one with { Sector = pair.Sector } : one)],
    };
}
