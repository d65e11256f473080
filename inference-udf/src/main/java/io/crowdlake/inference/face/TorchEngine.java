package io.crowdlake.inference.face;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;

/**
 * The PyTorch engine of this JVM. Its native libraries load once, with the class loader of DJL's own jars (a cluster's {@code lib/}), so
 * that it survives the jobs that use it.
 */
final class TorchEngine {

    private static final String NAME = "PyTorch";

    private TorchEngine() {}

    /** A manager of arrays in main memory; whoever asks for it closes it. Loads the engine on the first call, which
     * throws IllegalStateException when that fails. */
    static NDManager newManager() {
        return engine().newBaseManager(Device.cpu());
    }

    private static synchronized Engine engine() {
        // Nothing is ever downloaded, and no provider is told about the use.
        setUnlessSet("ai.djl.offline", "true");
        setUnlessSet("OPT_OUT_TRACKING", "true");
        // One frame at a time in each slot: threads inside of an operator would only fight over the cores.
        setUnlessSet("ai.djl.pytorch.num_threads", "1");
        setUnlessSet("ai.djl.pytorch.num_interop_threads", "1");
        // Optimising at run time gains nothing on frozen networks, and costs the first frames of every picture size.
        setUnlessSet("ai.djl.pytorch.graph_optimizer", "false");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Engine.class.getClassLoader());
        try {
            return Engine.getEngine(NAME);
        } catch (EngineException e) {
            throw new IllegalStateException("the PyTorch engine does not start: " + e.getMessage(), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
