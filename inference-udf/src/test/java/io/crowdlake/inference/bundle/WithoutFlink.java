package io.crowdlake.inference.bundle;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;

/** Our classes as a program without Flink on its class path sees them. */
final class WithoutFlink implements AutoCloseable {

    private final URLClassLoader loader;

    WithoutFlink() {
        URL[] urls = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !new File(entry).getName().startsWith("flink-"))
                .map(WithoutFlink::url)
                .toArray(URL[]::new);
        loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    /** What ModelBundle.load says about a URI. */
    String messageOfLoading(String uri) throws ReflectiveOperationException {
        Class<?> bundles = loader.loadClass(ModelBundle.class.getName());
        try {
            bundles.getMethod("load", String.class).invoke(null, uri);
        } catch (InvocationTargetException e) {
            return e.getCause().getMessage();
        }
        throw new AssertionError(uri + " was loaded");
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    private static URL url(String entry) {
        try {
            return new File(entry).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
