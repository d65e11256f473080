package io.crowdlake.stack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BenchmarkProcessTest {

    /** What runs in the child: prints its settings and how it was set up. */
    static final class Child {
        public static void main(String[] arguments) {
            System.out.println(Arrays.toString(arguments));
            System.out.println(System.getenv("MALLOC_MMAP_THRESHOLD_"));
            System.exit(arguments[0].equals("fail") ? 3 : 0);
        }
    }

    @Test
    void runsAMainToItsEndWithTheClustersAllocator() throws InterruptedException {
        BenchmarkProcess.Result result = run("{\"frames\": 1}");

        assertThat(result.exitCode()).isZero();
        assertThat(result.output().lines()).containsExactly("[{\"frames\": 1}]", "1073741824");
    }

    @Test
    void handsOnHowItFailed() throws InterruptedException {
        assertThat(run("fail").exitCode()).isEqualTo(3);
    }

    private static BenchmarkProcess.Result run(String settings) throws InterruptedException {
        return BenchmarkProcess.run(Child.class.getName(), System.getProperty("java.class.path"), settings);
    }
}
