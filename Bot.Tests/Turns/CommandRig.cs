using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Features.ExampleNetwork;
using Bot.Platform.Activities;
using Bot.Storage;
using Bot.Tests.TestSupport;
using Bot.Texts;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bot.Tests.Turns;

/// <summary>The commands exactly as <c>Program</c> registers them, and turns of the example network to try them with.</summary>
public sealed class CommandRig : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly RunningBot bot;
    private readonly NetworkSnapshot snapshot = ExampleSnapshot.Create();

    public CommandRig() => bot = new RunningBot(
        new SettableTime(Now), new RecordingConnector(), new Dictionary<string, string>(StringComparer.Ordinal) { ["Tables:DataFolder"] = folder.Path });

    /// <summary>Monday, 23 November 2026, 10:00 in Berlin.</summary>
    internal static Instant Now { get; } = Instant.FromUtc(2026, 11, 23, 9, 0);

    /// <summary>All registered commands.</summary>
    internal IReadOnlyList<ICommand> Commands => [.. bot.Services.GetServices<ICommand>()];

    /// <summary>Which command a text in the coordinator's 1:1 chat goes to; null when the router only suggests.</summary>
    internal async Task<string?> RouteAsync(Reader reader, string text, CancellationToken cancellationToken)
    {
        List<string> reached = [];
        var router = new CommandRouter(Commands.Select(command => new Signpost(command, reached)), bot.Services.GetRequiredService<Auditing>());
        await router.AnswerAsync(Turn(reader), new CommandText(text), cancellationToken);
        return reached.SingleOrDefault();
    }

    /// <summary>Something the coordinator says in their 1:1 chat.</summary>
    internal Turn Turn(Reader reader)
    {
        var katrin = ExamplePeople.All[0];
        var account = new Account(katrin.TeamsId, katrin.AadObjectId);
        return new Turn
        {
            Activity = new Activity
            {
                Type = ActivityTypes.Message,
                From = new ChannelAccount { Id = katrin.TeamsId, Name = katrin.Name },
                Conversation = new ConversationAccount { Id = "a:katrin", ConversationType = ConversationTypes.Personal },
            },
            Snapshot = snapshot,
            Sender = snapshot.PersonOf(account),
            Account = account,
            Reader = reader,
            Now = Now,
        };
    }

    public void Dispose()
    {
        bot.Dispose();
        folder.Dispose();
    }

    /// <summary>Matches like the command it stands for, but only notes that it was reached.</summary>
    private sealed class Signpost(ICommand command, List<string> reached) : ICommand
    {
        public CommandEntry Entry => command.Entry;

        public int Match(Turn turn, CommandText text) => command.Match(turn, text);

        public int MatchShape(Turn turn, CommandText text) => command.MatchShape(turn, text);

        public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
        {
            reached.Add(Entry.Name);
            return Task.FromResult<Answer>(new Answer.Text(Entry.Name));
        }
    }
}
