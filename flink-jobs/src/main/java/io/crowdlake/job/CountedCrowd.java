package io.crowdlake.job;

import io.crowdlake.contracts.CameraLayouts;
import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Visit;
import io.crowdlake.counting.TrackedFrame;
import io.crowdlake.job.aggregate.AggregateFunction;
import io.crowdlake.job.aggregate.AggregateSettings;
import io.crowdlake.job.options.Sites;
import io.crowdlake.job.recognize.RecognizeFunction;
import io.crowdlake.job.recognize.RecognizeSettings;
import io.crowdlake.job.state.RecentOperator;
import io.crowdlake.job.track.TrackFunction;
import io.crowdlake.job.track.TrackSettings;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * {@code track ► (recognize) ► aggregate} alone, whatever it is connected to. Operator ids are in savepoints: never change them.
 *
 * @param tracked frames whose faces know their visits; side output {@link TrackFunction#LATE}
 * @param visits that have ended
 * @param windows revisions for the event topic; side output {@link AggregateFunction#LAKE_REVISIONS}
 */
public record CountedCrowd(
        SingleOutputStreamOperator<TrackedFrame> tracked,
        DataStream<Visit> visits,
        SingleOutputStreamOperator<CrowdDemographics> windows) {

    /** Adds both stages to a job. */
    public static CountedCrowd of(
            DataStream<FrameAnalysis> analyses,
            CameraLayouts layouts,
            TrackSettings track,
            AggregateSettings aggregate) {
        SingleOutputStreamOperator<TrackedFrame> tracked = tracked(analyses, layouts, track);
        // What track sends has the key that it came with: aggregate takes it over in the same thread, as an object.
        KeyedStream<TrackedFrame, String> byCamera =
                DataStreamUtils.reinterpretAsKeyedStream(tracked, TrackedFrame::deviceId);
        return new CountedCrowd(
                tracked, tracked.getSideOutput(TrackFunction.CLOSED_VISITS), windows(byCamera, layouts, aggregate));
    }

    /** Adds the stage between them too, which has another key: frames go to the thread of their site and back to that of their camera. */
    static CountedCrowd recognizing(
            DataStream<FrameAnalysis> analyses,
            CameraLayouts layouts,
            TrackSettings track,
            Sites sites,
            RecognizeSettings recognize,
            AggregateSettings aggregate) {
        SingleOutputStreamOperator<TrackedFrame> tracked = tracked(analyses, layouts, track);
        SingleOutputStreamOperator<TrackedFrame> recognized = tracked.keyBy(frame -> sites.keyOf(frame.deviceId()))
                .process(new RecognizeFunction(recognize))
                .uid("recognize")
                .name("recognize");
        return new CountedCrowd(
                tracked,
                recognized.getSideOutput(RecognizeFunction.CLOSED_VISITS),
                windows(recognized.keyBy(TrackedFrame::deviceId), layouts, aggregate));
    }

    private static SingleOutputStreamOperator<TrackedFrame> tracked(
            DataStream<FrameAnalysis> analyses, CameraLayouts layouts, TrackSettings settings) {
        return RecentOperator.of(
                analyses.keyBy(FrameAnalysis::deviceId),
                "track",
                TrackedFrame.class,
                new TrackFunction(settings, layouts));
    }

    private static SingleOutputStreamOperator<CrowdDemographics> windows(
            KeyedStream<TrackedFrame, String> frames, CameraLayouts layouts, AggregateSettings settings) {
        return RecentOperator.of(
                frames, "aggregate", CrowdDemographics.class, new AggregateFunction(settings, layouts));
    }
}
