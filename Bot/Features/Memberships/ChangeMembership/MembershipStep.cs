using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Memberships.ChangeMembership;

/// <summary>One thing that may change about a membership without a vote: read from a line or a form, shown as it would become, confirmed once. In 1:1 only.</summary>
internal abstract class MembershipStep
{
    private const int NamesLimit = 300;

    private static readonly string[] TodayWords = ["sofort", "heute", "now", "today", "immediately", "sofortiger wirkung"];

    /// <summary>Its command, whose name is also the step's name on the wire.</summary>
    public abstract CommandEntry Entry { get; }

    /// <summary>What its cards are headed with.</summary>
    public abstract Sentence Heading { get; }

    /// <summary>The right it asks for.</summary>
    public abstract Right Right { get; }

    /// <summary>How surely a text means this step.</summary>
    public virtual int Match(CommandText text) => Entry.Match(text);

    /// <summary>What a typed line says.</summary>
    public abstract MembershipFields Typed(Turn turn, CommandText text);

    /// <summary>The inputs of its form, beside the organization.</summary>
    public abstract IEnumerable<InputElement> Inputs(Turn turn, MembershipFields fields);

    /// <summary>Whether an organization is one that this is usually about: where only one is, it need not be named.</summary>
    protected abstract bool IsUsual(MemberOrganization organization);

    /// <summary>What it comes to for an organization. Changes nothing.</summary>
    protected abstract MembershipPlan PlanFor(Turn turn, MemberOrganization organization, MembershipFields fields);

    /// <summary>The organizations the sender may name here: a coordinator all, anybody else those they represent.</summary>
    public IReadOnlyList<MemberOrganization> Nameable(Turn turn) => turn.May(Right) ? turn.Network.Organizations
        : turn.Sender is { } sender ? [.. turn.Network.RepresentedBy(sender.Id)] : [];

    /// <summary>The fields with the organization they mean, where that is clear.</summary>
    public MembershipFields Completed(Turn turn, MembershipFields fields) =>
        fields.Organization.Length == 0 && Meant(turn, fields) is [var one] ? fields with { Which = one.Name, Organization = one.Id.Value } : fields;

    /// <summary>What it comes to with the network as it is now. Changes nothing.</summary>
    public MembershipPlan Plan(Turn turn, MembershipFields fields) => Nameable(turn).Count == 0
        ? new MembershipPlan.Settled(Messages.Get(turn.Reader, Sentence.MembershipNotYours))
        : Meant(turn, fields) switch
        {
            [var one] => PlanFor(turn, one, fields),
            [] => fields.Which.Length == 0
                ? Ask(turn, Sentence.MembershipWhich)
                : Ask(turn, Sentence.SetupOrganizationUnknown, ShortText.Abbreviate(fields.Which, 60)),
            var several => Ask(turn, Sentence.SetupNameOfSeveral, ShortText.Abbreviate(fields.Which, 60), ShortText.Abbreviate(string.Join(", ", several.Take(5).Select(one => one.Name)), NamesLimit)),
        };

    /// <summary>The day a text says, as a field holds it; the text itself where it says none.</summary>
    protected static string DayField(Turn turn, string text)
    {
        var isToday = System.Array.IndexOf(TodayWords, CommandText.Fold(text).Trim('.', ' ')) >= 0;
        return (isToday ? turn.LocalNow.Date : TermDay.Read(turn, text)) is { } day ? TermDay.Write(day) : text;
    }

    /// <summary>A question of the form.</summary>
    protected static MembershipPlan.Asked Ask(Turn turn, Sentence question, params object[] details) => new(Said(turn, question, details));

    /// <summary>What the rules say against it, as a question of the form.</summary>
    protected static MembershipPlan Objection(Turn turn, Refusal why) =>
        why.Code is RefusalCode.OnlyRepresentative ? new MembershipPlan.Settled(RefusalText.Markdown(turn, why)) : new MembershipPlan.Asked(RefusalText.Markdown(turn, why));

    /// <summary>A sentence with what people wrote escaped.</summary>
    protected static string Said(Turn turn, Sentence sentence, params object[] details) => Messages.Get(
        turn.Reader, sentence, [.. details.Select(detail => detail is string text ? CardText.Escape(text, LineBreaks.Collapse) : detail)]);

    private IReadOnlyList<MemberOrganization> Meant(Turn turn, MembershipFields fields)
    {
        var all = Nameable(turn);
        if (all.FirstOrDefault(one => one.Id.Value == fields.Organization) is { } known
            && (fields.Which.Length == 0 || OrganizationName.IsSame(known.Name, fields.Which)))
        {
            return [known];
        }

        var usual = all.Where(IsUsual).ToList();
        return fields.Which.Length > 0 ? OrganizationFinder.Named(all, fields.Which)
            : usual.Count == 1 ? usual : all.Count == 1 ? all : [];
    }
}
