package io.crowdlake.benchmark.inference;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import io.crowdlake.benchmark.Elapsed;
import io.crowdlake.benchmark.ThreadTime;
import io.crowdlake.inference.Precision;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * How many multiply-adds a core does in a second when it does nothing else: the most that any network could reach on this machine and
 * engine. The best of several tries counts, since every disturbance only makes it less.
 *
 * @param fp32 with floats, in a product of two matrices of 1024 x 1024
 * @param int8 with bytes, in a convolution of 1 x 1 that is a product of 1024 x 512 with 512 x 512
 */
public record MatrixPeak(double fp32, double int8) {

    private static final String ENGINE = "PyTorch";
    private static final String INT8_PRODUCT = "int8-product.pt";
    private static final int TRIES = 12;

    private static final int SIDE = 1024;
    private static final double FP32_MACS = (double) SIDE * SIDE * SIDE;

    /** As benchmarks/peak/int8_product.py wrote it. */
    private static final Shape INT8_INPUT = new Shape(1, 512, 32, 32);

    private static final double INT8_MACS = 1024.0 * 512 * 512 * 16;

    /** Measures on the calling thread, after an analyzer has started the engine with one thread. */
    static MatrixPeak measure(ThreadTime time) {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), ENGINE)) {
            return new MatrixPeak(fp32(manager, time), int8(manager, time));
        }
    }

    /** Of a precision, by the name of its contender. */
    double of(String precision) {
        return precision.equals(Precision.INT8.label()) ? int8 : fp32;
    }

    /** For people. */
    String line() {
        return String.format(
                Locale.ROOT, "%.0f billion multiply-adds/s in fp32, %.0f billion in int8", fp32 / 1e9, int8 / 1e9);
    }

    private static double fp32(NDManager manager, ThreadTime time) {
        NDArray left = manager.randomNormal(new Shape(SIDE, SIDE));
        NDArray right = manager.randomNormal(new Shape(SIDE, SIDE));
        return FP32_MACS / bestSeconds(() -> left.matMul(right), time);
    }

    private static double int8(NDManager manager, ThreadTime time) {
        try (Model model = Model.newInstance(INT8_PRODUCT, Device.cpu(), ENGINE);
                InputStream file = MatrixPeak.class.getResourceAsStream(INT8_PRODUCT)) {
            model.load(file);
            ParameterStore parameters = new ParameterStore(manager, true);
            NDList input = new NDList(manager.randomNormal(INT8_INPUT));
            return INT8_MACS
                    / bestSeconds(
                            () -> model.getBlock()
                                    .forward(parameters, input, false)
                                    .singletonOrThrow(),
                            time);
        } catch (IOException e) {
            throw new UncheckedIOException(INT8_PRODUCT, e);
        } catch (MalformedModelException e) {
            throw new IllegalStateException(INT8_PRODUCT + " does not load", e);
        }
    }

    private static double bestSeconds(Supplier<NDArray> product, ThreadTime time) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            Elapsed start = time.now();
            product.get().close();
            best = Math.min(best, time.now().minus(start).cpuNanos());
        }
        return best / 1e9;
    }
}
