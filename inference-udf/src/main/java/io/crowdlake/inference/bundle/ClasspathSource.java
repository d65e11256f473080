package io.crowdlake.inference.bundle;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;

/** Bundles that are part of a jar: {@code classpath:/models/faces}. Ours first, then those that the running thread can see. */
final class ClasspathSource implements BundleSource {

    @Override
    public boolean reads(String scheme) {
        return scheme.equals("classpath");
    }

    @Override
    public InputStream open(String uri) throws IOException {
        String resource = uri.substring("classpath:".length()).replaceFirst("^/+", "");
        return Stream.of(
                        ClasspathSource.class.getClassLoader(),
                        Thread.currentThread().getContextClassLoader())
                .filter(loader -> loader != null)
                .map(loader -> loader.getResourceAsStream(resource))
                .filter(stream -> stream != null)
                .findFirst()
                .orElseThrow(() -> new FileNotFoundException(uri));
    }
}
