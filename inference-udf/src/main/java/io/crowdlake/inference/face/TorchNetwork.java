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
import java.util.List;

/** A TorchScript network that takes bytes and gives floats. Not thread-safe: its input lies in one buffer that each call fills again. */
final class TorchNetwork implements AutoCloseable {

    private final NDManager manager;
    private final PtSymbolBlock block;
    private final ParameterStore parameters;
    private ByteBuffer input = ByteBuffer.allocateDirect(0);

    /** Loads a network; throws ai.djl.engine.EngineException when the file is no TorchScript that this engine reads. */
    TorchNetwork(byte[] file) {
        manager = TorchEngine.newManager();
        try {
            block = JniUtils.loadModule((PtNDManager) manager, new ByteArrayInputStream(file), false, false);
            parameters = new ParameterStore(manager, true);
        } catch (IOException e) {
            manager.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            manager.close();
            throw e;
        }
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
            NDList outputs = block.forward(parameters, new NDList(scope.create(input, dimensions, type)), false);
            List<Tensor> tensors = new ArrayList<>(outputs.size());
            for (NDArray output : outputs) {
                tensors.add(new Tensor(output.getShape().getShape(), floats(output)));
            }
            return tensors;
        }
    }

    /** A network may count in whole numbers or in wider or narrower floats. */
    private static float[] floats(NDArray output) {
        NDArray floats = output.getDataType() == DataType.FLOAT32 ? output : output.toType(DataType.FLOAT32, false);
        return floats.toFloatArray();
    }

    @Override
    public void close() {
        block.close();
        manager.close();
    }
}
