using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Calendars.ServeFeed;

/// <summary>Puts calendars at addresses of the web server.</summary>
internal static class CalendarRouting
{
    extension(IEndpointRouteBuilder endpoints)
    {
        /// <summary>Serves each calendar at its secret address.</summary>
        public IEndpointConventionBuilder MapCalendars()
        {
            var endpoint = endpoints.ServiceProvider.GetRequiredService<CalendarEndpoint>();
            return endpoints.MapMethods(CalendarAddresses.Path + "{file}", [HttpMethods.Get, HttpMethods.Head], (HttpContext context, string file) => endpoint.HandleAsync(context, file));
        }
    }
}
