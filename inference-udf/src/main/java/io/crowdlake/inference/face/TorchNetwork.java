package io.crowdlake.inference.face;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A TorchScript network that takes bytes and gives floats. Not thread-safe: its input lies in one buffer that each call fills again.
 *
 * <p>PyTorch's 8-bit convolutions keep what they prepared for the first shape of input that they saw, and prepare any other anew each time,
 * which takes a third to a half of such a call. Frames come in few sizes and faces can be counted off in few, so a quantised network is
 * loaded once for each of its first {@value #SHAPES} shapes.
 */
final class TorchNetwork implements AutoCloseable {

    /** As many as there are sizes of batches: 1, 2, 4 and 8. */
    private static final int SHAPES = 4;

    private static final int LARGEST_BATCH = 1 << (SHAPES - 1);

    private final NDManager manager;
    private final ParameterStore parameters;
    private final byte[] file;
    private final boolean quantised;
    private final PtSymbolBlock first;
    private final Map<Shape, PtSymbolBlock> copies = new HashMap<>();
    private ByteBuffer input = ByteBuffer.allocateDirect(0);

    /** Loads a network; throws ai.djl.engine.EngineException when the file is no TorchScript that this engine reads. */
    TorchNetwork(byte[] file, boolean quantised) {
        this.file = file;
        this.quantised = quantised;
        manager = TorchEngine.newManager();
        try {
            parameters = new ParameterStore(manager, true);
            first = load();
        } catch (RuntimeException | Error e) {
            manager.close();
            throw e;
        }
    }

    /** With how many of so many inputs that are left the network is best run at once; a batch may be larger than what is left of them. */
    int batch(int left) {
        if (!quantised) {
            return left;
        }
        return left >= LARGEST_BATCH ? LARGEST_BATCH : Integer.highestOneBit(2 * left - 1);
    }

    /** Runs the network on the first bytes of an array; all native memory that the call took is free again when it returns. */
    List<Tensor> forward(byte[] bytes, long... shape) {
        Shape dimensions = new Shape(shape);
        int length = Math.toIntExact(dimensions.size());
        emptyInput(length).put(bytes, 0, length).flip();
        return forward(dimensions, DataType.UINT8);
    }

    /** The same on the first floats of an array. */
    List<Tensor> forward(float[] floats, long... shape) {
        Shape dimensions = new Shape(shape);
        int length = Math.toIntExact(dimensions.size());
        emptyInput(Math.multiplyExact(length, Float.BYTES)).asFloatBuffer().put(floats, 0, length);
        input.limit(length * Float.BYTES);
        return forward(dimensions, DataType.FLOAT32);
    }

    private ByteBuffer emptyInput(int length) {
        if (input.capacity() < length) {
            input = ByteBuffer.allocateDirect(length).order(ByteOrder.nativeOrder());
        }
        return input.clear();
    }

    private List<Tensor> forward(Shape dimensions, DataType type) {
        try (NDManager scope = manager.newSubManager()) {
            NDList outputs =
                    copyFor(dimensions).forward(parameters, new NDList(scope.create(input, dimensions, type)), false);
            List<Tensor> tensors = new ArrayList<>(outputs.size());
            for (NDArray output : outputs) {
                tensors.add(new Tensor(output.getShape().getShape(), floats(output)));
            }
            return tensors;
        }
    }

    private PtSymbolBlock copyFor(Shape dimensions) {
        PtSymbolBlock copy = copies.get(dimensions);
        if (copy == null) {
            copy = copies.isEmpty() || !quantised || copies.size() == SHAPES ? first : load();
            if (copies.size() < SHAPES) {
                copies.put(dimensions, copy);
            }
        }
        return copy;
    }

    private PtSymbolBlock load() {
        try {
            return JniUtils.loadModule((PtNDManager) manager, new ByteArrayInputStream(file), false, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A network may count in whole numbers or in wider or narrower floats. */
    private static float[] floats(NDArray output) {
        NDArray floats = output.getDataType() == DataType.FLOAT32 ? output : output.toType(DataType.FLOAT32, false);
        return floats.toFloatArray();
    }

    @Override
    public void close() {
        copies.values().forEach(PtSymbolBlock::close);
        first.close();
        manager.close();
    }
}
