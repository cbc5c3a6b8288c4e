using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using Bot.Features.ExampleNetwork;
using Bot.Platform.Deliveries;
using Bot.Platform.Tables;
using Bot.Storage;
using NodaTime;

namespace Bot.Tests.Benchmarks;

/// <summary>The example network grown to the largest a network gets: 300 member organizations with one representative each, a meeting ahead,
/// and one open ballot of the plenary whose card stands in the plenary's channel.</summary>
internal static class BenchNetwork
{
    /// <summary>How many may vote.</summary>
    public const int Voters = 300;

    /// <summary>Where activities are posted.</summary>
    public const string Path = "/api/messages";

    /// <summary>The open ballot.</summary>
    public static BallotId Ballot { get; } = new("bench-plenary");

    /// <summary>One of the secret ballots.</summary>
    public static BallotId SecretBallot(int number) => new(string.Create(CultureInfo.InvariantCulture, $"bench-secret-{number:000}"));

    /// <summary>The network's identity.</summary>
    public static NetworkId Id { get; } = new("bench");

    /// <summary>The 1:1 chat of a voter.</summary>
    public static string ConversationOf(int voter) => "a:personal-" + NameOf(voter);

    /// <summary>The account of somebody.</summary>
    public static Account AccountOf(int voter) => new("29:" + NameOf(voter), EntraIdOf(voter));

    private static string NameOf(int voter) => string.Create(CultureInfo.InvariantCulture, $"{voter:000}");

    /// <summary>The organization that votes.</summary>
    public static VoterId VoterOf(int voter) => new("org" + NameOf(voter));

    /// <summary>Writes it into an empty store, as the bot itself would.</summary>
    /// <param name="tables">The store; its tables are created.</param>
    /// <param name="serviceUrl">The Connector under which the ballot's card was posted.</param>
    /// <param name="now">When the ballot opened.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="secretBallots">How many secret ballots are open besides: a secret vote can be cast only once.</param>
    public static async Task SeedAsync(ITableStore tables, Uri serviceUrl, Instant now, CancellationToken cancellationToken, int secretBallots = 0)
    {
        await new TableCreation(tables).StartingAsync(cancellationToken);
        var snapshot = Snapshot();
        await new NetworkStore(tables, TimeProvider.System).TryCreateAsync(snapshot, cancellationToken);
        var plenary = snapshot.Network.GeneralAssembly!;
        await new MeetingStore(tables).TryAddAsync(Id, Meeting(plenary, now), cancellationToken);
        var admission = new Admission
        {
            Id = new AdmissionId("bench"),
            Applicant = "Verein Brücke e. V.",
            AppliedBy = new PersonId("katrin"),
            AppliedAt = now,
            State = AdmissionState.Voting,
            Recommendation = Recommendation.For,
            BoardTally = new Tally(3, 0, 0, 0, Present: null, Entitled: 3, Excluded: 0),
        };
        await new AdmissionStore(tables).TryAddAsync(Id, admission, cancellationToken);
        var ballot = new Ballot(Ballot, now, now + Duration.FromDays(7), MajorityRule.Default, ClosedAt: null);
        var motion = new Motion(MotionKind.Admission, plenary.Id, admission.Applicant, admission.Id.Value);
        await new BallotStore(tables).OpenAsync(Id, new BallotRecord(ballot, motion, Result: null), snapshot.Network.Electorate(plenary), cancellationToken);
        await PostCardAsync(tables, Ballot, serviceUrl, cancellationToken);
        foreach (var id in Enumerable.Range(0, secretBallots).Select(SecretBallot))
        {
            var secret = ballot with { Id = id, Secrecy = BallotSecrecy.Secret };
            var question = new Motion(MotionKind.General, plenary.Id, "Sollen wir das Demokratiefest mit ausrichten?", id.Value);
            await new BallotStore(tables).OpenAsync(Id, new BallotRecord(secret, question, Result: null), snapshot.Network.Electorate(plenary), cancellationToken);
            await PostCardAsync(tables, id, serviceUrl, cancellationToken);
        }
    }

    /// <summary>A pressed [Ja], [Nein] or [Enthaltung] on the voter's own card, as Teams sends it.</summary>
    public static byte[] Vote(int voter, VoteOption option, Uri serviceUrl) => Vote(Ballot, voter, option, serviceUrl);

    /// <summary>The same on any of the ballots.</summary>
    public static byte[] Vote(BallotId ballot, int voter, VoteOption option, Uri serviceUrl) => Bytes(From(voter, serviceUrl, VoteOn(ballot, voter, option)));

    /// <summary>The same before it is said whose it is.</summary>
    public static JsonObject VoteOn(BallotId ballot, int voter, VoteOption option) =>
        Press("ballot.vote", new JsonObject { ["ballot"] = ballot.Value, ["option"] = option.ToString(), ["voter"] = VoterOf(voter).Value });

    /// <summary>A pressed button.</summary>
    public static JsonObject Press(string verb, JsonObject data) => new()
    {
        ["type"] = "invoke",
        ["name"] = "adaptiveCard/action",
        ["replyToId"] = "1",
        ["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data },
            ["trigger"] = "manual",
        },
    };

    /// <summary>The question typed in 1:1, as Teams sends it.</summary>
    public static byte[] Question(int voter, Uri serviceUrl) => Bytes(From(voter, serviceUrl, new JsonObject { ["type"] = "message", ["text"] = "Wann ist die nächste Sitzung?" }));

    /// <summary>The same, asking for the answer in the HTTP answer: the Connector's pace, 30 a second for a tenant, would be all that is measured otherwise.</summary>
    public static byte[] QuestionForReply(int voter, Uri serviceUrl) => Bytes(From(
        voter, serviceUrl, new JsonObject { ["type"] = "message", ["text"] = "Wann ist die nächste Sitzung?", ["deliveryMode"] = "expectReplies" }));

    /// <summary>What somebody sends, as Teams sends it, with an id to be replaced.</summary>
    public static JsonObject From(int voter, Uri serviceUrl, JsonObject activity)
    {
        activity["id"] = NumberedRequest.Place + NameOf(voter);
        activity["channelId"] = "msteams";
        activity["serviceUrl"] = serviceUrl.AbsoluteUri;
        activity["locale"] = "de-DE";
        activity["timestamp"] = "2026-11-23T09:00:00.000Z";
        activity["from"] = new JsonObject { ["id"] = "29:" + NameOf(voter), ["name"] = "Vertretung " + NameOf(voter), ["aadObjectId"] = EntraIdOf(voter) };
        activity["recipient"] = new JsonObject { ["id"] = "28:22222222-2222-2222-2222-222222222222", ["name"] = "Koordinationsbot" };
        activity["conversation"] = new JsonObject { ["id"] = ConversationOf(voter), ["conversationType"] = "personal", ["tenantId"] = ExampleSnapshot.Tenant };
        activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = ExampleSnapshot.Tenant } };
        return activity;
    }

    private static byte[] Bytes(JsonObject activity) => Encoding.UTF8.GetBytes(activity.ToJsonString());

    private static NetworkSnapshot Snapshot()
    {
        var example = ExampleSnapshot.Create();
        var voters = Enumerable.Range(0, Voters).ToList();
        return example with
        {
            Network = example.Network with
            {
                Id = Id,
                Organizations = [.. voters.Select(voter => new MemberOrganization(
                    new OrganizationId(VoterOf(voter).Value), "Verein für Vielfalt " + NameOf(voter) + " e. V.", new LocalDate(2024, 3, 12), [PersonOf(voter)]))],
                People = [.. example.Network.People, .. voters.Select(voter => new Person(PersonOf(voter), "Vertretung " + NameOf(voter), IsCoordinator: false))],
            },
            Accounts = new Dictionary<PersonId, Account>(example.Accounts.Concat(voters.Select(voter =>
                KeyValuePair.Create(PersonOf(voter), AccountOf(voter))))),
        };
    }

    /// <summary>Somebody.</summary>
    public static PersonId PersonOf(int voter) => new("person" + NameOf(voter));

    private static string EntraIdOf(int voter) => string.Create(CultureInfo.InvariantCulture, $"00000000-0000-0000-0001-{voter:000000000000}");

    private static Meeting Meeting(Committee plenary, Instant now) => new()
    {
        Id = new MeetingId("bench"),
        Committee = plenary.Id,
        Day = now.InUtc().Date.PlusDays(30),
        Start = new LocalTime(18, 0),
        Place = "Rathaus, Ratssaal",
        Topic = "Haushalt",
        RulesVersion = 1,
        CalledBy = new PersonId("katrin"),
        CalledAt = now,
    };

    /// <summary>With it, the card in the channel is kept up to how many have voted, while they vote.</summary>
    public static async Task PostCardAsync(ITableStore tables, BallotId ballot, Uri serviceUrl, CancellationToken cancellationToken)
    {
        var ledger = new DeliveryLedger(tables, TimeProvider.System);
        var (mine, row, line) = await ledger.ClaimAsync(
            Subjects.Filed(Id, Subjects.Ballot, ballot.Value), "ballot", ConversationBook.RoomKey(ExampleSnapshot.PlenaryChannel), cancellationToken);
        if (mine)
        {
            var sent = line with { State = DeliveryState.Sent, ConversationId = ExampleSnapshot.PlenaryChannel, ServiceUrl = serviceUrl.AbsoluteUri, ActivityId = "1" };
            await ledger.SaveAsync(row, sent, cancellationToken);
        }
    }
}
