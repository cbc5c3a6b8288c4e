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
    /// <summary>Greets if the bot was added and has not greeted there before. Where there is no network yet it says in 1:1 how one is set up: whoever opens an empty chat does not know that they
    /// must speak first.</summary>
    public async Task OnUpdateAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (!IsBotAdded(activity))
        {
            return;
        }

        switch (await loader.LoadAsync(activity, cancellationToken))
        {
            case { Undecided: null } turn:
                await SayAsync(activity, turn.Snapshot.Tenant, turn.Network.Id.Value, CardMessage.Of(turn.Reader, Card(turn), Messages.Get(turn.Reader, Sentence.GreetingHeading)), cancellationToken);
                break;
            case null when activity.TenantId() is { } tenant && activity.Conversation?.ConversationType is null or ConversationTypes.Personal:
                await SayAsync(activity, tenant, tenant, MessageActivity.Markdown(MessageTurns.NotSetUp(activity)), cancellationToken);
                break;
            default:
                break;
        }
    }

    /// <param name="activity">Of the conversation it is said in.</param>
    /// <param name="tenant">Its tenant.</param>
    /// <param name="whose">What is greeted for: a network, or a tenant that has none.</param>
    /// <param name="message">What is said, once.</param>
    /// <param name="cancellationToken">Stops it.</param>
    private Task<DateTimeOffset?> SayAsync(Activity activity, string tenant, string whose, Activity message, CancellationToken cancellationToken)
    {
        var audience = new Audience(ConversationBook.KeyOf(activity), null, _ => message);
        return announcer.AnnounceAsync(new Announcement(tenant, whose + "|greeting", "greeting", [audience], Lane: ConnectorLane.Answer), cancellationToken);
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
