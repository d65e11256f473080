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
        if (input.capacity() < length) {
            input = ByteBuffer.allocateDirect(length);
        }
        input.clear().put(bytes, 0, length).flip();
        try (NDManager scope = manager.newSubManager()) {
            NDList outputs =
                    block.forward(parameters, new NDList(scope.create(input, dimensions, DataType.UINT8)), false);
            List<Tensor> tensors = new ArrayList<>(outputs.size());
            for (NDArray output : outputs) {
                tensors.add(new Tensor(output.getShape().getShape(), output.toFloatArray()));
            }
            return tensors;
        }
    }

    @Override
    public void close() {
        block.close();
        manager.close();
    }
}
