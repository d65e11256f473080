package io.crowdlake.job.aggregate;

import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.counting.TrackedFrame;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Counts the crowd of each camera by window. Key: device id. */
public class AggregateFunction extends KeyedProcessFunction<String, TrackedFrame, CrowdDemographics> {

    /** Revisions for the table. */
    public static final OutputTag<CrowdDemographics> LAKE_REVISIONS =
            new OutputTag<>("lake-revisions", TypeInformation.of(CrowdDemographics.class));

    private static final long serialVersionUID = 1L;

    private final AggregateSettings settings;

    public AggregateFunction(AggregateSettings settings) {
        this.settings = Objects.requireNonNull(settings, "settings is null");
    }

    @Override
    public void processElement(TrackedFrame frame, Context context, Collector<CrowdDemographics> out) {
        Objects.requireNonNull(settings);
    }
}
