using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Memberships;
using Bot.Domain.Records;
using Bot.Features.ExampleNetwork;
using Bot.Platform.Tables;
using Bot.Storage;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <content>Scenes that many dialogues begin with, and looks into what is stored.</content>
internal sealed partial class Talk
{
    /// <summary>The example network.</summary>
    public static readonly NetworkId Network = new("musterstadt");

    /// <summary>Several people open their 1:1 chats, and the bot is in both rooms.</summary>
    public async Task EverybodyOpensAsync(params string[] people)
    {
        foreach (var who in people)
        {
            await OpensAsync(who);
        }

        await SaysAsync("amina", "hallo", Board);
        await SaysAsync("amina", "hallo", Plenary);
    }

    /// <summary>The coordinator calls a meeting by typing it and pressing [Einladen].</summary>
    public async Task CallsAsync(string line, string who = "katrin")
    {
        await SaysAsync(who, line);
        Assert.Contains("Eingeladen:", await PressesAsync(who, "Einladen"), StringComparison.Ordinal);
    }

    /// <summary>The coordinator applies for an organization.</summary>
    public async Task AppliesAsync(string name, string representative = "-")
    {
        await SaysAsync("katrin", "Aufnahme beantragen: " + name);
        Assert.Contains("Der Beirat stimmt jetzt", await PressesAsync("katrin", "Antrag stellen", null, ("representative", representative)), StringComparison.Ordinal);
    }

    /// <summary>The coordinator opens a ballot by typing it and pressing [Abstimmung eröffnen].</summary>
    public async Task OpensBallotAsync(string line)
    {
        await SaysAsync("katrin", line);
        Assert.Contains("Die Abstimmung ist eröffnet", await PressesAsync("katrin", "Abstimmung eröffnen"), StringComparison.Ordinal);
    }

    /// <summary>The coordinator ends the only running ballot.</summary>
    public Task EndsBallotAsync() => EndsBallotAsync(string.Empty);

    /// <summary>The coordinator ends the running ballot on that title.</summary>
    public async Task EndsBallotAsync(string title)
    {
        await SaysAsync("katrin", title.Length == 0 ? "Abstimmung beenden" : "Abstimmung beenden: " + title);
        await PressesAsync("katrin", "Ja, jetzt beenden");
    }

    /// <summary>A case comes to the plenary: the board has voted as said and its ballot is ended.</summary>
    public async Task PlenaryVotesOnAsync(string name, string board = "Ja", string representative = "-")
    {
        await AppliesAsync(name, representative);
        foreach (var who in new[] { "amina", "bernd" })
        {
            await SaysAsync(who, board);
        }

        await EndsBallotAsync();
    }

    /// <summary>Somebody gives up their seat on the board; the bot reads the network anew.</summary>
    public async Task LeavesTheBoardAsync(string who)
    {
        var seat = new TableEntity(Network.Value, "seat|beirat|" + who) { ETag = Azure.ETag.All };
        await ChangeNetworkAsync(TableTransactionAction.Delete(seat));
    }

    /// <summary>Gives an organization other representatives.</summary>
    public async Task ChangeRepresentativesAsync(string organization, params string[] people)
    {
        var row = (await Get<ITableStore>().GetEntityIfExistsAsync(TableNames.Networks, Network.Value, "organization|" + organization, Cancellation))!;
        row["Representatives"] = string.Join('|', people);
        await ChangeNetworkAsync(TableTransactionAction.Update(row));
    }

    /// <summary>Changes rows of the network as an administrator would: together with its head, so that every instance notices.</summary>
    public async Task ChangeNetworkAsync(params TableTransactionAction[] actions)
    {
        var tables = Get<ITableStore>();
        var head = (await tables.GetEntityIfExistsAsync(TableNames.Networks, Network.Value, "network", Cancellation))!;
        Assert.IsType<TransactionResult.Committed>(await tables.SubmitTransactionAsync(TableNames.Networks, [TableTransactionAction.Update(head), .. actions], Cancellation));
        Time.Now += Duration.FromSeconds(6);
    }

    /// <summary>All meetings from today on.</summary>
    public async Task<IReadOnlyList<Meeting>> MeetingsAsync()
    {
        var found = new List<Meeting>();
        await foreach (var meeting in Get<MeetingStore>().FromAsync(Network, new LocalDate(2026, 11, 1), Cancellation))
        {
            found.Add(meeting);
        }

        return found;
    }

    /// <summary>All resolutions, in order.</summary>
    public async Task<IReadOnlyList<ResolutionEntry>> ResolutionsAsync()
    {
        var found = new List<ResolutionEntry>();
        await foreach (var entry in Get<ResolutionStore>().AllAsync(Network, null, Cancellation))
        {
            found.Add(entry);
        }

        return found;
    }

    /// <summary>The running case of that name, or null.</summary>
    public async Task<Admission?> RunningCaseAsync(string name) => (await Get<AdmissionStore>().FindRunningAsync(Network, name, Cancellation))?.Value;

    /// <summary>Adds a person with an account to a network.</summary>
    public static NetworkSnapshot With(NetworkSnapshot snapshot, string who, string name, bool isCoordinator = false) => snapshot with
    {
        Network = snapshot.Network with { People = [.. snapshot.Network.People, new Person(new PersonId(who), name, isCoordinator)] },
        Accounts = snapshot.Accounts.Append(new(new PersonId(who), new Account("29:" + who, null))).ToDictionary(),
    };

    /// <summary>A second coordinator, Ruth Lange.</summary>
    public static NetworkSnapshot WithRuth(NetworkSnapshot snapshot) => With(snapshot, "ruth", "Ruth Lange", isCoordinator: true);

    /// <summary>Nothing stands on every agenda.</summary>
    public static NetworkSnapshot WithoutStandingItems(NetworkSnapshot snapshot) => snapshot with
    {
        Network = snapshot.Network with
        {
            Committees = [.. snapshot.Network.Committees.Select(one => one with { Rules = one.Rules with { StandingItems = Bot.Domain.Agendas.StandingItems.None } })],
        },
    };

    /// <summary>Gives a committee other rules.</summary>
    public static NetworkSnapshot WithRules(NetworkSnapshot snapshot, string committee, Func<RulesOfProcedure, RulesOfProcedure> change) => snapshot with
    {
        Network = snapshot.Network with
        {
            Committees = [.. snapshot.Network.Committees.Select(one => one.Id.Value == committee ? one with { Rules = change(one.Rules) } : one)],
        },
    };

    /// <summary>The tenant of the example network.</summary>
    public static string Tenant => ExampleSnapshot.Tenant;
}
