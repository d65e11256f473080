package io.crowdlake.stack.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.stack.StackException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BenchmarkProcessTest {

    /** What runs in the child: prints its settings and how it was set up. */
    static final class Child {
        public static void main(String[] arguments) {
            System.out.println(Arrays.toString(arguments));
            System.out.println(System.getenv("MALLOC_MMAP_THRESHOLD_"));
            if (arguments[0].equals("fill")) {
                System.out.println(new long[1 << 28].length);
            }
            System.exit(arguments[0].equals("fail") ? 1 : 0);
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
        assertThat(run("fail").exitCode()).isEqualTo(1);
    }

    @Test
    void saysSoWhenTheHeapDoesNotSuffice() {
        assertThatThrownBy(() -> run("fill"))
                .isInstanceOf(StackException.class)
                .hasMessage(
                        "the benchmark ran out of its Java heap of 256 MB; measure less at once, or set --heap where"
                                + " there is that option");
    }

    private static BenchmarkProcess.Result run(String settings) throws InterruptedException {
        return BenchmarkProcess.run(Child.class.getName(), System.getProperty("java.class.path"), settings);
    }
}
