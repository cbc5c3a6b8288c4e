using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Setup.TakeStep;

/// <summary>One thing a coordinator sets up: read from a line or a form, shown as it would become, confirmed once.</summary>
internal abstract class SetupStep
{
    /// <summary>Its command, whose name is also the step's name on the wire.</summary>
    public abstract CommandEntry Entry { get; }

    /// <summary>What its cards are headed with.</summary>
    public abstract Sentence Heading { get; }

    /// <summary>Names of its fields, those without an input too.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    /// <summary>Whether it may be taken in a conversation as well, because people are mentioned there or the conversation itself is meant. Everything else in 1:1 only.</summary>
    public virtual bool IsForRooms => false;

    /// <summary>How surely a text means this step.</summary>
    public virtual int Match(Turn turn, CommandText text) => Entry.Match(text);

    /// <summary>What a typed line says.</summary>
    /// <param name="turn">Who typed it, and where.</param>
    /// <param name="text">The whole line.</param>
    public abstract SetupFields Typed(Turn turn, CommandText text);

    /// <summary>The inputs of its form.</summary>
    public abstract IEnumerable<InputElement> Inputs(Turn turn, SetupFields fields);

    /// <summary>What it comes to with the network as it is now. Changes nothing.</summary>
    public abstract ValueTask<SetupPlan> PlanAsync(Turn turn, SetupFields fields, CancellationToken cancellationToken);

    /// <summary>A change by the sender, to be filled.</summary>
    protected static NetworkChange By(Turn turn) => new() { By = turn.Sender!.Id, At = turn.Now };

    /// <summary>A question of the form.</summary>
    protected static SetupPlan.Asked Ask(Turn turn, Sentence question, params object[] details) => new(Said(turn, question, details));

    /// <summary>A sentence with what people wrote escaped.</summary>
    protected static string Said(Turn turn, Sentence sentence, params object[] details) => Messages.Get(
        turn.Reader, sentence, [.. details.Select(detail => detail is string text ? CardText.Escape(text, LineBreaks.Collapse) : detail)]);

    /// <summary>The committees that may be named here: a confidential one only in 1:1 and in its own room.</summary>
    protected static IReadOnlyList<Committee> Nameable(Turn turn) =>
        [.. turn.Network.Committees.Where(committee => !committee.IsConfidential || turn.IsPersonal || turn.Here?.Id == committee.Id)];

    /// <summary>The one committee a field names by its identity; null for none.</summary>
    protected static Committee? CommitteeOf(Turn turn, SetupFields fields) =>
        Nameable(turn).FirstOrDefault(committee => committee.Id.Value == fields[CommitteeField]);

    /// <summary>The fields with the one committee that a text names; without, where it names none or several.</summary>
    protected static SetupFields WithCommittee(Turn turn, SetupFields fields, string text) =>
        CommitteeFinder.Named(turn.Network with { Committees = Nameable(turn) }, text) is [var one] ? fields.With(CommitteeField, one.Id.Value) : fields;

    /// <summary>The choice among committees.</summary>
    protected static InputElement CommitteeInput(Turn turn, SetupFields fields, System.Func<Committee, bool>? isMeant = null)
    {
        IReadOnlyList<Committee> all = [.. Nameable(turn).Where(committee => isMeant?.Invoke(committee) ?? true)];
        var chosen = all.FirstOrDefault(committee => committee.Id.Value == fields[CommitteeField]);
        return InputPart.Committee(turn.Reader, all, chosen?.Id, Paging.Cut(all, committee => committee.Id.Value, committee => CardSize.Of(committee.Name), MostChoices, PageRequest.First));
    }

    /// <summary>Name of the field that holds a committee.</summary>
    protected const string CommitteeField = "committee";

    private const int MostChoices = 60;
}
