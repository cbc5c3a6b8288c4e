using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using NodaTime;

namespace Bot.Features.Setup.FoundNetwork;

/// <summary>Sets up a network with its plenary and its first coordinator: one write of the tenant's row makes it count. Whoever dies before leaves rows that never
/// count and are written again with the same keys.</summary>
internal sealed class FoundNetworkHandler(NetworkStore networks, SetupCodeStore codes, DueTable due, TimeProvider time)
{
    /// <summary>Sets it up.</summary>
    /// <param name="reader">The coordinator's language, which becomes the network's.</param>
    /// <param name="tenant">Where.</param>
    /// <param name="account">The coordinator's account.</param>
    /// <param name="name">The coordinator's name.</param>
    /// <param name="fields">Without faults.</param>
    /// <param name="cancellationToken">Stops it before it counts.</param>
    /// <returns>False when the tenant has a network already; it stays as it is.</returns>
    public async Task<bool> HandleAsync(Reader reader, string tenant, Account account, string name, FoundingFields fields, CancellationToken cancellationToken)
    {
        // Of the coordinator too: of two with a code each, nobody writes into the other's rows.
        var id = new NetworkId("n-" + HeardMessage.Fingerprint(tenant + "\n" + account.Key));
        var foreseen = await ForeseeAsync(id, cancellationToken);
        var isFounded = await networks.TryCreateAsync(New(id, reader, tenant, account, name, fields), cancellationToken);
        await due.LookNowAsync(foreseen, cancellationToken);
        await codes.ForgetAsync(tenant, cancellationToken);
        return isFounded;
    }

    /// <summary>Sets a network up beside those the tenant has, for somebody who has brought a code for that. Repeating it changes nothing.</summary>
    /// <param name="reader">The coordinator's language, which becomes the network's.</param>
    /// <param name="tenant">Where.</param>
    /// <param name="account">The coordinator's account.</param>
    /// <param name="name">The coordinator's name.</param>
    /// <param name="fields">Without faults.</param>
    /// <param name="cancellationToken">Stops it before it counts.</param>
    public async Task HandleBesideAsync(Reader reader, string tenant, Account account, string name, FoundingFields fields, CancellationToken cancellationToken)
    {
        var id = NetworkId.Further(HeardMessage.Fingerprint(tenant + "\n" + account.Key + "\n" + fields.Name));
        var foreseen = await ForeseeAsync(id, cancellationToken);
        await networks.TryCreateBesideAsync(New(id, reader, tenant, account, name, fields), cancellationToken);
        await due.LookNowAsync(foreseen, cancellationToken);
        await networks.ChooseAsync(tenant, account.Key, id, cancellationToken);
        await codes.ForgetTakenAsync(tenant, account.NameInForms, cancellationToken);
    }

    /// <summary>What a network keeps is deleted in time from its first day on, also where no committee ever gets a rhythm.</summary>
    private Task<DueRow> ForeseeAsync(NetworkId id, CancellationToken cancellationToken) => due.ForeseeAsync(Subjects.Due(id, Subjects.Retention, id.Value), [], cancellationToken);

    private NetworkSnapshot New(NetworkId id, Reader reader, string tenant, Account account, string name, FoundingFields fields)
    {
        var zone = fields.ReadZone()!;
        var today = Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(zone).Date;
        var plenary = new Committee(new CommitteeId("plenum"), CommitteeKind.GeneralAssembly, fields.Plenary, [], CommitteeRules.New(reader, CommitteeKind.GeneralAssembly, today));
        return new NetworkSnapshot
        {
            Network = new Network
            {
                Id = id,
                Name = fields.Name,
                Zone = zone,
                Land = fields.ReadLand()!.Value,
                Committees = [plenary],
                Organizations = [],
                People = [new Person(account.NewPerson, name, IsCoordinator: true)],
                Seats = [],
            },
            Tenant = tenant,
            Language = reader.Language,
            Accounts = new Dictionary<PersonId, Account> { [account.NewPerson] = account },
            Rooms = new Dictionary<CommitteeId, string>(),
            Version = default,
        };
    }
}
