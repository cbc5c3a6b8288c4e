using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Rights;
using Bot.Platform.Activities;
using Bot.Platform.Activities.Connector;
using Bot.Platform.Cards;
using Bot.Platform.Deliveries;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>Says hello once in every conversation the bot is added to, however often and in whatever order Teams tells of it.</summary>
internal sealed class Greeting(TurnLoader loader, Announcer announcer)
{
    /// <summary>Greets if the bot was added and has not greeted there before.</summary>
    public async Task OnUpdateAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (!IsBotAdded(activity) || await loader.LoadAsync(activity, cancellationToken) is not { Undecided: null } turn)
        {
            return;
        }

        var audience = new Audience(ConversationBook.KeyOf(activity), null, _ => CardMessage.Of(turn.Reader, Card(turn), Messages.Get(turn.Reader, Sentence.GreetingHeading)));
        var announcement = new Announcement(turn.Snapshot.Tenant, turn.Network.Id.Value + "|greeting", "greeting", [audience], Lane: ConnectorLane.Answer);
        await announcer.AnnounceAsync(announcement, cancellationToken);
    }

    private static bool IsBotAdded(Activity activity) => activity.Type == ActivityTypes.InstallationUpdate
        ? activity.Action is "add" or "add-upgrade"
        : activity.MembersAdded?.Any(member => string.Equals(member.Id, activity.Recipient?.Id, StringComparison.OrdinalIgnoreCase)) ?? false;

    internal static AdaptiveCard Card(Turn turn)
    {
        var heading = Messages.Get(turn.Reader, Sentence.GreetingHeading);
        var text = (turn.IsPersonal, turn.Sender) switch
        {
            (true, { IsCoordinator: true }) => Messages.Get(turn.Reader, Sentence.GreetingCoordinator, CardText.Escape(turn.Network.Name)),
            (true, { }) => Messages.Get(turn.Reader, Sentence.GreetingMember, CardText.Escape(turn.Network.Name)),
            (true, null) => Messages.Get(turn.Reader, Sentence.GreetingGuest, CardText.Escape(turn.Network.Name)),
            _ => Messages.Get(turn.Reader, Sentence.GreetingRoom, CardText.Escape(turn.Here?.Name ?? turn.Network.Name)),
        };
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = heading + " " + text,
            Body =
            [
                new TextBlock { Text = heading, Style = TextBlockStyle.Heading, Size = TextSize.Large, Weight = TextWeight.Bolder },
                new TextBlock { Text = text },
                .. CardPart.Rows(Offered(turn).Select(entry => SuggestionCard.RunButton(turn.Reader, entry))),
            ],
        };
    }

    private static IEnumerable<CommandEntry> Offered(Turn turn) => turn switch
    {
        { IsPersonal: true, Sender: null } => [CommandTable.NextMeeting, CommandTable.AskToBeKnown, CommandTable.Help],
        { IsPersonal: true } when turn.May(Right.CallMeeting) => [CommandTable.NextMeeting, CommandTable.CallMeeting, CommandTable.Help],
        _ => [CommandTable.NextMeeting, CommandTable.ShowAgenda, CommandTable.Help],
    };
}
