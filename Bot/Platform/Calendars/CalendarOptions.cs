using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;

namespace Bot.Platform.Calendars;

/// <summary>Settings of the calendars people subscribe to.</summary>
internal sealed class CalendarOptions : IValidatableObject
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Calendar";

    /// <summary>Where the bot is reached from outside, such as <c>https://bot.example.org</c>; without it there are calendar files, but no addresses.
    /// In Development the address the bot listens on is used.</summary>
    public Uri? PublicAddress { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var isPlain = PublicAddress is { IsAbsoluteUri: true, Query.Length: 0, Fragment.Length: 0, UserInfo.Length: 0 };
        if (PublicAddress is not null && !(isPlain && (PublicAddress.Scheme == Uri.UriSchemeHttps || (PublicAddress.Scheme == Uri.UriSchemeHttp && PublicAddress.IsLoopback))))
        {
            yield return new ValidationResult(
                $"{Section}:{nameof(PublicAddress)} must be an https address such as https://bot.example.org, without a query.", [nameof(PublicAddress)]);
        }
    }
}
