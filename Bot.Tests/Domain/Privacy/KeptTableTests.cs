using System;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Privacy;
using Bot.Features.ExampleNetwork;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Privacy;

/// <summary>What becomes of what is kept, line by line, and who may leave.</summary>
public class KeptTableTests
{
    [Theory]
    [InlineData(KeptKind.Profile, Fate.Goes)]
    [InlineData(KeptKind.Mail, Fate.Goes)]
    [InlineData(KeptKind.Place, Fate.Goes)]
    [InlineData(KeptKind.Settings, Fate.Goes)]
    [InlineData(KeptKind.Chat, Fate.Goes)]
    [InlineData(KeptKind.Deliveries, Fate.Goes)]
    [InlineData(KeptKind.Replies, Fate.Goes)]
    [InlineData(KeptKind.Attendance, Fate.LosesName)]
    [InlineData(KeptKind.MeetingWork, Fate.LosesName)]
    [InlineData(KeptKind.Tasks, Fate.LosesName)]
    [InlineData(KeptKind.Votes, Fate.LosesName)]
    [InlineData(KeptKind.Elections, Fate.LosesName)]
    [InlineData(KeptKind.Admissions, Fate.LosesName)]
    [InlineData(KeptKind.Prospects, Fate.LosesName)]
    [InlineData(KeptKind.Resolutions, Fate.LosesName)]
    [InlineData(KeptKind.Acts, Fate.LosesName)]
    [InlineData(KeptKind.Minutes, Fate.LosesName)]
    [InlineData(KeptKind.Changes, Fate.LosesName)]
    [InlineData(KeptKind.Contact, Fate.Goes)]
    [InlineData(KeptKind.LookedAt, Fate.Goes)]
    [InlineData(KeptKind.LookUps, Fate.LosesName)]
    [InlineData(KeptKind.Lists, Fate.Expires)]
    [InlineData(KeptKind.Leaving, Fate.Expires)]
    public void FateOf_EachKind_IsAsTheTableSays(KeptKind kind, Fate fate) => Assert.Equal(fate, KeptTable.FateOf(kind));

    [Fact]
    public void All_Kinds_StandInItOnce() => Assert.Equal(Enum.GetValues<KeptKind>(), KeptTable.All.Select(rule => rule.Kind).Order());

    [Theory]
    [InlineData("katrin", 1, true)]
    [InlineData("katrin", 2, false)]
    [InlineData("amina", 1, false)]
    [InlineData("nobody", 1, false)]
    public void IsLastCoordinator_OfOneOrTwo_HoldsOnlyWhoIsAlone(string who, int coordinators, bool isLast)
    {
        var network = ExampleSnapshot.Create().Network;
        network = network with { People = [.. network.People.Select(person => coordinators == 2 && person.Id.Value == "bernd" ? person with { IsCoordinator = true } : person)] };

        Assert.Equal(isLast, Departure.IsLastCoordinator(network, new PersonId(who)));
    }

    [Fact]
    public void Of_SomebodyWithSeatAndOrganization_KnowsBoth()
    {
        var network = ExampleSnapshot.Create().Network;
        var person = network.Organizations[0].Representatives[0];

        var departure = Departure.Of(network, person, ["29:x"], Instant.FromUtc(2026, 11, 23, 9, 0));

        Assert.Contains(network.Organizations[0].Id, departure.Represented);
        Assert.Equal(network.Seats.Where(seat => seat.Person == person).Select(seat => seat.Committee), departure.Seats);
    }
}
