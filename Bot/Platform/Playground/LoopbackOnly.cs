using System.Net;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace Bot.Platform.Playground;

/// <summary>Lets only this machine's own processes in: the relay speaks for anybody without a password. A web page in
/// the developer's browser is kept out too, by the host it calls and the JSON it cannot send across sites.</summary>
internal sealed class LoopbackOnly : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Connection.RemoteIpAddress is not { } caller || !IPAddress.IsLoopback(caller) || !IsLoopback(http.Request.Host.Host))
        {
            return ValueTask.FromResult<object?>(Results.StatusCode(StatusCodes.Status403Forbidden));
        }

        if (HttpMethods.IsPost(http.Request.Method) || HttpMethods.IsPut(http.Request.Method))
        {
            return http.Request.HasJsonContentType()
                ? next(context)
                : ValueTask.FromResult<object?>(Results.StatusCode(StatusCodes.Status415UnsupportedMediaType));
        }

        return next(context);
    }

    private static bool IsLoopback(string host) =>
        host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
