package io.crowdlake.device.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.contracts.AttributePolicy;
import io.crowdlake.contracts.CameraFrame;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FrameCodecTest {

    private static final Instant CAPTURED = Instant.parse("2026-03-01T12:00:07.123456Z");

    @Test
    void aFrameComesBackAsItWasWithItsPolicy() throws IOException {
        for (AttributePolicy policy :
                new AttributePolicy[] {AttributePolicy.ALL, new AttributePolicy(false, true, false, true)}) {
            CameraFrame frame = new CameraFrame(
                    "door",
                    "boot",
                    7,
                    CAPTURED,
                    null,
                    "camframe-analysis",
                    "image/jpeg",
                    new byte[] {1, 2},
                    null,
                    policy);
            assertThat(FrameCodec.read("door", FrameCodec.write(frame)))
                    .usingRecursiveComparison()
                    .isEqualTo(frame);
        }
    }

    @Test
    void framesThatAnEarlierProgramLeftAreSentAndThoseOfALaterOneAreNot() throws IOException {
        CameraFrame read = FrameCodec.read("door", record(1));
        assertThat(read.policy()).isEqualTo(AttributePolicy.ALL);
        assertThat(read.payload()).containsExactly(1, 2);
        assertThatThrownBy(() -> FrameCodec.read("door", record(3)))
                .isInstanceOf(IOException.class)
                .hasMessage("a waiting frame has version 3, this program knows 2");
    }

    /** As the first version wrote it. */
    private static byte[] record(int version) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(version);
            out.writeUTF("boot");
            out.writeLong(7);
            out.writeLong(CAPTURED.getEpochSecond());
            out.writeInt(CAPTURED.getNano());
            out.writeUTF("camframe-analysis");
            out.writeUTF("image/jpeg");
            out.writeInt(2);
            out.write(new byte[] {1, 2});
        }
        return bytes.toByteArray();
    }
}
