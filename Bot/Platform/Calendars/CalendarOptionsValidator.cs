using Microsoft.Extensions.Options;

namespace Bot.Platform.Calendars;

[OptionsValidator]
internal sealed partial class CalendarOptionsValidator : IValidateOptions<CalendarOptions>;
