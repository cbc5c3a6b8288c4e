using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Platform.Tables;
using Bot.Storage;
using Bot.Tests.Conversations;
using NodaTime;
using Xunit;

namespace Bot.Tests.Contracts;

/// <summary>Changes of a network, small and large, on both stores.</summary>
public class NetworkChangeTests
{
    private static readonly Instant At = Instant.FromUtc(2027, 1, 4, 9, 0);

    private static readonly PersonId Katrin = new("katrin");

    private static readonly PersonId Amina = new("amina");

    private static readonly CommitteeId Strategy = new("strategie");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Change_OfEverything_IsReadAsItWasMeantAndKeepsTheRest(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        var networks = talk.Get<NetworkStore>();
        await networks.SetMailAsync(Talk.Network, Amina, MailAddress.Read("amina@example.org"), Katrin, At, Cancellation);
        var before = await ReadAsync(networks);
        var amina = before.Network.Person(Amina)!;
        var board = before.Network.AdvisoryBoard!;
        var seat = before.Network.Seats.First(seat => seat.Committee == board.Id);
        var sport = before.Network.Organizations.Single(organization => organization.Id.Value == "sportbund");

        Assert.True(await networks.TryChangeAsync(before, new NetworkChange
        {
            By = Katrin,
            At = At,
            Name = "Runder Tisch Musterstadt",
            Land = GermanLand.Bavaria,
            People = [amina with { Name = "Amina Yıldız-Kaya", Mail = null }, new Person(new PersonId("neu"), "Nele Neu", IsCoordinator: true) { Mail = MailAddress.Read("nele@example.org") }],
            Accounts = new Dictionary<PersonId, Account?> { [new PersonId("neu")] = new("29:neu", null), [Katrin] = null },
            Organizations = [sport with { Sector = Sector.Sport, Representatives = [Amina] }],
            Committees = [new Committee(Strategy, CommitteeKind.Circle, "Strategie", ["Lage"], board.Rules) { IsConfidential = true }],
            Rooms = new Dictionary<CommitteeId, string?> { [board.Id] = null, [Strategy] = "19:strategie@thread.v2" },
            Given = [new Seat(Strategy, Amina)],
            Taken = [seat, new Seat(Strategy, Katrin)],
        }, Cancellation));

        var after = await ReadAsync(networks);
        Assert.Equal(("Runder Tisch Musterstadt", GermanLand.Bavaria), (after.Network.Name, after.Network.Land));
        Assert.Equal(("Amina Yıldız-Kaya", "amina@example.org"), (after.Network.Person(Amina)!.Name, after.Network.Person(Amina)!.Mail?.Value));
        Assert.Equal(before.Accounts[Amina], after.Accounts[Amina]);
        Assert.Equal("29:neu", after.Accounts[new PersonId("neu")].TeamsId);
        Assert.Equal("nele@example.org", after.Network.Person(new PersonId("neu"))!.Mail?.Value);
        Assert.DoesNotContain(Katrin, after.Accounts.Keys);
        var changed = after.Network.Organizations.Single(organization => organization.Id == sport.Id);
        Assert.Equal((Sector.Sport, sport.Name, sport.MemberSince), (changed.Sector, changed.Name, changed.MemberSince));
        Assert.Equal([Amina], changed.Representatives);
        var strategy = after.Network.Committees[^1];
        Assert.Equal((Strategy, true, "Strategie"), (strategy.Id, strategy.IsConfidential, strategy.Name));
        Assert.Equal(board.Rules.Notice, strategy.Rules.Notice);
        Assert.Equal("19:strategie@thread.v2", after.Rooms[Strategy]);
        Assert.DoesNotContain(board.Id, after.Rooms.Keys);
        Assert.Equal(before.Network.Seats.Where(other => other != seat).Append(new Seat(Strategy, Amina)).ToHashSet(), after.Network.Seats.ToHashSet());
        Assert.Equal(before.Network.Committees.Select(committee => committee.Id), after.Network.Committees.SkipLast(1).Select(committee => committee.Id));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Change_DecidedOnAnOlderNetwork_WritesNothing(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        var networks = talk.Get<NetworkStore>();
        var basis = await ReadAsync(networks);

        Assert.True(await networks.TryChangeAsync(basis, Large(basis, "eins", 120), Cancellation));
        Assert.False(await networks.TryChangeAsync(basis, Large(basis, "zwei", 120), Cancellation));
        Assert.False(await networks.TryChangeAsync(basis, new NetworkChange { By = Katrin, At = At, Name = "Anders" }, Cancellation));

        var after = await ReadAsync(networks);
        Assert.Equal(basis.Network.Name, after.Network.Name);
        Assert.Equal(120, after.Network.Organizations.Count(organization => organization.Id.Value.StartsWith("eins", StringComparison.Ordinal)));
        Assert.DoesNotContain(after.Network.Organizations, organization => organization.Id.Value.StartsWith("zwei", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Store.Sqlite, false)]
    [InlineData(Store.Sqlite, true)]
    [InlineData(Store.AzureTables, true)]
    public async Task LargeChange_FailingAtAnyWrite_IsThereWholeOrNotAtAll(Store store, bool isWritten)
    {
        await using var talk = await Talk.StartAsync(store);
        var networks = talk.Get<NetworkStore>();
        var failing = 0;
        for (var hasFailed = true; hasFailed;)
        {
            failing++;
            var mark = $"r{failing.ToString(CultureInfo.InvariantCulture)}-";
            var before = await ReadAsync(networks);
            var seat = before.Network.Seats[0];
            talk.Faults.Count(isWritten ? 0 : failing, isWritten ? failing : 0);
            hasFailed = await Record.ExceptionAsync(() => networks.TryChangeAsync(before, Large(before, mark, 130) with { Taken = [seat] }, Cancellation)) is not null;
            talk.Faults.Count();

            // Another instance, without a copy of its own, sees all of it or nothing; also after the next change, which settles what was left.
            var seen = new List<int>();
            foreach (var name in new[] { null, "Name " + mark })
            {
                var other = new NetworkStore(talk.Get<ITableStore>(), TimeProvider.System);
                var now = await ReadAsync(other);
                if (name is not null)
                {
                    // Settling what was left is a write as well: then the change is decided once more.
                    var change = new NetworkChange { By = Katrin, At = At, Name = name };
                    Assert.True(await other.TryChangeAsync(now, change, Cancellation) || await other.TryChangeAsync(await ReadAsync(other), change, Cancellation));
                    now = await ReadAsync(other);
                    Assert.Equal(name, now.Network.Name);
                }

                var count = now.Network.Organizations.Count(organization => organization.Id.Value.StartsWith(mark, StringComparison.Ordinal));
                Assert.Equal(count, now.Network.People.Count(person => person.Id.Value.StartsWith(mark, StringComparison.Ordinal)));
                Assert.Equal(count == 0, now.Network.Seats.Contains(seat));
                seen.Add(count);
            }

            Assert.True(seen[0] is 0 or 130, $"{seen[0]} of 130");
            Assert.Equal(seen[0], seen[1]);
            Assert.True(await networks.TryChangeAsync(await ReadAsync(new NetworkStore(talk.Get<ITableStore>(), TimeProvider.System)), new NetworkChange { By = Katrin, At = At, Given = [seat] }, Cancellation));
        }

        Assert.InRange(failing, 8, 40);
        Assert.DoesNotContain(await RowsAsync(talk), row => row.RowKey.StartsWith("staged|", StringComparison.Ordinal));
    }

    [Fact]
    public async Task LargeChange_WhileOthersReadAfterEachWrite_IsNeverSeenInPart()
    {
        await using var talk = await Talk.StartAsync();
        var networks = talk.Get<NetworkStore>();
        var before = await ReadAsync(networks);
        var seen = new List<int>();
        talk.Faults.BeforeWrite = async _ =>
        {
            var now = await ReadAsync(new NetworkStore(talk.Get<ITableStore>(), TimeProvider.System));
            seen.Add(now.Network.Organizations.Count - before.Network.Organizations.Count);
            Assert.Equal(seen[^1], now.Network.People.Count - before.Network.People.Count);
        };
        Assert.True(await networks.TryChangeAsync(before, Large(before, "viele-", 150), Cancellation));
        talk.Faults.BeforeWrite = null;

        Assert.Equal([0, 150], seen.Distinct());
        Assert.Equal(before.Network.Organizations.Count + 150, (await ReadAsync(networks)).Network.Organizations.Count);
    }

    private static NetworkChange Large(NetworkSnapshot basis, string mark, int count)
    {
        var ids = Enumerable.Range(0, count).Select(number => mark + number.ToString("000", CultureInfo.InvariantCulture)).ToList();
        return new NetworkChange
        {
            By = Katrin,
            At = At,
            People = [.. ids.Select(id => new Person(new PersonId(id), "Person " + id, IsCoordinator: false))],
            Organizations = [.. ids.Select(id => new MemberOrganization(new OrganizationId(id), "Verein " + id, basis.Network.Organizations[0].MemberSince, [new PersonId(id)]))],
        };
    }

    private static async Task<NetworkSnapshot> ReadAsync(NetworkStore networks) => (await networks.FindAsync(Talk.Network, Cancellation))!;

    private static async Task<List<TableEntity>> RowsAsync(Talk talk)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in talk.Get<ITableStore>().QueryAsync(TableNames.Networks, RowRange.All(Talk.Network.Value), Cancellation))
        {
            rows.Add(row);
        }

        return rows;
    }
}
