package org.dargah;

import io.micrometer.observation.ObservationFilter;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.micrometer.tracing.otel.bridge.Slf4JEventListener;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where the time of a request went, for an OpenTelemetry collector if one is named. Whoever calls
 * may bring a trace ({@code traceparent}), and registries are told it. Spans name no person.
 */
@Configuration(proxyBeanMethods = false)
class Traces {

    private static final String SCOPE = "org.dargah";

    /** Without a collector nothing is traced. */
    @Bean
    @ConditionalOnMissingBean(SdkTracerProvider.class)
    Tracer untraced() {
        return OpenTelemetry.noop().getTracer(SCOPE);
    }

    /** With a collector. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("dargah.traces.collector")
    static class Collected {

        /**
         * @param collector such as {@code http://127.0.0.1:4318/v1/traces}
         * @param share of the requests that bring no trace, from 0 to 1; those that bring one are
         *     traced as it says
         */
        @Bean
        SdkTracerProvider spans(
                @Value("${dargah.traces.collector}") String collector,
                @Value("${dargah.traces.share:0.01}") double share) {
            return SdkTracerProvider.builder()
                    .setResource(
                            Resource.create(
                                    Attributes.of(
                                            AttributeKey.stringKey("service.name"), "dargah")))
                    .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(share)))
                    .addSpanProcessor(
                            BatchSpanProcessor.builder(
                                            OtlpHttpSpanExporter.builder()
                                                    .setEndpoint(collector)
                                                    .build())
                                    .build())
                    .build();
        }

        @Bean
        Tracer traced(SdkTracerProvider spans) {
            return spans.get(SCOPE);
        }

        /** Requests become spans, and their logs name the trace. */
        @Bean
        PropagatingReceiverTracingObservationHandler<?> requests(Tracer tracer) {
            var here = new OtelCurrentTraceContext();
            var log = new Slf4JEventListener();
            return new PropagatingReceiverTracingObservationHandler<>(
                    new OtelTracer(tracer, here, log::onEvent),
                    new OtelPropagator(
                            ContextPropagators.create(W3CTraceContextPropagator.getInstance()),
                            tracer));
        }

        /** An address may hold anything, also the number of a person. */
        @Bean
        ObservationFilter addressesUntold() {
            return context -> {
                context.removeHighCardinalityKeyValue("http.url");
                return context;
            };
        }
    }
}
