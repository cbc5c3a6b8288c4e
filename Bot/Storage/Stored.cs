using Azure;

namespace Bot.Storage;

/// <summary>Something read from a store, with the version that was read.</summary>
internal readonly record struct Stored<T>(T Value, ETag ETag);
