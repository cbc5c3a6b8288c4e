using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Memberships;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Admissions;

/// <summary>Which application a typed line means, of those it can be done to.</summary>
internal static class ChosenCase
{
    /// <summary>UTF-16 units of all names in one answer.</summary>
    private const int NamesLimit = 1500;

    /// <summary>The card for the one that is named, or for the only one; otherwise what is asked back.</summary>
    /// <param name="turn">Who asks.</param>
    /// <param name="possible">Those they may do it to.</param>
    /// <param name="name">As typed; empty for none.</param>
    /// <param name="nothing">What is said where there is none.</param>
    /// <param name="draw">The card.</param>
    public static Answer Of(Turn turn, IEnumerable<Admission> possible, string name, Sentence nothing, Func<Admission, AdaptiveCard> draw)
    {
        var all = possible.ToList();
        var named = name.Length == 0 ? all : [.. all.Where(admission => OrganizationName.IsSame(admission.Applicant, name))];
        switch (named)
        {
            case [var one]:
                var card = draw(one);
                return new Answer.Card(card, card.FallbackText ?? string.Empty);
            case [] when all.Count == 0:
                return new Answer.Text(Messages.Get(turn.Reader, nothing));
            default:
                return new Answer.Text(Messages.Get(turn.Reader, Sentence.WhichApplication, Names(all)));
        }
    }

    /// <summary>Who applied, as one list. Markdown.</summary>
    public static string Names(IEnumerable<Admission> admissions) =>
        CardText.Escape(ShortText.Abbreviate(string.Join(", ", admissions.Select(admission => admission.Applicant)), NamesLimit), LineBreaks.Collapse);
}
