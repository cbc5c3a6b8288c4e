using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Expulsions.ProceedWith;

/// <summary>What a step is filled in with, as text. Anybody can make it up; every value is read again each time.</summary>
/// <param name="Words">A reason, or a statement.</param>
/// <param name="Day">A day, ISO; empty for none; anything else was not understood.</param>
/// <param name="Kind">How an organization was heard.</param>
internal sealed record StepFields(string Words = "", string Day = "", string Kind = "")
{
    public const string DayField = "day", KindField = "kind";

    /// <summary>Those of a form.</summary>
    public static StepFields In(CardForm form) => new(form[ReasonQuestion.ReasonField], form[DayField], form[KindField]);
}

/// <summary>One step of an expulsion case: chosen by a line or a button, asked once, done once. In 1:1 only.</summary>
internal abstract partial class ExpulsionStep
{
    /// <summary>Its command, whose name is also the verb that does it.</summary>
    public abstract CommandEntry Entry { get; }

    /// <summary>The right it asks for.</summary>
    public abstract Right Right { get; }

    /// <summary>What is said where there is no case that it could be done to.</summary>
    public abstract Sentence Nothing { get; }

    /// <summary>Whether the sender may do it to this case.</summary>
    public bool IsTheirs(Turn turn, Expulsion expulsion) => turn.Sender is { } sender && turn.May(Right, isOwner: IsOwner(turn.Network, expulsion, sender.Id));

    /// <summary>Whether the case is where this could be done to it.</summary>
    public abstract bool IsPossible(Turn turn, Expulsion expulsion);

    /// <summary>What it asks before it is done.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="expulsion">The case.</param>
    /// <param name="fields">As far as they are known.</param>
    /// <param name="objection">Why it could not be done as it was filled in; null for none. Markdown.</param>
    public abstract AdaptiveCard Card(Turn turn, Expulsion expulsion, StepFields fields, string? objection = null);

    /// <summary>Decides what the case is to be; the right of the sender first.</summary>
    public abstract Task<Outcome<Expulsion>> DecideAsync(Turn turn, Expulsion expulsion, StepFields fields, CancellationToken cancellationToken);

    /// <summary>What is said when it was done. Markdown.</summary>
    public virtual string Said(Turn turn, Expulsion expulsion) => ExpulsionWords.Of(turn.Reader, expulsion, turn.LocalNow.Date);

    /// <summary>Which of the possible cases a line means, and what else it says.</summary>
    public virtual (IReadOnlyList<Expulsion> Meant, StepFields Fields) Read(Turn turn, string line, IReadOnlyList<Expulsion> possible)
    {
        var match = Line().Match(line);
        return (Named(possible, match.Groups["name"].Value), new StepFields(match.Groups["words"].Value));
    }

    /// <summary>Whose the case is for the right; nobody's unless a step says so.</summary>
    protected virtual bool IsOwner(Network network, Expulsion expulsion, PersonId person) => false;

    /// <summary>The cases whose organization is called so, by a part of its name, too; all for no name.</summary>
    protected static IReadOnlyList<Expulsion> Named(IReadOnlyList<Expulsion> possible, string name)
    {
        if (name.Trim(' ', ',', '.', '?').Length == 0)
        {
            return possible;
        }

        var found = OrganizationFinder.Named(possible.Select(one => new MemberOrganization(one.Organization, one.Name, default, [])), name);
        return [.. possible.Where(one => found.Any(organization => organization.Id == one.Organization))];
    }

    /// <summary>The button that does it.</summary>
    protected ExecuteAction Button(Turn turn, Sentence title, Expulsion expulsion, params IEnumerable<(string, string)> more) =>
        CardPart.Button(turn.Reader, title, Entry.Name, [(ExpulsionVerbs.CaseField, expulsion.Id.Value), .. more, .. turn.Form.Data]);

    /// <summary>The button that leaves everything as it is.</summary>
    protected static ExecuteAction Leave(Turn turn) =>
        CardPart.Button(turn.Reader, Sentence.ButtonDismiss, ExpulsionVerbs.Dismiss, turn.Form.Data) with { AssociatedInputs = AssociatedInputs.None };

    [GeneratedRegex(@"^(?<name>[^:;]*)([:;]\s*(?<words>.+))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}
