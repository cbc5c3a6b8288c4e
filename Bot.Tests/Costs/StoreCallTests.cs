using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Storage;
using Bot.Tests.Conversations;
using NodaTime;
using Xunit;

namespace Bot.Tests.Costs;

/// <summary>What <see cref="StoreCalls"/> says is what is asked of the store: never more, and not so much less that the reckoning would be wrong.</summary>
public sealed class StoreCallTests
{
    private const int Few = 5;
    private const int Many = 25;

    /// <summary>Who of the example is told too: they have opened their chats and act for an organization.</summary>
    private const int Told = 3;

    private static readonly LocalDateTime Eve = new(2027, 1, 13, 12, 0);

    private static readonly string[] Opened = ["katrin", "amina", "bernd", "clara"];

    [Fact]
    public async Task Question_Asked()
    {
        await using var talk = await StartAsync(0);
        await talk.CallsAsync("Plenum am 14. Januar um 18 Uhr im Rathaus");
        await talk.SaysAsync("bernd", "Wann ist die nächste Sitzung?");

        Holds(StoreCalls.Question, await CallsAsync(talk, () => talk.SaysAsync("amina", "Wann ist die nächste Sitzung?")));
    }

    [Fact]
    public async Task Vote_Cast()
    {
        await using var talk = await StartAsync(0);
        await talk.OpensBallotAsync("Abstimmung Plenum: Sollen wir dem Landesnetz beitreten? bis 4.12. 12 Uhr");
        await talk.PressesAsync("bernd", "Ja");

        Holds(StoreCalls.Vote, await CallsAsync(talk, () => talk.PressesAsync("amina", "Ja")));
    }

    [Fact]
    public async Task Attendance_Answered()
    {
        await using var talk = await StartAsync(0);
        await talk.CallsAsync("Plenum am 14. Januar um 18 Uhr im Rathaus");
        await talk.PressesAsync("bernd", "Ich komme");

        Holds(StoreCalls.Attendance, await CallsAsync(talk, () => talk.PressesAsync("amina", "Ich komme")));
    }

    [Fact]
    public async Task Item_Proposed()
    {
        await using var talk = await StartAsync(0);
        await talk.CallsAsync("Plenum am 14. Januar um 18 Uhr im Rathaus");
        await talk.SaysAsync("bernd", "TOP: Haushalt, 15 min");

        Holds(StoreCalls.Item, await CallsAsync(talk, () => talk.SaysAsync("amina", "TOP: Stand Demokratiefest, 15 min")));
    }

    [Fact]
    public async Task Meeting_FromItsCallToItsEve()
    {
        var (few, many) = (await MeetingAsync(Few), await MeetingAsync(Many));
        var member = (many - few) / (double)(Many - Few);

        Holds(StoreCalls.MeetingMember, member);
        Holds(StoreCalls.Meeting, few - (member * (Few + Told)));
    }

    [Fact]
    public async Task Ballot_FromPreviewToResult()
    {
        var (few, many) = (await BallotAsync(Few), await BallotAsync(Many));
        var member = (many - few) / (double)(Many - Few);

        Holds(StoreCalls.BallotMember, member);
        Holds(StoreCalls.Ballot, few - (member * (Few + Told)));
    }

    private static async Task<int> MeetingAsync(int further)
    {
        await using var talk = await StartAsync(further);
        var with = await CallsAsync(talk, async () =>
        {
            await talk.CallsAsync("Plenum am 14. Januar um 18 Uhr im Rathaus");
            await talk.WalkAsync(Eve);
        });
        await using var idle = await StartAsync(further);
        return with - await CallsAsync(idle, () => idle.WalkAsync(Eve));
    }

    private static async Task<int> BallotAsync(int further)
    {
        await using var talk = await StartAsync(further);
        return await CallsAsync(talk, async () =>
        {
            await talk.OpensBallotAsync("Abstimmung Plenum: Sollen wir dem Landesnetz beitreten? bis 4.12. 12 Uhr");
            await talk.EndsBallotAsync();
        });
    }

    private static async Task<int> CallsAsync(Talk talk, Func<Task> act)
    {
        var before = talk.Faults.Trips;
        await act();
        return talk.Faults.Trips - before;
    }

    private static void Holds(int said, double measured) => Assert.True(measured <= said && measured >= said * 0.8, string.Create(CultureInfo.InvariantCulture, $"Said {said}, measured {measured:0.0}."));

    private static async Task<Talk> StartAsync(int further)
    {
        string[] people = [.. Enumerable.Range(1, further).Select(number => $"mitglied{number}")];
        var talk = await Talk.StartAsync(change: snapshot => With(snapshot, people));
        await talk.EverybodyOpensAsync([.. Opened, .. people]);
        return talk;
    }

    private static NetworkSnapshot With(NetworkSnapshot snapshot, string[] people) => snapshot with
    {
        Network = snapshot.Network with
        {
            People = [.. snapshot.Network.People, .. people.Select(who => new Person(new PersonId(who), who, false))],
            Organizations = [.. snapshot.Network.Organizations, .. people.Select(who => new MemberOrganization(new OrganizationId("org-" + who), "Verein " + who, new LocalDate(2024, 3, 12), [new PersonId(who)]))],
        },
        Accounts = snapshot.Accounts.Concat(people.Select(who => new System.Collections.Generic.KeyValuePair<PersonId, Account>(new PersonId(who), new Account("29:" + who, null)))).ToDictionary(),
    };
}
