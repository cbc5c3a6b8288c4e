using Microsoft.Extensions.Options;

namespace Bot.Platform.Hosting;

[OptionsValidator]
internal sealed partial class ServerOptionsValidator : IValidateOptions<ServerOptions>;
