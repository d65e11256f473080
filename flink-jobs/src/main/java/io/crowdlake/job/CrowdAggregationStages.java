package io.crowdlake.job;

import io.crowdlake.contracts.CameraLayouts;
import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.counting.TrackedFrame;
import io.crowdlake.job.aggregate.AggregateFunction;
import io.crowdlake.job.aggregate.AggregateSettings;
import io.crowdlake.job.deadletter.DeadLetters;
import io.crowdlake.job.events.EventSinks;
import io.crowdlake.job.lake.LakeSinks;
import io.crowdlake.job.lake.LakeTable;
import io.crowdlake.job.options.JobConf;
import io.crowdlake.job.recognize.RecognizeSettings;
import io.crowdlake.job.track.TrackFunction;
import io.crowdlake.job.track.TrackSettings;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** {@code track ► (recognize) ► aggregate}: from what was seen in each frame to visits and windows. Operator ids are in savepoints: never change them. */
final class CrowdAggregationStages {

    private CrowdAggregationStages() {}

    static void add(
            DataStream<FrameAnalysis> analyses,
            JobConf conf,
            Sink<CrowdDemographics> events,
            LakeSinks lake,
            DeadLetters deadLetters) {
        CountedCrowd crowd = counted(analyses, conf);
        SingleOutputStreamOperator<TrackedFrame> tracked = crowd.tracked();
        deadLetters.from(tracked, TrackFunction.LATE);
        lake.append(trackedAnalyses(tracked), LakeTable.FRAME_ANALYSES);
        lake.append(crowd.visits(), LakeTable.VISITS);
        SingleOutputStreamOperator<CrowdDemographics> windows = crowd.windows();
        windows.sinkTo(events).uid(EventSinks.CROWD_DEMOGRAPHICS_UID).name(EventSinks.CROWD_DEMOGRAPHICS_UID);
        lake.append(windows.getSideOutput(AggregateFunction.LAKE_REVISIONS), LakeTable.CROWD_DEMOGRAPHICS);
    }

    private static CountedCrowd counted(DataStream<FrameAnalysis> analyses, JobConf conf) {
        CameraLayouts layouts = conf.cameraLayouts();
        return conf.recognitionEnabled()
                ? CountedCrowd.recognizing(
                        analyses,
                        layouts,
                        trackSettings(conf),
                        conf.sites(),
                        RecognizeSettings.of(conf),
                        aggregateSettings(conf))
                : CountedCrowd.of(analyses, layouts, trackSettings(conf), aggregateSettings(conf));
    }

    /** The analyses with the visits of their faces; a tracked frame without one only says that time goes on. */
    private static DataStream<FrameAnalysis> trackedAnalyses(DataStream<TrackedFrame> tracked) {
        String uid = LakeTable.FRAME_ANALYSES.uid() + "-tracked";
        return tracked.filter(frame -> frame.analysis() != null)
                .uid(uid)
                .name(uid)
                .map(TrackedFrame::analysis)
                .uid(uid + "-analyses")
                .name(uid + "-analyses");
    }

    private static TrackSettings trackSettings(JobConf conf) {
        return new TrackSettings(
                conf.reorderDelay(),
                conf.quietAfter(),
                conf.visitGap(),
                conf.trackClothing(),
                conf.trackLooks() ? RecognizeSettings.usableKeyFile(conf) : null,
                conf.lateHorizon());
    }

    private static AggregateSettings aggregateSettings(JobConf conf) {
        return new AggregateSettings(
                conf.windowSize(),
                conf.windowOffset(),
                conf.eventsUpdateInterval(),
                conf.lakeUpdateInterval(),
                conf.lateHorizon(),
                conf.quietAfter());
    }
}
