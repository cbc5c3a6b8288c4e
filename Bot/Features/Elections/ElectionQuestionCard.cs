using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Elections;

/// <summary>Asks before a step of an election that cannot be taken back.</summary>
internal static class ElectionQuestionCard
{
    /// <summary>Whether to begin with voting before the deadline for names.</summary>
    public static AdaptiveCard Start(Reader reader, Network network, Election election) => Render(
        reader, network, election, Messages.Get(reader, Sentence.ElectionStartQuestion, election.Standing(network).Count, election.Seats), Sentence.ButtonStartNow, ElectionVerbs.Start);

    /// <summary>Whether to call the election off.</summary>
    public static AdaptiveCard Cancel(Reader reader, Network network, Election election) =>
        Render(reader, network, election, Messages.Get(reader, Sentence.ElectionCancelQuestion), Sentence.ButtonCancelNow, ElectionVerbs.Cancel);

    private static AdaptiveCard Render(Reader reader, Network network, Election election, string question, Sentence button, string verb)
    {
        var heading = Messages.Get(reader, Sentence.ElectionHeading, CardText.Escape(ElectionWords.Body(network, election), LineBreaks.Collapse));
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading + " " + question,
            Body = [CardPart.Heading(heading), CardPart.Text(question)],
            Actions = [CardPart.Button(reader, button, verb, ("election", election.Id.Value)), CardPart.Button(reader, Sentence.ButtonBack, ElectionVerbs.Show, ("election", election.Id.Value), AskedBelow.Kept)],
        };
    }
}
