using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Attacks;

/// <summary>Every cell of the table of rights, tried with the whole bot: somebody who has that role and no other types or presses what asks for that right, and is answered as the
/// table says.</summary>
public class RightsCellTests
{
    /// <summary>Who has each role towards the board and nothing more: a stranger, somebody known, somebody who acts for a member, a seat without a member, the chair of the meeting
    /// without a seat, a coordinator. Whose the thing is, each probe says.</summary>
    private static readonly (Roles Role, string Person)[] People =
    [
        (Roles.Stranger, "fremd"), (Roles.Guest, "samira"), (Roles.Member, "edda"), (Roles.CommitteeMember, "jana"), (Roles.Chair, "dao"), (Roles.Coordinator, "katrin"),
    ];

    /// <summary>A network that is there cannot be set up once more; <c>FoundNetworkTests</c> tell who may. That a lot waits in an election takes a tie between candidates; <c>ElectionTests</c> tell who may witness it.
    /// Whoever locks a profile of their own is a stranger from then on, and whose names coordinators read is no command: <c>ProfileLockTests</c> tell both. What is told of contacts
    /// depends on consent; <c>ContactSheetTests</c> tell to whom. Whoever is nothing but
    /// known here has applied, so that the case is theirs; <c>EndApplicationTests</c> and <c>MembershipCasesTests</c> tell who may take it back and see it.</summary>
    private static readonly Right[] NotStaged =
        [Right.WitnessElectionLot, Right.FoundNetwork, Right.LockOwnProfile, Right.KnowLockedNames, Right.BeToldContacts, Right.WithdrawApplication, Right.ReadMembershipCase];

    [Fact]
    public void EveryRight_HasAProbe() => Assert.Equal(Enum.GetValues<Right>().Except(NotStaged).Order(), RightsProbes.All.Select(probe => probe.Right).Distinct().Order());

    [Fact]
    public async Task EveryCell_TriedWithTheWholeBot_IsAnsweredAsTheTableSays()
    {
        await using var talk = await RightsScene.WorldAsync();
        var network = (await talk.NetworkAsync()).Network;
        talk.Settles = false;
        var faults = new List<string>();
        var cells = 0;
        foreach (var probe in RightsProbes.All)
        {
            foreach (var (role, person) in probe.Owner is null ? People : [.. People, (Roles.Owner, probe.Owner)])
            {
                var held = network.Committees.Where(committee => probe.Committee == RightsProbe.Any ? !committee.IsConfidential : committee.Id.Value == probe.Committee)
                    .Select(committee => network.RolesOf(person == "fremd" ? null : new PersonId(person), committee, probe.HasChair ? new PersonId("dao") : null, role == Roles.Owner))
                    .Aggregate((one, other) => one | other);
                var said = await probe.TryAsync(talk, person, $"{probe.Right}-{person}-{role}");
                cells++;
                if (said.Contains(probe.Allowed, StringComparison.Ordinal) != RightsTable.Of(probe.Right).Allows(held, Place.Private))
                {
                    faults.Add($"{probe.Right} by {person} ({held}): {said.ReplaceLineEndings(" / ")}");
                }
            }
        }

        Faults.None(faults);
        Assert.InRange(cells, (RightsTable.All.Count - NotStaged.Length) * People.Length, 600);
    }
}
