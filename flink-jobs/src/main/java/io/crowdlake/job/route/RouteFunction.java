package io.crowdlake.job.route;

import static io.crowdlake.contracts.DeadLetterReason.COGNITIVE_TYPE_UNKNOWN;
import static io.crowdlake.contracts.DeadLetterReason.CONTENT_TYPE_UNSUPPORTED;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.CognitiveTypes;
import io.crowdlake.contracts.DeadLetter;
import io.crowdlake.contracts.DeviceTelemetry;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.Analyzers;
import io.crowdlake.inference.CognitiveAnalyzerFactory;
import io.crowdlake.job.binary.DeviceTelemetrySerializer;
import io.crowdlake.job.binary.FrameAnalysisSerializer;
import io.crowdlake.job.ingest.HubRecord;
import io.crowdlake.job.ingest.IngestLimits;
import java.time.Instant;
import java.util.Locale;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Decides by cognitive type and media type.
 *
 * <pre>
 * frame ─┬─► device-telemetry in application/json  ─► telemetry, or dead letters when it is not right
 *        ├─► no such analyzer                      ─► dead letters, COGNITIVE_TYPE_UNKNOWN
 *        ├─► the analyzer reads the media type     ─► out
 *        ├─► text/uri-list                         ─► references
 *        ├─► camframe-analysis in application/json ─► edge analyses, or dead letters when it is not right
 *        └─► otherwise                             ─► dead letters, CONTENT_TYPE_UNSUPPORTED
 * </pre>
 */
public final class RouteFunction extends ProcessFunction<HubRecord, CameraFrame> {

    private static final long serialVersionUID = 1;

    /** Analyses that a camera has made itself. */
    public static final OutputTag<FrameAnalysis> EDGE_ANALYSES =
            new OutputTag<>("edge-analyses", FrameAnalysisSerializer.TYPE);

    /** Messages that say where a picture is. */
    public static final OutputTag<CameraFrame> REFERENCES =
            new OutputTag<>("references", TypeInformation.of(CameraFrame.class));

    /** How the cameras are doing. */
    public static final OutputTag<DeviceTelemetry> TELEMETRY =
            new OutputTag<>("device-telemetry", DeviceTelemetrySerializer.TYPE);

    /** What ingest or this stage gave up. */
    public static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("route-dead-letters", TypeInformation.of(DeadLetter.class));

    private static final String JSON = "application/json";
    private static final String ADDRESS = "text/uri-list";

    private final SerializableFunction<ClassLoader, Analyzers> loader;
    private final IngestLimits limits;

    private transient Analyzers analyzers;

    /** @param loader finds the analyzers that the class loader of the job sees */
    public RouteFunction(SerializableFunction<ClassLoader, Analyzers> loader, IngestLimits limits) {
        this.loader = loader;
        this.limits = limits;
    }

    @Override
    public void open(OpenContext openContext) {
        analyzers = loader.apply(getRuntimeContext().getUserCodeClassLoader());
    }

    @Override
    public void processElement(HubRecord hubRecord, Context context, Collector<CameraFrame> out) {
        if (hubRecord.deadLetter() != null) {
            context.output(DEAD_LETTERS, hubRecord.deadLetter());
            return;
        }
        CameraFrame frame = hubRecord.frame();
        try {
            if (frame.cognitiveType().equals(CognitiveTypes.DEVICE_TELEMETRY)) {
                requireJson(frame);
                context.output(TELEMETRY, Heartbeat.read(frame, limits, Instant.now()));
                return;
            }
            CognitiveAnalyzerFactory analyzer =
                    analyzers.byType(frame.cognitiveType()).orElseThrow(() -> unknownType(frame));
            String mediaType = mediaType(frame);
            if (analyzer.accepts(mediaType)) {
                out.collect(frame);
            } else if (mediaType.equals(ADDRESS)) {
                context.output(REFERENCES, frame);
            } else if (isEdgeAnalysis(frame, mediaType)) {
                context.output(EDGE_ANALYSES, EdgeAnalysis.read(frame, limits, Instant.now()));
            } else {
                throw unsupported(frame);
            }
        } catch (AnalysisException e) {
            context.output(DEAD_LETTERS, deadLetter(frame, e));
        }
    }

    private static void requireJson(CameraFrame frame) throws AnalysisException {
        if (!mediaType(frame).equals(JSON)) {
            throw unsupported(frame);
        }
    }

    private static AnalysisException unsupported(CameraFrame frame) {
        return new AnalysisException(
                CONTENT_TYPE_UNSUPPORTED,
                "content type is " + frame.contentType() + ", which the analyzer of " + frame.cognitiveType()
                        + " does not read");
    }

    private AnalysisException unknownType(CameraFrame frame) {
        return new AnalysisException(
                COGNITIVE_TYPE_UNKNOWN,
                "cognitive type is " + frame.cognitiveType() + ", must be one of "
                        + String.join(", ", analyzers.types()) + ", " + CognitiveTypes.DEVICE_TELEMETRY);
    }

    private static boolean isEdgeAnalysis(CameraFrame frame, String mediaType) {
        return mediaType.equals(JSON) && frame.cognitiveType().equals(CognitiveTypes.CAMFRAME_ANALYSIS);
    }

    /** Without parameters such as a charset; media types know no upper and lower case. */
    private static String mediaType(CameraFrame frame) {
        String type = frame.contentType();
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    private static DeadLetter deadLetter(CameraFrame frame, AnalysisException e) {
        return new DeadLetter(
                e.reason(),
                e.getMessage(),
                frame.deviceId(),
                frame.origin(),
                frame.payload().length,
                frame.capturedAt(),
                Instant.now());
    }
}
