using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Concierge.Bot;

/// <summary>Metrics and traces. OTLP is on when OTEL_EXPORTER_OTLP_ENDPOINT is set; Prometheus reads /metrics.</summary>
public static class Telemetry
{
    /// <summary>A trace holds the address of a request, so only those that can hold nothing of a person are traced.</summary>
    private static readonly HashSet<string> Traced = new(StringComparer.Ordinal) { "/line/webhook", "/page", "/card", "/health/ready" };

    /// <summary>The setting that turns the export on.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>More than any measure of ours has; room for 2,000 of each, as is usual, is made at every start and takes megabytes.</summary>
    private const int Series = 200;

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var exports = builder.Configuration[Endpoint] is { Length: > 0 };
        builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics =>
            {
                metrics.AddMeter("Concierge.*").AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation();
                metrics.AddView(_ => new MetricStreamConfiguration { CardinalityLimit = Series });
                metrics.AddPrometheusExporter();
                if (exports) metrics.AddOtlpExporter();
            })
            .WithTracing(traces =>
            {
                if (!exports) return;
                traces.AddAspNetCoreInstrumentation(web => web.Filter = http => Traced.Contains(http.Request.Path.Value ?? ""));
                traces.AddSource("Concierge.*").AddHttpClientInstrumentation().AddOtlpExporter();
            });
    }
}
