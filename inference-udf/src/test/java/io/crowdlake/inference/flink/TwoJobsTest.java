package io.crowdlake.inference.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.Pictures;
import io.crowdlake.inference.TinyBundle;
import io.crowdlake.inference.face.FaceAnalyzer;
import io.crowdlake.inference.image.BgrImage;
import java.net.URL;
import java.util.List;
import org.apache.flink.util.ChildFirstClassLoader;
import org.junit.jupiter.api.Test;

/**
 * As on a TaskManager: the engine is in the parent class loader, and each job brings our classes in one of its own. A native library
 * cannot be loaded by two class loaders, so the second job works only if both use the parent's.
 */
class TwoJobsTest {

    @Test
    void aSecondJobInTheSameJvmUsesTheEngineOfTheFirst() throws Exception {
        assertThat(facesSeenByAJob()).isEqualTo(1);
        assertThat(facesSeenByAJob()).isEqualTo(1);
    }

    private static int facesSeenByAJob() throws Exception {
        URL[] jobJar = {
            FaceAnalyzer.class.getProtectionDomain().getCodeSource().getLocation(),
            CameraFrame.class.getProtectionDomain().getCodeSource().getLocation()
        };
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (ChildFirstClassLoader job = new ChildFirstClassLoader(
                jobJar, TwoJobsTest.class.getClassLoader(), new String[] {"java."}, e -> {})) {
            thread.setContextClassLoader(job);
            Class<?> analyzers = job.loadClass(FaceAnalyzer.class.getName());
            assertThat(analyzers).as("the job's own class").isNotEqualTo(FaceAnalyzer.class);
            Class<?> bundles = job.loadClass("io.crowdlake.inference.bundle.ModelBundle");
            Class<?> allSettings = job.loadClass(AnalyzerSettings.class.getName());
            Object settings = allSettings.getMethod("ofBundle", String.class).invoke(null, TinyBundle.URI);
            Object bundle = bundles.getMethod("load", String.class).invoke(null, TinyBundle.URI);
            try (AutoCloseable analyzer = (AutoCloseable)
                    analyzers.getMethod("open", bundles, allSettings).invoke(null, bundle, settings)) {
                Object image =
                        analyzers.getMethod("decode", byte[].class).invoke(analyzer, (Object) Pictures.oneFace());
                Class<?> images = job.loadClass(BgrImage.class.getName());
                return ((List<?>) analyzers.getMethod("faces", images).invoke(analyzer, image)).size();
            }
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
