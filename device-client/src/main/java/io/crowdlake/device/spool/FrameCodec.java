package io.crowdlake.device.spool;

import io.crowdlake.contracts.AttributePolicy;
import io.crowdlake.contracts.CameraFrame;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Frames as bytes on the camera's own disk. The device is not in them: each has a folder of its own. */
final class FrameCodec {

    private static final int VERSION = 2;

    /** Without a policy. Frames of an earlier program may wait. */
    private static final int FIRST_VERSION = 1;

    private FrameCodec() {}

    static byte[] write(CameraFrame frame) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(frame.payload().length + 256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(frame.bootId());
            out.writeLong(frame.sequence());
            out.writeLong(frame.capturedAt().getEpochSecond());
            out.writeInt(frame.capturedAt().getNano());
            out.writeUTF(frame.cognitiveType());
            out.writeUTF(frame.contentType());
            out.writeUTF(frame.policy().withheld());
            out.writeInt(frame.payload().length);
            out.write(frame.payload());
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    /** Throws IOException when a version of this program that is not ours has written it. */
    static CameraFrame read(String deviceId, byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION && version != FIRST_VERSION) {
                throw new IOException("a waiting frame has version " + version + ", this program knows " + VERSION);
            }
            String bootId = in.readUTF();
            long sequence = in.readLong();
            Instant capturedAt = Instant.ofEpochSecond(in.readLong(), in.readInt());
            String cognitiveType = in.readUTF();
            String contentType = in.readUTF();
            AttributePolicy policy = version == FIRST_VERSION ? AttributePolicy.ALL : policy(in.readUTF());
            byte[] payload = new byte[in.readInt()];
            in.readFully(payload);
            return new CameraFrame(
                    deviceId, bootId, sequence, capturedAt, null, cognitiveType, contentType, payload, null, policy);
        }
    }

    private static AttributePolicy policy(String withheld) {
        return withheld.isEmpty() ? AttributePolicy.ALL : AttributePolicy.withholding(withheld);
    }
}
