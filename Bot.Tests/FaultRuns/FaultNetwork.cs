using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Features.ExampleNetwork;
using Bot.Platform.Activities;
using Bot.Platform.Activities.Connector;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using Bot.Storage;
using Bot.Tests.Benchmarks;
using Bot.Tests.TestSupport;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Bot.Tests.FaultRuns;

/// <summary>The plenary that is told and votes: so many organizations, and so many people who act for them, all of whom the bot can reach in 1:1.</summary>
internal static class FaultNetwork
{
    /// <summary>Which of the people coordinates: one more than those who are told.</summary>
    public static int CoordinatorOf(FaultPlan plan) => plan.Recipients;

    /// <summary>Where everybody of the plenary is told, by ledger key: the coordinator and the plenary's channel too.</summary>
    public static IEnumerable<string> Told(FaultPlan plan) => Enumerable.Range(0, plan.Recipients + 1)
        .Select(person => ConversationBook.PersonalKey(BenchNetwork.AccountOf(person).Key)).Append(ConversationBook.RoomKey(ExampleSnapshot.PlenaryChannel));

    /// <summary>Writes it into an empty store, as the bot itself would, with one ballot that is open for a week.</summary>
    public static async Task SeedAsync(ITableStore tables, FaultPlan plan, Uri serviceUrl, CancellationToken cancellationToken)
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        await new TableCreation(tables).StartingAsync(cancellationToken);
        var snapshot = Snapshot(plan);
        await new NetworkStore(tables, TimeProvider.System).TryCreateAsync(snapshot, cancellationToken);
        var plenary = snapshot.Network.GeneralAssembly!;
        var ballot = new Ballot(BenchNetwork.Ballot, now, now + Duration.FromDays(7), MajorityRule.Default, ClosedAt: null);
        var motion = new Motion(MotionKind.General, plenary.Id, "Sollen wir das Demokratiefest ausrichten?", ballot.Id.Value);
        await new BallotStore(tables).OpenAsync(BenchNetwork.Id, new BallotRecord(ballot, motion, Result: null), snapshot.Network.Electorate(plenary), cancellationToken);
        await BenchNetwork.PostCardAsync(tables, ballot.Id, serviceUrl, cancellationToken);
        await MeetAsync(tables, plan, serviceUrl.AbsoluteUri, cancellationToken);
    }

    private static async Task MeetAsync(ITableStore tables, FaultPlan plan, string serviceUrl, CancellationToken cancellationToken)
    {
        var hosts = new ServiceUrls(Options.Create(new ActivityOptions()), new TestEnvironment(Environments.Development));
        var book = new ConversationBook(tables, new DueTable(tables, new SweepSignal(), TimeProvider.System), hosts, TimeProvider.System);
        foreach (var person in Enumerable.Range(0, plan.Recipients + 1))
        {
            var key = ConversationBook.PersonalKey(BenchNetwork.AccountOf(person).Key);
            await book.SaveAsync(new KnownConversation(ExampleSnapshot.Tenant, key, BenchNetwork.ConversationOf(person), serviceUrl, "de-DE", true), cancellationToken);
        }

        var room = ConversationBook.RoomKey(ExampleSnapshot.PlenaryChannel);
        await book.SaveAsync(new KnownConversation(ExampleSnapshot.Tenant, room, ExampleSnapshot.PlenaryChannel, serviceUrl, null, true), cancellationToken);
        await book.SaveAsync(new KnownConversation(ExampleSnapshot.Tenant, ConversationBook.ServiceKey, string.Empty, serviceUrl, null, true), cancellationToken);
    }

    private static NetworkSnapshot Snapshot(FaultPlan plan)
    {
        var example = ExampleSnapshot.Create();
        var people = Enumerable.Range(0, plan.Recipients + 1).ToList();
        return example with
        {
            Network = example.Network with
            {
                Id = BenchNetwork.Id,
                Organizations = [.. Enumerable.Range(0, plan.Voters).Select(voter => new MemberOrganization(
                    new OrganizationId(BenchNetwork.VoterOf(voter).Value),
                    "Verein für Vielfalt " + BenchNetwork.VoterOf(voter).Value + " e. V.",
                    new LocalDate(2024, 3, 12),
                    [.. people.Where(person => person % plan.Voters == voter && person < plan.Recipients).Select(BenchNetwork.PersonOf)]))],
                People = [.. people.Select(person => new Person(BenchNetwork.PersonOf(person), "Vertretung " + BenchNetwork.PersonOf(person).Value, person == CoordinatorOf(plan)))],
                Seats = [],
            },
            Accounts = people.ToDictionary(BenchNetwork.PersonOf, BenchNetwork.AccountOf),
        };
    }
}
