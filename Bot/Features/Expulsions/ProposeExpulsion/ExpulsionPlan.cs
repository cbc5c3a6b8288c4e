using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Expulsions.ProposeExpulsion;

/// <summary>What a motion to expel a member comes to with the network as it is now.</summary>
internal abstract record ExpulsionPlan
{
    private const int NamesLimit = 300;

    private static readonly ExpulsionId NotProposed = new("preview");

    private ExpulsionPlan()
    {
    }

    /// <summary>Something is missing, not understood, or stands in the way: the form is shown with it. Markdown.</summary>
    public sealed record Asked(string Question) : ExpulsionPlan;

    /// <summary>It can be made.</summary>
    /// <param name="Case">The case as it would be.</param>
    /// <param name="Lines">What is put forward, as the preview shows it. Markdown.</param>
    /// <param name="Hints">What else the preview says. Markdown.</param>
    public sealed record Ready(Expulsion Case, IReadOnlyList<string> Lines, IReadOnlyList<string> Hints) : ExpulsionPlan
    {
        /// <summary>What a preview showed, so that nothing else is done: on another day the deadline is another one.</summary>
        public string Print => HeardMessage.Fingerprint(Case.Organization.Value + "\n" + string.Join('\n', Lines));
    }

    /// <summary>What it comes to. Changes nothing, and does not tell whether a case runs already.</summary>
    public static ExpulsionPlan Of(Turn turn, ExpulsionDraft draft) => Meant(turn, draft) switch
    {
        [var one] => Expulsion.Propose(turn.Network, one.Id, draft.Reasons, draft.Days ?? 0, turn.Sender?.Id ?? default, NotProposed, turn.Now) switch
        {
            Outcome<Expulsion>.Done(var planned) => new Ready(planned, LinesOf(turn, planned, draft), [.. HintsOf(turn, one)]),
            Outcome<Expulsion>.Refused(var why) => new Asked(RefusalText.Markdown(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        },
        [] => new Asked(draft.Which.Length == 0
            ? Messages.Get(turn.Reader, Sentence.MembershipWhich)
            : Messages.Get(turn.Reader, Sentence.SetupOrganizationUnknown, ExpulsionWords.Escaped(ShortText.Abbreviate(draft.Which, 60)))),
        var several => new Asked(Messages.Get(
            turn.Reader, Sentence.SetupNameOfSeveral, ExpulsionWords.Escaped(ShortText.Abbreviate(draft.Which, 60)),
            ExpulsionWords.Escaped(ShortText.Abbreviate(string.Join(", ", several.Take(5).Select(one => one.Name)), NamesLimit)))),
    };

    private static IReadOnlyList<MemberOrganization> Meant(Turn turn, ExpulsionDraft draft) =>
        turn.Network.Organizations.FirstOrDefault(one => one.Id.Value == draft.Organization) is { } known && OrganizationName.IsSame(known.Name, draft.Which) ? [known]
        : draft.Which.Length > 0 ? OrganizationFinder.Named(turn.Network.Organizations, draft.Which)
        : [];

    private static string[] LinesOf(Turn turn, Expulsion planned, ExpulsionDraft draft) =>
    [
        Messages.Get(turn.Reader, Sentence.ExpulsionLineWho, ExpulsionWords.Escaped(planned.Name)),
        Messages.Get(turn.Reader, Sentence.ExpulsionLineReasons, ExpulsionWords.Escaped(planned.Reasons)),
        Messages.Get(turn.Reader, Sentence.ExpulsionLineDeadline, planned.AnswerBy, draft.Days ?? 0),
    ];

    private static IEnumerable<string> HintsOf(Turn turn, MemberOrganization organization)
    {
        yield return Messages.Get(turn.Reader, Sentence.ExpulsionHint);
        if (organization.Resignation is { IsStanding: true } resignation)
        {
            yield return Messages.Get(turn.Reader, Sentence.ExpulsionHintLeaving, resignation.LastDay);
        }

        if (!organization.Representatives.Any(turn.Snapshot.Accounts.ContainsKey))
        {
            yield return Messages.Get(turn.Reader, Sentence.ExpulsionHintNobody);
        }
    }
}
