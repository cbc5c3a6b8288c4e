using System.Collections.Generic;
using System.Linq;
using Bot.Platform.Playground;
using Bot.Texts;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Bot.Features.ExampleNetwork;

/// <summary>The example network as the local chat windows show it.</summary>
internal sealed class ExampleWorld(IOptions<ExampleNetworkOptions> options) : IPlaygroundWorld
{
    /// <inheritdoc/>
    public IReadOnlyList<PlaygroundPerson> People { get; } =
        [.. ExamplePeople.All.Where(person => person.Seat != ExampleSeat.None).Select(person => person.ToPlayground())];

    /// <inheritdoc/>
    public string TenantId => ExampleSnapshot.Tenant;

    /// <inheritdoc/>
    public string TeamId => ExampleSnapshot.PlenaryChannel;

    /// <inheritdoc/>
    public string TeamName => "Bündnis Musterstadt";

    /// <inheritdoc/>
    public string TeamAadGroupId => "00000000-0000-0000-0000-000000000100";

    /// <inheritdoc/>
    public string ChannelId => ExampleSnapshot.CircleChannel;

    /// <inheritdoc/>
    public string ChannelName => "IKA";

    /// <inheritdoc/>
    public string GroupChatId => ExampleSnapshot.BoardChat;

    /// <inheritdoc/>
    public string GroupChatName => "Beirat";

    /// <inheritdoc/>
    public string BotId => "28:22222222-2222-2222-2222-222222222222";

    /// <inheritdoc/>
    public string BotName => "Koordinationsbot";

    /// <inheritdoc/>
    public string FirstThingToType(LocalDate meetingDay) => options.Value.Enabled
        ? Messages.Get(Reader.German, Sentence.FirstThingToType, meetingDay.ToString("d. MMMM", Reader.German.Culture))
        : Messages.Get(Reader.German, Sentence.FirstThingToSetUp);
}
