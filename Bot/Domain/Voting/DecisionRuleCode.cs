using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Bot.Domain.Voting;

/// <summary>The stored form of a <see cref="DecisionRule"/>: <c>majority=…|circular=…|secret=…|voters=…|vote=…|concerned=…</c>, always all of them in this order.</summary>
internal static class DecisionRuleCode
{
    private const string RequestPrefix = "request:";

    private static readonly string[] Names = ["majority", "circular", "secret", "voters", "vote", "concerned"];

    private static readonly Dictionary<VotingRight, string> Voters = new()
    {
        [VotingRight.ByCommittee] = "committee",
        [VotingRight.MemberOrganizations] = "organizations",
        [VotingRight.MembersInPerson] = "persons",
    };

    public static string Write(DecisionRule rule) => string.Join('|', Names.Zip(
        [
            rule.Majority.ToCode(), rule.Circular.ToCode(), Write(rule.Secrecy), Voters[rule.VotingRight],
            rule.CanChangeVote ? "changeable" : "final", rule.ConcernedVotes ? "votes" : "excluded",
        ],
        (name, value) => name + "=" + value));

    public static bool TryRead(string code, out DecisionRule rule)
    {
        rule = DecisionRule.Default;
        var parts = code.Split('|');
        if (parts.Length != Names.Length || !Names.Zip(parts).All(pair => pair.Second.StartsWith(pair.First + "=", StringComparison.Ordinal)))
        {
            return false;
        }

        var values = parts.Zip(Names, (part, name) => part[(name.Length + 1)..]).ToList();
        if (!MajorityRule.TryParse(values[0], out var majority) || !MajorityRule.TryParse(values[1], out var circular) || ReadSecrecy(values[2]) is not { } secrecy
            || !Voters.ContainsValue(values[3]) || values[4] is not ("changeable" or "final") || values[5] is not ("votes" or "excluded"))
        {
            return false;
        }

        rule = new DecisionRule
        {
            Majority = majority,
            Circular = circular,
            Secrecy = secrecy,
            VotingRight = Voters.First(pair => pair.Value == values[3]).Key,
            CanChangeVote = values[4] == "changeable",
            ConcernedVotes = values[5] == "votes",
        };
        return true;
    }

    private static string Write(SecrecyRule rule) => rule.Kind switch
    {
        BallotSecrecy.Open => "never",
        BallotSecrecy.Secret => "always",
        _ => RequestPrefix + (rule.Heads is { } heads ? heads.ToString(CultureInfo.InvariantCulture) : rule.Share!.Value.ToString()),
    };

    private static SecrecyRule? ReadSecrecy(string text) => text switch
    {
        "never" => SecrecyRule.Never,
        "always" => SecrecyRule.Always,
        _ when text.StartsWith(RequestPrefix, StringComparison.Ordinal) => ReadRequest(text[RequestPrefix.Length..]),
        _ => null,
    };

    private static SecrecyRule? ReadRequest(string text)
    {
        if (Fraction.TryParse(text, out var share))
        {
            return SecrecyRule.OnRequestOf(share);
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var heads) && heads > 0 ? SecrecyRule.OnRequestOf(heads) : null;
    }
}
