using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Voting;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rules.SetRule;

/// <summary>What stands in the fields of the form, as it was filled in.</summary>
internal sealed record RuleFields
{
    /// <summary>A choice of <see cref="Secrecy"/>.</summary>
    public const string Never = "never", Always = "always", OnRequest = "request";

    /// <summary>Stands for the usual rule where a card carries a rule.</summary>
    public const string Usual = "usual";

    private const string On = "true", Off = "false";

    /// <summary>The majority in words.</summary>
    public string Majority { get; init; } = string.Empty;

    /// <summary>How many must take part, in words; empty for no quorum.</summary>
    public string Quorum { get; init; } = string.Empty;

    /// <summary>Name of a tie rule.</summary>
    public string Tie { get; init; } = string.Empty;

    /// <summary>Never, always or on request.</summary>
    public string Secrecy { get; init; } = string.Empty;

    /// <summary>How many must ask for secrecy, in words.</summary>
    public string Asking { get; init; } = string.Empty;

    /// <summary>Name of a voting right.</summary>
    public string Voters { get; init; } = string.Empty;

    /// <summary>The majority of circular resolutions in words.</summary>
    public string Circular { get; init; } = string.Empty;

    /// <summary>Switches: <c>true</c> or <c>false</c>.</summary>
    public string Objection { get; init; } = Off;

    /// <summary>Whether the kind is to be decided in the usual way again, whatever the other fields say.</summary>
    public string AsUsual { get; init; } = Off;

    /// <summary>Whether <see cref="AsUsual"/> is switched on.</summary>
    public bool IsUsual => AsUsual == On;

    /// <inheritdoc cref="Objection"/>
    public string Abstentions { get; init; } = Off;

    /// <inheritdoc cref="Objection"/>
    public string Change { get; init; } = Off;

    /// <inheritdoc cref="Objection"/>
    public string Concerned { get; init; } = On;

    /// <summary>The fields filled in with a rule.</summary>
    public static RuleFields Of(Reader reader, DecisionRule rule) => new()
    {
        Majority = RuleWords.Majority(reader, rule.Majority),
        Quorum = RuleWords.QuorumShare(reader, rule.Majority),
        Tie = rule.Majority.Tie.ToString(),
        Secrecy = rule.Secrecy.Kind switch { BallotSecrecy.Open => Never, BallotSecrecy.Secret => Always, _ => OnRequest },
        Asking = rule.Secrecy switch { { Heads: { } heads } => heads.ToString(CultureInfo.InvariantCulture), { Share: { } share } => share.ToString(), _ => string.Empty },
        Voters = rule.VotingRight.ToString(),
        Circular = RuleWords.Whole(reader, rule.Circular),
        Objection = Switch(rule.Majority.OneObjectionBlocks),
        Abstentions = Switch(rule.Majority.AbstentionsBlock),
        Change = Switch(rule.CanChangeVote),
        Concerned = Switch(rule.ConcernedVotes),
    };

    /// <summary>The same with the switch for the usual way as said.</summary>
    public RuleFields Switched(bool isUsual) => this with { AsUsual = Switch(isUsual) };

    /// <summary>Reads the fields of a form that came in. Anybody can make it up; what is no choice is the first one.</summary>
    public static RuleFields Read(CardForm form) => new()
    {
        AsUsual = form["asUsual"],
        Majority = form["majority"],
        Quorum = form["quorum"],
        Tie = form["tie"],
        Secrecy = form["secrecy"],
        Asking = form["asking"],
        Voters = form["voters"],
        Circular = form["circular"],
        Objection = form["objection"],
        Abstentions = form["abstentions"],
        Change = form["change"],
        Concerned = form["concerned"].Length == 0 ? On : form["concerned"],
    };

    /// <summary>The rule the fields say. What is typed as majority may say more, such as "Konsens", and then wins over the other fields.</summary>
    /// <param name="problems">What must be asked back; then the rule may not be taken over.</param>
    public DecisionRule ToRule(out IReadOnlyList<RuleProblem> problems)
    {
        var majority = RuleReader.Read(Majority);
        var quorum = Quorum.Trim().Length > 0 ? RuleReader.ReadAs(RulePart.Quorum, Quorum) : null;
        var asking = Secrecy == OnRequest ? RuleReader.ReadAs(RulePart.Secrecy, Asking) : null;
        var circular = RuleReader.ReadAs(RulePart.Circular, Circular);
        RuleReading?[] readings = [majority, quorum, asking, circular];
        problems = [.. readings.OfType<RuleReading>().SelectMany(reading => reading.Problems)];

        var chosen = Chosen();
        var vetoes = chosen.Majority.OneObjectionBlocks;
        var rule = readings.OfType<RuleReading>().Reverse().Aggregate(chosen, (rule, reading) => reading.ApplyTo(rule));
        return majority.Sets(RulePart.Objection) ? rule : rule with { Majority = rule.Majority with { OneObjectionBlocks = rule.Majority.OneObjectionBlocks || vetoes } };
    }

    private DecisionRule Chosen() => new()
    {
        Majority = MajorityRule.Default with
        {
            Tie = Named(Tie, TieRule.Rejected),
            OneObjectionBlocks = Objection == On,
            AbstentionsBlock = Abstentions == On,
        },
        Secrecy = Secrecy == Always ? SecrecyRule.Always : SecrecyRule.Never,
        VotingRight = Named(Voters, VotingRight.ByCommittee),
        CanChangeVote = Change == On,
        ConcernedVotes = Concerned == On,
    };

    /// <summary>By name only: the framework's own parser would also take numbers.</summary>
    private static T Named<T>(string name, T otherwise)
        where T : struct, System.Enum => System.Enum.GetValues<T>().Where(value => value.ToString() == name).DefaultIfEmpty(otherwise).First();

    private static string Switch(bool isOn) => isOn ? On : Off;
}
