using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Platform.Activities;
using Bot.Platform.Deliveries;
using Bot.Storage;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>Who can be told, each in their language: a committee in its conversation, a person in their 1:1 chat.</summary>
internal static class Audiences
{
    /// <summary>A committee's conversation, in the network's language; nothing while it has none.</summary>
    public static IEnumerable<Audience> Room(NetworkSnapshot snapshot, CommitteeId committee, Func<Reader, Activity> render) =>
        snapshot.Rooms.TryGetValue(committee, out var conversation)
            ? [new Audience(ConversationBook.RoomKey(conversation), null, _ => render(Reader.For(snapshot.Language)))]
            : [];

    /// <summary>The 1:1 chats of people, in the language each last used; nothing for those without an account.</summary>
    public static IEnumerable<Audience> People(NetworkSnapshot snapshot, IEnumerable<PersonId> people, Func<PersonId, Reader, Activity> render) =>
        people.Distinct().Where(snapshot.Accounts.ContainsKey).Select(person => new Audience(
            ConversationBook.PersonalKey(snapshot.Accounts[person].Key),
            snapshot.Accounts[person].TeamsId ?? snapshot.Accounts[person].AadObjectId,
            locale => render(person, Reader.For(locale ?? snapshot.Language))));

    /// <summary>The coordinators' 1:1 chats, for what is no single committee's.</summary>
    public static IEnumerable<Audience> Coordinators(NetworkSnapshot snapshot, Func<Reader, Activity> render) =>
        People(snapshot, snapshot.Network.Coordinators.Select(person => person.Id), (_, reader) => render(reader));

    /// <summary>The 1:1 chats of the coordinators who may know of a committee.</summary>
    public static IEnumerable<Audience> Coordinators(NetworkSnapshot snapshot, Committee committee, Func<Reader, Activity> render) =>
        People(snapshot, snapshot.Network.CoordinatorsOf(committee).Select(person => person.Id), (_, reader) => render(reader));

    /// <summary>Whether a conversation's key is that of a room.</summary>
    public static bool IsRoom(string key) => key.StartsWith("room|", StringComparison.Ordinal);

    /// <summary>The language of a posted message: the network's in a room, the person's in 1:1.</summary>
    public static Reader ReaderOf(NetworkSnapshot snapshot, string key, string? locale) =>
        Reader.For(IsRoom(key) ? snapshot.Language : locale ?? snapshot.Language);
}
