using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Storage;

/// <summary>A network as it was read, with what ties it to Teams: who is which account, which conversation is whose.</summary>
internal sealed record NetworkSnapshot
{
    /// <summary>The identity of no network: what somebody is told of whom none of several networks knows.</summary>
    public static readonly NetworkId Nobody = new("nobody");

    /// <summary>The network.</summary>
    public required Network Network { get; init; }

    /// <summary>The Teams tenant it lives in.</summary>
    public required string Tenant { get; init; }

    /// <summary>Language of what is said to a committee as a whole: <c>de</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The account of each person who has one.</summary>
    public required IReadOnlyDictionary<PersonId, Account> Accounts { get; init; }

    /// <summary>The accounts of people whose profile is locked: nobody's for everything but unlocking it. Nothing is sent to them, and what they say is a stranger's.</summary>
    public IReadOnlyDictionary<PersonId, Account> LockedAccounts { get; init; } = ImmutableDictionary<PersonId, Account>.Empty;

    /// <summary>The conversation of each committee that has one, without thread.</summary>
    public required IReadOnlyDictionary<CommitteeId, string> Rooms { get; init; }

    /// <summary>The networks of its tenant as they were when one was last added, for noticing that one was; null while it has been alone.</summary>
    public string? Beside { get; init; }

    /// <summary>Version of the network's head row; changes with every change of the network.</summary>
    public required Azure.ETag Version { get; init; }

    private Dictionary<string, PersonId> ByAccount => field ??= Accounts
        .SelectMany(pair => pair.Value.Keys.Select(key => (key, pair.Key)))
        .GroupBy(pair => pair.key, System.StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.First().Key, System.StringComparer.OrdinalIgnoreCase);

    /// <summary>A network without anything, for whoever it is not known of which network they are.</summary>
    public static NetworkSnapshot Nowhere(string tenant) => new()
    {
        Network = new Network
        {
            Id = Nobody, Name = string.Empty, Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"], Land = Domain.Dates.GermanLand.Saxony, Committees = [], Organizations = [], People = [], Seats = [],
        },
        Tenant = tenant,
        Language = "de",
        Accounts = new Dictionary<PersonId, Account>(),
        Rooms = new Dictionary<CommitteeId, string>(),
        Version = default,
    };

    /// <summary>Whose account this is, or null for somebody unknown to the network.</summary>
    public Person? PersonOf(Account account) =>
        account.Keys.Select(key => ByAccount.TryGetValue(key, out var id) ? Network.Person(id) : null).FirstOrDefault(person => person is not null);

    /// <summary>Whose locked profile this is the account of; null for everybody else.</summary>
    public Person? LockedPersonOf(Account account) => LockedAccounts
        .Where(pair => pair.Value.Keys.Intersect(account.Keys, StringComparer.OrdinalIgnoreCase).Any()).Select(pair => Network.Person(pair.Key)).FirstOrDefault();

    /// <summary>The same with the names of locked profiles, for coordinators.</summary>
    public NetworkSnapshot Unmasked() => Network.Unmasked() is var unmasked && ReferenceEquals(unmasked, Network) ? this : this with { Network = unmasked };

    /// <summary>The same without the committees that are kept from somebody, their seats and their conversations; see <see cref="Network.Showing"/>.</summary>
    public NetworkSnapshot Showing(Func<Committee, bool> isShown)
    {
        var shown = Network.Showing(isShown);
        return ReferenceEquals(shown, Network)
            ? this
            : this with { Network = shown, Rooms = Rooms.Where(room => shown.Committee(room.Key) is not null).ToDictionary() };
    }

    /// <summary>The committee whose conversation this is, or null.</summary>
    public Committee? CommitteeIn(string conversation) =>
        Rooms.Where(room => room.Value == conversation).Select(room => Network.Committee(room.Key)).FirstOrDefault();
}

/// <summary>A person's Teams account.</summary>
/// <param name="TeamsId">The id Teams uses towards this bot (<c>29:…</c>), or null while unknown.</param>
/// <param name="AadObjectId">The Entra object id, or null for accounts without one.</param>
internal sealed record Account(string? TeamsId, string? AadObjectId)
{
    /// <summary>The ids by which it can be recognized, the tenant-wide one first.</summary>
    public IEnumerable<string> Keys => new[] { AadObjectId, TeamsId }.OfType<string>().Where(key => key.Length > 0);

    /// <summary>The id it is filed under: the tenant-wide one where there is one.</summary>
    public string Key => Keys.First();

    /// <summary>The id it is filed under; empty for an activity without a sender.</summary>
    public string NameInForms => Keys.FirstOrDefault() ?? string.Empty;

    /// <summary>The identity of a person first met with this account: the same however often they are met, and telling nothing of the account.</summary>
    public PersonId NewPerson => new("p-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key)))[..32]);
}
