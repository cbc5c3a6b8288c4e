using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Rotas;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Register.FollowResolution;

/// <summary>"Beschluss 2026-07 zuständig: Anna bis 3.4.", "Beschluss 2026-07 neue Frist 1.6.": says who is responsible, and until when; asks on one card where something is not clear.</summary>
internal sealed class AssignResolutionCommand(ResolutionViews views, AssignHandler handler) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.AssignResolution;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public int Match(Turn turn, CommandText text) => FollowUpText.IsAssignment(text) ? CommandMatch.Certain : Entry.Match(text);

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (ResolutionQuery.NumberIn(text.Folded) is not { } number)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.ResolutionWhich));
        }

        if (await views.FindAsync(turn, number, cancellationToken) is not { } view)
        {
            return new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.ResolutionUnknown, number.ToString())));
        }

        var (name, until) = FollowUpText.Terms(turn, FollowUpText.WithoutMention(FollowUpText.Rest(text.Raw)));
        var mentioned = FollowUpText.Mentioned(turn);
        var terms = new AssignTerms(mentioned?.Name ?? name, until.Day) { Person = mentioned?.Id };
        if (until.Problems.Count > 0 || terms.IsEmpty)
        {
            return await FormAsync(turn, view, terms, until.Problems.Count > 0 ? AppointmentQuestions.Ask(turn.Reader, until.Problems[0]) : null, cancellationToken);
        }

        return await handler.HandleAsync(turn, number, terms, cancellationToken) switch
        {
            Outcome<ResolutionView>.Done(var changed) => new Answer.Text(FollowUpWords.Assigned(turn, changed)) { Settled = number.ToString() },
            Outcome<ResolutionView>.Refused(var why) when AssignHandler.IsAboutTheForm(why) => await FormAsync(turn, view, terms, RefusalText.Markdown(turn, why), cancellationToken),
            Outcome<ResolutionView>.Refused(var why) => new Answer.Text(RefusalText.Markdown(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The form, for whoever may fill it in; elsewhere than in 1:1 only why it is needed.</summary>
    private async Task<Answer> FormAsync(Turn turn, ResolutionView view, AssignTerms terms, string? objection, CancellationToken cancellationToken)
    {
        if (!await views.IsLedAsync(turn, view.Entry, cancellationToken))
        {
            return new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.ResolutionNotLed)));
        }

        if (!turn.IsPersonal)
        {
            return new Answer.Text(objection ?? Messages.Get(turn.Reader, Sentence.ResolutionFormInPrivate));
        }

        var card = AssignForm.Render(turn, view, terms, objection);
        return new Answer.Card(card, card.FallbackText ?? string.Empty);
    }
}

/// <summary>Who is to be responsible and until when, as it was written.</summary>
/// <param name="Name">Who; empty for as it stands.</param>
/// <param name="Due">Until when; null for as it stands.</param>
internal sealed record AssignTerms(string Name, LocalDate? Due)
{
    /// <summary>Who, when they were mentioned.</summary>
    public Domain.Committees.PersonId? Person { get; init; }

    /// <summary>Whether nothing was said.</summary>
    public bool IsEmpty => Name.Length == 0 && Due is null;
}

/// <summary>Sets who is responsible for a resolution, and until when.</summary>
internal sealed class AssignHandler(ResolutionChanges changes)
{
    /// <summary>Whether another entry in the form would help.</summary>
    public static bool IsAboutTheForm(Refusal why) => why.Code is RefusalCode.ResolutionOwnerUnknown or RefusalCode.ResolutionOwnerUnclear or RefusalCode.ResolutionOwnerOutside or RefusalCode.ResolutionDueOver;

    /// <summary>Does it, for whoever leads the committee or coordinates.</summary>
    public Task<Outcome<ResolutionView>> HandleAsync(Turn turn, Domain.Records.ResolutionNumber? number, AssignTerms terms, CancellationToken cancellationToken) => changes.ChangeAsync(
        turn,
        number,
        (standing, isLed) =>
        {
            if (!isLed)
            {
                return new Refusal(RefusalCode.ResolutionNotLed);
            }

            RotaHost? owner = terms.Person is { } person ? RotaHost.Of(person) : null;
            if (owner is null && terms.Name.Length > 0)
            {
                var found = FollowUpText.Owner(turn.Network, standing.Committee, terms.Name);
                if (found is Outcome<RotaHost>.Refused(var why))
                {
                    return why;
                }

                owner = ((Outcome<RotaHost>.Done)found).Value;
            }

            return standing.Assign(turn.Network, owner, terms.Due, turn.Now);
        },
        cancellationToken);
}
