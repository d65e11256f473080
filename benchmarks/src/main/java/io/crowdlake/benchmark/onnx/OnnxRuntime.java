package io.crowdlake.benchmark.onnx;

import io.crowdlake.benchmark.BenchmarkException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The few calls of {@code com.microsoft.onnxruntime:onnxruntime} that are needed, on one thread. By reflection, because a dependency would
 * make every build of Crowdlake fetch its natives for all platforms; next to the run of a network the detour costs nothing.
 */
final class OnnxRuntime {

    private final Object environment;
    private final Method createSession;
    private final Class<?> options;
    private final Method floats;
    private final Method bytes;
    private final Object uint8;
    private final Method run;
    private final Method get;
    private final Method values;

    /** Throws BenchmarkException when the loader does not see it, or it is one that we do not know. */
    OnnxRuntime(ClassLoader loader) {
        try {
            Class<?> environmentType = type(loader, "OrtEnvironment");
            Class<?> tensor = type(loader, "OnnxTensor");
            Class<?> elementType = type(loader, "OnnxJavaType");
            environment = environmentType.getMethod("getEnvironment").invoke(null);
            options = type(loader, "OrtSession$SessionOptions");
            createSession = environmentType.getMethod("createSession", String.class, options);
            floats = tensor.getMethod("createTensor", environmentType, FloatBuffer.class, long[].class);
            bytes = tensor.getMethod("createTensor", environmentType, ByteBuffer.class, long[].class, elementType);
            uint8 = elementType.getField("UINT8").get(null);
            run = type(loader, "OrtSession").getMethod("run", Map.class);
            get = type(loader, "OrtSession$Result").getMethod("get", String.class);
            values = tensor.getMethod("getFloatBuffer");
        } catch (ClassNotFoundException e) {
            throw new BenchmarkException(
                    "onnxruntime is not on the class path: start through ./crowd bench inference --baseline DIR", e);
        } catch (ReflectiveOperationException e) {
            throw new BenchmarkException("this onnxruntime cannot be used (" + e + "): set another in pom.xml", e);
        }
    }

    private static Class<?> type(ClassLoader loader, String name) throws ClassNotFoundException {
        return Class.forName("ai.onnxruntime." + name, true, loader);
    }

    /** Loads a network; all that it computes, it computes on the calling thread. */
    AutoCloseable open(Path file) {
        try {
            Object singleThread = options.getConstructor().newInstance();
            options.getMethod("setIntraOpNumThreads", int.class).invoke(singleThread, 1);
            options.getMethod("setInterOpNumThreads", int.class).invoke(singleThread, 1);
            return (AutoCloseable) call(createSession, environment, file.toString(), singleThread);
        } catch (ReflectiveOperationException e) {
            throw new BenchmarkException("this onnxruntime cannot be used (" + e + "): set another in pom.xml", e);
        }
    }

    /** An input of floats; the buffer is direct and is not copied. */
    AutoCloseable input(FloatBuffer buffer, long... shape) {
        return (AutoCloseable) call(floats, null, environment, buffer, shape);
    }

    /** An input of bytes; the buffer is direct and is not copied. */
    AutoCloseable input(ByteBuffer buffer, long... shape) {
        return (AutoCloseable) call(bytes, null, environment, buffer, shape, uint8);
    }

    /** Runs a session with its only input. */
    AutoCloseable run(AutoCloseable session, String input, AutoCloseable tensor) {
        return (AutoCloseable) call(run, session, Map.of(input, tensor));
    }

    /** One output of a run, row after row. */
    float[] output(AutoCloseable result, String name) {
        Object tensor = ((Optional<?>) call(get, result, name))
                .orElseThrow(() -> new BenchmarkException("the network has no output " + name + ": make it anew"));
        FloatBuffer buffer = (FloatBuffer) call(values, tensor);
        float[] copied = new float[buffer.remaining()];
        buffer.get(copied);
        return copied;
    }

    private static Object call(Method method, Object target, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw new BenchmarkException("onnxruntime: " + e.getCause().getMessage(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " is public", e);
        }
    }
}
