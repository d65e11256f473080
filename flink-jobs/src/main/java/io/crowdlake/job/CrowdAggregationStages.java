package io.crowdlake.job;

import io.crowdlake.contracts.CameraLayouts;
import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Visit;
import io.crowdlake.counting.TrackedFrame;
import io.crowdlake.job.aggregate.AggregateFunction;
import io.crowdlake.job.aggregate.AggregateSettings;
import io.crowdlake.job.deadletter.DeadLetters;
import io.crowdlake.job.events.EventSinks;
import io.crowdlake.job.lake.LakeSinks;
import io.crowdlake.job.lake.LakeTable;
import io.crowdlake.job.options.JobConf;
import io.crowdlake.job.options.Sites;
import io.crowdlake.job.recognize.RecognizeFunction;
import io.crowdlake.job.recognize.RecognizeSettings;
import io.crowdlake.job.track.TrackFunction;
import io.crowdlake.job.track.TrackSettings;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/** {@code track ► (recognize) ► aggregate}: from what was seen in each frame to visits and windows. Operator ids are in savepoints: never change them. */
final class CrowdAggregationStages {

    private CrowdAggregationStages() {}

    static void add(
            DataStream<FrameAnalysis> analyses,
            JobConf conf,
            Sink<CrowdDemographics> events,
            LakeSinks lake,
            DeadLetters deadLetters) {
        CameraLayouts layouts = conf.cameraLayouts();
        SingleOutputStreamOperator<TrackedFrame> tracked = analyses.keyBy(FrameAnalysis::deviceId)
                .process(new TrackFunction(trackSettings(conf), layouts))
                .uid("track")
                .name("track");
        deadLetters.from(tracked, TrackFunction.LATE);
        lake.append(trackedAnalyses(tracked), LakeTable.FRAME_ANALYSES);

        SingleOutputStreamOperator<TrackedFrame> counted =
                conf.recognitionEnabled() ? recognized(tracked, conf) : tracked;
        OutputTag<Visit> closedVisits =
                conf.recognitionEnabled() ? RecognizeFunction.CLOSED_VISITS : TrackFunction.CLOSED_VISITS;
        lake.append(counted.getSideOutput(closedVisits), LakeTable.VISITS);

        SingleOutputStreamOperator<CrowdDemographics> windows = counted.keyBy(TrackedFrame::deviceId)
                .process(new AggregateFunction(aggregateSettings(conf), layouts))
                .uid("aggregate")
                .name("aggregate");
        windows.sinkTo(events).uid(EventSinks.CROWD_DEMOGRAPHICS_UID).name(EventSinks.CROWD_DEMOGRAPHICS_UID);
        lake.append(windows.getSideOutput(AggregateFunction.LAKE_REVISIONS), LakeTable.CROWD_DEMOGRAPHICS);
    }

    /** Only where it is switched on: without it there is no such stage. */
    private static SingleOutputStreamOperator<TrackedFrame> recognized(DataStream<TrackedFrame> tracked, JobConf conf) {
        Sites sites = conf.sites();
        return tracked.keyBy(frame -> sites.keyOf(frame.deviceId()))
                .process(new RecognizeFunction(RecognizeSettings.of(conf)))
                .uid("recognize")
                .name("recognize");
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
        return new TrackSettings(conf.reorderDelay(), conf.quietAfter(), conf.visitGap(), conf.lateHorizon());
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
