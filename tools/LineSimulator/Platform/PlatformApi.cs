using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Concierge.LineSimulator;

/// <summary>All operations of api.line.me and api-data.line.me that the simulator knows, on one address.</summary>
internal static class PlatformApi
{
    private static readonly Route[] Operations =
        [.. MessageApi.Routes, .. ValidateApi.Routes, .. QuotaApi.Routes, .. ChatApi.Routes, .. ProfileApi.Routes, .. ContentApi.Routes,
         .. RichMenuApi.Routes, .. RichMenuImageApi.Routes, .. RichMenuLinkApi.Routes, .. RichMenuAliasApi.Routes, .. WebhookEndpointApi.Routes, .. TokenApi.Routes, .. LoginApi.Routes];

    public static void MapPlatform(this IEndpointRouteBuilder app, World world)
    {
        var gate = new Gate(world);
        foreach (var route in Operations)
            app.MapMethods(route.Pattern, [route.Method], (HttpContext http) => gate.Pass(http, route));
        foreach (var unknown in (string[])["/v2/{**rest}", "/bot/{**rest}", "/oauth2/{**rest}"])
            app.Map(unknown, (HttpContext http) => gate.Pass(http, Nowhere));
    }

    private static readonly Route Nowhere = new("*", "*", _ => LineErrors.NotFound);
}
