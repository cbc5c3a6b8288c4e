using System.Linq;
using Bot.Domain.Committees;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Groups;

/// <summary>Finds the working group somebody means, among those they may know of.</summary>
internal static class GroupFinder
{
    /// <summary>The working groups there are, in the network's order. A confidential one is named in 1:1 and in its own room only.</summary>
    public static Committee[] All(Turn turn) => [.. turn.Network.Committees.Where(committee => IsNamed(turn, committee))];

    /// <summary>The group of that identity that stands; null for none.</summary>
    public static Committee? Of(Turn turn, string id) => All(turn).FirstOrDefault(group => group.Id.Value == id);

    /// <summary>The one group a text names; in a group's own room that group where none is named; null for none or several.</summary>
    public static Committee? Named(Turn turn, string text)
    {
        var named = CommitteeFinder.Named(turn.Network with { Committees = All(turn) }, text);
        return named.Count == 1 ? named[0] : named.Count == 0 && turn.Here is { Kind: CommitteeKind.WorkingGroup } here ? here : null;
    }

    /// <summary>The one group that has ended and is named by a text; null for none or several.</summary>
    public static Committee? Ended(Turn turn, string text) =>
        CommitteeFinder.Named(turn.Network with { Committees = [.. turn.Network.FormerCommittees.Where(committee => IsNamed(turn, committee))] }, text) is [var one] ? one : null;

    /// <summary>Asks which one is meant. Markdown.</summary>
    public static string Ask(Turn turn)
    {
        var all = All(turn);
        return all.Length == 0
            ? Messages.Get(turn.Reader, Sentence.GroupsNone)
            : Messages.Get(turn.Reader, Sentence.GroupWhich, string.Join(", ", all.Take(10).Select(group => CardText.Escape(group.Name, LineBreaks.Collapse))));
    }

    private static bool IsNamed(Turn turn, Committee committee) =>
        committee.Kind == CommitteeKind.WorkingGroup && (!committee.IsConfidential || turn.IsPersonal || turn.Here?.Id == committee.Id);
}
