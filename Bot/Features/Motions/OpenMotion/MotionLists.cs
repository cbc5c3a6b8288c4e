using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Motions.OpenMotion;

/// <summary>The lists on the form of a motion to choose from, each in pages of its own: what is chosen already is among the choices whichever page is shown.</summary>
/// <param name="turn">Who sees them.</param>
/// <param name="draft">What is chosen.</param>
/// <param name="list">Which list is turned over.</param>
/// <param name="page">To which page.</param>
internal sealed class MotionLists(Turn turn, MotionDraft draft, string list, PageRequest page)
{
    /// <summary>Name of the datum that says which list is turned over.</summary>
    public const string ListField = "list";

    private const int Most = 50;

    /// <summary>Bytes of one list: two of them stand beside texts of full length.</summary>
    private const int Budget = 3500;

    /// <summary>Who votes.</summary>
    public IEnumerable<CardElement> Committees() => Input(
        "committee",
        [.. turn.Network.Committees.Select(committee => new Choice(committee.Name, committee.Id.Value))],
        draft.Committee is { } chosen ? [chosen.Value] : [],
        (Sentence.InputCommittee, Sentence.InputCommitteeMissing));

    /// <summary>Which working group is to end. A confidential one is none of the plenary's.</summary>
    public IEnumerable<CardElement> Groups()
    {
        IReadOnlyList<Choice> all =
            [.. turn.Network.Committees.Where(committee => committee is { Kind: CommitteeKind.WorkingGroup, IsSecluded: false }).Select(committee => new Choice(committee.Name, committee.Id.Value))];
        return all.Count == 0
            ? [CardPart.Text(Messages.Get(turn.Reader, Sentence.GroupsNone))]
            : Input("group", all, draft.Group is { } chosen ? [chosen.Value] : [], (Sentence.InputGroup, Sentence.InputGroupMissing));
    }

    /// <summary>Who has a conflict of interest; nothing while it is open who votes.</summary>
    public IEnumerable<CardElement> Voters() => draft.Electorate(turn.Network) is { Count: > 0 } electorate
        ? Input(
            "conflicted",
            // Beside a box a name is Markdown.
            [.. electorate.Select(entry => new Choice(CardText.Escape(turn.Network.NameOf(entry.Voter), LineBreaks.Collapse), entry.Voter.Value))],
            [.. draft.Conflicted.Select(voter => voter.Value)],
            (Sentence.InputConflicted, null))
        : [];

    private IEnumerable<CardElement> Input(string id, IReadOnlyList<Choice> all, IReadOnlyCollection<string> chosen, (Sentence Label, Sentence? Missing) said)
    {
        var shown = Paging.Cut(all, choice => choice.Value, choice => CardSize.Of(choice.Title, choice.Value), Most, list == id ? page : PageRequest.First, Budget);
        var value = string.Join(',', all.Select(choice => choice.Value).Where(chosen.Contains));
        yield return new ChoiceSetInput
        {
            Id = id,
            Label = Messages.Get(turn.Reader, said.Label),
            IsRequired = said.Missing is not null,
            ErrorMessage = said.Missing is { } missing ? Messages.Get(turn.Reader, missing) : null,
            IsMultiSelect = said.Missing is null,
            Choices = [.. all.Where(choice => chosen.Contains(choice.Value) || shown.Items.Contains(choice))],
            Value = value.Length == 0 ? null : value,
        };
        foreach (var element in Paging.Line(turn.Reader, shown, typed: null).Concat(Paging.Row(turn.Reader, shown, MotionVerbs.Edit, [(ListField, id), .. draft.Form?.Data ?? []])))
        {
            yield return element;
        }
    }
}
