using System.Collections.Generic;
using System.Linq;
using Bot.Turns;

namespace Bot.Features.Memberships.ChangeMembership;

/// <summary>What somebody wants to change, as text: typed, filled in, or carried by a preview. Anybody can make it up; every value is read again each time.</summary>
/// <param name="Which">The organization as typed.</param>
/// <param name="Organization">Its identity, once it is clear; empty before.</param>
/// <param name="First">The first day, ISO; empty for none; anything else was not understood.</param>
/// <param name="Last">The last day, likewise.</param>
/// <param name="Words">A reason, or how it was received.</param>
internal sealed record MembershipFields(string Which, string Organization = "", string First = "", string Last = "", string Words = "")
{
    public const string WhichField = "which", OrganizationField = "organization", FirstField = "first", LastField = "last", WordsField = "words";

    /// <summary>Those of a form.</summary>
    public static MembershipFields In(CardForm form) =>
        new(form[WhichField], form.Id(OrganizationField) ?? string.Empty, form[FirstField], form[LastField], form[WordsField]);

    /// <summary>As data of a button.</summary>
    /// <param name="but">Names of what the form asks for itself.</param>
    public IEnumerable<(string Name, string Value)> Data(params IReadOnlyCollection<string> but) =>
        new[] { (WhichField, Which), (OrganizationField, Organization), (FirstField, First), (LastField, Last), (WordsField, Words) }
            .Where(pair => pair.Item2.Length > 0 && !but.Contains(pair.Item1));
}
