package io.crowdlake.job.binary;

import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.Colour;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Gender;
import io.crowdlake.contracts.Origin;
import io.crowdlake.contracts.SealedEmbedding;
import java.io.IOException;

/** The binary form of a {@link FrameAnalysis} with its faces. */
public final class FrameAnalysisSerializer extends BinarySerializer<FrameAnalysis> {

    public static final BinaryType<FrameAnalysis> TYPE =
            new BinaryType<>(FrameAnalysis.class, new FrameAnalysisSerializer());

    private static final long serialVersionUID = 1L;

    private static final AgeBand[] AGE_BANDS = AgeBand.values();
    private static final Gender[] GENDERS = Gender.values();
    private static final Emotion[] EMOTIONS = Emotion.values();

    @Override
    protected void write(FrameAnalysis analysis, BinaryOutput out) throws IOException {
        out.text(analysis.deviceId());
        out.text(analysis.bootId());
        out.number(analysis.sequence());
        out.instant(analysis.capturedAt());
        out.instant(analysis.enqueuedAt());
        out.instant(analysis.analyzedAt());
        out.number(analysis.frameWidth());
        out.number(analysis.frameHeight());
        out.text(analysis.modelVersion());
        out.list(analysis.faces(), FrameAnalysisSerializer::writeFace);
        out.optional(analysis.origin(), FrameAnalysisSerializer::writeOrigin);
    }

    @Override
    protected FrameAnalysis read(BinaryInput in) throws IOException {
        return new FrameAnalysis(
                in.text(),
                in.text(),
                in.number(),
                in.instant(),
                in.instant(),
                in.instant(),
                in.count(),
                in.count(),
                in.text(),
                in.list(FrameAnalysisSerializer::readFace),
                in.optional(FrameAnalysisSerializer::readOrigin));
    }

    private static void writeFace(DetectedFace face, BinaryOutput out) throws IOException {
        writeBox(face.box(), out);
        out.real(face.score());
        writeAttributes(face.attributes(), out);
        out.text(face.visitId());
        out.optional(face.clothing(), FrameAnalysisSerializer::writeColour);
        out.optional(face.embedding(), FrameAnalysisSerializer::writeEmbedding);
        out.optional(face.hair(), FrameAnalysisSerializer::writeColour);
    }

    private static DetectedFace readFace(BinaryInput in) throws IOException {
        return new DetectedFace(
                readBox(in),
                in.real(),
                readAttributes(in),
                in.text(),
                in.version() < WITH_CLOTHING ? null : in.optional(FrameAnalysisSerializer::readColour),
                in.optional(FrameAnalysisSerializer::readEmbedding),
                in.version() < WITH_HAIR ? null : in.optional(FrameAnalysisSerializer::readColour));
    }

    private static void writeColour(Colour colour, BinaryOutput out) throws IOException {
        out.number(colour.rgb());
    }

    private static Colour readColour(BinaryInput in) throws IOException {
        return Colour.of(in.count());
    }

    static void writeEmbedding(SealedEmbedding embedding, BinaryOutput out) throws IOException {
        out.bytes(embedding.bytes());
    }

    static SealedEmbedding readEmbedding(BinaryInput in) throws IOException {
        return new SealedEmbedding(in.bytes());
    }

    static void writeBox(BoundingBox box, BinaryOutput out) throws IOException {
        out.real(box.x());
        out.real(box.y());
        out.real(box.width());
        out.real(box.height());
    }

    static BoundingBox readBox(BinaryInput in) throws IOException {
        return new BoundingBox(in.real(), in.real(), in.real(), in.real());
    }

    static void writeAttributes(FaceAttributes attributes, BinaryOutput out) throws IOException {
        out.optional(attributes.ageYears(), (years, part) -> part.real(years));
        out.constant(attributes.ageBand());
        out.real(attributes.ageConfidence());
        out.constant(attributes.gender());
        out.real(attributes.genderConfidence());
        out.constant(attributes.emotion());
        out.real(attributes.emotionConfidence());
    }

    static FaceAttributes readAttributes(BinaryInput in) throws IOException {
        return new FaceAttributes(
                in.optional(BinaryInput::real),
                in.constant(AGE_BANDS),
                in.real(),
                in.constant(GENDERS),
                in.real(),
                in.constant(EMOTIONS),
                in.real());
    }

    private static void writeOrigin(Origin origin, BinaryOutput out) throws IOException {
        out.text(origin.topic());
        out.number(origin.partition());
        out.number(origin.offset());
    }

    private static Origin readOrigin(BinaryInput in) throws IOException {
        return new Origin(in.text(), in.count(), in.number());
    }
}
