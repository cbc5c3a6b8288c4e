using System;
using System.Collections.Generic;
using System.Security;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Platform.Activities;

/// <summary>Something a message is about: a mention, or facts on the sender's client. Other kinds keep their fields in <see cref="Properties"/>.</summary>
internal sealed class Entity
{
    /// <summary>A person or bot named in the text.</summary>
    public const string MentionType = "mention";

    /// <summary>Facts on the sender's client.</summary>
    public const string ClientInfoType = "clientInfo";

    public string? Type { get; set; }

    /// <summary>Of a mention: who is meant.</summary>
    public ChannelAccount? Mentioned { get; set; }

    /// <summary>Of a mention: what stands in the message's text, <c>&lt;at&gt;Name&lt;/at&gt;</c>.</summary>
    public string? Text { get; set; }

    /// <summary>Of a clientInfo: BCP 47.</summary>
    public string? Locale { get; set; }

    /// <summary>Of a clientInfo: IANA name of the zone.</summary>
    public string? Timezone { get; set; }

    /// <summary>Fields not known here.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>A mention to send along with a text that contains its <see cref="Text"/> literally; otherwise the channel ignores it.</summary>
    /// <param name="account">Needs an id: Teams id, Entra object id or user principal name.</param>
    /// <exception cref="ArgumentException"><paramref name="account"/> has no id.</exception>
    public static Entity Mention(ChannelAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (string.IsNullOrEmpty(account.Id))
        {
            throw new ArgumentException("Who is mentioned needs an id.", nameof(account));
        }

        return new Entity
        {
            Type = MentionType,
            Mentioned = new ChannelAccount { Id = account.Id, Name = account.Name },
            Text = $"<at>{SecurityElement.Escape(account.Name ?? account.Id)}</at>",
        };
    }
}
