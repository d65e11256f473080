package io.crowdlake.inference.face;

import io.crowdlake.inference.bundle.ChannelOrder;
import io.crowdlake.inference.bundle.NumberType;
import io.crowdlake.inference.bundle.PixelFormat;
import io.crowdlake.inference.bundle.PixelLayout;
import java.util.List;

/** Hands pictures to a network in the form that it takes. Not thread-safe: what it rearranges lies in arrays that each call fills again. */
final class PixelInput {

    private final PixelFormat format;
    private final TorchNetwork network;
    /** Whether the network takes bytes as the decoder gives them, so that nothing is to be done. */
    private final boolean plain;

    private byte[] bytes = new byte[0];
    private float[] floats = new float[0];

    PixelInput(PixelFormat format, TorchNetwork network) {
        this.format = format;
        this.network = network;
        this.plain = format.type() == NumberType.UINT8
                && format.channels() == ChannelOrder.BGR
                && !format.layout().planar();
    }

    /** Whether several pictures go in at once. */
    boolean batched() {
        return format.layout().batched();
    }

    /** How many of the pictures that are left go in at once; more than are left where the network is faster so. */
    int batch(int left) {
        return batched() ? network.batch(left) : 1;
    }

    /** Runs the network on so many pictures of one size, blue green red, one after the other. */
    List<Tensor> forward(byte[] pixels, int count, int height, int width) {
        long[] shape = format.layout().shape(count, height, width);
        if (plain) {
            return network.forward(pixels, shape);
        }
        int plane = height * width;
        if (format.type() == NumberType.UINT8) {
            bytes = bytes.length < 3 * plane * count ? new byte[3 * plane * count] : bytes;
            for (int channel = 0; channel < 3; channel++) {
                rearrange(pixels, count, plane, channel);
            }
            return network.forward(bytes, shape);
        }
        floats = floats.length < 3 * plane * count ? new float[3 * plane * count] : floats;
        for (int channel = 0; channel < 3; channel++) {
            normalise(pixels, count, plane, channel);
        }
        return network.forward(floats, shape);
    }

    private void rearrange(byte[] pixels, int count, int plane, int channel) {
        int colour = colour(channel);
        int step = step();
        for (int picture = 0; picture < count; picture++) {
            int from = 3 * plane * picture + colour;
            int to = 3 * plane * picture + first(channel, plane);
            for (int i = 0; i < plane; i++, from += 3, to += step) {
                bytes[to] = pixels[from];
            }
        }
    }

    private void normalise(byte[] pixels, int count, int plane, int channel) {
        float[] normalised = new float[256];
        for (int value = 0; value < normalised.length; value++) {
            normalised[value] = (float)
                    ((value - format.mean().get(channel)) * format.scale().get(channel));
        }
        int colour = colour(channel);
        int step = step();
        for (int picture = 0; picture < count; picture++) {
            int from = 3 * plane * picture + colour;
            int to = 3 * plane * picture + first(channel, plane);
            for (int i = 0; i < plane; i++, from += 3, to += step) {
                floats[to] = normalised[pixels[from] & 0xff];
            }
        }
    }

    /** Where a channel of the network lies within a pixel of the decoder. */
    private int colour(int channel) {
        return format.channels() == ChannelOrder.BGR ? channel : 2 - channel;
    }

    private int first(int channel, int plane) {
        return format.layout().planar() ? channel * plane : channel;
    }

    private int step() {
        PixelLayout layout = format.layout();
        return layout.planar() ? 1 : 3;
    }
}
